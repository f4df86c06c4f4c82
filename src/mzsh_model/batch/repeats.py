"""Files that share passages, of thousands: each is read once, and only its characters are kept."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mzsh_model.batch.addresses import Draft, located, open_draft
from mzsh_model.batch.alike import alike
from mzsh_model.kernel.errors import MzshError
from mzsh_model.rules.context import Context
from mzsh_model.rules.cross.passages import BareText, bare_text, official_wording
from mzsh_model.rules.profile import Profile, load_profile


@dataclass(frozen=True, slots=True)
class Repeat:
    """What two files share: passages, their characters, and where the longest stands in both (lines count from 1).

    `reworded` tells that no passage is as long as was asked for, but so many pieces are alike that one is the other reworded.
    `words` are those of the longest passage, marks and blanks left out.
    """

    one: str
    other: str
    passages: int
    characters: int
    longest: int
    line: int
    other_line: int
    reworded: bool
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The characters of many files, and those that could not be read, each with its error."""

    paths: tuple[str, ...]
    texts: tuple[BareText, ...] = field(repr=False)
    unread: tuple[tuple[str, MzshError], ...] = ()
    least: int = 30

    @property
    def repeats(self) -> Iterator[Repeat]:
        """Every two files that are alike, those that share most first.

        Raises:
            BadEdit: numpy (extra `corpus`) is not installed.
        """
        found = sorted(
            alike([one.text for one in self.texts], self.least), key=lambda a: (-a.characters, a.one, a.other)
        )
        for pair in found:
            start, other, length = max(pair.stretches, key=lambda s: (s[2], -s[0]))
            here, there = self.texts[pair.one], self.texts[pair.other]
            yield Repeat(
                self.paths[pair.one],
                self.paths[pair.other],
                len(pair.stretches),
                pair.characters,
                length,
                here.at[start][0],
                there.at[other][0],
                length < self.least,
                here.text[start : start + length],
            )


@dataclass(frozen=True, slots=True)
class _Reader:
    profile: Profile
    day: date

    def __call__(self, path: Draft) -> BareText | MzshError:
        try:
            document = open_draft(path)
            value = document.read().value
            context = Context(value, self.profile, self.day, document.source_of(value))
            lines = ((line.number, line.text) for line in document.lines if line.story == "body")
            return bare_text(lines, context.formal_lines, official_wording(self.profile))
        except MzshError as error:
            return error


def read_corpus(
    paths: Iterable[str | os.PathLike[str]],
    *,
    least: int | None = None,
    profile: Profile | str | Path | None = None,
    executor: Executor | None = None,
) -> Corpus:
    """Read many files for the passages that they share; `least` characters make one (30 where the profile says no other).

    Headings, numbers, the names of aspects and the profile's fixed phrases are nobody's words and left out.

    Raises:
        BadProfile: the profile cannot be used.
    """
    setting = profile if isinstance(profile, Profile) else load_profile(profile)
    files = [located(path) for path in paths]
    read = _Reader(setting, date.today())
    made = map(read, files) if executor is None else executor.map(read, files, chunksize=16)
    told = list(zip(map(str, files), made, strict=True))
    kept = [(path, one) for path, one in told if isinstance(one, BareText)]
    return Corpus(
        tuple(path for path, _ in kept),
        tuple(text for _, text in kept),
        tuple((path, one) for path, one in told if isinstance(one, MzshError)),
        least or setting.shared_passage,
    )
