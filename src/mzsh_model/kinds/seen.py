"""A document as detection sees it: title, opening, roles of its chapters, tables. Each is looked at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from mzsh_model.kernel.spelling import spell_out
from mzsh_model.kinds.column import FirstRows, first_rows
from mzsh_model.kinds.neighbours import neighbour_by_form, neighbour_by_title
from mzsh_model.model.base import Role
from mzsh_model.outline.lines import Line
from mzsh_model.reading.roles import Chapter, chapters_of
from mzsh_model.reading.skeleton import Skeleton, nodes
from mzsh_model.reading.tables.column_names import LedgerTable

_OPENING = 600
_BLOCKS = 80
_BODY = 8000


class Seen:
    """What signs look at; texts are spelled out (full names for short ones)."""

    def __init__(self, skeleton: Skeleton, tables: tuple[LedgerTable, ...]) -> None:
        self._skeleton: Skeleton = skeleton
        self.has_tables: bool = bool(tables)
        self.table_fields: frozenset[str] = frozenset(
            name
            for table in tables
            for name in {name for row in table.rows for name in row.cells} - {name for _, name in table.inferred}
        )
        self.has_headings: bool = bool(skeleton.tree.children)
        self.title: str = spell_out(skeleton.front.words)

    @cached_property
    def opening(self) -> str:
        """What stands before the first heading, its first 600 characters."""
        return spell_out("".join(span.text for span in self._skeleton.front.preamble)[:_OPENING])

    @cached_property
    def raw_body(self) -> str:
        """The text, its first 80 paragraphs and 8,000 characters, as it is typed."""
        return "".join(block.text for block in self._skeleton.blocks.blocks[:_BLOCKS])[:_BODY]

    @cached_property
    def body(self) -> str:
        """The same, spelled out."""
        return spell_out(self.raw_body)

    @cached_property
    def neighbour_titled(self) -> str:
        """The name of the neighbouring kind that the title tells, empty for none."""
        return neighbour_by_title(self.title, has_ledger=self.has_tables, in_chapters=self.says_something)

    @cached_property
    def neighbour_formed(self) -> str:
        """The name of the neighbouring kind that the text has the form of, empty for none."""
        return neighbour_by_form(self.body)

    @cached_property
    def says_something(self) -> bool:
        """Whether anything is said under its headings, tables aside."""
        below = (node for node in nodes(self._skeleton.tree) if node.block is not None)
        return any(node.has_body or node.blocks for node in below)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines, those of tables too."""
        return self._skeleton.draft.outline.lines

    @cached_property
    def first_rows(self) -> FirstRows:
        """What may be the headers of its tables."""
        return first_rows(self.lines)

    @cached_property
    def chapters(self) -> Sequence[Chapter]:
        """The chapters, each with the part that it is."""
        return chapters_of(self._skeleton)

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles of chapters that their headings tell."""
        return frozenset(chapter.context.role for chapter in self.chapters if chapter.told)

    def titled(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether the title has such words."""
        return pattern.search(self.title) is not None
