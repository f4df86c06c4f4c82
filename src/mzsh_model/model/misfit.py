"""What does not fit the model, in one line of Chinese: where, and what was expected there."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, cast, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mzsh_model.kernel.errors import BadModel
from mzsh_model.kernel.path import ModelPath
from mzsh_model.model.base import Value

_PLAIN: dict[object, str] = {str: "文字", int: "整数", NoneType: "空（null）"}


def misfit(error: ValidationError, annotation: object, at: str = "") -> BadModel:
    """Return the error for the first thing that does not fit `annotation`, the type of what stands at the path `at`.

    Of the alternatives of one field the one that fits furthest is told. Content is never quoted.
    """
    found = error.errors(include_url=False, include_context=False, include_input=False)
    places = [_place(one["loc"], annotation, at) for one in found]
    chosen = next((n for n, (path, _) in enumerate(places) if path.startswith(f"{places[0][0]}/")), 0)
    if found[chosen]["type"] == "missing":
        chosen = next((n for n, one in enumerate(found) if _is_misspelt(one, found[chosen]["loc"])), chosen)
    path, expected = places[chosen]
    last = str(found[chosen]["loc"][-1]) if found[chosen]["loc"] else ""
    match found[chosen]["type"]:
        case "missing":
            return BadModel("model-missing", f"{path} 缺少：这里应有{expected_words(expected)}")
        case "extra_forbidden":
            return BadModel("model-unknown", f"{path or '最外层'} 没有 {last} 这一项{_nearest(last, expected)}")
        case _:
            return BadModel("model-value", f"{path or '最外层'} 的值不合要求：这里应为{expected_words(expected)}")


def _is_misspelt(one: ErrorDetails, missing: tuple[int | str, ...]) -> bool:
    """Whether what is too much is what is missing, by another name."""
    if one["type"] != "extra_forbidden" or one["loc"][:-1] != missing[:-1]:
        return False
    return bool(get_close_matches(str(one["loc"][-1]), [str(missing[-1])]))


def unfit(error: ValidationError, kind: type[Value]) -> BadModel:
    """Return the error for a value made in code: as `misfit`, with the type that was to be made in front."""
    told = misfit(error, kind)
    return BadModel(told.code, f"mz.{kind.__name__} {told.message.removeprefix('最外层 ')}")


def expected_words(annotation: object) -> str:
    """Return in Chinese what a field of this type holds."""
    origin, inner, kinds = get_origin(annotation), get_args(annotation), tuple(alternatives(annotation))
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return f"对象“{annotation.model_config.get('title')}”"
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return "、".join(f"“{one.value}”" for one in annotation) + " 之一"
    if origin is Literal:
        return "、".join(f"“{one}”" for one in inner) + (" 之一" if len(inner) > 1 else "")
    if origin is tuple:
        return f"列表，每项是{expected_words(inner[0])}"
    return "或".join(map(expected_words, kinds))


def _place(steps: tuple[int | str, ...], annotation: object, at: str) -> tuple[str, object]:
    """The model path that pydantic's location means, and the type there; the names of alternatives are no steps."""
    path = ModelPath(at)
    for step in steps:
        for one in alternatives(annotation):
            if isinstance(step, int) and get_origin(one) is tuple:
                path, annotation = path / step, get_args(one)[0]
                break
            if isinstance(one, type) and issubclass(one, Value):
                if step == one.__name__:
                    annotation = one
                    break
                if step in one.model_fields:
                    path, annotation = path / step, cast(object, one.model_fields[str(step)].annotation)
                    break
    return path, annotation


def alternatives(annotation: object) -> Iterator[object]:
    """Yield the types that a field may hold: those of a union, else the one."""
    if get_origin(annotation) in (Union, UnionType):
        for one in get_args(annotation):
            yield from alternatives(one)
    elif get_origin(annotation) is Annotated:
        yield from alternatives(get_args(annotation)[0])
    else:
        yield annotation


def _nearest(name: str, annotation: object) -> str:
    fields = [
        field
        for one in alternatives(annotation)
        if isinstance(one, type) and issubclass(one, Value)
        for field in one.model_fields
    ]
    near = get_close_matches(name, fields, 1)
    return f"，是不是 {near[0]}" if near else f"，这里有 {'、'.join(fields)}"
