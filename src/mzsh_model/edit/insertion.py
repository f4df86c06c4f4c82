"""Entries that come into a list, leave it, or change their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar, cast

from mzsh_model.edit.aspects import own_aspect, year_of
from mzsh_model.edit.following import following
from mzsh_model.edit.item import due_words, with_field
from mzsh_model.edit.lists import free_id, ids_of, placed, relinked
from mzsh_model.edit.pairing import ident, steady
from mzsh_model.edit.plain_row import cells_of
from mzsh_model.edit.refusal import refusal
from mzsh_model.edit.reread import Reading, read_item
from mzsh_model.edit.row import fresh_row, read_issue_cell
from mzsh_model.edit.storable import check_closing, check_item, check_paragraph
from mzsh_model.edit.written import name_of
from mzsh_model.kernel.errors import BadEdit, BadModel, BadPath
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.measure_phrases import FIELDS
from mzsh_model.kinds.registry import kind_of
from mzsh_model.kinds.spec import AspectsIn, Verb
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.documents import DocumentValue, Ledger, LedgerEntry
from mzsh_model.model.items import Issue, Measure
from mzsh_model.model.rebuild import entry_type, fitted, put, type_at
from mzsh_model.model.row_cells import NAME_CELLS, ROW_ONLY
from mzsh_model.model.walk import resolve

DocT = TypeVar("DocT", bound=DocumentValue)
PARAGRAPHS = frozenset({"preamble", "remarks", "closing", "followup", "paragraphs"})
"""The lists of texts that paragraphs may come into."""


def inserted(value: DocT, at: ModelPath, given: object) -> DocT:
    """Return `value` with an entry at the position that `at` names; see `change.insert`."""
    _check_borne(value, Verb.INSERT, at)
    listed = at.parent
    entries = resolve(value, listed)
    if not at.parts or not isinstance(entries, tuple):
        raise BadPath("path-list", f"{listed or '根'} 不是列表，不能插入。例如 /measures/2、/measures/-")
    held = cast(tuple[object, ...], entries)
    index, name = _position(at, len(held)), listed.parts[-1]
    at, kind = listed / index, entry_type(type_at(value, listed.parts))
    if name in PARAGRAPHS:
        text = fitted(given, kind, at)
        check_paragraph(str(text), at)
        if name == "closing" and kind_of(value).tells_closing:
            check_closing(str(text), at)
        return following(value, put(value, listed.parts, (*held[:index], text, *held[index:])), at.parts)
    if name not in kind_of(value).items or not isinstance(kind, type) or not issubclass(kind, Value):
        raise refusal(at, name)
    fields = _fields(given, kind, at)
    near = [*held[:index][-1:], *held[index : index + 1]]
    aspects = kind_of(value).aspects
    siblings = [found for entry in held if (found := ident(entry))]
    if kind is LedgerEntry:
        item: Value = _row(cast(Ledger, value), fields, siblings, at)
    elif kind_of(value).cells:
        item = cells_of(value, kind, {**fields, "id": _new_id(value, name, fields, siblings)}, at)
    else:
        item = _item(value, kind, name, fields, siblings, at)
        if aspects is AspectsIn.TEXTS:
            near = [one for one in near if not (isinstance(one, Issue) and own_aspect(one, year_of(value)))]
        if aspects in (AspectsIn.TEXTS, AspectsIn.HEADINGS):
            item = placed(item, near, at)
    after = put(value, listed.parts, (*held[:index], item, *held[index:]))
    if kind_of(value).in_cells:
        row = cast(Ledger, after).entries[int(at.parts[1])]
        fresh = range(len(row.measures)) if kind is LedgerEntry else [index]
        after = put(after, at.parts[:2], fresh_row(cast(Ledger, value), row, fresh, at))
    return following(value, relinked(after), at.parts)


def without_entry(value: DocT, at: ModelPath) -> DocT:
    """Return `value` without the entry at `at`, and without the links of an item."""
    _check_borne(value, Verb.REMOVE, at)
    name = at.parts[-2]
    if name not in kind_of(value).items and name not in PARAGRAPHS:
        raise BadEdit("edit-list", f"{at} 不能单独去掉。请在文件里改")
    held = cast(tuple[object, ...], resolve(value, at.parent))
    index = int(at.parts[-1])
    after = put(value, at.parent.parts, (*held[:index], *held[index + 1 :]))
    return following(value, relinked(after) if name in kind_of(value).items else after, at.parts)


def reordered(value: DocT, at: ModelPath, ids: Sequence[str | None]) -> DocT:
    """Return `value` with the items of the list at `at` in the order of `ids`, all of theirs; one that moved comes
    under the aspect where it stands now.
    """
    held = cast(tuple[Value, ...], resolve(value, at))
    places = {ident(item): n for n, item in enumerate(held)}
    pairs = [(places[key], n) for n, key in enumerate(ids)]
    stays = steady(pairs)
    items = [held[n] for n, _ in pairs]
    if len(stays) == len(held):
        return value
    for n, pair in enumerate(pairs):
        near = [*items[:n][-1:], *items[n + 1 : n + 2]]
        if pair not in stays and "aspect" in items[n].__dict__ and kind_of(value).aspects is AspectsIn.HEADINGS:
            aspects = {one.__dict__["aspect"] for one in near}
            if items[n].__dict__["aspect"] not in aspects:
                items[n] = placed(items[n].model_copy(update={"aspect": None, "aspect_id": None}), near, at / n)
    return following(value, relinked(put(value, at.parts, tuple(items))), at.parts)


def _check_borne(value: DocumentValue, verb: Verb, at: ModelPath) -> None:
    if reason := kind_of(value).refuses.get(verb):
        raise BadEdit("edit-refused", f"{at} 不能增减：{reason}")


def _position(at: ModelPath, length: int) -> int:
    last = at.parts[-1]
    if last == "-":
        return length
    if last.isascii() and last.isdigit() and len(last) < 9 and int(last) <= length:
        return int(last)
    raise BadPath("path-index", f"{at.parent} 共 {length} 项，不能插在 {last}（从 0 数起，“-”为末尾）")


def _fields(given: object, kind: type[Value], at: ModelPath) -> dict[str, object]:
    """The fields of an item that is given as a value, as JSON has it, or as its text alone."""
    if isinstance(given, str):
        return {"text" if "text" in kind.model_fields else "issue": given}
    if isinstance(given, kind):
        return dict(given.__dict__)
    if isinstance(given, Mapping):
        return dict(cast(Mapping[str, object], given))
    title = kind.model_config.get("title")
    raise BadModel("model-value", f"{at} 的值不合要求：这里应为对象“{title}”或它的全文")


def _new_id(value: Value, name: str, fields: Mapping[str, object], siblings: Sequence[str]) -> str:
    given, taken = fields.get("id"), ids_of(value)
    return given if isinstance(given, str) and given and given not in taken else free_id(taken, name, siblings)


def _item(
    value: DocumentValue,
    kind: type[Value],
    name: str,
    fields: dict[str, object],
    siblings: Sequence[str],
    at: ModelPath,
) -> Value:
    """An item as a reader gives it: its fields from its text, and what was given beside the text put into the text."""
    fields = {**fields, "id": _new_id(value, name, fields, siblings), "label": None}
    if "statement" in kind.model_fields and not fields.get("statement"):
        fields["statement"] = fields.get("text", "")
    wanted = cast(Value, fitted(fields, kind, at))
    text = cast(str, wanted.__dict__["text"])
    check_item(text, at / "text")
    if kind_of(value).in_cells:
        if isinstance(wanted, Measure):
            due = None if wanted.due is None else due_words(wanted.due, None, at / "due")
            names = {name: name_of(wanted.__dict__[name], at / name) for name in NAME_CELLS}
            return wanted.model_copy(update={**names, "due": due})
        return wanted.model_copy(update=read_issue_cell(text).fields)
    for cell in ROW_ONLY:
        if wanted.__dict__.get(cell) is not None:
            raise BadEdit("edit-field", f"{at / cell} 只有台账里有，这里没有地方写。请去掉")

    def read(one: str) -> Reading:
        return read_item(kind, one)

    item = wanted.model_copy(update=read(text).fields)
    for field in ("title", *FIELDS):
        told = cast("str | Placeholder | None", wanted.__dict__.get(field))
        if field == "due" and isinstance(told, str):
            told = due_words(told, cast(Measure, item).due, at / field)
        if told is not None and told != item.__dict__[field]:
            item = with_field(item, field, name_of(told, at / field) if field == "owner" else told, read, at / field)
    return item


def _row(ledger: Ledger, fields: dict[str, object], siblings: Sequence[str], at: ModelPath) -> LedgerEntry:
    """A row with its problem and its measures, all with ids of their own."""
    own = _new_id(ledger, "entries", fields, siblings)
    told: dict[str, object] = {**fields, "id": own, "issue": None, "measures": ()}
    row = cast(LedgerEntry, fitted(told, LedgerEntry, at))
    known = ledger.model_copy(update={"entries": (*ledger.entries, row)})
    if (given := fields.get("issue")) is not None:
        ids = [entry.issue.id for entry in ledger.entries if entry.issue]
        issue = _item(known, Issue, "issue", _fields(given, Issue, at / "issue"), ids, at / "issue")
        row = row.model_copy(update={"issue": issue.model_copy(update={"aspect": row.aspect})})
    for n, given in enumerate(cast(Sequence[object], fields.get("measures") or ())):
        known = ledger.model_copy(update={"entries": (*ledger.entries, row)})
        ids = [measure.id for entry in known.entries for measure in entry.measures]
        path = at / "measures" / n
        measure = _item(known, Measure, "measures", _fields(given, Measure, path), ids, path)
        row = row.model_copy(update={"measures": (*row.measures, measure)})
    return row
