"""The items of a bound file known again after people edited it: their ids, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from mzsh_model.binding.identity.carriers import Carried, ItemMark
from mzsh_model.binding.identity.claims import Seen
from mzsh_model.binding.identity.extents import Extents
from mzsh_model.binding.identity.fates import Fate, assign_ids, fates
from mzsh_model.binding.identity.items import items_of, with_ids
from mzsh_model.binding.identity.recollect import known_by_bookmarks, recollected
from mzsh_model.binding.identity.telling import FateKind
from mzsh_model.kernel.outcome import Notice, Outcome
from mzsh_model.model.documents import DocumentValue
from mzsh_model.outline.lines import Outline

_LOST = "这份文件绑定过，但书签和快照都不在了，认不出原来的条目。请从绑定过的文件重新开始，或重新绑定"
_NO_SNAPSHOT = "文件里的快照不在了，只能按书签认条目，说不出谁有改动、谁被删去"
_UNREAD = "原来一个{kind}的书签在这一行，但这一行现在没有读成条目。请核对"


def recognised(
    outline: Outline, outcome: Outcome[DocumentValue], carried: Carried
) -> tuple[Outcome[DocumentValue], tuple[Fate, ...]]:
    """Return the reading with the ids that its items have by what the file carries, and what became of each item.

    `outline` and `outcome` are what was read from the file. Links follow the ids; the same file gives the same ids, new items
    included. What is not decided is told in a notice (`identity-ambiguous`), and so is what is only likely
    (`identity-unsure`). Without a snapshot there are no texts to compare with: only what bookmarks tell has a fate.
    """
    marks, snapshot = carried.marks, carried.snapshot
    seen, unread = _seen(outline, outcome, marks)
    told = [] if carried.damage is None else [Notice(carried.damage.code, 0, "", carried.damage.message)]
    if snapshot is None and not marks:
        return _with(outcome, outcome.value, [*told, Notice("identity-lost", 0, "", _LOST)]), ()
    alive = {mark.id for mark in marks if not mark.start.struck}
    pending = {mark.id for mark in marks} - alive
    if snapshot is None:
        told.append(Notice("identity-no-snapshot", 0, "", _NO_SNAPSHOT))
    basis = snapshot or recollected(seen, marks, carried.document or "")
    all_fates = fates(basis, seen, pending)
    seed = f"{basis.document}:{sha256(outline.text.encode()).hexdigest()}"
    ids = assign_ids(all_fates, seen, taken=basis.ids, seed=seed)
    kept = all_fates if snapshot else tuple(known_by_bookmarks(all_fates))
    told += [*_doubts(kept, outcome), *unread]
    return _with(outcome, with_ids(outcome.value, ids), told), kept


def _with(outcome: Outcome[DocumentValue], value: DocumentValue, told: Sequence[Notice]) -> Outcome[DocumentValue]:
    return Outcome(value, (*outcome.notices, *told), outcome.anchors)


def _seen(
    outline: Outline, outcome: Outcome[DocumentValue], marks: Sequence[ItemMark]
) -> tuple[tuple[Seen, ...], list[Notice]]:
    """The items as they stand, with the ids whose bookmarks begin in each; and the bookmarks that begin in none."""
    items = list(items_of(outcome.value))
    extents = Extents(items, outcome.anchors, outline.lines)
    plain: list[list[str]] = [[] for _ in items]
    copied: list[list[str]] = [[] for _ in items]
    deleted: list[list[str]] = [[] for _ in items]
    unread: list[Notice] = []
    for mark in marks:
        owners = extents.at(mark.start.line, mark.start.offset)
        for n in owners:
            (deleted if mark.start.struck else copied if mark.copied else plain)[n].append(mark.id)
        if not owners and not mark.start.struck:
            said = _UNREAD.format(kind=mark.kind.zh)
            unread.append(Notice("identity-unread", mark.start.line, "", said))
    seen = tuple(
        Seen(str(item.path), item.kind, item.text, tuple(plain[n]), tuple(copied[n]), tuple(deleted[n]))
        for n, item in enumerate(items)
    )
    return seen, unread


def _doubts(told: Sequence[Fate], outcome: Outcome[DocumentValue]) -> Iterator[Notice]:
    for fate in told:
        if not fate.sure:
            path = fate.paths[0] if fate.paths else ""
            place = outcome.anchors.get(f"{path}/text") or outcome.anchors.get(path)
            code = "identity-ambiguous" if FateKind.AMBIGUOUS in fate.kinds else "identity-unsure"
            yield Notice(code, place.line if place is not None else 0, "", fate.message)
