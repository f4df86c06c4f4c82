"""What stands below the text: who signs and when, closing words, attachments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.parts import Signature
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.tree import Node
from mzsh_model.reading.draft import Draft, Span, whole
from mzsh_model.reading.frame.closing import is_attachment, is_date_line, is_unit, person_of
from mzsh_model.reading.frame.front import Front
from mzsh_model.reading.told_facts import name_value

_LONGEST_LINE = 60
_MOST_LINES = 25
_ATTACHMENTS = lazy_pattern(r"附件?\s*[:：]")
_JOINT = lazy_pattern(r"(?P<name>\S[^，。；：:]{1,28}?)[\s　]+(?P<on>\S.{4,22})")
_NUMBERED = lazy_pattern(r"\d{1,2}[.．、]")


def attachments_from(blocks: Sequence[Block]) -> int:
    """Return the position of the list of attachments: 附件： near the end with nothing but short lines after it."""
    for index in range(len(blocks) - 1, max(-1, len(blocks) - _MOST_LINES), -1):
        if len(blocks[index].text) > _LONGEST_LINE:
            break
        if _ATTACHMENTS.match(blocks[index].text):
            return index
    return len(blocks)


class Cut(NamedTuple):
    """A document without its tail, and the tail."""

    tree: Node
    front: Front
    tail: tuple[Block, ...]


def cut_tail(tree: Node, front: Front) -> Cut:
    """Take signature, date and attachments off the end of the last part; off the opening where there are no headings."""
    if not tree.children:
        opening = tuple(span.block for span in front.preamble)
        at = _tail_from(opening, front)
        return Cut(tree, replace(front, preamble=front.preamble[:at]), opening[at:])
    path = [tree]
    while path[-1].children:
        path.append(path[-1].children[-1])
    blocks = path[-1].blocks
    at = _tail_from(blocks, front)
    last = replace(path.pop(), blocks=blocks[:at])
    for node in reversed(path):
        last = replace(node, children=(*node.children[:-1], last))
    return Cut(last, front, blocks[at:])


def _tail_from(blocks: Sequence[Block], front: Front) -> int:
    at = len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        text = blocks[index].text
        below = (
            is_date_line(text)
            or _signed_and_dated(blocks[index]) is not None
            or is_attachment(text)
            or _NUMBERED.match(text)
        )
        if not below and _signer(blocks, index, front) is None:
            break
        at = index
    while at < len(blocks) and _NUMBERED.match(blocks[at].text):
        at += 1  # numbered lines are attachments only below what names them
    return at


def read_tail(draft: Draft, tail: Sequence[Block], front: Front) -> tuple[Signature | None, list[Span]]:
    """Return who signs and when, and what else stands below the text."""
    name = on = None
    others: list[Span] = []
    for index, block in enumerate(tail):
        if name is None and on is None and (joint := _signed_and_dated(block)) is not None:
            name = draft.anchor_span("/signature/name", joint[0])
            on = read_date(draft, "/signature/on", joint[1])
            continue
        dated = is_date_line(block.text)
        signer = None if dated else _signer(tail, index, front)
        if dated and on is None:
            on = read_date(draft, "/signature/on", whole(block))
        elif signer is not None and name is None:
            name = draft.anchor_span("/signature/name", signer)
        elif dated or signer is not None:
            draft.leave_out("extra-signature", block.pieces[0][1], block.text, "落款处另有一行署名或日期，只取了第一个")
        else:
            others.append(whole(block))
    if name is None and on is None:
        return None, others
    return Signature(name=None if name is None else name_value(name, "org"), on=on), others


def read_date(draft: Draft, path: str, span: Span | None) -> str | None:
    """Return the first date in a stretch as EDTF, None where there is none."""
    found = find_dates(span.text) if span is not None else ()
    if span is None or not found:
        return None
    draft.anchor(path, span.place())
    return found[0].date.edtf


def _signed_and_dated(block: Block) -> tuple[Span, Span] | None:
    """Where one line names who signs and the date: 某局党组　2026年1月28日."""
    found = _JOINT.fullmatch(block.text)
    if found is None or not is_unit(found["name"]) or not is_date_line(found["on"]):
        return None
    return Span(block, *found.span("name")), Span(block, *found.span("on"))


def _signer(blocks: Sequence[Block], at: int, front: Front) -> Span | None:
    """Where a paragraph names who signs: a unit; or a person behind 汇报人：, beside the date, or whom the title block names."""
    block = blocks[at]
    if is_unit(block.text):
        return whole(block)
    person = person_of(block.text)
    if person is None:
        return None
    start, end = person
    beside = any(is_date_line(b.text) for b in (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2]))
    name = "".join(block.text[start:end].split())
    titled = any(name in "".join(span.text.split()) for span in (front.byline, *front.title) if span is not None)
    return Span(block, start, end) if start or beside or titled else None
