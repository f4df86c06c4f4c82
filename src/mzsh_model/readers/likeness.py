"""Which causes and measures are about the same things as an issue: by their themes, else by their wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from struct import unpack_from

from mzsh_model.kernel.spelling import fold
from mzsh_model.model.items import Cause, Issue, Measure
from mzsh_model.readers.themes import themes_of

_ENOUGH = 0.2
_OFTEN = 3
_SAMPLE = 32
_HEAD_LENGTH = 60
_BODY_LENGTH = 300


class Likeness:
    """Compares the issues of one document with its causes and with its measures, and looks at each issue once."""

    def __init__(self) -> None:
        self._of_aspect: dict[str, frozenset[str]] = {}
        self._themes: dict[str, frozenset[str]] = {}
        self._pairs: dict[str, set[int]] = {}

    def matches(self, issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[tuple[str, str]]:
        """Return the ids of issues and others that share a theme; where an issue shares none, much of their wording."""
        topics = {other.id: themes_of(_head(other)) | themes_of(other.text, least=_OFTEN) for other in others}
        found: list[tuple[str, str]] = []
        alone: list[Issue] = []
        alike: dict[frozenset[str], list[str]] = {}  # what is about the same has the same answers
        for issue in issues:
            about = self._about(issue)
            if about not in alike:
                alike[about] = [ident for ident, topic in topics.items() if about & topic]
            found += zip(repeat(issue.id), alike[about])
            if not alike[about]:
                alone.append(issue)
        return [*found, *self._by_wording(alone, others)] if alone else found

    def _about(self, issue: Issue) -> frozenset[str]:
        about = self._themes.get(issue.id)
        if about is None:
            about = themes_of(issue.statement[:_HEAD_LENGTH])
            if (aspect := issue.aspect) is not None:
                if aspect not in self._of_aspect:
                    self._of_aspect[aspect] = themes_of(aspect)
                about |= self._of_aspect[aspect]
            self._themes[issue.id] = about
        return about

    def _by_wording(self, alone: Sequence[Issue], others: Sequence[Cause | Measure]) -> Iterator[tuple[str, str]]:
        """Those with many pairs of characters in common; pairs that more than half of a sample have do not count."""
        for issue in alone:
            if issue.id not in self._pairs:
                self._pairs[issue.id] = _pairs((issue.aspect or "") + issue.text[:_BODY_LENGTH])
        mine = [self._pairs[issue.id] for issue in alone]
        theirs = [_pairs(other.text[:_BODY_LENGTH]) for other in others]
        sample = [*mine[:: len(mine) // _SAMPLE + 1], *theirs]
        seen = Counter(chain.from_iterable(sample))
        common = {pair for pair, n in seen.items() if n > _OFTEN and 2 * n > len(sample)}
        left = [(other.id, pairs - common) for other, pairs in zip(others, theirs, strict=True)]
        for issue, pairs in zip(alone, mine, strict=True):
            own = len(pairs) - len(pairs & common)
            for ident, other in left if own else ():
                if len(pairs & other) >= _ENOUGH * min(own, len(other) or 1):
                    yield issue.id, ident


def _pairs(text: str) -> set[int]:
    """The pairs of neighbouring characters in a text, marks left out, each as one number: much cheaper than strings."""
    chars = fold(text)
    units = chars.encode("utf-32-le", "surrogatepass")
    even, odd = len(chars) // 2, max(0, len(chars) - 1) // 2
    return {*unpack_from(f"<{even}Q", units), *unpack_from(f"<{odd}Q", units, 4 if odd else 0)}


def _head(other: Cause | Measure) -> str:
    return other.title or re.split("[，。；,;]", other.text)[0]
