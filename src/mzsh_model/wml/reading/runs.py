"""A part with its neighbouring runs joined in bytes, before a tree is built of it.

Word cuts a paragraph into runs wherever a font, a language or an editing session changes, and writes the properties out
with each: four fifths of a part, none of which a reader of the text looks at. Leaving them out is cheaper than parsing
them. Only what is spelled out here is left out: anything else, known or not, stays where it stands.
"""

from __future__ import annotations

import re

from mzsh_model.kernel.patterns import lazy_pattern

_INERT = """
    adjustRightInd autoSpaceDE autoSpaceDN b bCs bdr bidi caps color contextualSpacing cs dstrike eastAsianLayout effect em
    emboss fitText highlight i iCs imprint ind jc keepLines keepNext kern kinsoku lang mirrorIndents noProof outline
    overflowPunct pageBreakBefore position rFonts rtl shadow shd smallCaps snapToGrid spacing strike suppressAutoHyphens
    suppressLineNumbers sz szCs textAlignment textDirection topLinePunct u vertAlign w webHidden widowControl wordWrap
"""
"""Properties of paragraphs (ECMA-376 17.3.1) and runs (17.3.2) that neither number, hide nor revise what they format."""

_PROPERTIES = lazy_pattern(
    rf'(?:<w:(?:{"|".join(_INERT.split())})(?: w:\w+="[^"<&\0-\x1f\ud800-\udfff]*")*/>)*', re.ASCII
)
_BETWEEN = lazy_pattern(rb'</w:t></w:r><w:r(?: w:rsid\w+="[0-9A-F]*")*><w:t(?: xml:space="preserve")?>')


def joined_runs(xml: bytes) -> bytes:
    """Return a part that shows the same text and has the same paragraphs with fewer runs, or `xml` itself.

    Not for a part with character styles (w:rStyle) some of which hide text: neighbours there may differ in more than their
    looks. Well-formed stays well-formed and the other way about, but for an attribute given twice within the properties
    left out.
    """
    short = _BETWEEN.sub(b"", _without(b"pPr", _without(b"rPr", xml)))
    # where tags may be text, or some runs are hidden; single characters first, which are found ten times as fast
    if (b"!" in short and b"<!" in short) or (short.count(b"?") > 2 and short.count(b"<?") > 1):
        return xml
    return xml if b"vanish" in short or short.count(b"xmlns:w=") != 1 else short


def _without(name: bytes, xml: bytes) -> bytes:
    """Leave out the elements `name` that hold nothing but inert properties."""
    opening, closing = b"<w:%b>" % name, b"</w:%b>" % name
    first, *pieces = xml.split(opening)
    kept = [first]
    inert = Inert()
    for piece in pieces:
        properties, end, rest = piece.partition(closing)
        if end and inert[properties]:
            kept.append(rest)
        else:
            kept += (opening, piece)
    return b"".join(kept)


class Inert(dict[bytes, bool]):
    """Whether properties are all inert; a part has some ten different ones, thousands of times."""

    def __missing__(self, properties: bytes) -> bool:
        self[properties] = _PROPERTIES.fullmatch(properties.decode("utf-8", "surrogateescape")) is not None
        return self[properties]
