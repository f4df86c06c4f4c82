"""Element names of WordprocessingML, transitional (ECMA-376 part 4) and strict (part 1)."""

from __future__ import annotations

TRANSITIONAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"
UNDERSTOOD = frozenset(
    {"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "a14", "c14", "cx", "cx1", "am3d", "v"}
)
"""Prefixes of the extensions whose Choice is read; any other AlternateContent is read by its Fallback."""

_MATHS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
MATH = tuple(m + name for m in _MATHS for name in ("oMathPara", "oMath"))
MATH_TEXT = frozenset(m + "t" for m in _MATHS)
MATH_SIGNS = {m + name: sign for m in _MATHS for name, sign in (("den", "/"), ("sup", "^"))}
"""What stands before a part of a formula in one line, so that 1/3 and 100^2 are not read as 13 and 1002."""


def dialect(root_tag: str) -> str | None:
    """Return the namespace (in braces) of a WordprocessingML root element, None for another vocabulary."""
    return next((w for w in (TRANSITIONAL, STRICT) if root_tag.startswith(w)), None)
