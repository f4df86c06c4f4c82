"""The main part of a package as a place to write."""

from __future__ import annotations

from mzsh_model.kernel.errors import BadPackage
from mzsh_model.opc.package import Package
from mzsh_model.opc.xml import parse_xml
from mzsh_model.wml.editing.protection import Writing, require_writable
from mzsh_model.wml.names import STRICT, TRANSITIONAL
from mzsh_model.wml.placing.markup import Markup
from mzsh_model.wml.placing.spans import Finder
from mzsh_model.wml.reading.styles import Styles


def finder_of(package: Package, markup: Markup, writing: Writing = Writing.TEXT, *, hiding: bool) -> Finder:
    """Return what finds the bytes of lines; with `hiding`, character styles that hide text are heeded.

    Raises:
        BadEdit: the file is signed or protected against that kind of writing.
    """
    require_writable(package, writing)
    return finder_to_read(package, markup, hiding=hiding)


def finder_to_read(package: Package, markup: Markup, *, hiding: bool) -> Finder:
    """Return what finds the bytes of lines where nothing is written: signed and protected files may be looked at."""
    w = TRANSITIONAL if any(TRANSITIONAL[1:-1].encode() == uri for uri in markup.namespaces) else STRICT
    found = _related(package, "/styles") if hiding else None
    root = None if found is None else parse_xml(found[1], found[0])
    return Finder(markup, w, Styles(root, w), hiding_styles=hiding)


def _related(package: Package, kind: str) -> tuple[str, bytes] | None:
    try:
        relations = package.relationships(package.main_part)
        name = next((r.part for r in relations if r.type.endswith(kind) and r.part is not None), None)
        return None if name is None else (name, package.read(name))
    except BadPackage:
        return None
