"""The offsets of elements in the text of the paragraphs around them, in one view."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from mzsh_model.wml.reading.paragraph import ParagraphReader


class Offsets(NamedTuple):
    """Characters `start` to `end` of the text of a paragraph."""

    paragraph: etree._Element
    start: int
    end: int


class Tracing:
    """The texts of paragraphs, and what part of them stands inside the scopes of the elements that are sought.

    A scope that is left out of the text stands at a point. One in a text box stands in the paragraph of the box, where that
    is read, else where the box hangs. A scope that holds whole paragraphs has no offsets.
    """

    def __init__(
        self,
        reader: ParagraphReader,
        root: etree._Element,
        wanted: tuple[str, ...],
        scope: Callable[[etree._Element], etree._Element],
    ) -> None:
        self.texts: dict[etree._Element, str] = {}
        self.offsets: dict[etree._Element, Offsets] = {}
        self.busy: bool = next(root.iter(*wanted), None) is not None
        self._reader = reader
        self._wanted = wanted
        self._scope = scope

    def paragraph(self, element: etree._Element, text: str | None = None) -> None:
        """Take the next paragraph; `text` is what its line has of it, where that is known (less where its style hides it)."""
        if not self.busy:
            self.texts[element] = self._reader.read(element)[0] if text is None else text
            return
        scopes = {self._scope(found): None for found in element.iter(*self._wanted)}
        if not scopes:
            read = self._reader.read(element)[0]  # for the fields that it opens and closes, too
            self.texts[element] = read if text is None else text
            return
        read, seen = self._reader.trace(element)
        shown = self.texts[element] = read if text is None else text
        at = dict(seen)
        for scope in scopes:
            node: etree._Element | None = scope
            while node is not None and node not in at:
                node = node.getparent()
            if node is not None:
                start = at[node]
                end = _end(scope, element, at, len(read)) if node is scope else start
                self.offsets[scope] = Offsets(element, min(start, len(shown)), min(end, len(shown)))


def _end(scope: etree._Element, paragraph: etree._Element, at: dict[etree._Element, int], size: int) -> int:
    """The offset behind a scope: that of the next element that is looked at."""
    node: etree._Element | None = scope
    while node is not None and node is not paragraph:
        follower = node.getnext()
        while follower is not None and follower not in at:
            follower = follower.getnext()
        if follower is not None:
            return at[follower]
        node = node.getparent()
    return size
