"""The paragraphs of a main part with their bytes, and where each character stands: a reader that shares no code with the library.

It knows what the generated documents hold: no paragraph in a paragraph, no comment with a tag in it.
"""

from __future__ import annotations

import difflib
import io
import re
import zipfile
from collections import Counter
from html import unescape
from typing import NamedTuple

_PARAGRAPH = re.compile(rb"<w:p(?: [^>]*)?>.*?</w:p>|<w:p/>", re.DOTALL)
_UNSEEN = re.compile(
    rb"<w:del .*?</w:del>|<w:moveFrom .*?</w:moveFrom>|<mc:Fallback>.*?</mc:Fallback>|<!--.*?-->", re.DOTALL
)
_SHOWN = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>|(<w:br/>)|(<w:tab/>)")
_TELLING = 6
_PIECE = re.compile(r"&[^;]+;|.", re.DOTALL)


class Paragraph(NamedTuple):
    """Its bytes, its text, and where in the bytes each character begins."""

    xml: bytes
    text: str
    at: list[int]


def main_part(doc_bytes: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(doc_bytes)) as package:
        return package.read("word/document.xml")


def paragraphs_of(xml: bytes) -> tuple[list[Paragraph], list[bytes]]:
    """The paragraphs, and the bytes before, between and behind them."""
    found: list[Paragraph] = []
    between: list[bytes] = []
    end = 0
    for match in _PARAGRAPH.finditer(xml):
        between.append(xml[end : match.start()])
        end = match.end()
        found.append(_paragraph(match[0]))
    return found, [*between, xml[end:]]


def _paragraph(xml: bytes) -> Paragraph:
    seen = _UNSEEN.sub(lambda gone: b" " * len(gone[0]), xml)
    text, at = "", []
    for match in _SHOWN.finditer(seen):
        if match[1] is None:
            text, at = text + ("\n" if match[2] else "\t"), [*at, match.start()]
            continue
        place = match.start(1)
        for piece in _PIECE.findall(match[1].decode()):
            text, at = text + unescape(piece), [*at, place]
            place += len(piece.encode())
    return Paragraph(xml, text, at)


def assert_only_what_differs_moved(before: bytes, after: bytes) -> int:
    """Every paragraph that says the same is the same, to the byte; of one that changed, the bytes before its first
    changed character and behind its last. Return how many paragraphs changed, came or went."""
    (old, old_gaps), (new, new_gaps) = paragraphs_of(main_part(before)), paragraphs_of(main_part(after))
    changed = 0
    times = Counter(p.text for p in (*old, *new))
    alone = {text for text, n in times.items() if n <= 2 and len(text) >= _TELLING}  # numbers of rows are no one's own
    match = difflib.SequenceMatcher(None, [p.text for p in old], [p.text for p in new], autojunk=False)
    for tag, i, j, k, m in match.get_opcodes():
        if tag == "equal":
            for one, other in zip(old[i:j], new[k:m], strict=True):
                assert one.xml == other.xml or one.text not in alone, one.text
            continue
        changed += max(j - i, m - k)
        if j - i == m - k:
            for n, one in enumerate(old[i:j]):
                if _likest(one, new[k:m]) == n:  # one that moved came with its bytes, and others took its place
                    _assert_ends_stay(one, new[k + n])
    if len(old) == len(new):
        assert _tags(old_gaps) == _tags(new_gaps)
    if len(old) == len(new) and changed <= 1:
        assert old_gaps == new_gaps
    return changed


def _likest(one: Paragraph, others: list[Paragraph]) -> int:
    """The position of the paragraph that says nearly the same, whatever its number."""
    likeness = [difflib.SequenceMatcher(None, one.text[::-1], p.text[::-1], autojunk=False).ratio() for p in others]
    return likeness.index(max(likeness))


def _tags(gaps: list[bytes]) -> Counter[bytes]:
    """What stands around paragraphs moves with those that move."""
    return Counter(re.findall(rb"<[^>]+>", b"".join(gaps)))


def _assert_ends_stay(one: Paragraph, other: Paragraph) -> None:
    head = _common(one.text, other.text)
    tail = _common(one.text[head:][::-1], other.text[head:][::-1])
    if head:
        assert other.xml.startswith(one.xml[: one.at[head - 1]]), (one.text, other.text)
    if tail > 1:
        assert other.xml.endswith(one.xml[one.at[len(one.text) - tail + 1] :]), (one.text, other.text)


def _common(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
