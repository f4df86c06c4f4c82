"""One field edited: which can be, and what changes along with it."""

from __future__ import annotations

from typing import TypeVar, cast

from mzsh_model.edit.facts import facts_of, followed, held_at, opening_reads
from mzsh_model.edit.headings import section_of_aspect, with_aspects_of_year, with_heading, with_own_aspects
from mzsh_model.edit.item import due_words, with_field, with_text
from mzsh_model.edit.phrases import FIELDS
from mzsh_model.edit.rebuild import put
from mzsh_model.edit.reread import Reader, Reading, read_item
from mzsh_model.edit.row import read_issue_cell, settled
from mzsh_model.edit.storable import check_closing, check_item, check_label, check_paragraph, check_words
from mzsh_model.edit.written import name_of, written
from mzsh_model.kernel.dates import parse_date
from mzsh_model.kernel.errors import BadEdit, BadModel
from mzsh_model.kernel.path import ModelPath
from mzsh_model.model.base import Kind, Placeholder, Value
from mzsh_model.model.documents import DocumentValue, Ledger, LedgerEntry, MeetingReport, SelfExamination
from mzsh_model.model.items import Aspect, Cause, Instance, Issue, Link, Measure
from mzsh_model.model.parts import CaseReflection, Criticism, PersonalMatter, PriorIssue, Section, Signature, Step
from mzsh_model.model.walk import resolve
from mzsh_model.readers.closing import is_signer

DocT = TypeVar("DocT", bound=DocumentValue)
Item = Issue | Cause | Measure | Step | PriorIssue | CaseReflection | PersonalMatter
_LEDGER_CELLS = ("origin", "status", "progress", "evidence")
_REASONS = {
    "id": "同一项的编号不变。换一项请用 remove 和 insert",
    "kind": "文种由整份材料决定",
    "links": "对应关系由阅读得出，不写在文件里",
    "aspect": "方面写在标题里，请改那一级标题（/sections/…/heading）",
    "aspect_id": "年度目录中的编号随标题而定，请改标题",
    "canonical": "规范表述来自年度目录",
    "role": "由标题和下面的内容看出，请改标题",
    "level": "由标题的序号看出，请改序号",
    "scope": "由标题和导语看出，请改标题",
    "columns": "表头决定各栏怎么读，请在文件里改",
    **dict.fromkeys(_LEDGER_CELLS, "只有台账里有这一项"),
    "of": "由原文看出，请改所在的那一项",
}
"""Why a field cannot be edited, in words; others are told to be no text of their own."""

_WORDS = frozenset({"title", "number", "addressee"})
_DATES = frozenset({"dated", "on", "held_on"})
_DERIVED = frozenset({"statement", "title", *FIELDS})


def refusal(path: str, name: str) -> BadEdit:
    """Return why the field `name` at `path` cannot be edited."""
    return BadEdit("edit-field", f"{path} 不能改：{_REASONS.get(name, '它不是文件里单独的一段文字，请改它所在的文字')}")


def with_leaf(value: DocT, path: ModelPath, new: object) -> DocT:
    """Return `value` with `new`, which fits, in the field at `path` or in the list of texts there, and what follows.

    Raises:
        BadEdit: the field cannot be edited, or the file could not hold that content there.
    """
    steps = path.parts
    holder, name, old = resolve(value, path.parent), steps[-1], resolve(value, path)
    if isinstance(holder, tuple):
        name, holder = steps[-2], resolve(value, path.parent.parent)
        if name == "columns":
            raise refusal(path, name)
        check_paragraph(str(new), path, str(old))
        if name == "closing" and isinstance(value, SelfExamination):
            check_closing(str(new), path, str(old))
        return following(value, put(value, steps, new), steps)
    match holder:
        case LedgerEntry():
            return _in_row(value, path, new)
        case Issue() | Cause() | Measure() | Step() | PriorIssue() | CaseReflection() | PersonalMatter():
            return _in_row(value, path, new) if isinstance(value, Ledger) else _in_item(value, path, holder, name, new)
        case Instance():
            at = path.parent.parent.parent
            issue = cast(Issue, resolve(value, at))
            made = with_field(issue, f"instances/{steps[-2]}/text", str(new), _reader(Issue), path)
            return following(value, put(value, at.parts, made), steps)
        case Criticism() if name in ("text", "critic", "target"):
            return put(value, steps, _plain(path, name, new, old))
        case Section() if name == "heading" and isinstance(value, SelfExamination | MeetingReport):
            return cast(DocT, with_heading(value, int(steps[1]), str(new)))
        case Section() if name == "label":
            return _numbered(value, path, new)
        case Aspect() if name == "name" and isinstance(value, SelfExamination | MeetingReport):
            section = section_of_aspect(value, int(steps[1]))
            if section is None:
                raise BadEdit("edit-field", f"{path} 写在问题的全文里，请改那一条的 text")
            return cast(DocT, with_heading(value, section, str(new)))
        case Signature():
            if name == "name" and not is_signer(new.raw if isinstance(new, Placeholder) else str(new)):
                raise BadEdit("edit-signature", f"{path} 是落款单位，要写单位名称，不超过 30 字")
            return put(value, steps, _plain(path, name, new, old, "org"))
        case Value() if holder is value and name in _WORDS:
            after = put(value, steps, _plain(path, name, new, old))
            return following(value, after, steps)
        case Value() if holder is value and name == "dated":
            return put(value, steps, _plain(path, name, new, old))
        case Link():
            raise refusal(path, "links")
        case _:
            return _fact(value, path, old, new)


