"""The one traversal of a value, and the lookup of a path in it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import cast, get_args

from mzsh_model.kernel.errors import BadPath
from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.model.base import Value


def walk(value: Value, kinds: frozenset[type[Value]] | None = None) -> Iterator[tuple[ModelPath, Value]]:
    """Yield every value inside `value`, itself first, in document order, with its path.

    With `kinds`, only values of these types; no field is looked into that by its type can hold none.
    """
    fields: dict[type[Value], tuple[str, ...]] = {}
    pending: list[tuple[ModelPath, Value]] = [(ROOT, value)]
    while pending:
        path, node = pending.pop()
        kind = type(node)
        if kinds is None or kind in kinds:
            yield path, node
        if kind not in fields:
            fields[kind] = tuple(n for n, held in _holding(kind).items() if held and not held.isdisjoint(kinds or held))
        below: list[tuple[ModelPath, Value]] = []
        for name in fields[kind]:
            held: object = getattr(node, name)
            if isinstance(held, Value):
                below.append((ModelPath(f"{path}/{name}"), held))
            elif isinstance(held, tuple):
                for index, item in enumerate(cast(tuple[object, ...], held)):
                    if isinstance(item, Value):
                        below.append((ModelPath(f"{path}/{name}/{index}"), item))
        pending.extend(reversed(below))


@cache
def _holding(kind: type[Value]) -> dict[str, frozenset[type[Value]]]:
    """By field of a type: the types of the values that it can hold, at any depth."""
    return {name: _inside(field.annotation) for name, field in kind.model_fields.items()}


def _inside(annotation: object) -> frozenset[type[Value]]:
    found: set[type[Value]] = set()
    pending = [annotation]
    while pending:
        at = pending.pop()
        if not (isinstance(at, type) and issubclass(at, Value)):
            pending += get_args(at)
        elif at not in found:
            found.add(at)
            pending += [field.annotation for field in at.model_fields.values()]
    return frozenset(found)


def resolve(value: Value, path: str) -> object:
    """Return what stands at `path` in `value`.

    Raises:
        BadPath: the path leads nowhere; the message names the step that fails and the nearest one there is.
    """
    at: object = value
    done = ""
    for part in ModelPath(path).parts:
        at = _step(at, part, done)
        done += "/" + part
    return at


def _step(at: object, part: str, done: str) -> object:
    where = done or "根"
    if isinstance(at, Value):
        fields = list(type(at).model_fields)
        if part in fields:
            return getattr(at, part)
        near = get_close_matches(part, fields, 1)
        hint = f"，是不是 {near[0]}" if near else f"，这里有 {'、'.join(fields)}"
        raise BadPath("path-unknown", f"{where} 没有 {part}{hint}")
    if isinstance(at, tuple):
        items = cast(tuple[object, ...], at)
        if part.isascii() and part.isdigit() and len(part) < 9 and int(part) < len(items):
            return items[int(part)]
        raise BadPath("path-index", f"{where} 共 {len(items)} 项，没有第 {part} 项（从 0 数起）")
    raise BadPath("path-leaf", f"{where} 下面没有可取的内容，{part} 无处可找")
