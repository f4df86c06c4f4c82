"""What was just written of comments, read again where it stands: nothing else was touched."""

from __future__ import annotations

from mzsh_model.kernel.errors import BadPackage
from mzsh_model.kernel.place import Place
from mzsh_model.opc.package import Package
from mzsh_model.opc.xml import parse_xml
from mzsh_model.outline.lines import Line
from mzsh_model.wml.marking.comments_part import comments_part
from mzsh_model.wml.names import dialect
from mzsh_model.wml.placing.spans import Finder
from mzsh_model.wml.reading.paragraph import ParagraphReader
from mzsh_model.wml.reading.styles import Styles
from mzsh_model.wml.reading.view import View


def marked_words(finder: Finder, line: Line) -> dict[str, Place]:
    """Return by the id of a comment the words of one line of the body that stand between its marks.

    Raises:
        BadEdit: the line does not say what was read.
    """
    w = finder.w
    starts: dict[str, int] = {}
    found: dict[str, Place] = {}
    for element, at in finder.traced(line):
        if element.tag in (w + "commentRangeStart", w + "commentRangeEnd"):
            ident = element.get(w + "id", "").strip()
            if element.tag == w + "commentRangeStart":
                starts.setdefault(ident, at)
            elif ident in starts:
                found.setdefault(ident, Place(line.number, starts[ident], at))
    return found


def comment_texts(package: Package) -> dict[str, str]:
    """Return by its id what each comment says, without numbers that Word computes; empty where there are no comments.

    Raises:
        BadEdit: the comments part is named and not there.
        BadPackage: it is damaged.
    """
    part = comments_part(package)
    if part is None:
        return {}
    root = parse_xml(package.read(part), part)
    w = dialect(str(root.tag)) or ""
    reader = ParagraphReader(root, w, Styles(None, w), View.FINAL, hiding_styles=False)
    return {
        comment.get(w + "id", "").strip(): "\n".join(reader.read(paragraph)[0] for paragraph in comment.iter(w + "p"))
        for comment in root.iterchildren(w + "comment")
    }


def comment_authors(package: Package) -> frozenset[str]:
    """Return who wrote comments; nobody in those that cannot be read."""
    try:
        related = (r.part for r in package.relationships(package.main_part) if r.type.endswith("/comments"))
        part = next((part for part in related if part is not None), None)
        if part is None:
            return frozenset()
        root = parse_xml(package.read(part), part)
    except BadPackage:
        return frozenset()
    w = dialect(str(root.tag)) or ""
    return frozenset(comment.get(w + "author", "") for comment in root.iterchildren(w + "comment"))