def _numbered(value: DocT, path: ModelPath, new: object) -> DocT:
    """Another number of the same form, for an item of a list, a heading, or the problem of a row."""
    held = resolve(value, path.parent.parent)
    items = cast(tuple[Value, ...], held) if isinstance(held, tuple) else (cast(Value, resolve(value, path.parent)),)
    at = int(path.parent.parts[-1]) if isinstance(held, tuple) else 0
    labels: list[str | None] = [item.__dict__["label"] for item in items]
    if isinstance(items[at], Section):
        labels = [labels[at]]
        at = 0
    check_label(cast("str | None", new), labels[at], labels, at, path)
    return put(value, path.parts, new)


def _reader(kind: type[Value]) -> Reader:
    def read(text: str) -> Reading:
        return read_item(kind, text)

    return read


def _in_item(value: DocT, path: ModelPath, item: Item, name: str, new: object) -> DocT:
    """A field of an item whose text holds them all."""
    at, read = path.parent, _reader(type(item))
    if name == "label":
        return _numbered(value, path, new)
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
        made = with_field(item, name, told, read, path)
    else:
        raise refusal(path, name)
    after = put(value, at.parts, made)
    if isinstance(after, SelfExamination) and isinstance(item, Measure) and isinstance(made, Measure):
        after = cast(DocT, _spread(after, int(at.parts[-1]), item, made, read))
    return following(value, after, path.parts)


def _spread(value: SelfExamination, index: int, old: Measure, new: Measure, read: Reader) -> SelfExamination:
    """Let the measures before have what they took from the closing bracket of the one that was edited."""
    taken = [name for name in FIELDS if old.__dict__[name] is not None and old.__dict__[name] != new.__dict__[name]]
    measures = list(value.measures)
    for before in range(index - 1, -1, -1):
        held, own = measures[before], read(measures[before].text).fields
        shared = [name for name in taken if own[name] is None and held.__dict__[name] == old.__dict__[name]]
        if not shared:
            break
        measures[before] = held.model_copy(update={name: new.__dict__[name] for name in shared})
    return value.model_copy(update={"measures": tuple(measures)}) if taken else value


def _in_row(value: DocT, path: ModelPath, new: object) -> DocT:
    """A cell of a ledger."""
    ledger = cast(Ledger, value)
    steps, name = path.parts, path.parts[-1]
    row = int(steps[1])
    before = ledger.entries[row]
    item, old = resolve(value, path.parent), resolve(value, path)
    if name == "label":
        return _numbered(value, path, new)
    if name == "aspect":
        told = _plain(path, name, new, old, may_be_empty=True)
        after = before.model_copy(update={"aspect": told})
        if before.issue is not None:
            after = put(after, ("issue", "aspect"), told)
    elif isinstance(item, Issue) and name in ("text", "statement"):
        made = (
            with_text(item, str(new), read_issue_cell)
            if name == "text"
            else with_field(item, name, str(new), read_issue_cell, path)
        )
        check_item(made.text, path, item.text, item.label)
        after = before.model_copy(update={"issue": made})
    elif name == "text":
        check_item(str(new), path, str(old), cast(Measure, item).label)
        after = put(before, steps[2:], new)
    elif name in _CELLS and isinstance(item, Value) and name in type(item).model_fields:
        told = cast("str | Placeholder | None", new)
        if name == "due" and isinstance(told, str):
            told = due_words(told, cast("str | None", old), path)
        after = put(before, steps[2:], _plain(path, name, told, old, may_be_empty=True))
    else:
        raise refusal(path, name)
    index = int(steps[3]) if steps[2] == "measures" else (0 if before.measures else None)
    done = settled(ledger, before, after, index, path)
    return put(value, steps[:2], done)


