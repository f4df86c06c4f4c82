"""A law over generated documents, which counts what was refused: a law that skips its cases holds nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from math import sqrt
from typing import Any

import pytest
from hypothesis import Phase, event, given, settings
from hypothesis import strategies as st

import mzsh_model as mz

MOST_REFUSED = 0.1
_FEW = 12
"""With fewer edits than these a share says nothing."""


class Tally:
    """What became of the edits of a law, by the kind of document."""

    def __init__(self) -> None:
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.codes: Counter[tuple[str, str]] = Counter()

    def write(self, doc: mz.Document, value: mz.DocumentValue, tracked: str | None = None) -> mz.Document | None:
        """`doc.write`, None where it was refused; the document is as it was, whatever became of it."""
        before = doc.to_bytes()
        try:
            done = doc.write(value, tracked=tracked)
        except mz.BadEdit as error:
            assert "\n" not in str(error)
            self.refused[value.kind] += 1
            self.codes[value.kind, error.code] += 1
            event(f"refused {value.kind} {error.code}")
            return None
        finally:
            assert doc.to_bytes() == before
        self.done[value.kind] += 1
        event(f"done {value.kind}")
        return done

    def verdict(self) -> None:
        """Fail where more was refused than a law can bear, of one kind or of all."""
        total = self.done + self.refused
        assert total.total() < _FEW or self.refused.total() <= total.total() * MOST_REFUSED, self.codes
        over = {
            kind: (self.refused[kind], n) for kind, n in total.items() if n >= _FEW and self.refused[kind] > _bound(n)
        }
        assert not over, (over, self.codes)


def _bound(n: int) -> float:
    """So many refusals of `n` may be chance where a tenth is refused: two standard deviations above it."""
    return n * MOST_REFUSED + 2 * sqrt(n * MOST_REFUSED * (1 - MOST_REFUSED))


Body = Callable[[st.DataObject, st.SearchStrategy[mz.Document], Tally], None]


def held(body: Body, documents: st.SearchStrategy[mz.Document], *, examples: int | None = None) -> Tally:
    """Run a law and its verdict; with `examples`, so many and none again, for who wants to know whether it fails."""
    tally = Tally()

    def run(data: st.DataObject) -> None:
        body(data, documents, tally)

    drawn: Any = given(data=st.data())(run)
    if examples is not None:
        drawn = settings(max_examples=examples, phases=[Phase.generate], database=None, derandomize=True)(drawn)
    drawn()
    tally.verdict()
    return tally


def law(families: Mapping[str, st.SearchStrategy[mz.Document]]) -> Callable[[Body], Callable[[str], None]]:
    """Make a test of a law over each family of documents; the law itself is its `body`, they are its `families`."""

    def made(body: Body) -> Callable[[str], None]:
        def test(family: str) -> None:
            held(body, families[family])

        test.__name__, test.__doc__, test.__module__ = body.__name__, body.__doc__, body.__module__
        vars(test).update(body=body, families=families)
        marked: Callable[[str], None] = pytest.mark.parametrize("family", families)(test)
        return marked

    return made
