"""For each finding the words that carry its comment: its own, else the heading above them, else the title."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from mzsh_model.kernel.errors import BadEdit, StaleAnchor
from mzsh_model.kernel.place import Place
from mzsh_model.outline.labels import LabelKind, label_at
from mzsh_model.outline.lines import Line
from mzsh_model.outline.tree import HEADING_LENGTH
from mzsh_model.rules.finding import Finding
from mzsh_model.wml.marking.comment_marks import Anchor, CommentMarker


class Seat(NamedTuple):
    """The characters that a comment was asked for, and the anchor it gets for them."""

    line: Line
    start: int
    end: int
    anchor: Anchor


class Anchoring:
    """Answers about one document."""

    def __init__(self, lines: Sequence[Line], marker: CommentMarker) -> None:
        self._lines = lines
        self._marker = marker
        self._wholes: dict[int, Seat | None] = {}
        self._why: BadEdit | None = None

    def of(self, finding: Finding) -> tuple[Seat, bool]:
        """Return where the comment on a finding goes, and whether that is away from the finding's words.

        Raises:
            StaleAnchor: the finding is not about this document.
            BadEdit: the document has no words to carry a comment.
        """
        line = self.line_of(finding)
        if line is None:
            return self.title, False
        if finding.start < finding.end and (seat := self._seat(line, finding.start, finding.end)) is not None:
            return seat, line.story != "body"
        above = self._above(line) if line.story in ("body", "textbox") else iter(())
        return next(above, self.title), True

    def line_of(self, finding: Finding) -> Line | None:
        """Return the line of a finding, None where it has no place in a document.

        Raises:
            StaleAnchor: the document says something else there.
        """
        if not finding.line:
            return None
        parts = (Place(finding.line, finding.start, finding.end), *finding.rest)
        if all(0 < part.line <= len(self._lines) for part in parts):
            words = "".join(self._lines[part.line - 1].text[part.start : part.end] for part in parts)
            cut = finding.quote.removesuffix("…")
            if words == finding.quote or (cut != finding.quote and words.startswith(cut)):
                return self._lines[finding.line - 1]
        raise StaleAnchor("anchor-finding", "检查结果说的不是这份文件现在的文字。请重新检查后再批注")

    @cached_property
    def title(self) -> Seat:
        """The first line with text, one of the body's if there is any.

        Raises:
            BadEdit: no line can carry a comment: because of what was said of the last one with text, if there is any.
        """
        for story in ("body", "textbox"):
            for line in self._lines:
                if line.story == story and (seat := self._whole(line)) is not None:
                    return seat
        raise self._why or BadEdit("edit-no-words", "文件里没有文字，没有地方放批注。请核对是不是这份文件")

    def _above(self, line: Line) -> Iterator[Seat]:
        """The headings at a line and above it, the nearest first."""
        for at in range(bisect_right(self._headings, line.number) - 1, -1, -1):
            if (seat := self._whole(self._lines[self._headings[at] - 1])) is not None:
                yield seat

    @cached_property
    def _headings(self) -> list[int]:
        return [line.number for line in self._lines if line.story == "body" and _is_heading(line)]

    def _whole(self, line: Line) -> Seat | None:
        if line.number not in self._wholes:
            self._wholes[line.number] = self._seat(line, line.auto, len(line.text))
        return self._wholes[line.number]

    def _seat(self, line: Line, start: int, end: int) -> Seat | None:
        if not line.text[line.auto :].strip():
            return None
        try:
            return Seat(line, start, end, self._marker.anchor(line, start, end))
        except BadEdit as why:
            self._why = why
            return None


def _is_heading(line: Line) -> bool:
    text = line.text.strip()
    if not text or len(text) > HEADING_LENGTH or text[-1] in "。；;！？":
        return False
    label = label_at(text)
    return line.level is not None or (label is not None and label.kind <= LabelKind.HAN_PAREN)