_CELLS = frozenset({"number", "goal", "remark", "owner", "department", "due", *_LEDGER_CELLS})


def _plain(path: str, name: str, new: object, old: object, of: str = "person", *, may_be_empty: bool = False) -> object:
    """Check what stands in a place of its own; there must have been something, or a cell that may be empty."""
    if not may_be_empty and (new is None or old is None):
        raise BadEdit("edit-absent", f"{path} 在文件里没有自己的位置可以添上或去掉。请在文件里写好再读")
    if new is None:
        return None
    if name in _DATES:
        date = parse_date(str(new))
        if date is None or date.edtf != new or not date.possible:
            raise BadModel("model-date", f"{path} 的值不合要求：这里应为 EDTF 写法的日期，如 2026-01-12、2026-01-XX")
        return new
    told = new.raw if isinstance(new, Placeholder) else str(new)
    check_words(told, path, lines=may_be_empty)
    if name == "addressee" and told[-1] in "：:":
        raise BadEdit("edit-end", f"{path} 不含末尾的冒号。请去掉")
    if name == "title":
        check_paragraph(told, path, str(old))
    named = name in ("name", "owner", "critic", "target")
    return name_of(cast("str | Placeholder", new), path, of) if named else new


def _fact(value: DocT, path: ModelPath, old: object, new: object) -> DocT:
    """A fact is edited in the text that states it; one whose text the value does not hold, by itself."""
    name = path.parts[-1]
    if isinstance(old, tuple | Value) and not isinstance(old, Placeholder):
        raise refusal(path, name)
    if name in _REASONS or path in ("/meeting/year", "/owner") or ("channels" in path.parts[:-1] and name == "name"):
        raise refusal(path, name)
    told = _plain(path, name, new, old, "org" if path.parts[0] in ("organisation", "subject") else "person")
    facts = facts_of(value)
    place = facts.places.get(path)
    if facts.at(path) != old:
        return put(value, path.parts, told)
    if place is None:
        raise refusal(path, name)
    text = str(resolve(value, place[0]))
    raw = text[place[1] : place[2]]
    edited = text[: place[1]] + written(raw, told, name, path) + text[place[2] :]
    after = with_leaf(value, place[0], edited)
    if held_at(after.__dict__, path) != told:
        raise BadEdit("edit-unread", f"{path} 写进 {place[0]} 以后读出来不是这样。请直接改 {place[0]}")
    return after


def following(before: DocT, after: DocT, steps: tuple[str, ...]) -> DocT:
    """Return `after`, where texts below `steps` were edited, with the facts they state and the aspects they name."""
    bearing = {
        "SelfExamination": steps[0] in ("title", "preamble", "sections", "prior_issues"),
        "MeetingReport": True,
        "Ledger": steps[0] in ("title", "preamble", "closing"),
    }
    if not bearing.get(before.kind, False):
        return after
    if isinstance(before, MeetingReport) and isinstance(after, MeetingReport):
        after = cast(DocT, with_own_aspects(before, after))
    if steps[0] in ("title", "preamble"):
        _check_opening(before, after, f"/{'/'.join(steps)}")
    after = followed(before, after)
    if isinstance(after, SelfExamination | MeetingReport) and after.year != before.__dict__["year"]:
        after = cast(DocT, with_aspects_of_year(after))
    return after


def _check_opening(before: DocumentValue, after: DocumentValue, path: str) -> None:
    """Refuse a title or an opening paragraph that would be read as something else, or make another kind of document."""
    (was, kind), (now, other) = opening_reads(before), opening_reads(after)
    if was and not now:
        raise BadEdit("edit-opening", f"{path} 这样写会与标题、署名或导语混在一起。标题不带标点结尾，导语要成句")
    own = Kind(before.kind)
    if other is not own and (kind is own or other is not Kind.UNKNOWN):
        raise BadEdit("edit-kind", f"{path} 这样写就不再读作{own.zh}。请保留表明文种的词")
