"""Items marked in their file, so that they are known again after people edited it; no text changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5

from mzsh_model.binding.identity.carriers import (
    BOOKMARK,
    CHECKSUM,
    DOCUMENT,
    REVISION,
    SNAPSHOT_NAMESPACE,
    Carried,
    bookmark_name,
    carried,
)
from mzsh_model.binding.identity.extents import Extents
from mzsh_model.binding.identity.ids import is_minted, mint
from mzsh_model.binding.identity.items import Item, items_of, with_ids
from mzsh_model.binding.identity.snapshot import Level, Snapshot, sealed, snapshot_of
from mzsh_model.kernel.errors import BadEdit, StaleAnchor, UnknownSchema
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.model.documents import DocumentValue
from mzsh_model.opc.custom_xml import with_custom_xml
from mzsh_model.opc.package import Package
from mzsh_model.opc.properties import with_custom_properties
from mzsh_model.outline.lines import Outline
from mzsh_model.wml.editing.compose import Composer
from mzsh_model.wml.editing.part import finder_to_read
from mzsh_model.wml.editing.protection import require_writable
from mzsh_model.wml.editing.splice import spliced
from mzsh_model.wml.marking.bookmarks import Bookmarker, Range, find_bookmarks, take_out_bookmarks
from mzsh_model.wml.placing.markup import Markup
from mzsh_model.wml.reading.story import read_story

_LARGEST = 8_000_000
"""Bytes of a snapshot; a text node of 10 MB is refused when the file is read (libxml2)."""


def bound(
    package: Package,
    outline: Outline,
    outcome: Outcome[DocumentValue],
    value: DocumentValue,
    *,
    level: Level = Level.IDS,
    seed: str | None = None,
) -> Package:
    """Return the package with its items marked; the same one where they are marked so already.

    `outline` and `outcome` are what was read from the package, `value` the same with the ids that its items are to have: a
    minted id is kept, another replaced by that in `outcome`, and if that is none either, by a fresh one. Bookmarks of items
    that are gone are taken out. An item has none where it stands in a field or a bound or plain-text control of several
    paragraphs: Word would lose it, or call the file damaged; the snapshot has it. With `seed` the same file gives the same
    bytes.

    Raises:
        StaleAnchor: `value` does not say what the package says.
        BadModel: two items have one id.
        BadEdit: nobody may write into the file, or it cannot be written byte by byte.
        UnknownSchema: a newer version of the library bound it.
    """
    held = carried(package, outline)
    if held is not None and isinstance(held.damage, UnknownSchema):
        raise held.damage
    items = list(items_of(value))
    named = _named(items, outcome.value, value)
    document = (held.document if held else None) or next(mint(seed=None if seed is None else f"document:{seed}"))
    before = held.snapshot if held else None
    revision = held.revision if held else 0
    snapshot = snapshot_of(named, document=document, revision=revision, level=level, before=before, seed=seed)
    extents = Extents(items, outcome.anchors, outline.lines)
    bare, bookmarker = _bare(package, outline)
    ranges = {n: r for n, r in _ranges(items, snapshot, extents) if bookmarker.fits(r)}
    marked = package
    if held is None or not _stand(held, ranges, extents):
        after = spliced(bare, bookmarker.put(ranges.values()))
        if after != package.read(package.main_part):
            marked = package.with_parts({package.main_part: after})
    if marked is package and snapshot == before and _carrying(package, snapshot) is package:
        return package
    require_writable(package)
    snapshot = Snapshot(document, revision + 1, snapshot.level, snapshot.items, snapshot.retired)
    done = _carrying(marked, snapshot)
    _verify(done, outline, ranges.values())
    return done


def _named(mine: Sequence[Item], read: DocumentValue, value: DocumentValue) -> DocumentValue:
    """The value with the ids that are known; those of the rest are not minted."""
    theirs = mine if value is read else list(items_of(read))
    if [(item.path, item.kind, item.text) for item in mine] != [(item.path, item.kind, item.text) for item in theirs]:
        raise StaleAnchor(
            "bind-stale", "这份值与文件里的文字对不上，不能绑定。请先把值写回文件（write），再用写回后的文件绑定"
        )
    ids = [own.id if is_minted(own.id) else known.id for own, known in zip(mine, theirs, strict=True)]
    return with_ids(value, ids, mine)


def _ranges(items: Sequence[Item], snapshot: Snapshot, extents: Extents) -> Iterator[tuple[int, Range]]:
    """What the bookmark of each item stands around, by the item's position."""
    for n, (item, known) in enumerate(zip(items, snapshot.items, strict=True)):
        if (line := extents.heads.get(n)) is None:
            continue
        name = bookmark_name(item.kind, known.id)
        site = extents.sites.get(n)
        if site is None or site.own_lines:
            yield n, Range(name, line, 0 if site is None else site.head, len(line.text), True)
        else:
            end = max(part.end for part in site.parts if part.line == line.number)
            yield n, Range(name, line, site.head, end, False)


def _stand(held: Carried, ranges: Mapping[int, Range], extents: Extents) -> bool:
    """Whether the bookmarks are there already: each once, in its item, ended in its paragraph, and no others."""
    starts = {mark.start.name: mark.start for mark in held.marks}
    return len(held.marks) == len(ranges) and all(
        (start := starts.get(range_.name)) is not None
        and start.closed
        and not start.struck
        and start.line == range_.line.number
        and n in extents.at(start.line, start.offset)
        for n, range_ in ranges.items()
    )


def _bare(package: Package, outline: Outline) -> tuple[bytes, Bookmarker]:
    """The main part without bookmarks of ours, and what puts them into it."""
    part = package.main_part
    markup = Markup(package.read(part), part)
    bare = spliced(markup.xml, take_out_bookmarks(markup, find_bookmarks(markup, BOOKMARK)))
    markup = Markup(bare, part)
    finder = finder_to_read(package, markup, hiding=any(line.hidden for line in outline.lines))
    return bare, Bookmarker(finder, Composer(markup))


def _carrying(package: Package, snapshot: Snapshot) -> Package:
    """The package with the snapshot and the properties that go with it; the same one where it has both."""
    text, checksum = sealed(snapshot)
    if len(text.encode()) > _LARGEST:
        raise BadEdit("bind-too-large", "条目太多，快照超过 8 MB，放不进文件。请用 ids 级别绑定，或把材料分成几份")
    guid = str(uuid5(NAMESPACE_URL, f"{SNAPSHOT_NAMESPACE}:{snapshot.document}"))
    values = {DOCUMENT: snapshot.document, REVISION: str(snapshot.revision), CHECKSUM: checksum}
    return with_custom_properties(with_custom_xml(package, SNAPSHOT_NAMESPACE, "snapshot", text, guid), values)


def _verify(done: Package, outline: Outline, ranges: Iterable[Range]) -> None:
    """Read the file back: the lines are what they were, and each bookmark begins where it belongs."""
    again = read_story(done).outline
    held = carried(done, again)
    same = [(x.text, x.origin, x.story) for x in again.lines] == [(x.text, x.origin, x.story) for x in outline.lines]
    begun = {mark.start.name: mark.start.line for mark in held.marks} if held else {}
    if not same or begun != {range_.name: range_.line.number for range_ in ranges}:
        raise BadEdit("bind-unsure", "做了记号再读，文字或记号与做之前不一致，没有写入。请用 Word 打开另存后再做")
