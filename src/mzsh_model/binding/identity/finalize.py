"""A file made ready to leave the house: nothing of ours stays in it."""

from __future__ import annotations

from collections.abc import Collection

from mzsh_model.binding.annotation.clean import cleaned
from mzsh_model.binding.annotation.ours import our_comments
from mzsh_model.binding.identity.carriers import BOOKMARK, PREFIX, PROPERTIES, SNAPSHOT_NAMESPACE
from mzsh_model.opc.custom_xml import without_custom_xml
from mzsh_model.opc.package import Package
from mzsh_model.opc.properties import without_custom_properties
from mzsh_model.wml.editing.protection import require_writable
from mzsh_model.wml.editing.splice import spliced
from mzsh_model.wml.marking.bookmarks import find_bookmarks, take_out_bookmarks
from mzsh_model.wml.marking.comment_marks import standing_marks
from mzsh_model.wml.placing.markup import Markup
from mzsh_model.wml.reading.story import read_story


def finalized(package: Package) -> Package:
    """Return the package without our bookmarks, snapshot, properties and comments; without any, the package itself.

    A comment that somebody answered stays, as in `cleaned`. What binding and annotating did is undone to the byte, unless
    another program saved the file in between: runs that were cut may stay cut then.

    Raises:
        BadEdit: nobody may write into the file (signed, protected), or it cannot be written byte by byte.
        BadPackage: its text or its comments are damaged.
    """
    comments = our_comments(package, read_story(package).outline)
    left = _without_marks(package, {one.comment.id for one in comments if not one.answered})
    left = without_custom_properties(without_custom_xml(cleaned(left), SNAPSHOT_NAMESPACE), PROPERTIES)
    if left is not package:
        require_writable(package)
    return left


def _without_marks(package: Package, comments: Collection[str]) -> Package:
    """Take out bookmarks and the marks of comments at once: where the two meet, one stands in a cut of the other."""
    parts: dict[str, bytes | None] = {}
    for name in package.names:
        xml = package.read(name) if name.casefold().endswith(".xml") else b""
        if PREFIX not in xml:
            continue
        markup = Markup(xml, name)
        bookmarks = find_bookmarks(markup, BOOKMARK)
        if bookmarks:
            marks = standing_marks(markup, comments)
            parts[name] = spliced(xml, take_out_bookmarks(markup, bookmarks, marks))
    return package.with_parts(parts) if parts else package
