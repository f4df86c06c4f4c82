"""Where elements of a file stand among the lines that are read from it.

Nothing is read a second way: the reading of the story is followed, and each paragraph that holds such an element is traced
by the reader that reads it.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from mzsh_model.kernel.errors import StaleAnchor
from mzsh_model.opc.package import Package
from mzsh_model.outline.lines import Outline
from mzsh_model.wml.placing.part_places import PartPlaces, Sought
from mzsh_model.wml.reading.story import ReaderOf, follow_story


@dataclass(frozen=True, slots=True)
class Places:
    """The places in every part that an outline is read from; the comments as a part of their own; unreadable parts."""

    parts: tuple[PartPlaces, ...]
    comments: tuple[PartPlaces, ...]
    problems: tuple[str, ...]


class _Follower:
    def __init__(self, sought: Sought) -> None:
        self.parts: list[PartPlaces] = []
        self._sought = sought

    def part(self, root: etree._Element, first: int, reader: ReaderOf) -> None:
        self.parts.append(PartPlaces(root, first, reader, self._sought))

    def paragraph(self, element: etree._Element, text: str) -> None:
        self.parts[-1].final.paragraph(element, text)


def find_places(package: Package, outline: Outline, sought: Sought) -> Places:
    """Find elements among the lines of `outline`, which is the final view of `package`.

    Raises:
        StaleAnchor: it is not.
    """
    follower = _Follower(sought)
    story = follow_story(package, follower)
    lines, parts = story.outline.lines, follower.parts
    for part, end in zip(parts, [*(part.first for part in parts[1:]), len(lines) + 1], strict=False):
        part.settle(lines[part.first - 1 : end - 1])
    stories = tuple(part for part in parts if part.root.tag != part.w + "comments")
    comments = tuple(part for part in parts if part.root.tag == part.w + "comments")
    if [line.text for part in stories for line in part.lines] != [line.text for line in outline.lines]:
        raise StaleAnchor("anchor-outline", "给出的文字不是这份文件现在的文字。请重新打开文件，用读出的文字来查")
    return Places(stories, comments, story.problems)
