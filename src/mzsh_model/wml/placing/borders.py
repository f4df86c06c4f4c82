"""What stands between blocks: markers of ranges, and the borders of content controls that hold one paragraph alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.wml.placing.markup import Markup, Tag, tags_from

_MARKERS = [
    "bookmarkStart",
    "bookmarkEnd",
    "commentRangeStart",
    "commentRangeEnd",
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "permStart",
    "permEnd",
    "proofErr",
    "customXmlInsRangeStart",
    "customXmlInsRangeEnd",
    "customXmlDelRangeStart",
    "customXmlDelRangeEnd",
    "customXmlMoveFromRangeStart",
    "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeStart",
    "customXmlMoveToRangeEnd",
]
"""Elements without content that may stand between blocks (ECMA-376 17.13, EG_RangeMarkupElements)."""
_TAG = lazy_pattern(rb"\s*<(/?)([^\s/>]+)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)
_BLANK = lazy_pattern(rb"(?:\s|<!--.*?-->)*", re.DOTALL)
_DEEPEST = 64


class Borders:
    """Answers about one part."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        names = b"|".join(name.encode() for name in _MARKERS)
        p = re.escape(markup.prefix)
        # an element that holds nothing, however it is written
        marker = rb"<(%s(?:%s))(?=[\s/>])(?:[^>\"']|\"[^\"]*\"|'[^']*')*?(?:/>|>\s*</\1\s*>)" % (p, names)
        self._marker = re.compile(marker, re.DOTALL)

    @cached_property
    def _controls(self) -> list[int]:
        """Where content controls begin."""
        return self._markup.starts_of(b"sdt") if b"sdtContent" in self._markup.xml else []

    def after(self, at: int) -> bytes:
        """Return the name of the next tag from byte `at` on that is no marker, with a slash where it is an end tag."""
        found = _TAG.match(self._markup.xml, self.past(at))
        return b"" if found is None else found[1] + found[2]

    def past(self, at: int) -> int:
        """Return where the markers, blanks and comments end that stand from byte `at` on."""
        xml = self._markup.xml
        while True:
            blank = _BLANK.match(xml, at)
            at = at if blank is None else blank.end()
            marker = self._marker.match(xml, at)
            if marker is None:
                return at
            at = marker.end()

    def markers(self, low: int, high: int) -> Iterator[Tag]:
        """Yield the markers that stand between two bytes, outside any paragraph."""
        for found in self._marker.finditer(self._markup.xml, low, high):
            yield Tag(found.start(), found.end(), found.end(), found.end())

    def hull(self, span: Tag) -> Tag:
        """Return the outermost content control that holds the block `span` and nothing else; the block itself if none does."""
        xml, prefix, starts = self._markup.xml, self._markup.prefix, self._controls
        for _ in range(_DEEPEST if starts else 0):
            if self.after(span.end) != b"/" + prefix + b"sdtContent":
                break
            n = bisect_left(starts, span.start) - 1
            tags = tags_from(xml, starts[n]) if n >= 0 else []
            content = next((t for t in tags if t.inner <= span.start and self.past(t.inner) == span.start), None)
            if content is None or not tags[0].start < span.start < tags[0].end or not self._is_content(content):
                break
            span = tags[0]
        return span

    def follows(self, at: int) -> bytes:
        """Return the name of the first block from byte `at` on, that of a content control's first one for the control."""
        xml, prefix = self._markup.xml, self._markup.prefix
        for _ in range(_DEEPEST):
            name = self.after(at)
            if name != prefix + b"sdt":
                return name
            inner = next((t for t in tags_from(xml, self.past(at))[1:] if self._is_content(t)), None)
            if inner is None:
                return name
            at = inner.inner
        return b""

    def _is_content(self, tag: Tag) -> bool:
        return (
            re.match(rb"<%ssdtContent[\s/>]" % re.escape(self._markup.prefix), self._markup.xml[tag.start :][:80])
            is not None
        )
