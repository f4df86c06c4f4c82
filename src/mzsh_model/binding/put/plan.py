"""What is to happen to the lines of a document, before any byte is touched: checked, foretold, then carried out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from mzsh_model.kernel.difference import Hunk, hunks
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.outline.lines import Line


class Coming(NamedTuple):
    """A paragraph that comes: a new text made after the line `like`, or the line `moved` itself (0 where none)."""

    text: str
    like: int
    moved: int = 0


class RowComing(NamedTuple):
    """A table row that comes beside the row of the line `beside`: its texts by column, or the rows (lines) that move."""

    beside: int
    before: bool
    cells: dict[int, str]
    moved: tuple[tuple[int, ...], ...] = ()


class Foretold(NamedTuple):
    """A line as it will be: the number of the line that it was, 0 for a new one, and its text."""

    was: int
    text: str


@dataclass(slots=True)
class Plan:
    """Changes of lines by their numbers in the outline; the order of insertions at one place is the order of calls."""

    lines: tuple[Line, ...]
    retyped: dict[int, list[Hunk]] = field(default_factory=dict[int, list[Hunk]])
    before: dict[int, list[Coming]] = field(default_factory=dict[int, list[Coming]])
    after: dict[int, list[Coming]] = field(default_factory=dict[int, list[Coming]])
    deleted: set[int] = field(default_factory=set[int])
    moved: set[int] = field(default_factory=set[int])
    splits: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    joins: dict[int, int] = field(default_factory=dict[int, int])
    rows_coming: list[RowComing] = field(default_factory=list[RowComing])
    rows_deleted: list[tuple[int, ...]] = field(default_factory=list[tuple[int, ...]])

    def retype(self, line: int, start: int, end: int, text: str) -> None:
        """Put `text` in the place of characters `start` to `end` of a line.

        Raises:
            BadEdit: another change has those characters.
        """
        own = self.retyped.setdefault(line, [])
        for hunk in own:
            if hunk == (start, end, text) and start < end:
                return
            if start < hunk.end and hunk.start < end:
                raise conflict()
        own.append(Hunk(start, end, text))

    def retypes(self, line: int, start: int, end: int) -> bool:
        """Tell whether some of the characters `start` to `end` of a line are to be others, or go."""
        return line in self.deleted or any(start < hunk.end and hunk.start < end for hunk in self.retyped.get(line, ()))

    def insert(self, beside: int, coming: Coming, *, before: bool = False) -> None:
        """Put a paragraph after (or before) a line."""
        (self.before if before else self.after).setdefault(beside, []).append(coming)
        if coming.moved:
            self.moved.add(coming.moved)

    def delete(self, line: int) -> None:
        """Take a line out."""
        self.deleted.add(line)

    def split(self, line: int, offsets: list[int]) -> None:
        """Cut a line in two (or more) before the characters at `offsets`."""
        self.splits[line] = offsets

    def join(self, line: int, following: int) -> None:
        """Let the next line run on in a line."""
        self.joins[line] = following

    def insert_row(self, coming: RowComing) -> None:
        """Put a row beside another one."""
        self.rows_coming.append(coming)

    def delete_row(self, lines: tuple[int, ...]) -> None:
        """Take out the row that is made of those lines."""
        self.rows_deleted.append(lines)

    @property
    def in_moved_rows(self) -> frozenset[int]:
        """The lines of the rows that move."""
        return frozenset(line for coming in self.rows_coming for row in coming.moved for line in row)

    @property
    def changes_rows(self) -> bool:
        """Whether rows come, go or move."""
        return bool(self.rows_coming or self.rows_deleted)

    def hunks_of(self, line: int) -> list[Hunk]:
        """Return the smallest differences that make a line what it will be, in order."""
        text = self.lines[line - 1].text
        return [
            Hunk(hunk.start + low, hunk.start + high, words)
            for hunk in self._of(line)
            for low, high, words in hunks(text[hunk.start : hunk.end], hunk.text)
        ]

    def text_of(self, line: int) -> str:
        """Return what a line will say."""
        text, out, at = self.lines[line - 1].text, "", 0
        for start, end, words in self._of(line):
            out += text[at:start] + words
            at = end
        return out + text[at:]

    def _of(self, line: int) -> list[Hunk]:
        return sorted(self.retyped.get(line, ()), key=lambda hunk: hunk[:2])

    @property
    def touched(self) -> frozenset[int]:
        """The lines that do not stay as they are."""
        rows = {line for row in self.rows_deleted for line in row}
        joined = {*self.joins, *self.joins.values()}
        return (
            frozenset(self.retyped) | self.deleted | self.moved | rows | self.in_moved_rows | set(self.splits) | joined
        )

    def foretell(self) -> Iterator[Foretold]:
        """Yield the lines as they will be, automatic numbers as they were."""
        joined = set(self.joins.values())
        for line in self.lines:
            yield from map(self._coming, self.before.get(line.number, ()))
            if line.number not in self.deleted and line.number not in self.moved and line.number not in joined:
                yield from self._staying(line)
            yield from map(self._coming, self.after.get(line.number, ()))

    def _staying(self, line: Line) -> Iterator[Foretold]:
        text = self.text_of(line.number) if line.number in self.retyped else line.text
        at = line.number
        while at in self.joins:
            at = self.joins[at]
            text += self.text_of(at)[self.lines[at - 1].auto :]
        cuts = [0, *self.splits.get(line.number, ()), len(text)]
        for n, (start, end) in enumerate(pairwise(cuts)):
            yield Foretold(0 if n else line.number, text[start:end])

    def _coming(self, coming: Coming) -> Foretold:
        return Foretold(coming.moved, self.text_of(coming.moved)) if coming.moved else Foretold(0, coming.text)


def conflict() -> BadEdit:
    """Return the error for two changes of the same words."""
    return BadEdit("edit-conflict", "两处改动改的是同一段文字，结果会互相覆盖。请合成一处再改")


def inconsistent(path: str) -> BadEdit:
    """Return the error for a part that was changed where the text that holds it was not."""
    return BadEdit(
        "edit-inconsistent", f"{path} 改了，包含它的全文没有改，两处不一致。请用 mz.replace 来改，全文会一起改"
    )


def unwritable(path: str) -> BadEdit:
    """Return the error for a change that no words of the document stand for."""
    return BadEdit("edit-no-place", f"{path} 在文件里没有对应的文字，改了也没处写。请改它所依据的文字")
