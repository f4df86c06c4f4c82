"""A frozen value with one part anew: what stands off the path is shared by reference."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar, cast, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from mzsh_model.model.base import Value
from mzsh_model.model.misfit import alternatives, misfit

V = TypeVar("V", bound=Value)


def updated(value: V, fields: Mapping[str, object]) -> V:
    """Return `value` with other contents in some of its fields; nothing is checked."""
    return value.model_copy(update=fields)


def put(value: V, steps: tuple[str, ...], new: object) -> V:
    """Return `value` with `new` at the path of `steps`, which leads somewhere; nothing is checked."""
    return cast(V, _put(value, steps, new))


def _put(at: object, steps: tuple[str, ...], new: object) -> object:
    if not steps:
        return new
    step, below = steps[0], steps[1:]
    if isinstance(at, Value):
        return at.model_copy(update={step: _put(at.__dict__[step], below, new)})
    entries, index = cast(tuple[object, ...], at), int(step)
    return (*entries[:index], _put(entries[index], below, new), *entries[index + 1 :])


def type_at(value: Value, steps: tuple[str, ...]) -> object:
    """Return the type of what may stand at a path that leads somewhere in `value`."""
    at: object = value
    kind: object = type(value)
    for step in steps:
        if isinstance(at, Value):
            kind, at = type(at).model_fields[step].annotation, at.__dict__[step]
        else:
            kind, at = entry_type(kind), cast(tuple[object, ...], at)[int(step)]
    return kind


def entry_type(kind: object) -> object:
    """Return the type of the entries of a list, None for what is no list."""
    return next((get_args(one)[0] for one in alternatives(kind) if get_origin(one) is tuple), None)


def fitted(new: object, kind: object, path: str) -> object:
    """Return `new` as a value of `kind`; objects and lists may be given as JSON has them.

    Raises:
        BadModel: it does not fit; the message names the path and what belongs there.
    """
    try:
        if isinstance(new, (dict, list)):
            given = cast(dict[str, object] | list[object], new)
            if (told := _json(given)) is not None:
                return _adapter(kind).validate_json(told, strict=True)
            return _adapter(kind).validate_python(tuple(given) if isinstance(given, list) else given, strict=True)
        return _adapter(kind).validate_python(new, strict=True)
    except ValidationError as error:
        raise misfit(error, kind, path) from None


def _json(held: object) -> str | None:
    """Return what is plain data as JSON, None for what holds values of the model."""
    try:
        return json.dumps(held)
    except (TypeError, ValueError, RecursionError):
        return None


@lru_cache(maxsize=256)
def _adapter(kind: object) -> TypeAdapter[object]:
    return TypeAdapter(cast(type[object], kind))
