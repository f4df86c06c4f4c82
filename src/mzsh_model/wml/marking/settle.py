"""Tracked changes of a package accepted or rejected: all, those of one author, those that stand in certain places."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from mzsh_model.kernel.errors import BadEdit, BadPackage
from mzsh_model.opc.package import Package
from mzsh_model.opc.xml import parse_xml
from mzsh_model.outline.lines import Outline
from mzsh_model.wml.editing.protection import require_writable
from mzsh_model.wml.marking.decisions import REVISIONS, decide
from mzsh_model.wml.marking.revisions import Revision, revisions_by_part
from mzsh_model.wml.marking.settling import Settler
from mzsh_model.wml.names import dialect
from mzsh_model.wml.reading.story import read_story
from mzsh_model.wml.reading.view import View

_ROUNDS = 4
Chosen = Callable[[Revision], bool]
_PARTS = ("/footnotes", "/endnotes", "/header", "/footer", "/comments")


def settle(package: Package, outline: Outline, *, accept: bool, chosen: Chosen | None = None) -> Package:
    """Return the package with the tracked changes that are `chosen` (all where None) accepted, or rejected.

    What is read of the final view stays the same when changes are accepted, what is read of the original when they are
    rejected; that is looked at before this returns. Changes inside changes that go are gone with them.

    Raises:
        BadEdit: the file is signed or protected, a part is not UTF-8, or a change cannot be settled faithfully.
        BadPackage: a part with changes is damaged.
    """
    view = View.FINAL if accept else View.ORIGINAL
    before, done = _read(package, view), package
    for _ in range(_ROUNDS):  # older properties that come back may hold changes themselves
        parts = dict(_settled(done, outline, chosen, accept=accept))
        if not parts:
            break
        require_writable(package)
        done = done.with_parts(parts)
        if chosen is not None:
            break
    if done is not package and _read(done, view) != before:
        raise BadEdit("revision-unsure", "这些修订接受或拒绝以后，文字与预期不一致，没有写入。请在 Word 里处理")
    return done


def _read(package: Package, view: View) -> list[str]:
    """What the lines of a view hold; an empty paragraph may stay where a mark had none to run into.

    In the original view formats are as they are now, so that a number or what is hidden may come and go with older ones.
    """
    lines = read_story(package, view).outline.lines
    if view is View.FINAL:
        return [line.text for line in lines if line.text.strip()]
    return [
        "".join(sorted(line.text[line.auto :] + line.hidden)) for line in lines if (line.text + line.hidden).strip()
    ]


def _settled(package: Package, outline: Outline, chosen: Chosen | None, *, accept: bool) -> Iterator[tuple[str, bytes]]:
    known = None if chosen is None else revisions_by_part(package, outline)
    main = package.main_part
    related = [r.part for r in package.relationships(main) if r.part is not None and r.type.endswith(_PARTS)]
    for part in dict.fromkeys([main, *related]):
        try:
            xml = package.read(part)
            root = parse_xml(xml, part)
        except BadPackage:
            if part == main:
                raise
            continue  # what cannot be read has no revisions that are told of
        w = dialect(str(root.tag))
        wanted = [] if w is None else list(root.iter(*(w + name for name in REVISIONS)))
        if w is None or not wanted:
            continue
        past = tuple(w + name for name in REVISIONS if name.endswith("Change"))
        wanted = [element for element in wanted if next(element.iterancestors(*past), None) is None]
        if known is not None and chosen is not None:
            keys = {_key(element, w) for element, revision in known.get(etree.tostring(root), ()) if chosen(revision)}
            wanted = [element for element in wanted if _key(element, w) in keys]
        if wanted:
            yield part, Settler(xml, root, w, part, decide(root, w, wanted, accept=accept)).settled()


def _key(element: etree._Element, w: str) -> tuple[object, ...]:
    """How a revision is known in the same part read again, and in the branch of alternate content that is not shown."""
    around = element.getparent()
    names = tuple(element.get(w + name) for name in ("id", "author", "date"))
    return (element.tag, None if around is None else around.tag, *names)
