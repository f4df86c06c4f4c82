"""What no mark of a comment may be put into: complex fields, and content controls that are bound to data or plain text.

Word writes the result of a field and the content of a bound control anew, and what was marked there is lost. LibreOffice
7.4 spills the words of a comment in a field into the text (measured). A plain-text control holds runs of text alone
(ECMA-376 17.5.2.44); Word reports a file with marks inside one as damaged (docx4j issue 421).
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.wml.placing.markup import Stretch, Tag, tags_from
from mzsh_model.wml.placing.spans import Finder, refused

_ELSEWHERE = ("txbxContent", "del", "moveFrom")
_KIND = lazy_pattern(rb"<(?:[^\s<>/:]+:)?(?:text|dataBinding)(?=[\s/>])")
_CONTENT = lazy_pattern(rb"<(?:[^\s<>/:]+:)?sdtContent(?=[\s/>])")


class Closed:
    """Answers about one part."""

    def __init__(self, finder: Finder) -> None:
        self._markup = finder.markup
        self._ancestors = finder.ancestors
        self._w = finder.w

    def around(self, stretch: Stretch, at: int) -> Tag | None:
        """Return the bytes of the outermost closed thing around byte `at` of a paragraph, None where there is none.

        Raises:
            BadEdit: it reaches out of the paragraph.
        """
        return outer(self._control(stretch, at), self._field(stretch, at) if self._has_fields else None)

    @property
    def has_any(self) -> bool:
        """Whether the part holds anything closed."""
        return self._has_fields or bool(self._controls)

    @cached_property
    def _has_fields(self) -> bool:
        return b"fldChar" in self._markup.xml

    def _control(self, stretch: Stretch, at: int) -> Tag | None:
        n = bisect_right(self._controls, at, key=_start) - 1
        if n < 0 or at >= self._controls[n].end:
            return None
        if self._controls[n].start < stretch.span.start:
            raise refused("bound")
        return self._controls[n]

    @cached_property
    def _controls(self) -> list[Tag]:
        """The closed content controls that stand in no other one."""
        xml = self._markup.xml
        kinds = [match.start() for match in _KIND.finditer(xml)] if b"sdtPr" in xml else []
        starts = self._markup.starts_of(b"sdt") if kinds else []
        found: list[Tag] = []
        for kind in kinds:
            n = bisect_right(starts, kind) - 1
            if n < 0 or (found and starts[n] < found[-1].end) or _CONTENT.search(xml, starts[n], kind):
                continue
            found.append(tags_from(xml, starts[n])[0])
        return found

    def _field(self, stretch: Stretch, at: int) -> Tag | None:
        """From the run of a field's begin to that of its end (ECMA-376 17.16.18)."""
        w = self._w
        opened = self._ancestors.open_fields(stretch.span.start)
        elsewhere = [w + name for name in _ELSEWHERE]
        start = stretch.span.start if opened else None
        before = bool(opened)
        for mark in stretch.root.iter(w + "fldChar"):
            kind = mark.get(w + "fldCharType")
            run = next(mark.iterancestors(w + "r"), None)
            if run is None or kind not in ("begin", "end") or next(mark.iterancestors(*elsewhere), None) is not None:
                continue
            if self._ancestors.is_unended(stretch.tags[mark]):
                continue
            tag = stretch.tags[run]
            if kind == "begin":
                start = tag.start if not opened else start
                opened += 1
            elif opened:
                opened -= 1
                if opened or start is None:
                    continue
                if start <= at < tag.end:
                    if before:
                        raise refused("field")
                    return Tag(start, start, tag.end, tag.end)
                start, before = None, False
        if start is not None and start <= at:
            raise refused("field")
        return None


def outer(*tags: Tag | None) -> Tag | None:
    """Return the bytes from the first of some elements to the last, None where there is none."""
    found = [tag for tag in tags if tag is not None]
    if not found:
        return None
    low, high = min(tag.start for tag in found), max(tag.end for tag in found)
    return Tag(low, low, high, high)


def _start(tag: Tag) -> int:
    return tag.start
