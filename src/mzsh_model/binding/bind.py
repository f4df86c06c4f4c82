"""Items marked in their file, so that they are known again after people edited it; no text changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5

from mzsh_model.binding.carriers import (
    BOOKMARK,
    CHECKSUM,
    DOCUMENT,
    REVISION,
    SNAPSHOT_NAMESPACE,
    Carried,
    bookmark_name,
    carried,
)
from mzsh_model.binding.extents import Extents
from mzsh_model.binding.ids import is_minted, mint
from mzsh_model.binding.items import Item, items_of, with_ids
from mzsh_model.binding.snapshot import Level, Snapshot, snapshot_of, to_text
from mzsh_model.kernel.errors import BadEdit, BrokenLaw, StaleAnchor, UnknownSchema
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.model.documents import DocumentValue
from mzsh_model.opc.custom_xml import with_custom_xml
from mzsh_model.opc.package import Package
from mzsh_model.opc.properties import with_custom_properties
from mzsh_model.outline.lines import Outline
from mzsh_model.wml.bookmarks import Range, find_bookmarks, put_bookmarks, take_out_bookmarks
from mzsh_model.wml.compose import Composer
from mzsh_model.wml.markup import Markup
from mzsh_model.wml.part import finder_of
from mzsh_model.wml.splice import spliced
from mzsh_model.wml.story import read_story

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
    that are gone are taken out. With `seed` the same file gives the same bytes.

    Raises:
        StaleAnchor: `value` does not say what the package says.
        BadModel: two items have one id.
        BadEdit: nobody may write into the file, or it cannot be written byte by byte.
        UnknownSchema: a newer version of the library bound it.
    """
    held = carried(package, outline)
    if held is not None and isinstance(held.damage, UnknownSchema):
        raise held.damage
    named = _named(outcome.value, value)
    document = (held.document if held else None) or next(mint(seed=None if seed is None else f"document:{seed}"))
    before = held.snapshot if held else None
    revision = held.revision if held else 0
    snapshot = snapshot_of(named, document=document, revision=revision, level=level, before=before, seed=seed)
    items = list(items_of(named))
    extents = Extents(items, outcome.anchors, outline.lines)
    ranges = dict(_ranges(items, snapshot, extents))
    marked = package if held and _stand(held, ranges, extents) else _marked(package, list(ranges.values()))
    if marked is package and snapshot == before and _carrying(package, snapshot) is package:
        return package
    snapshot = Snapshot(document, revision + 1, snapshot.level, snapshot.items, snapshot.retired)
    done = _carrying(marked, snapshot)
    _verify(done, outline, ranges.values())
    return done


def _named(read: DocumentValue, value: DocumentValue) -> DocumentValue:
    """The value with the ids that are known; those of the rest are not minted."""
    mine, theirs = list(items_of(value)), list(items_of(read))
    if [(item.path, item.kind, item.text) for item in mine] != [(item.path, item.kind, item.text) for item in theirs]:
        raise StaleAnchor(
            "bind-stale", "这份值与文件里的文字对不上，不能绑定。请先把值写回文件（write），再用写回后的文件绑定"
        )
    ids = [own.id if is_minted(own.id) else known.id for own, known in zip(mine, theirs, strict=True)]
    return with_ids(value, ids)


def _ranges(items: Sequence[Item], snapshot: Snapshot, extents: Extents) -> Iterator[tuple[int, Range]]:
    """What the bookmark of each item stands around, by the item's position; one that no line shows has none."""
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


def _marked(package: Package, ranges: Sequence[Range]) -> Package:
    """The package with these bookmarks and no others of ours; the same one where that changes nothing."""
    part = package.main_part
    xml = package.read(part)
    markup = Markup(xml, part)
    markup = Markup(spliced(xml, take_out_bookmarks(markup, find_bookmarks(markup, BOOKMARK))), part)
    finder = finder_of(package, markup, hiding=any(range_.line.hidden for range_ in ranges))
    after = spliced(markup.xml, put_bookmarks(finder, Composer(markup), ranges))
    return package if after == xml else package.with_parts({part: after})


def _carrying(package: Package, snapshot: Snapshot) -> Package:
    """The package with the snapshot and the properties that go with it; the same one where it has both."""
    text = to_text(snapshot)
    if len(text.encode()) > _LARGEST:
        raise BadEdit("bind-too-large", "条目太多，快照超过 8 MB，放不进文件。请用 ids 级别绑定，或把材料分成几份")
    guid = str(uuid5(NAMESPACE_URL, f"{SNAPSHOT_NAMESPACE}:{snapshot.document}"))
    values = {DOCUMENT: snapshot.document, REVISION: str(snapshot.revision), CHECKSUM: snapshot.checksum}
    return with_custom_properties(with_custom_xml(package, SNAPSHOT_NAMESPACE, "snapshot", text, guid), values)


def _verify(done: Package, outline: Outline, ranges: Iterable[Range]) -> None:
    """Read the file back: the lines are what they were, and each bookmark begins where it belongs."""
    again = read_story(done).outline
    held = carried(done, again)
    same = [(x.text, x.origin, x.story) for x in again.lines] == [(x.text, x.origin, x.story) for x in outline.lines]
    begun = {mark.start.name: mark.start.line for mark in held.marks} if held else {}
    if not same or begun != {range_.name: range_.line.number for range_ in ranges}:
        raise BrokenLaw("law-bind", "绑定后读回的文字或书签与绑定前不一致，是本工具的缺陷，请报告；文件没有改动")
