"""One field edited: which can be, and what changes along with it."""

from __future__ import annotations

from typing import TypeVar, cast

from mzsh_model.edit.cell import with_cell
from mzsh_model.edit.crossing import with_aspect
from mzsh_model.edit.facts import facts_of, followed, held_at
from mzsh_model.edit.following import following
from mzsh_model.edit.headings import section_of_aspect, with_heading
from mzsh_model.edit.item import due_words, with_field, with_text
from mzsh_model.edit.label import with_label
from mzsh_model.edit.pairing import has_id
from mzsh_model.edit.refusal import is_derived, refusal
from mzsh_model.edit.reread import Reader, Reading, read_item
from mzsh_model.edit.stating import may_be_stated, stated
from mzsh_model.edit.storable import check_closing, check_item, check_paragraph
from mzsh_model.edit.written import in_cell, name_of, standing, written
from mzsh_model.kernel.dates import restyle
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.measure_phrases import FIELDS
from mzsh_model.kinds.registry import kind_of
from mzsh_model.kinds.reviewed import where_told
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.documents import DocumentValue, Ledger, LedgerEntry
from mzsh_model.model.items import Aspect, Cause, Instance, Issue, Link, Measure
from mzsh_model.model.parts import (
    CaseReflection,
    Criticism,
    PersonalMatter,
    PriorIssue,
    Review,
    Section,
    Signature,
    Step,
)
from mzsh_model.model.people import Member
from mzsh_model.model.rebuild import put, updated
from mzsh_model.model.walk import resolve
from mzsh_model.reading.frame.closing import may_sign

DocT = TypeVar("DocT", bound=DocumentValue)
Item = Issue | Cause | Measure | Step | PriorIssue | CaseReflection | PersonalMatter
_WORDS = frozenset({"title", "number", "addressee"})
_DERIVED = frozenset({"statement", "title", *FIELDS})


def with_leaf(value: DocT, path: ModelPath, new: object) -> DocT:
    """Return `value` with `new`, which fits, in the field at `path` or in the list of texts there, and what follows.

    Raises:
        BadEdit: the field cannot be edited, or the file could not hold that content there.
    """
    steps = path.parts
    holder, name, old = resolve(value, path.parent), steps[-1], resolve(value, path)
    match holder:
        case tuple():
            return _paragraph(value, path, str(old), str(new))
        case LedgerEntry():
            return cast(DocT, with_cell(cast(Ledger, value), path, new))
        case Issue() | Cause() | Measure() | Step() | PriorIssue() | CaseReflection() | PersonalMatter():
            if kind_of(value).in_cells:
                return cast(DocT, with_cell(cast(Ledger, value), path, new))
            return _in_item(value, path, holder, name, new)
        case Instance():
            at = path.parent.parent.parent
            issue = cast(Issue, resolve(value, at))
            made = with_field(issue, f"instances/{steps[-2]}/text", str(new), _reader(Issue), path)
            return following(value, put(value, at.parts, made), steps)
        case Section() if name == "heading":
            return following(value, with_heading(value, int(steps[1]), str(new)), steps)
        case Section() if name == "label":
            return following(value, with_label(value, path, new), steps)
        case Aspect() if name == "name":
            section = section_of_aspect(value, int(steps[1]))
            if section is None:
                raise BadEdit("edit-field", f"{path} 写在问题的全文里，请改那一条的 text")
            return with_heading(value, section, str(new))
        case Signature():
            if name == "name" and not may_sign(new.raw if isinstance(new, Placeholder) else str(new)):
                raise BadEdit("edit-signature", f"{path} 是落款，要写单位名称（不超过 30 字）或人名")
            return followed(value, put(value, steps, standing(path, name, new, old, "org")))
        case Value() if holder is value and name in _WORDS:
            after = put(value, steps, standing(path, name, new, old))
            return following(value, after, steps)
        case Value() if holder is value and name == "dated":
            return put(value, steps, standing(path, name, new, old))
        case Review():
            return _review(value, path, old, new)
        case Link():
            raise refusal(path, "links")
        case Value() if name in kind_of(value).cells and (holder is value or has_id(type(holder))):
            return put(value, steps, in_cell(path, kind_of(value).cells[name].codec, new))
        case _:
            return _fact(value, path, old, new)


def _review(value: DocT, path: ModelPath, old: object, new: object) -> DocT:
    """A field of a review, whose words stand in a paragraph."""
    told = standing(path, path.parts[-1], new, old)
    place = where_told(value, int(path.parts[1]), path.parts[-1])
    if place is None:
        raise refusal(path, "reviews")
    at, start, end = place
    text = str(resolve(value, at))
    words = restyle(text[start:end], str(new)) if path.parts[-1] == "on" else written("", told, "", path)
    after = with_leaf(value, at, text[:start] + words + text[end:])
    if resolve(after, path) != told:
        raise BadEdit("edit-unread", f"{path} 写进 {at} 以后读出来不是这样。请直接改 {at}")
    return after


def _reader(kind: type[Value]) -> Reader:
    def read(text: str) -> Reading:
        return read_item(kind, text)

    return read


def _paragraph(value: DocT, path: ModelPath, old: str, new: str) -> DocT:
    """A text of a list that holds nothing but texts."""
    name = path.parts[-2]
    if name in ("columns", "claims"):
        raise refusal(path, name)
    check_paragraph(new, path, old)
    if name == "closing" and kind_of(value).tells_closing:
        check_closing(new, path, old)
    return following(value, put(value, path.parts, new), path.parts)


