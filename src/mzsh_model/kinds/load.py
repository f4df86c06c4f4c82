"""From JSON to a value: a bare one, or the envelope that `read --json` prints."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from difflib import get_close_matches
from typing import cast

from pydantic import ValidationError

from mzsh_model.kernel.errors import BadModel, NewerSchema, one_line
from mzsh_model.kernel.path import ROOT
from mzsh_model.kinds.registry import value_types
from mzsh_model.model.base import SCHEMA_VERSION, Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.items import Link
from mzsh_model.model.migrate import is_minor, migrated, too_new
from mzsh_model.model.misfit import misfit
from mzsh_model.model.newer import without_unknown
from mzsh_model.model.walk import walk

_MOST_NAMED = 5
_MOST_DIGITS = 15
"""Integers beyond are not exact in every JSON reader (RFC 8259 §6: up to 2^53)."""


def load(data: str | bytes | dict[str, object]) -> DocumentValue:
    """Return the value that JSON text (UTF-8) or its parsed object holds: what `model_dump_json` and `read --json` give.

    A schema version may be missing. What an older one wrote is brought to this one, step by step; what a newer minor version
    wrote is read without the fields that it added, and a `NewerSchema` warning says so.

    Raises:
        BadModel: not JSON, or it does not fit the model; the message names the first wrong path and what belongs there.
        UnknownSchema: written by a newer major version of the model than this one, or by a newer minor one that has something
            which this one cannot leave out.
    """
    told = parsed(data)
    version, held = "", told
    if "value" in told:
        if is_minor(told.get("schema_version", SCHEMA_VERSION)):
            version = str(told["schema_version"])
        else:
            told = migrated(told)
        held = _object(told["value"], "/value")
    kind = held.get("kind", told.get("kind"))
    known_types = value_types()
    model = known_types.get(kind) if isinstance(kind, str) else None
    if model is None:
        near = get_close_matches(str(kind), known_types, 1) or [next(iter(known_types))]
        raise BadModel("model-kind", f"/kind 的值不合要求：这里应为文种的名称，如“{near[0]}”（mzsh schema 列出全部）")
    gone: list[str] = []
    if version:
        held = _object(without_unknown(held, [model], ROOT, gone), "/value")
    try:
        value = model.model_validate_json(json.dumps(held), strict=True)
    except ValidationError as error:
        wrong = misfit(error, model)
        raise (too_new(version, wrong.message.split(" ")[0]) if version else wrong) from None
    _check_ids(value)
    if version:
        warnings.warn(NewerSchema(_newer(version, gone)), stacklevel=2)
    return value


def _newer(version: str, gone: list[str]) -> str:
    lost = f"，没有读入的有 {'、'.join(gone[:_MOST_NAMED])}{'等' if len(gone) > _MOST_NAMED else ''}" if gone else ""
    return one_line(f"这份数据的模型版本是 {version}，本程序只认到 {SCHEMA_VERSION}：按 {SCHEMA_VERSION} 读入{lost}")


def parsed(data: str | bytes | dict[str, object]) -> dict[str, object]:
    """Return the object that JSON text holds.

    Raises:
        BadModel: not JSON, no object, or JSON that readers take differently (a name twice, too large a number).
    """
    try:
        text = json.dumps(data, allow_nan=False) if isinstance(data, dict) else _decoded(data)
        return _object(json.loads(text, object_pairs_hook=_pairs, parse_int=_integer), "")
    except json.JSONDecodeError as error:
        where = f"第 {error.lineno} 行第 {error.colno} 个字符处"
        raise BadModel("model-json", f"不是合法的 JSON：{where}读不下去。请检查引号、逗号和括号") from None
    except RecursionError:
        raise BadModel("model-depth", "JSON 嵌套得太深，不是本程序的模型。请看是不是拿错了文件") from None
    except (TypeError, ValueError) as error:
        raise BadModel(
            "model-json", "内容里有 JSON 表示不了的值（如 NaN、日期对象、循环引用）。请换成文字或数字"
        ) from error


def _decoded(data: str | bytes) -> str:
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
        text.encode("utf-8")
    except UnicodeError:
        raise BadModel("model-encoding", "不是 UTF-8 编码的文字。请把文件存成 UTF-8") from None
    return text.removeprefix("\ufeff")


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise BadModel("model-duplicate", "JSON 里有一个对象两次写了同一项，不知道以哪个为准。请只留一个")
    if any(_is_broken(one) for pair in pairs for one in pair):
        raise BadModel("model-encoding", "JSON 里有不成对的代理字符（\\ud800 之类），不是完整的文字。请重新导出")
    return found


def _is_broken(held: object) -> bool:
    """Whether a text, or a text in a list, holds half of a surrogate pair; objects were looked at before."""
    if isinstance(held, list):
        return any(map(_is_broken, cast(list[object], held)))
    return isinstance(held, str) and re.search("[\ud800-\udfff]", held) is not None


def _integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise BadModel("model-number", f"JSON 里有超过 {_MOST_DIGITS} 位的整数，不是数量")
    return int(digits)


def _object(held: object, path: str) -> dict[str, object]:
    if not isinstance(held, dict):
        raise BadModel("model-value", f"{path or '最外层'} 的值不合要求：这里应为对象（{{…}}）")
    return cast(dict[str, object], held)


def _check_ids(value: Value) -> None:
    """Ids are told apart, and links lead to items: whatever edits or compares a value rests on it."""
    seen: dict[str, str] = {}
    for path, ident in _ids(value):
        if ident in seen:
            raise BadModel("model-id", f"{path}/id 与 {seen[ident]}/id 相同：这里应为没有用过的编号")
        seen[ident] = path
    for path, node in walk(value):
        if isinstance(node, Link):
            for name in ("issue", "cause", "measure"):
                if (end := node.__dict__[name]) is not None and end not in seen:
                    raise BadModel("model-link", f"{path}/{name} 的值不合要求：这里应为材料中某一项的编号")


def _ids(value: Value) -> Iterator[tuple[str, str]]:
    for path, node in walk(value):
        info = type(node).model_fields.get("id")
        if info is not None and info.annotation is str and node.__dict__["id"]:
            yield path, node.__dict__["id"]
