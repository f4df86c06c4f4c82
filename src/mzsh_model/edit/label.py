"""The number of an item or a heading: read back behind it, and changed within its form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, cast

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.path import ModelPath
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.rebuild import put
from mzsh_model.model.walk import resolve
from mzsh_model.outline.labels import RUN_IN, Label, label_at

DocT = TypeVar("DocT", bound=DocumentValue)
_SEPARATORS = ("", "，", "、", "：")
"""What may stand between a number of running prose (第一) and its text, and is no part of either."""


def labelled(label: str | None, text: str) -> str | None:
    """Return a text behind its number as a document has it; None where the number is not read there."""
    alone = read_label(label)
    for separator in _SEPARATORS if is_run_in(label) else ("",):
        found = label_at(f"{label}{separator}{text}")
        if alone is not None and found is not None and found.raw == label:
            return f"{label}{separator}{text}"
    return None


def is_run_in(label: str | None) -> bool:
    """Tell whether a number is one of running prose (一是, 第一), whose items may share a paragraph."""
    found = read_label(label)
    return found is not None and found.kind in RUN_IN


def with_label(value: DocT, path: ModelPath, new: object) -> DocT:
    """Return `value` with another number for an item of a list, a heading, or the problem of a row.

    Raises:
        BadEdit: a number of another form, or one that breaks the enumeration it stands in.
    """
    held = resolve(value, path.parent.parent)
    items = cast(tuple[Value, ...], held) if isinstance(held, tuple) else (cast(Value, resolve(value, path.parent)),)
    at = int(path.parent.parts[-1]) if isinstance(held, tuple) else 0
    labels: list[str | None] = [item.__dict__["label"] for item in items]
    if "heading" in items[at].__dict__:  # headings of all levels stand in one list
        labels, at = [labels[at]], 0
    _check(cast("str | None", new), labels[at], labels, at, path)
    return put(value, path.parts, new)


def _check(label: str | None, old: str | None, siblings: Sequence[str | None], at: int, path: str) -> None:
    """Refuse a number that would not be read as one of the same form: the form says which level of the text it is.

    `siblings` are the numbers of the list, the one at position `at` is to change; one that has none may get the form of
    another. Within running prose (一是…二是…) numbers must run on, or the enumeration falls apart.

    Raises:
        BadEdit: another form, no number, or one out of order.
    """
    new = read_label(label)
    forms = {(found.kind, found.form) for one in ([old] if old else siblings) if (found := read_label(one))}
    if new is None or (new.kind, new.form) not in forms:
        raise BadEdit("edit-label", f"{path} 只能换成同一形式的序号，如“一是”换“二是”，“（一）”换“（二）”")
    before = next((found.number for one in reversed(siblings[:at]) if (found := read_label(one))), None)
    if new.kind in RUN_IN and new.number != (before or 0) + 1:
        raise BadEdit("edit-label", f"{path} 没有接着前一个序号，一段之中的列举会读散。请按顺序编号")


def read_label(label: str | None) -> Label | None:
    """The number as it is read before a text, whatever stands between them."""
    for separator in _SEPARATORS if label else ():
        found = label_at(f"{label}{separator}抓")
        if found is not None and found.raw == label:
            return found
    return None
