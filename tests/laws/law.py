"""A law over generated documents, which counts what was refused: a law that skips its cases holds nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import Phase, event, given, settings
from hypothesis import strategies as st

import mzsh_model as mz

MOST_REFUSED = 0.1
_FEW = 12
"""With fewer edits than these a share says nothing."""


class Tally:
    """What became of the edits of a law."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()

    def write(self, doc: mz.Document, value: mz.DocumentValue, tracked: str | None = None) -> mz.Document | None:
        """`doc.write`, None where it was refused; the document is as it was, whatever became of it."""
        before = doc.to_bytes()
        try:
            done = doc.write(value, tracked=tracked)
        except mz.BadEdit as error:
            assert "\n" not in str(error)
            self.counts["refused"] += 1
            self.codes[error.code] += 1
            event(f"refused {error.code}")
            return None
        finally:
            assert doc.to_bytes() == before
        self.counts["done"] += 1
        event("done")
        return done

    def verdict(self) -> None:
        """Fail where more was refused than a law can bear."""
        total = self.counts.total()
        assert total < _FEW or self.counts["refused"] <= total * MOST_REFUSED, (self.counts, self.codes)


Body = Callable[[st.DataObject, Tally], None]


def held(body: Body, *, examples: int | None = None) -> Tally:
    """Run a law and its verdict; with `examples`, so many and none again, for who wants to know whether it fails."""
    tally = Tally()
    drawn: Any = given(data=st.data(), tally=st.just(tally))(body)
    if examples is not None:
        drawn = settings(max_examples=examples, phases=[Phase.generate], database=None, derandomize=True)(drawn)
    drawn()
    tally.verdict()
    return tally


def law(body: Body) -> Callable[[], None]:
    """A test that runs the law; the law itself is its `body`."""

    def test() -> None:
        held(body)

    test.__name__, test.__doc__, test.__module__ = body.__name__, body.__doc__, body.__module__
    vars(test)["body"] = body
    return test
