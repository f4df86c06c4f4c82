"""Complex fields that begin and never end: they are no fields, and hide nothing (ECMA-376 17.16.18)."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree


def unended(kinds: Iterable[str | None]) -> frozenset[int]:
    """Return which of some marks (begin, separate, end, in order) begin a field that no mark ends.

    >>> sorted(unended(["begin", "begin", "end"]))
    [0]
    """
    opened: list[int] = []
    for n, kind in enumerate(kinds):
        if kind == "begin":
            opened.append(n)
        elif kind == "end" and opened:
            _ = opened.pop()
    return frozenset(opened)


def unended_in(root: etree._Element, w: str, dropped: tuple[str, ...]) -> frozenset[etree._Element]:
    """Return the marks of a part that begin a field that never ends; what stands in `dropped` elements is not there."""
    marks = list(root.iter(w + "fldChar"))
    if dropped:
        marks = [mark for mark in marks if next(mark.iterancestors(*dropped), None) is None]
    return frozenset(marks[n] for n in unended(mark.get(w + "fldCharType") for mark in marks))
