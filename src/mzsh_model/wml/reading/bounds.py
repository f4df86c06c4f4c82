"""How many paragraphs of a part are read."""

from __future__ import annotations

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.limits import Limits

_SMALLEST = len(b"<p/>")
_PARAGRAPH = lazy_pattern(rb"<(?:[^\s<>/:!?]+:)?p[\s/>]")


def refuse_too_many(xml: bytes, limits: Limits) -> None:
    """Refuse a part of more paragraphs than the limit before anything is made of them.

    Empty ones pack to nothing and take some 400 bytes of memory each.

    Raises:
        BadPackage: there are more.
    """
    most = limits.paragraphs
    if len(xml) <= most * _SMALLEST or xml.count(b"<") <= most:
        return
    plain = xml.replace(b"\0", b"") if b"\0" in xml[:8] else xml  # of UTF-16 the Latin letters
    if (found := sum(1 for _ in _PARAGRAPH.finditer(plain))) > most:
        raise limits.over("paragraphs", "一个部件的段落数", found)
