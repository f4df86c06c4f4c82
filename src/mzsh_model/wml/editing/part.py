"""The main part of a package as a place to write."""

from __future__ import annotations

from mzsh_model.kernel.errors import BadEdit, BadPackage
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.package import Package
from mzsh_model.opc.xml import parse_xml
from mzsh_model.wml.names import STRICT, TRANSITIONAL
from mzsh_model.wml.placing.markup import Markup
from mzsh_model.wml.placing.spans import Finder
from mzsh_model.wml.reading.styles import Styles

_PROTECTED = lazy_pattern(rb"""documentProtection\s[^>]*enforcement\s*=\s*["'](?:1|true|on)["']""")


def finder_of(package: Package, markup: Markup, *, hiding: bool) -> Finder:
    """Return what finds the bytes of lines; with `hiding`, character styles that hide text are heeded.

    Raises:
        BadEdit: the file is signed or protected, so that nobody may write into it.
    """
    require_writable(package)
    return finder_to_read(package, markup, hiding=hiding)


def require_writable(package: Package) -> None:
    """Raise where nobody may write into the text.

    Raises:
        BadEdit: the file is signed or protected.
    """
    if package.signed:
        raise BadEdit("edit-signed", "文件有数字签名，改动会使签名失效。请先在 Word 里去掉签名，或另存一份再改")
    settings = _related(package, "/settings")
    if settings is not None and _PROTECTED.search(settings[1]):
        raise BadEdit("edit-protected", "文件设了编辑限制。请先在 Word 里停止保护再改")


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
