"""Headings about the meeting that name an aspect of no catalogue: told by their form and by one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mzsh_model.model.catalogue import is_worded_so
from mzsh_model.outline.labels import RUN_IN
from mzsh_model.outline.tree import Node
from mzsh_model.reading.openings import aspects_opened
from mzsh_model.reading.words.lexicon import roles_of_heading, states_fault
from mzsh_model.reading.words.themes import themes_of

_LONGEST = 24
Names = dict[Node, tuple[int, int]]
"""Where each of some headings names its aspect."""


def is_spoken(node: Node) -> bool:
    """Tell whether a paragraph is numbered as speech is: 一是…"""
    return node.label is not None and node.label.kind in RUN_IN


def names_set_off(told: Sequence[Node], year: int | None) -> Names:
    """Return the aspects that siblings begin with before a colon: （一）学风：……"""
    texts = [(one.block.text, one.title[0], len(one.block.text)) for one in told if one.block is not None]
    found = zip(told, texts, aspects_opened(texts, year), strict=True)
    return {one: (name.start, name.end) for one, (text, *_), name in found if name and text[name.end :][:1] in "：:"}


def bare_names(told: Iterable[Node]) -> Names:
    """Return the aspects that bare headings with something below them name, if most speak of what aspects do: （一）政治建设"""
    heads = [one for one in told if _names_one(one)]
    known = sum(is_worded_so(one.heading) or bool(themes_of(one.heading)) for one in heads)
    return {one: (one.title[0], one.title[0] + len(one.heading)) for one in heads} if known * 2 > len(heads) else {}


def _names_one(node: Node) -> bool:
    heading = node.heading
    below = bool(node.children or node.blocks)
    return (
        node.is_bare_heading
        and below
        and len(heading) <= _LONGEST
        and not states_fault(heading)
        and not roles_of_heading(heading)
    )
