"""What every reader starts from: paragraphs, title block, tree, year, tail."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import find_aliases
from mzsh_model.model.base import Role
from mzsh_model.model.catalogue import guess_year
from mzsh_model.model.people import Organisation
from mzsh_model.model.theme_years import year_of_theme
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.contents import contents_of
from mzsh_model.outline.joining import joined_lists
from mzsh_model.outline.lines import Outline
from mzsh_model.outline.paragraphs import Blocks, make_blocks
from mzsh_model.outline.tree import HEADING_LENGTH, Node, build_tree
from mzsh_model.reading.draft import Draft, Span, joined_place, whole
from mzsh_model.reading.frame.byline import byline_in
from mzsh_model.reading.frame.closing import is_unit
from mzsh_model.reading.frame.front import TITLE_WORDS, Front, organisation_of, read_front, year_of
from mzsh_model.reading.frame.letterhead import letterhead_of, read_letterhead
from mzsh_model.reading.frame.tail import attachments_from, cut_tail
from mzsh_model.reading.leftover import MARKS, leftovers
from mzsh_model.reading.own_names import own_names
from mzsh_model.reading.part_lines import PartLines
from mzsh_model.reading.tables.grids import title_rows
from mzsh_model.reading.tables.ledger_tables import framed_rows
from mzsh_model.reading.told_facts import name_value
from mzsh_model.reading.words.lexicon import role_of_label

_TITLE_LINES = 4
_SEEN = frozenset({"body", "textbox"})
_OPENING_ASPECT = lazy_pattern("[^。；：:，,]{2,40}方面(?=[：:，,。])")
_LABELLED = lazy_pattern("[：:]")
_SPEAKER = lazy_pattern(r"[（(]?(?:汇报|发言|报告|检查|对照|剖析)人\s*[：:]")
_MEETING_YEAR = lazy_pattern(
    r"((?:19|20)\d\d)\s*年?\s*度[^。；]{0,30}?(?:(?:民主|组织)生活会|mzsh|zzsh)(?![^。；，,]{0,12}(?:整改|查摆|检视|问题|反馈))",
    re.IGNORECASE,
)
"""The year's meeting, and not the one before, whose problems and their rectification are told of."""
_EARLY = lazy_pattern(r"\s*(?:年?度?\s*[）)]?\s*$|年?\s*(?:0?[1-6]|[一二三四五六])\s*月|[-./]0?[1-6](?!\d))")
"""How a date goes on behind its year: within the first half, or no further."""
_ONLY_YEAR = lazy_pattern(r"[（(]\s*(?:19|20)\d\d\s*年度?\s*[）)]")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One document, taken apart as far as no kind of document need be known; `draft` takes the notes of whoever reads it."""

    draft: Draft
    blocks: Blocks
    tree: Node
    front: Front
    tail: tuple[Block, ...]
    year: int | None
    names: Mapping[str, Role]
    """What the paper calls its parts in words of its own."""


def skeleton_of(outline: Outline, aside: Collection[int] = ()) -> Skeleton:
    """Take a document apart; the lines whose numbers are `aside` are cells of a table that is told in text."""
    draft = Draft(outline)
    titles = title_rows(outline.lines) | framed_rows(outline.lines)
    blocks = make_blocks(
        line
        for line in outline.lines
        if line.story in ("body", "textbox")
        and (line.cell is None or line.number in titles)
        and line.number not in aside
    )
    furnished = contents_of(blocks.blocks)
    for block in (one for one in blocks.blocks if one in furnished):
        draft.leave_out("contents", block.pieces[0][1], block.text, "这一行是目录，没有当作正文")
    body = joined_lists([block for block in blocks.blocks if block not in furnished])
    below = letterhead_of(body)
    letterhead, body = body[:below], body[below:]
    titled = _styled_titles(body)
    lines = PartLines(body)

    def rank(block: Block, above: Sequence[Node]) -> int | None:
        if block in titled:
            return None
        if block.line.level is not None:
            return block.line.level * 10 + 1
        return lines.rank(block, above)

    end = attachments_from(body)
    tree = build_tree(body[:end], rank)
    front = read_letterhead(draft, read_front(tree.blocks), letterhead)
    tree, front, tail = cut_tail(tree, front)
    told = (make_blocks([line]).blocks for line in outline.lines if line.number in aside and line.cell is None)
    year = _find_year(draft, front, tree, [*blocks.blocks, *(block for line in told for block in line)])
    return Skeleton(draft, blocks, tree, front, (*tail, *body[end:]), year, own_names(tree, body))


def _styled_titles(blocks: Sequence[Block]) -> frozenset[Block]:
    """Return the lines at the beginning that are the title, though they have the style of headings: up to the last with its words.

    A line of a deeper style, or with a number, is the first heading; so is one that only names a part.
    """
    if not blocks:
        return frozenset()
    least = blocks[0].line.level
    run: list[Block] = []
    for block in blocks[:_TITLE_LINES]:
        deeper = least is not None and (block.line.level is None or block.line.level > least)
        if (run and (least is None or deeper)) or block.label is not None or role_of_label(block.text) is not None:
            break
        run.append(block)
    last = max((at for at, block in enumerate(run) if TITLE_WORDS.search(block.text)), default=-1)
    end = last + 1
    if 0 < end < len(blocks) and blocks[end].line.level is not None and byline_in(blocks[end].text) is not None:
        end += 1
    return frozenset(blocks[:end])


def _find_year(draft: Draft, front: Front, tree: Node, blocks: Sequence[Block]) -> int | None:
    """The year of the meeting: the title's, else the theme's, else what a sentence gives the meeting, the catalogue's, the date's."""
    for span in (*front.title, *front.others):
        if found := year_of(span.text):
            year, start, end = found
            draft.anchor_span("/year", Span(span.block, span.start + start, span.start + end))
            return year
    opening = "".join(span.text for span in front.preamble[:_TITLE_LINES])
    if (by_theme := year_of_theme(front.words, opening)) is not None:
        return by_theme
    for block in blocks:
        if "年" in block.text and (match := _MEETING_YEAR.search(block.text)):
            draft.anchor_span("/year", Span(block, *match.span(1)))
            return int(match[1])
    headings = [heading for node in nodes(tree) if len(heading := node.heading) <= HEADING_LENGTH]
    openings = (_OPENING_ASPECT.match(block.text) for block in blocks)
    headings += [opening[0] for opening in openings if opening]
    guess = guess_year(headings)
    if front.date is None or (found := year_of(front.date.text)) is None:
        return guess
    dated, start, end = found
    early = _EARLY.match(front.date.text, end) is not None
    if guess == dated or (guess == dated - 1 and early):
        return guess  # annual meetings of a year are held until the spring of the next
    draft.anchor_span("/year", Span(front.date.block, front.date.start + start, front.date.start + end))
    return dated


def nodes(tree: Node) -> list[Node]:
    """Return a node and everything below it in reading order."""
    found: list[Node] = []
    pending = [tree]
    while pending:
        node = pending.pop()
        found.append(node)
        pending.extend(reversed(node.children))
    return found


def anchor_title(skeleton: Skeleton, *, alone: bool = True) -> str | None:
    """Note where the title stands and return it in one line; `alone`: the lines near it that are nothing known are none else's."""
    front, draft = skeleton.front, skeleton.draft
    if front.title:
        draft.anchor("/title", joined_place(front.title))
    for span in beside_title(skeleton) if alone else ():
        draft.leave_out("front-line", span.place().line, span.text, "标题附近的这一行没有认出是什么")
    return front.title_text


