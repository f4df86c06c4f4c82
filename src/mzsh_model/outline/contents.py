"""The table of contents (目录) at the head of a document: furniture that repeats its headings."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.blocks import Block

_NAME = lazy_pattern(r"目\s*[录次]")
_PAGED = lazy_pattern(r"(?P<name>\S.{0,60}?)(?:\s*[.…·﹒．⋯_\-—]{2,}\s*|\t\s*|\s{2,})[（(]?\d{1,3}[）)]?")
_MOST_LINES = 200
_FEWEST, _LONGEST = 4, 60


def contents_of(blocks: Sequence[Block]) -> frozenset[Block]:
    """Return the paragraphs of the table of contents: 目录 and the lines below it that carry pages or stand again below.

    Without the word 目录, two or more lines with pages, one behind the other, whose first stands again below; or numbered
    headings before anything else, the first two of which do.
    """
    if before := _headings_first(blocks):
        return before
    paged = [
        _PAGED.fullmatch(block.text) if block.text[-1].isdigit() or block.text[-1] in "）)" else None
        for block in blocks[:_MOST_LINES]
    ]
    for at, block in enumerate(blocks[:_MOST_LINES]):
        named = block.text[0] == "目" and _NAME.fullmatch(block.text) is not None
        if not named and not (paged[at] and paged[at + 1 : at + 2] not in ([], [None])):
            continue
        end = at + named
        below: dict[str, int] = {}
        for position in range(len(blocks) - 1, at, -1):
            below.setdefault(blocks[position].text, position)
        while end < len(paged):
            found = paged[end]
            again = below.get(found["name"] if found else blocks[end].text, end)
            if again <= end and not (found and named):
                break
            end += 1
        if end - at > 1:
            return frozenset(blocks[at:end])
    return frozenset()


def _headings_first(blocks: Sequence[Block]) -> frozenset[Block]:
    """The headings that a page of the web lists before its title: four or more, with nothing said below any."""
    end = 0
    while end < len(blocks) and blocks[end].label is not None and _is_bare(blocks[end].text):
        end += 1
    if end < _FEWEST:
        return frozenset()
    below = {block.text for block in blocks[end:]}
    return frozenset(blocks[:end]) if all(block.text in below for block in blocks[:2]) else frozenset()


def _is_bare(text: str) -> bool:
    return len(text) <= _LONGEST and text[-1] not in "。；;，,！？：:"
