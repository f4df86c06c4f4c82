"""Whether a file lets itself be written into, and how: signed not at all, protected as far as Word would (ECMA-376 17.15.1.29)."""

from __future__ import annotations

from enum import StrEnum

from mzsh_model.kernel.errors import BadEdit, BadPackage
from mzsh_model.opc.package import Package
from mzsh_model.opc.xml import parse_xml
from mzsh_model.wml.names import dialect
from mzsh_model.wml.reading.values import is_on


class Writing(StrEnum):
    """What somebody wants to write into a file."""

    TEXT = "text"
    TRACKED = "tracked"
    COMMENTS = "comments"


_ALLOWED = {
    "": frozenset(Writing),
    "none": frozenset(Writing),
    "trackedChanges": frozenset({Writing.TRACKED, Writing.COMMENTS}),
    "comments": frozenset({Writing.COMMENTS}),
}
"""What each kind of protection (w:edit) leaves allowed; those not named here allow nothing of ours. `none` protects formats."""
_SAID = {
    "trackedChanges": "文件设了编辑限制：只许以修订方式改。请加上 tracked（修订）再写，或先在 Word 里停止保护",
    "comments": "文件设了编辑限制：只许加批注。请先在 Word 里停止保护再改",
    "forms": "文件设了编辑限制：只许填写窗体。请先在 Word 里停止保护再改",
}
_ANY = "文件设了编辑限制。请先在 Word 里停止保护再改"


def require_writable(package: Package, writing: Writing = Writing.TEXT) -> None:
    """Raise where a file may not be written into in that way.

    Raises:
        BadEdit: the file is signed or protected.
    """
    if package.signed:
        raise BadEdit("edit-signed", "文件有数字签名，改动会使签名失效。请先在 Word 里去掉签名，或另存一份再改")
    kind = _protection(package)
    if writing not in _ALLOWED.get(kind, frozenset()):
        raise BadEdit("edit-protected", _SAID.get(kind, _ANY))


def _protection(package: Package) -> str:
    """The kind of protection that is enforced, empty where none is."""
    try:
        related = package.relationships(package.main_part)
        part = next((r.part for r in related if r.type.endswith("/settings") and r.part is not None), None)
        root = None if part is None else parse_xml(package.read(part), part)
    except BadPackage:
        return "unknown"  # nobody can tell what the settings forbid
    w = None if root is None else dialect(str(root.tag))
    found = None if root is None or w is None else root.find(w + "documentProtection")
    if found is None or w is None or found.get(w + "enforcement") is None:
        return ""
    found.set(w + "val", found.get(w + "enforcement") or "0")
    return (found.get(w + "edit") or "none") if is_on(found, w) else ""
