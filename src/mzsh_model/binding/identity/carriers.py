"""What in a Word file carries the identity of its items: bookmarks, a snapshot, document properties.

In order of trust. A bookmark in one paragraph came through every editor and every edit tried; the snapshot is lost in .doc,
.odt and .rtf; properties come through all of them and tell at least which document it was (measured).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mzsh_model.binding.identity.ids import ID_FORM
from mzsh_model.binding.identity.items import ItemKind
from mzsh_model.binding.identity.snapshot import Snapshot, from_text
from mzsh_model.kernel.errors import BadPackage, InputError
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.custom_xml import custom_xml
from mzsh_model.opc.package import Package
from mzsh_model.opc.properties import custom_properties
from mzsh_model.outline.lines import Outline
from mzsh_model.wml.placing.bookmark_places import BookmarkStart, bookmark_starts

SNAPSHOT_NAMESPACE = "urn:mzsh-model:snapshot:1"
DOCUMENT, REVISION, CHECKSUM = "mzsh_docid", "mzsh_rev", "mzsh_snapshot"
PROPERTIES = (DOCUMENT, REVISION, CHECKSUM)
"""Names of the document properties: which document it is, its revision, and the checksum of its snapshot."""
PREFIX = b"_mz_"
BOOKMARK = lazy_pattern(rf"_mz_([a-z])({ID_FORM})((?:_Copy_\d{{1,9}})*)")
"""The whole name of a bookmark of ours: kind, id, and what LibreOffice adds to the name of a pasted one.

The underscore hides it from Word's list; letters and digits, for anything else is rewritten by one editor or another.
"""


def bookmark_name(kind: ItemKind, id: str) -> str:
    """Return the name of the bookmark of an item.

    >>> bookmark_name(ItemKind.MEASURE, "0123456789abcdef")
    '_mz_m0123456789abcdef'
    """
    return f"{PREFIX.decode()}{kind}{id}"


class ItemMark(NamedTuple):
    """The bookmark of an item, where it begins; `copied` if an editor made it when the item was pasted."""

    id: str
    kind: ItemKind
    copied: bool
    start: BookmarkStart


@dataclass(frozen=True, slots=True)
class Carried:
    """What a file carries: bookmarks in document order, the snapshot, or why the one there is cannot be read, properties."""

    marks: tuple[ItemMark, ...]
    snapshot: Snapshot | None
    damage: InputError | None
    properties: Mapping[str, str]

    @property
    def document(self) -> str | None:
        """The id of the document, by which its earlier states can be looked up elsewhere."""
        return self.properties.get(DOCUMENT) if self.snapshot is None else self.snapshot.document

    @property
    def revision(self) -> int:
        """How often it was bound with a change, 0 where that is not known."""
        told = self.properties.get(REVISION, "")
        known = int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0
        return known if self.snapshot is None else self.snapshot.revision


def carried(package: Package, outline: Outline) -> Carried | None:
    """Return what a package carries, whatever editors did to it; None of one that was never bound. Content never raises.

    `outline` is the final view of the package. Of several snapshots, as in a file put together from two, the one of the
    latest revision counts.
    """
    marks = tuple(_marks(package, outline)) if PREFIX in package.read(package.main_part) else ()
    snapshot, damage = _snapshot(package)
    try:
        told = custom_properties(package)
    except BadPackage:
        told = {}
    properties = {name: told[name] for name in PROPERTIES if name in told}
    found = marks or snapshot or damage or properties
    return Carried(marks, snapshot, damage, properties) if found else None


def _marks(package: Package, outline: Outline) -> list[ItemMark]:
    letters = {kind.value: kind for kind in ItemKind}
    found: list[ItemMark] = []
    for start in bookmark_starts(package, outline, BOOKMARK):
        match = BOOKMARK.fullmatch(start.name)
        if match is not None and match[1] in letters:
            found.append(ItemMark(match[2], letters[match[1]], bool(match[3]), start))
    return found


def _snapshot(package: Package) -> tuple[Snapshot | None, InputError | None]:
    """The snapshot of the latest revision, else the error of one that cannot be read."""
    read: list[Snapshot] = []
    damage: InputError | None = None
    for held in custom_xml(package, SNAPSHOT_NAMESPACE):
        try:
            read.append(from_text(held.text))
        except InputError as error:
            damage = error
    latest = max(read, key=_revision, default=None)
    return latest, None if latest else damage


def _revision(snapshot: Snapshot) -> int:
    return snapshot.revision
