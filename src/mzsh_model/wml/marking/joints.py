"""Marks taken out again, and what was cut for them joined: see `marks` for how the cuts are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mzsh_model.wml.editing.splice import Splice
from mzsh_model.wml.marking.marks import BLANKS, PRESERVE, Cut


class Standing(NamedTuple):
    """A mark that stands in a part: its bytes, and how the place was cut for it."""

    start: int
    end: int
    cut: Cut


def take_out(xml: bytes, prefix: bytes, marks: Iterable[Standing]) -> Iterator[Splice]:
    """Yield the splices that remove marks and join what was cut for them, where no other mark stands in the cut.

    A cut stays, too, where another one needs it to keep blanks that stand before that one.
    """
    groups: list[list[Standing]] = []
    for mark in sorted(marks):
        if groups and groups[-1][-1].end == mark.start:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    gaps: dict[int, int] = {}
    joined: dict[int, int] = {}
    seamed: list[int] = []
    for group in reversed(groups):
        start, end = group[0].start, group[-1].end
        cut = max(mark.cut for mark in group)
        joint = _joint(xml, prefix, start, end, cut)
        needed = joint is not None and cut is not Cut.RUN and _keeps_blanks(xml, prefix, joint[1], joined)
        if joint is None or (needed and cut is Cut.TEXT and not _is_preserved(xml, prefix, joint[0])):
            yield Splice(start, end, b"")
            continue
        low, high = joint
        gaps[high] = low
        joined[low] = high
        if cut is Cut.BLANK and not needed:
            seamed.append(low)
        yield Splice(low, high, b"")
    for low in seamed:
        yield from _seam(xml, prefix, low, gaps)


def _joint(xml: bytes, prefix: bytes, start: int, end: int, cut: Cut) -> tuple[int, int] | None:
    """The bytes from the end of the left half to the beginning of the right one, None where it is not a cut of ours."""
    p = re.escape(prefix)
    if cut is Cut.NONE:
        return None
    left = b"</%sr>" % prefix if cut is Cut.RUN else b"</%st></%sr>" % (prefix, prefix)
    head = re.compile(
        rb"(<%sr(?:\s[^<>]*)?>)(?:\s*(<%srPr\s*/>|<%srPr(?:\s[^<>]*)?>.*?</%srPr>))?" % (p, p, p, p), re.DOTALL
    )
    opened = head.match(xml, end)
    rest = b"" if cut is Cut.RUN else b"<%st%s>" % (prefix, PRESERVE)
    if opened is None or not xml.startswith(rest, opened.end()) or not xml.endswith(left, 0, start):
        return None
    low = start - len(left)
    # some writers put a blank before every `/>`: only the halves of one run, which have one format, are joined
    before = head.match(_open_run(xml, prefix, low))
    return (low, opened.end() + len(rest)) if before is not None and before.groups() == opened.groups() else None


def _keeps_blanks(xml: bytes, prefix: bytes, start: int, joined: Mapping[int, int]) -> bool:
    """Whether a right half ends in blanks before a cut that stays: behind one of ours the text is said to keep its own."""
    end = xml.find(b"</%st>" % prefix, start)
    while end in joined:
        end = xml.find(b"</%st>" % prefix, joined[end])
    if xml[end - 1] not in BLANKS or not xml.startswith(b"</%sr>" % prefix, end + len(prefix) + 4):
        return False
    p = re.escape(prefix)
    after = re.compile(rb"<%st[ >]|</%sp>" % (p, p)).search(xml, end)
    return after is not None and xml.startswith(PRESERVE, after.end() - 1)


def _is_preserved(xml: bytes, prefix: bytes, end: int) -> bool:
    """Whether the text that ends at `end` keeps its blanks."""
    return b"preserve" in xml[xml.rfind(b"<%st" % prefix, 0, end) : end].partition(b">")[0]


def _open_run(xml: bytes, prefix: bytes, end: int) -> bytes:
    """Return the run that is open at `end`, up to there, without the record of how its format was changed."""
    p = re.escape(prefix)
    at, inside = end, 1
    while inside and (at := xml.rfind(b"%sr" % prefix, 0, at)) > 0:
        before, after = xml[at - 1 : at], xml[at + len(prefix) + 1 : at + len(prefix) + 2]
        if before == b"/":
            inside += after == b">"  # that of a text box inside the run
        elif before == b"<":
            inside -= after in (b">", b" ")
    return re.sub(rb"<%srPrChange(?:\s[^<>]*)?>.*?</%srPrChange>" % (p, p), b"", xml[at - 1 : end], flags=re.DOTALL)


def _seam(xml: bytes, prefix: bytes, at: int, gaps: Mapping[int, int]) -> Iterator[Splice]:
    """What divides the blanks before `at` from the text they belong to. Between the two may stand cuts that go (`gaps`)."""
    while xml[at - 1] in BLANKS or at in gaps:
        at = gaps.get(at, at - 1)
    closed, opened = b"</%st>" % prefix, b"<%st%s>" % (prefix, PRESERVE)
    start = at - len(opened)
    end = gaps.get(start, start)
    if xml.startswith(opened, start) and xml.endswith(closed, 0, end):
        yield Splice(end - len(closed), end, b"")
        yield Splice(start, at, b"")