def beside_title(skeleton: Skeleton) -> list[Span]:
    """Return the lines near the title that are nothing known, the year's aside."""
    return [span for span in skeleton.front.others if not _ONLY_YEAR.fullmatch(span.text)]


def read_organisation(skeleton: Skeleton) -> Organisation | None:
    """Return the unit that the title, the byline or else who signs names."""
    front = skeleton.front
    bylines = [front.byline] if front.byline else []
    if front.byline is not None and (label := _LABELLED.search(front.byline.text)) is not None:
        told = _SPEAKER.match(front.byline.text)
        behind = Span(front.byline.block, front.byline.start + label.end(), front.byline.end)
        bylines = [behind] if told is not None else []
    signed = [whole(block) for block in skeleton.tail if is_unit(block.text) or byline_in(block.text) is not None]
    for span in (*front.title, *bylines, *signed):
        if found := organisation_of(span.text):
            at = Span(span.block, span.start + found[0], span.start + found[1])
            skeleton.draft.anchor("/organisation", at.place())
            return Organisation(name=name_value(skeleton.draft.anchor_span("/organisation/name", at), "org"))
    return None


def finish(skeleton: Skeleton) -> None:
    """Name what readers of all kinds name: aliases, joined lines, page numbers, lines that found no place."""
    draft = skeleton.draft
    seen: dict[str, tuple[int, str, int]] = {}
    for line in draft.outline.lines:
        for alias in find_aliases(line.text):
            number, meaning, count = seen.get(alias.raw.lower(), (line.number, alias.meaning, 0))
            seen[alias.raw.lower()] = (number, meaning, count + 1)
    for raw, (number, meaning, count) in seen.items():
        draft.notice("alias", number, raw, f"“{raw}”按“{meaning}”识别，共 {count} 处")
    if skeleton.blocks.joined:
        draft.notice("hard-wrap", 0, "", "正文按固定宽度断行，已按整段连起来读")
    draft.finish(skeleton.blocks.furniture)
    seen_lines = [one for one in draft.outline.lines if one.story in _SEEN and not draft.is_left_out(one.number)]
    for line, start, end in leftovers(seen_lines, draft.bare_anchors):
        said = line.text[start:end].strip(MARKS)
        draft.notice("unplaced-text", line.number, said, f"这一行里的“{said}”没有读进任何一项")
