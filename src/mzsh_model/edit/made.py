"""A value made in code as a reader gives it: ids, and what each item's own text says, by the readers' own code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, cast

from mzsh_model.edit.item import due_words, with_field
from mzsh_model.edit.lists import ids_of
from mzsh_model.edit.pairing import has_id
from mzsh_model.edit.reread import Reading, read_item
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.kinds.measure_phrases import FIELDS
from mzsh_model.kinds.registry import id_letters
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.items import Issue, Measure
from mzsh_model.model.parts import Meeting
from mzsh_model.model.rebuild import updated
from mzsh_model.model.walk import walk

DocT = TypeVar("DocT", bound=DocumentValue)
ValueT = TypeVar("ValueT", bound=Value)
_OTHERS = "k"
"""The letter of ids in lists that have none of their own."""


def is_bare(value: Value) -> bool:
    """Tell whether a value was made in code: an item lacks what a reader gives it; a paper has neither items nor title."""
    items = any(has_id(type(node)) for _, node in walk(value))
    return lacks_ids(value) or (isinstance(value, DocumentValue) and value.title is None and not items)


def lacks_ids(value: Value) -> bool:
    """Tell whether an item has no id, or a problem no statement."""
    return any(
        (has_id(type(node)) and not node.__dict__["id"]) or (isinstance(node, Issue) and not node.statement)
        for _, node in walk(value)
    )


def with_chair_once(value: DocT) -> DocT:
    """Return `value` in which whoever leads a meeting is not given among those who came, too: papers name him once."""
    meeting = value.__dict__.get("meeting")
    if not isinstance(meeting, Meeting) or meeting.chair is None:
        return value
    chair = meeting.chair
    same = next((one for one in meeting.attendees if one.name == chair.name), None)
    posts = (chair.post or "", (same.post if same else None) or "")
    if same is None or not (posts[0].endswith(posts[1]) or posts[1].endswith(posts[0])):
        return value
    chair = chair.model_copy(update={"post": max(posts, key=len) or None})
    others = tuple(one for one in meeting.attendees if one is not same)
    return updated(value, {"meeting": meeting.model_copy(update={"chair": chair, "attendees": others})})


def with_ids(value: DocT) -> DocT:
    """Return `value` in which every item has an id."""
    taken = ids_of(value) - {""}
    return _identified(value, "", taken)


def _identified(node: ValueT, name: str, taken: set[str]) -> ValueT:
    told: dict[str, object] = {}
    for field, held in node.__dict__.items():
        if isinstance(held, Value):
            told[field] = _identified(held, field, taken)
        elif isinstance(held, tuple):
            entries = cast(tuple[object, ...], held)
            told[field] = tuple(_identified(e, field, taken) if isinstance(e, Value) else e for e in entries)
    if has_id(type(node)) and not node.__dict__["id"]:
        letter, at = id_letters().get(name, _OTHERS), 1
        while f"{letter}{at}" in taken:
            at += 1
        taken.add(f"{letter}{at}")
        told["id"] = f"{letter}{at}"
    return updated(node, told)


def as_told(value: DocT, *, cells: bool) -> tuple[DocT, tuple[str, ...]]:
    """Return `value` with what its items' texts say in their fields, and the contradictions, one line each.

    Owner, department and time limit that no text says come into it; with `cells` they have cells of their own. A time
    limit in EDTF is written out.
    """
    wrong: list[str] = []

    def told(node: ValueT, path: ModelPath) -> ValueT:
        parts: dict[str, object] = {}
        for field, held in node.__dict__.items():
            if isinstance(held, Value):
                parts[field] = told(held, path / field)
            elif isinstance(held, tuple):
                entries = cast(tuple[object, ...], held)
                parts[field] = tuple(
                    told(e, path / field / n) if isinstance(e, Value) else e for n, e in enumerate(entries)
                )
        node = updated(node, parts)
        has_text = isinstance(node.__dict__.get("text"), str) and has_id(type(node))
        return _item_as_told(node, path, wrong, cells=cells) if has_text else node

    return told(value, ROOT), tuple(wrong)


def _item_as_told(item: ValueT, path: ModelPath, wrong: list[str], *, cells: bool) -> ValueT:
    kind, text = type(item), cast(str, item.__dict__["text"])

    def read(one: str) -> Reading:
        return read_item(kind, one)

    fields = read(text).fields
    if isinstance(item, Measure) and cells:
        due = None if item.due is None else due_words(item.due, None, path / "due")
        return item.model_copy(update={"due": due})
    made = item
    for name, now in fields.items():
        held = item.__dict__[name]
        if name == "due" and isinstance(held, str):
            held = due_words(held, cast("str | None", now), path / name)
        if held in (None, "", ()) or held == now:
            made = made.model_copy(update={name: now})
        elif now in (None, "") and (name in FIELDS or name == "title"):
            try:
                made = with_field(
                    made.model_copy(update={name: None}), name, cast("str | Placeholder", held), read, path / name
                )
            except BadEdit as error:
                wrong.append(error.message)
        else:
            wrong.append(contradiction(path / name, held, now))
    return made


def contradiction(path: ModelPath, given: object, read: object) -> str:
    """Return in one line what was given at a path and what its text reads as."""
    return f"{path} 给的是{_said(given)}，从文字读出的是{_said(read)}"


def _said(held: object) -> str:
    if held is None or held == () or held == "":
        return "空"
    if isinstance(held, Value) and not isinstance(held, Placeholder) and not any(_texts(held)):
        return "没有文字的一项"
    if isinstance(held, tuple):
        return f"{len(cast(tuple[object, ...], held))}项"
    words = held.raw if isinstance(held, Placeholder) else str(held)
    if isinstance(held, Value) and not isinstance(held, Placeholder):
        words = next(_texts(held), "")
    return f"“{words if len(words) <= 24 else words[:23] + '…'}”"


def _texts(value: Value) -> Iterator[str]:
    for name in ("text", "heading", "name"):
        if isinstance(told := value.__dict__.get(name), str):
            yield told
