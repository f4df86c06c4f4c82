"""What a newer minor version of the model wrote, without the fields that it added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast, get_args, get_origin

from mzsh_model.kernel.path import ModelPath
from mzsh_model.model.base import Value
from mzsh_model.model.misfit import alternatives


def without_unknown(held: object, kinds: Iterable[object], at: ModelPath, gone: list[str]) -> object:
    """Return JSON data without the fields that none of the types `kinds` has; their paths are added to `gone`.

    Where a field may hold one of several values, what any of them has stays: which it is, is for the model to say.
    """
    without: object = held
    all_kinds = [one for kind in kinds for one in alternatives(kind)]
    if isinstance(held, list):
        inner = [get_args(one)[0] for one in all_kinds if get_origin(one) is tuple]
        entries = cast(list[object], held)
        return [without_unknown(entry, inner, at / n, gone) for n, entry in enumerate(entries)]
    models = [one for one in all_kinds if isinstance(one, type) and issubclass(one, Value)]
    if not models or not isinstance(held, dict):
        return without
    kept: dict[str, object] = {}
    for name, part in cast(dict[str, object], held).items():
        types = [model.model_fields[name].annotation for model in models if name in model.model_fields]
        if types:
            kept[name] = without_unknown(part, types, at / name, gone)
        else:
            gone.append(str(at / name))
    return kept