def _in_item(value: DocT, path: ModelPath, item: Item, name: str, new: object) -> DocT:
    """A field of an item whose text holds them all."""
    at, read = path.parent, _reader(type(item))
    if name == "label":
        return with_label(value, path, new)
    if name == "aspect" and isinstance(item, Issue | Cause | Measure):
        return with_aspect(value, path, new)
    if name == "text":
        check_item(str(new), path, item.text, item.label)
        made: Item = with_text(item, str(new), read)
    elif name in _DERIVED and name in type(item).model_fields:
        told = cast("str | Placeholder | None", new)
        if name == "due" and isinstance(told, str) and isinstance(item, Measure):
            told = due_words(told, item.due, path)
        told = name_of(told, path) if name == "owner" else told
        if told == item.__dict__[name]:
            return value
        if _in_cell(value, int(at.parts[-1]), item, name, read):
            return put(value, path.parts, standing(path, name, told, item.__dict__[name], may_be_empty=True))
        made = with_field(item, name, told, read, path)
    else:
        raise refusal(path, name)
    after = put(value, at.parts, made)
    if isinstance(item, Measure) and isinstance(made, Measure):
        after = _spread(after, int(at.parts[-1]), item, made, read)
    return following(value, after, path.parts)


def _in_cell(value: DocumentValue, index: int, item: Item, name: str, read: Reader) -> bool:
    """Whether a measure's owner or time limit stands in a cell beside it: neither in its text nor in a bracket further on."""
    held = item.__dict__[name]
    if not isinstance(item, Measure) or name not in FIELDS or held is None:
        return False
    for measure in _measures(value)[index:]:
        if measure.__dict__[name] != held:
            return True
        if read(measure.text).fields[name] is not None:
            return False
    return True


def _spread(value: DocT, index: int, old: Measure, new: Measure, read: Reader) -> DocT:
    """Let the measures before have what they take from the closing bracket of the one that was edited.

    That they share it shows in what they have from it already.
    """
    edited = [name for name in FIELDS if old.__dict__[name] != new.__dict__[name]]
    measures = list(_measures(value))
    for before in range(index - 1, -1, -1):
        held, own = measures[before], read(measures[before].text).fields
        blank = [name for name in FIELDS if own[name] is None]
        if not any(held.__dict__[name] == old.__dict__[name] is not None for name in blank):
            break
        measures[before] = held.model_copy(update={name: new.__dict__[name] for name in edited if name in blank})
    return updated(value, {"measures": tuple(measures)}) if edited else value


def _measures(value: DocumentValue) -> tuple[Measure, ...]:
    return cast(tuple[Measure, ...], value.__dict__["measures"])


def _in_its_paragraph(value: DocT, path: ModelPath, old: object, new: object) -> DocT:
    """Return `value` in which the paragraph that quotes a criticism has its words, or a name beside them, as they are now."""
    holder = resolve(value, path.parent)
    if not (isinstance(holder, Criticism) and isinstance(old, str) and isinstance(new, str)):
        return value
    quoting = [(at, text) for at, text in kind_of(value).texts(value) if holder.text in text]
    if len(quoting) != 1 or quoting[0][1].count(old) != 1:
        return value
    at, text = quoting[0]
    return put(value, at.parts, text.replace(old, new))


def _with_post(value: DocT, old: object, new: object) -> DocT:
    """Return `value`, whose unit was renamed, with the new name in the post that begins with it: one line says both."""
    subject = value.__dict__.get("subject")
    post = subject.post if isinstance(subject, Member) else None
    if not (isinstance(old, str) and isinstance(new, str) and post is not None and post.startswith(old)):
        return value
    return put(value, ("subject", "post"), new + post.removeprefix(old))


def _fact(value: DocT, path: ModelPath, old: object, new: object) -> DocT:
    """A fact is edited in the text that states it; one whose text the value does not hold, by itself."""
    name = path.parts[-1]
    if isinstance(old, tuple | Value) and not isinstance(old, Placeholder):
        raise refusal(path, name)
    if is_derived(name) or path in ("/meeting/year", "/owner") or ("channels" in path.parts[:-1] and name == "name"):
        raise refusal(path, name)
    of = "org" if path.parts[0] in ("organisation", "subject") else "person"
    if new is not None and may_be_stated(value, path):
        return stated(value, path, new if isinstance(new, Value) else standing(path, name, new, new, of))
    told = standing(path, name, new, old, of)
    facts = facts_of(value)
    place = facts.places.get(path)
    if facts.at(path) != old:
        after = put(_in_its_paragraph(value, path, old, told), path.parts, told)
        return _with_post(after, old, told) if path == "/organisation/name" else after
    if place is None:
        raise refusal(path, name)
    text = str(resolve(value, place[0]))
    raw = text[place[1] : place[2]]
    edited = text[: place[1]] + written(raw, told, name, path) + text[place[2] :]
    after = with_leaf(value, place[0], edited)
    if held_at(after.__dict__, path) != told:
        raise BadEdit("edit-unread", f"{path} 写进 {place[0]} 以后读出来不是这样。请直接改 {place[0]}")
    return after
