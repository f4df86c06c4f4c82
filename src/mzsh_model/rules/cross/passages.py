"""Passages that two papers share word for word, official wording left out."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.catalogue import load_catalogue
from mzsh_model.outline.labels import label_at
from mzsh_model.rules.cross.themes import theme_of
from mzsh_model.rules.papers import MeetingPapers, Paper
from mzsh_model.rules.profile import Profile

_STOP = lazy_pattern("[。；！？]")
_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a shared passage begins: line (1-based) and characters, to its end or the end of that line."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What two papers share: how many passages of how many characters, and the longest at both places."""

    one: Paper
    other: Paper
    passages: int
    characters: int
    longest: int
    here: Passage
    there: Passage


@dataclass(frozen=True, slots=True)
class BareText:
    """A paper's characters without marks, blanks, headings and official wording, each with its line and position."""

    text: str
    at: tuple[tuple[int, int], ...]

    def passage(self, start: int, length: int) -> Passage:
        """Return where so many characters from `start` on begin."""
        line, first = self.at[start]
        last = max(char for number, char in self.at[start : start + length] if number == line)
        return Passage(line, first, last + 1)


def shared_passages(meeting: MeetingPapers, papers: Sequence[Paper], least: int) -> Iterator[Shared]:
    """Yield every two of the papers that share a passage of at least `least` characters that is nobody's wording.

    Not counted are what every paper of the kind has (`Context.formal_lines`), the sentence that ends the opening, what several
    of the papers open with, the names of aspects, the profile's fixed phrases, the theme, the unit's name and marks.
    """
    themes = {theme.text for paper in meeting.papers if (theme := theme_of(paper)) is not None}
    official = official_wording(meeting.profile, themes | ({meeting.unit} - {""}))
    pieces = [piece for n, paper in enumerate(papers) for piece in _pieces(n, paper, official)]
    seen: dict[str, list[tuple[int, int]]] = {}
    found: dict[tuple[int, int], list[tuple[int, Passage, Passage]]] = {}
    for n, (paper, text, opens) in enumerate(pieces):
        own = text.text
        until: dict[int, int] = {}
        for at in range(len(own) - least + 1):
            for m, there in seen.get(own[at : at + least], ()):
                other, others, opens_too = pieces[m]
                if at < until.get(m, 0) or other == paper:
                    continue
                length = _length(own, at, others.text, there)
                until[m] = at + length
                if not (opens and opens_too and _is_form(own[at : at + length], pieces, least)):
                    places = others.passage(there, length), text.passage(at, length)
                    found.setdefault((paper, other), []).append((length, *places))
        for at in range(len(own) - least + 1):
            seen.setdefault(own[at : at + least], []).append((n, at))
    for (paper, other), passages in sorted(found.items()):
        length, there_at, here_at = max(passages, key=lambda one: (one[0], one[1].line, one[1].start))
        total = sum(size for size, _, _ in passages)
        yield Shared(papers[other], papers[paper], len(passages), total, length, there_at, here_at)


class _Piece(NamedTuple):
    """A stretch of a paper (its place in the list) in which passages are looked for; `opens` is what stands before its parts."""

    paper: int
    text: BareText
    opens: bool


def _pieces(n: int, paper: Paper, official: re.Pattern[str]) -> Iterator[_Piece]:
    """The opening of a paper without the sentence that ends it, and the rest; no passage runs from one into the other."""
    anchors = paper.context.anchors
    opening = {part.line for at, place in anchors.items() if at.startswith("/preamble/") for part in place.parts}
    lines = [(number, text) for number, text in paper.lines if number in opening]
    if lines:
        number, text = lines[-1]
        ends = [found.end() for found in _STOP.finditer(text.rstrip("。；！？： \u3000"))]
        lines[-1] = number, text[: ends[-1]] if ends else ""
    rest = [(number, text) for number, text in paper.lines if number not in opening]
    formal = paper.context.formal_lines
    yield _Piece(n, bare_text(lines, formal, official), opens=True)
    yield _Piece(n, bare_text(rest, formal, official), opens=False)


def _is_form(words: str, pieces: Sequence[_Piece], least: int) -> bool:
    """Whether three papers or more open with these words, but for a few: then they are the unit's form, and nobody's own."""
    openings = [piece.text.text for piece in pieces if piece.opens]
    form: set[int] = set()
    for at in range(len(words) - least + 1):
        if sum(words[at : at + least] in text for text in openings) >= _SEVERAL:
            form.update(range(at, at + least))
    return len(words) - len(form) < least


def _length(own: str, at: int, other: str, there: int) -> int:
    length = 0
    while at + length < len(own) and there + length < len(other) and own[at + length] == other[there + length]:
        length += 1
    return length


def official_wording(profile: Profile, more: Iterable[str] = ()) -> re.Pattern[str]:
    """Return what is everybody's wording, the longest first; marks and blanks may stand anywhere in it."""
    phrases = {aspect.canonical for one in load_catalogue() for aspect in one.aspects}
    phrases |= {aspect.canonical.removeprefix("带头") for one in load_catalogue() for aspect in one.aspects}
    phrases |= {*profile.fixed_phrases, *more}
    marks = "[^\\w]*"
    words = sorted((re.sub(r"[^\w]", "", phrase) for phrase in phrases), key=len, reverse=True)
    return re.compile("|".join(marks.join(map(re.escape, word)) for word in words if len(word) > 3) or r"(?!)")


def bare_text(lines: Iterable[tuple[int, str]], formal: Container[int], official: re.Pattern[str]) -> BareText:
    """Return the characters of lines (with their numbers) that may be somebody's own words."""
    chars: list[str] = []
    at: list[tuple[int, int]] = []
    for number, text in lines:
        if number in formal:
            continue
        label = label_at(text)
        skipped = {n for found in official.finditer(text) for n in range(*found.span())} | {
            *range(label.end if label else 0)
        }
        for n, char in enumerate(text):
            if char.isalnum() and n not in skipped:
                chars.append(char)
                at.append((number, n))
    return BareText("".join(chars), tuple(at))
