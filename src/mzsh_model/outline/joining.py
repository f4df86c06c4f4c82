"""Lists whose first members stand in the paragraph that leads them in: …从两个方面改进。一是…。 / 二是…。"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.chains import labels_in
from mzsh_model.outline.labels import BULLET, Label, LabelKind, label_at

_MOST_BEFORE = 9
_ATTACHED = lazy_pattern(r"附件\s*[:：]")
"""What is attached is told in the line itself (GB/T 9704-2012, 7.3.4), however its list goes on."""
_NAMED = lazy_pattern(r"[^\s。；;，,：:]{2,8}[：:]\s*")
"""A few words that name what follows: only behind those do numbers stand in a paragraph that chapters have as well."""
_FIRST = lazy_pattern(
    r"[一1１①⑴首](?:(?<=[①⑴])|(?<=[^\w][一1１])\s?[是要靠抓则看、.．，,）)：:]|(?<=[第其]一)[，,、：:是个]|(?<=[^\w]首)先)"
)
"""A first number that may stand inside a paragraph."""


def joined_lists(blocks: Sequence[Block]) -> list[Block]:
    """Return the paragraphs, those cut in two or more that hold the members before the number the next one begins with."""
    found: list[Block] = []
    counted: dict[tuple[LabelKind, str], int] = {}  # the last number of each form that a paragraph began with
    for block, after in pairwise(blocks):
        if (own := block.label) is not None:
            counted[own.kind, own.form] = own.number
        label = after.label if _FIRST.search(block.text, 1) else None
        cuts = _cuts(block, label) if label is not None and 1 < label.number <= _MOST_BEFORE + 1 else []
        if label is not None and counted.get((label.kind, label.form)) == label.number - 1:
            cuts = []  # the next paragraph goes on from one before, not from a number inside this one
        elif len(cuts) > 1 and label is not None and len(_alike(after.text, label)) > 1:
            cuts = []  # either paragraph is a list of its own: the second goes on counting
        starts = [0, *cuts]
        found += (
            [_part(block, a, b) for a, b in zip(starts, [*cuts, len(block.text)], strict=True)] if cuts else [block]
        )
    return [*found, *blocks[-1:]]


def _cuts(block: Block, label: Label) -> list[int]:
    """Where in a paragraph the members 1 to n - 1 begin of the list that goes on with `label`, the nth."""
    if label.kind in (BULLET, LabelKind.PART) or block.line.cell is not None or _ATTACHED.match(block.text):
        return []
    own = block.label
    if own is not None and own.kind is label.kind and own.form == label.form:
        return []
    inside = _alike(block.text, label) if label.kind is not LabelKind.HAN else _named(block.text)
    if [one.number for _, one in inside] != list(range(1, label.number)):
        return []
    return [at for at, _ in inside]


def _named(text: str) -> list[tuple[int, Label]]:
    """The number of a chapter's form that stands right behind a few words that name what follows."""
    lead = _NAMED.match(text)
    first = label_at(text, lead.end()) if lead else None
    return [(lead.end(), first)] if lead and first and first.kind is LabelKind.HAN else []


def _alike(text: str, label: Label) -> list[tuple[int, Label]]:
    """The numbers inside a paragraph that are of one form with `label`, and where they stand."""
    return [(at, one) for at, one in labels_in(text) if (one.kind, one.form) == (label.kind, label.form)]


def _part(block: Block, start: int, end: int) -> Block:
    """The paragraph `text[start:end]` of a paragraph, trimmed, in the same place."""
    text = block.text
    while end > start and text[end - 1].isspace():
        end -= 1
    pieces = tuple(
        (
            max(position, start) - start,
            number,
            at + max(0, start - position),
            min(position + length, end) - max(position, start),
        )
        for position, number, at, length in block.pieces
        if max(position, start) < min(position + length, end)
    )
    return Block(text[start:end], pieces, block.line, typed=block.typed[start:end])
