"""What types and fields hold, in English: the descriptions are Chinese first, these are their twins."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

from pydantic.json_schema import JsonSchemaValue


@cache
def twins() -> Mapping[str, str]:
    """Return the English of every description, by the Chinese one."""
    told = tomllib.loads(files(__package__ or "").joinpath("english.toml").read_text("utf-8"))
    return cast(dict[str, str], told)


def in_english(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return a JSON Schema with its descriptions in English.

    Raises:
        KeyError: a description has no twin.

    >>> in_english({"type": "string", "description": "标题，按原文，不含序号"})
    {'type': 'string', 'description': 'Heading, as written, without its number'}
    """
    return cast(JsonSchemaValue, _in_english(schema))


def _in_english(part: object) -> object:
    if isinstance(part, list):
        return [_in_english(one) for one in cast(list[object], part)]
    if not isinstance(part, dict):
        return part
    told = cast(dict[str, object], part)
    # a field may have this name too: then it is a schema, and no text
    return {
        key: twins()[one] if key == "description" and isinstance(one, str) else _in_english(one)
        for key, one in told.items()
    }
