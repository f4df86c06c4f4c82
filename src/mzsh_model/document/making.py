"""A value made in code made whole: what its texts, its headings and its place on paper say, as a reader reads them."""

from __future__ import annotations

from typing import TypeVar, cast

from mzsh_model.binding.put.verify import with_ids_of
from mzsh_model.document.opening import open_document
from mzsh_model.edit.compare import Change, ChangeKind, changes
from mzsh_model.edit.made import as_told, contradiction, is_bare, with_chair_once, with_ids
from mzsh_model.kernel.dates import parse_date
from mzsh_model.kernel.errors import BadModel, BadPath
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.given_title import given_title
from mzsh_model.kinds.registry import kind_of
from mzsh_model.kinds.write import complete as on_paper
from mzsh_model.kinds.write import write as written
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.items import Issue, Link
from mzsh_model.model.rebuild import updated
from mzsh_model.model.walk import resolve

DocT = TypeVar("DocT", bound=DocumentValue)
_LAID_OUT = frozenset({"sections", "aspects", "links"})
_DERIVED = frozenset({"label", "aspect_id", "canonical", "id"})
_NOTHING: tuple[object, ...] = (None, "", ())


def complete(value: DocT) -> DocT:
    """Return the value as it stands on paper: every item under a heading, headings and enumerations with their numbers.

    Of a value made in code only the content is needed (`Issue(text=…)`): ids, statements, owners, time limits, links, the
    title of the paper, headings and numbers are what the readers make of it once it is written. Owner and time limit that a
    text does not say come into it, dates in EDTF are written out (`2026-06` gives 2026年6月), links that are given stay.

    Of a value that was read, what is missing is given: numbers (those of their neighbours' form go on, else 一、（一）1.（1）
    for headings and 一是 for items), headings for items that stand under none, and in a report sentences for facts that no
    text tells; a value in which nothing is missing is equal to what is returned.

    Raises:
        BadModel: what is given contradicts its text; all contradictions at once, each with both readings.
        WrongKind: this kind of document cannot be written yet.
        BadEdit: a text that no paper can hold.
    """
    return made(value)[0] if is_bare(value) else on_paper(value)


def made(value: DocT) -> tuple[DocT, bytes]:
    """Return a value made in code as it is read back from the paper that says it, and that paper (.docx)."""
    value = with_chair_once(updated(value, {"title": given_title(value, kind_of(value).zh)}))
    told, wrong = as_told(with_ids(value), cells="entries" in value.__dict__)
    if wrong:
        raise _contradicting(wrong)
    laid = on_paper(told)
    data = written(laid)
    got = open_document(data).read().value
    if type(got) is not type(laid):
        raise BadModel("model-kind-read", f"写成材料后读不出是这种文种。请改标题，如“……{kind_of(value).zh}”")
    read = with_ids_of(laid, got)
    wrong = tuple(said for change in changes(laid, read) if (said := _against(value, read, change)))
    if wrong:
        raise _contradicting(wrong)
    return updated(read, {"links": _linked(value, read)}) if "links" in read.__dict__ else read, data


def _against(value: Value, read: Value, change: Change) -> str | None:
    """What the paper, as `read`, says otherwise than `value` was given; None where it was not given, or says the same."""
    path = change.path or change.target
    if path.parts[0] in _LAID_OUT and value.__dict__.get(path.parts[0]) in _NOTHING:
        return None
    if path.parts[0] == "links" or path.parts[-1] in _DERIVED:
        return None
    if change.kind is not ChangeKind.CHANGED:
        return contradiction(path, change.old, change.new)
    try:
        given = resolve(value, path)
    except BadPath:
        given = None
    if given in _NOTHING:
        return None
    if path.parts[-1] == "text" and isinstance(change.old, str) and change.old.rstrip("。；") == change.new:
        return None  # words that were said to somebody are told without the mark at their end
    if path.parts[-1] == "due" and isinstance(change.old, str) and isinstance(change.new, str):
        one, other = parse_date(change.old), parse_date(change.new)
        if one is not None and other is not None and one.edtf == other.edtf:
            return None
    return None if _names_aspect_itself(value, read, path) else contradiction(path, given, change.new)


def _names_aspect_itself(value: Value, read: Value, path: ModelPath) -> bool:
    """Whether a text was given with its aspect in front (在作风方面，下乡少。), and is read as that aspect and the rest."""
    item, told = resolve(value, path.parent), resolve(read, path.parent)
    if path.parts[-1] != "text" or not isinstance(item, Issue) or not isinstance(told, Issue):
        return False
    if item.aspect is not None or told.aspect is None or not item.text.endswith(told.text):
        return False
    lead = item.text.removesuffix(told.text).rstrip("，,：:—")
    return lead.removeprefix("在") == told.aspect.removeprefix("在")


def _linked(value: DocumentValue, read: DocumentValue) -> tuple[Link, ...]:
    """The links that were given, and those that were read of items that none was given for."""
    given = cast(tuple[Link, ...], value.__dict__["links"])
    told = {link.issue for link in given}
    return (*given, *(link for link in cast(tuple[Link, ...], read.__dict__["links"]) if link.issue not in told))


def _contradicting(wrong: tuple[str, ...]) -> BadModel:
    return BadModel("model-contradiction", f"{'；'.join(wrong)}。请只留一种说法，或只写全文")
