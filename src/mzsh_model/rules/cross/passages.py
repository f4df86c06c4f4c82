"""Passages that two papers share word for word, official wording left out."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from mzsh_model.model.catalogue import load_catalogue
from mzsh_model.outline.labels import label_at
from mzsh_model.rules.cross.themes import theme_of
from mzsh_model.rules.papers import MeetingPapers, Paper
from mzsh_model.rules.profile import Profile


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

    Not counted are headings, the names of aspects, the profile's fixed phrases, the theme, the unit's name and marks.
    """
    themes = {theme.text for paper in meeting.papers if (theme := theme_of(paper)) is not None}
    official = official_wording(meeting.profile, themes | ({meeting.unit} - {""}))
    texts = [bare_text(paper.lines, paper.context.heading_lines, official) for paper in papers]
    seen: dict[str, list[tuple[int, int]]] = {}
    for n, own in enumerate(texts):
        found: dict[int, list[tuple[int, int, int]]] = {}
        until: dict[int, int] = {}
        for at in range(len(own.text) - least + 1):
            for m, there in seen.get(own.text[at : at + least], ()):
                if at >= until.get(m, 0):
                    length = _length(own.text, at, texts[m].text, there)
                    found.setdefault(m, []).append((length, there, at))
                    until[m] = at + length
        for m, passages in sorted(found.items()):
            length, there, at = max(passages)
            total = sum(size for size, _, _ in passages)
            places = texts[m].passage(there, length), own.passage(at, length)
            yield Shared(papers[m], papers[n], len(passages), total, length, *places)
        for at in range(len(own.text) - least + 1):
            seen.setdefault(own.text[at : at + least], []).append((n, at))


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


def bare_text(lines: Iterable[tuple[int, str]], headings: Container[int], official: re.Pattern[str]) -> BareText:
    """Return the characters of lines (with their numbers) that may be somebody's own words."""
    chars: list[str] = []
    at: list[tuple[int, int]] = []
    for number, text in lines:
        if number in headings:
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
