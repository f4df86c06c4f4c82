"""PutGet: what was written must be what is read back, and nothing else may have changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import is_
from typing import TypeVar, cast

from mzsh_model.binding.put.plan import Plan
from mzsh_model.edit.compare import Change, ChangeKind, changes
from mzsh_model.edit.insertion import PARAGRAPHS
from mzsh_model.edit.pairing import ident
from mzsh_model.edit.refusal import READ_OFF
from mzsh_model.kernel.dates import parse_date
from mzsh_model.kernel.errors import BadEdit, BadPath
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.kinds.registry import kind_of
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.walk import resolve, walk
from mzsh_model.outline.lines import Line

V = TypeVar("V", bound=Value)
_NUMBERED = frozenset({"label", "number"})
_TEXTS = frozenset({"text", "heading"})
_TITLE, _POST, _UNIT = ROOT / "title", ROOT / "subject" / "post", ROOT / "organisation" / "name"
_NEWCOMER = frozenset({"text", "heading", "aspect", "owner", "department", "due", "status"})


def verify_lines(plan: Plan, lines: Sequence[Line]) -> None:
    """Compare the lines with what was foretold; numbers that Word computes may have moved on, empty lines do not count.

    Raises:
        BadEdit: they differ.
    """
    foretold = [line.text[plan.lines[line.was - 1].auto if line.was else 0 :].strip() for line in plan.foretell()]
    got = [line.text[line.auto :].strip() for line in lines]
    if [text for text in foretold if text] != [text for text in got if text]:
        raise not_stored()


def verify_value(
    plan: Plan, old: Outcome[DocumentValue], new: DocumentValue, made: Sequence[Change], got: DocumentValue
) -> None:
    """Compare the value that is read back with the one that was written.

    What was changed must be there; what stands in words that nobody touched must be as it was; what a reader takes from
    the touched words (a first sentence, a time limit inside a text, a number in a list, links) may have followed.

    Raises:
        BadEdit: the first path that reads otherwise.
    """
    asked = _Asked(plan, old, new, made)
    if type(got) is not type(new):
        raise otherwise("")
    wanted, read = _apart(new), _apart(got)
    for change in changes(wanted, with_ids_of(wanted, read)):
        if not asked.allows(change):
            raise otherwise(change.path or change.target)


def _apart(value: V) -> V:
    """A value without its lists that follow from the rest."""
    return value.model_copy(update={name: () for name in READ_OFF.keys() & value.__dict__.keys()})


class _Asked:
    def __init__(self, plan: Plan, old: Outcome[DocumentValue], new: DocumentValue, made: Sequence[Change]) -> None:
        self._plan = plan
        self._anchors = old.anchors
        self._new = new
        self._fields = {change.target for change in made if change.kind is ChangeKind.CHANGED}
        self._above = {above for path in self._fields for above in _above(path)}
        self._newcomers = {change.target for change in made if change.kind is ChangeKind.ADDED}
        self._old = old.value
        self._cells = kind_of(new).cells.keys() - _NUMBERED
        self._changed = {self._item(path) for path in self._fields} - {None}

    @cached_property
    def _homes(self) -> dict[tuple[type, str] | None, ModelPath]:
        """Where each item stood before."""
        return {key: path for path, node in walk(self._old) if (key := _key(node)) is not None}

    def allows(self, change: Change) -> bool:
        path = change.path or change.target
        parts = path.parts
        if any(part in READ_OFF for part in parts):
            return True
        if change.kind is not ChangeKind.CHANGED:
            return False
        item = self._item(path)
        if item in self._newcomers:
            return parts[-1] not in self._cells and (parts[-1] not in _NEWCOMER or change.old is None)
        if path in self._fields and not (parts[-1] in _NUMBERED and change.old is None):
            return _same(change.old, change.new, parts[-1])
        if parts[-1] in _NUMBERED:
            return True
        if item in self._changed:
            return True
        if path in self._above:
            return False  # what was asked for is not there at all
        if path == _POST and _UNIT in self._fields and _TITLE not in self._fields:
            raise BadEdit(
                "edit-beside", f"{path} 和 {_UNIT} 写在同一行，只改一处会带动另一处。请用 mz.replace 来改，两处会一起改"
            )
        return not _is_text(path) and self._was_touched(path, item)

    def _item(self, path: ModelPath) -> ModelPath | None:
        """The path of the item that a field belongs to, None where it belongs to none."""
        at = path
        while at:
            try:
                if _key(resolve(self._new, at)) is not None:
                    return at
            except BadPath:
                return None
            at = at.parent
        return None

    def _was_touched(self, path: ModelPath, item: ModelPath | None) -> bool:
        """Whether the words that a field was read from were changed."""
        before = path
        if item is not None:
            home = self._homes.get(_key(resolve(self._new, item)))
            if home is None:
                return False
            before = ModelPath(f"{home}{path[len(item) :]}")
        while before and before not in self._anchors:
            before = before.parent
        place = self._anchors.get(before)
        if place is None:
            return bool(self._plan.touched)
        return any(self._touches(part.line, part.start, part.end) for part in place.parts)

    def _touches(self, line: int, start: int, end: int) -> bool:
        if line in self._plan.deleted:
            return True
        return any(hunk.start <= end and start <= hunk.end for hunk in self._plan.retyped.get(line, ()))


def _above(path: ModelPath) -> Iterator[ModelPath]:
    while path := path.parent:
        yield path


def _is_text(path: ModelPath) -> bool:
    """Whether words of the document stand at a path, not what was read off them: nobody else may change those."""
    parts = path.parts
    return path == _TITLE or parts[-1] in _TEXTS or (len(parts) > 1 and parts[-2] in PARAGRAPHS)


def _key(node: object) -> tuple[type, str] | None:
    known = ident(node)
    return None if known is None else (type(node), known)


def _same(wanted: object, read: object, field: str) -> bool:
    if wanted == read:
        return True
    if field != "due" or not (isinstance(wanted, str) and isinstance(read, str)):
        return False
    one, other = parse_date(wanted), parse_date(read)
    return one is not None and other is not None and one.edtf == other.edtf


def with_ids_of(new: V, got: V) -> V:
    """Return the value that was read with the ids that the items at the same places were written with.

    What was read as it was written is the very object that was written: whoever compares them passes over it.
    """
    held: dict[str, object] = {}
    for name, mine in got.__dict__.items():
        renamed = _renamed(new.__dict__[name], mine)
        if renamed is not mine:
            held[name] = renamed
    if (known := ident(new)) is not None and known != ident(got):
        held["id"] = known
    return got.model_copy(update=held) if held else got


def _renamed(new: object, got: object) -> object:
    if isinstance(got, Value):
        if not isinstance(new, Value) or type(got) is not type(new):
            return got
        known = ident(new)
        said = got.__dict__ if known is None else {**got.__dict__, "id": known}
        return new if said == new.__dict__ else with_ids_of(new, got)
    if not isinstance(got, tuple):
        return got
    mine = cast(tuple[object, ...], got)
    if mine is new:
        return mine
    theirs = cast(tuple[object, ...], new) if isinstance(new, tuple) else ()
    told = tuple(_renamed(theirs[n] if n < len(theirs) else None, held) for n, held in enumerate(mine))
    return mine if all(map(is_, told, mine)) else told


def otherwise(path: str) -> BadEdit:
    """Return the error for an edit that would be read back as something else."""
    where = path or "全文"
    return BadEdit(
        "edit-reads-otherwise", f"{where} 写进文件后会读成别的样子，没有写入。请换一种写法，或改相邻的标题和序号"
    )


def not_stored() -> BadEdit:
    """Return the error for words that do not come out of the file as they were put in."""
    return BadEdit("edit-not-stored", "改动写进文件后读出来与要写的不同，没有写入。请换一种写法，或在 Word 里改")
