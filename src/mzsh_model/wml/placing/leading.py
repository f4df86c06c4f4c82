"""The text that a paragraph begins with, found in its bytes without a parse of the paragraph.

When an item comes or goes, the numbers of all items behind it are written anew: hundreds of paragraphs of which only the
first characters are looked at. Anything but a plain run at the beginning is left to whoever parses the paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mzsh_model.kernel.difference import Hunk
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Line
from mzsh_model.wml.placing.markup import Markup
from mzsh_model.wml.reading.ancestors import Ancestors
from mzsh_model.wml.reading.runs import Inert

_RUN = lazy_pattern(
    rb"(?:<w:(?:proofErr|bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd) [^<>]*/>)*"
    rb'<w:r(?: w:rsid\w+="[0-9A-F]*")*>(?:<w:rPr>(?P<properties>(?:(?!</w:rPr>).)*)</w:rPr>)?'
    rb'<w:t(?P<kept> xml:space="preserve")?>(?P<text>[^<&\r]+)</w:t></w:r>'
)


class Leading(NamedTuple):
    """The first text element of a line: where its characters begin, what they are, whether blanks at its ends are kept."""

    start: int
    text: str
    kept: bool

    def rewritten(self, hunks: Sequence[Hunk]) -> list[tuple[int, int, str]] | None:
        """Return differences, counted in this text, as bytes that become other characters.

        None where they reach out of the text, or leave it empty or such that it would have to be written otherwise.
        """
        found: list[tuple[int, int, str]] = []
        after, at = "", 0
        for start, end, text in hunks:
            if not at <= start <= end <= len(self.text) or "\n" in text or "\t" in text:
                return None
            low, high = (self.start + len(self.text[:n].encode("utf-8", "surrogatepass")) for n in (start, end))
            found.append((low, high, text))
            after += self.text[at:start] + text
            at = end
        after += self.text[at:]
        return found if after and (self.kept or after == after.strip()) else None


class Leadings:
    """Answers about one part, in which no style hides text."""

    def __init__(self, markup: Markup, ancestors: Ancestors) -> None:
        self._markup = markup
        self._ancestors = ancestors
        self._inert = Inert()

    def of(self, line: Line) -> Leading | None:
        """Return the text that a line begins with, None where only a parse would tell."""
        markup, ancestors = self._markup, self._ancestors
        if len(line.origin) != 1 or line.story != "body" or markup.prefix != b"w:" or markup.alternates:
            return None
        known = line.origin[0] < len(markup.paragraphs)
        plain = markup.opening(line.origin[0]) if known else None
        if plain is None or ancestors.open_fields(plain[0].start) or ancestors.obstacle(plain[0].start) is not None:
            return None
        found = _RUN.match(markup.xml, plain[1], plain[0].close)
        if found is None or not self._inert[found["properties"] or b""]:
            return None
        text = found["text"].decode("utf-8", "surrogatepass")
        typed = line.text.startswith(text, line.auto) and "\n" not in text
        return Leading(found.start("text"), text, found["kept"] is not None) if typed else None
