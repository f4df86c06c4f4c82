"""The chapters of a report without headings, by the words its paragraphs begin with and by those that lead in its lists."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.addressed import addressed_in
from mzsh_model.kinds.report.exchanges import exchanges_in
from mzsh_model.kinds.report.listing import Lead, counts_in, of_members, tells_of_prior
from mzsh_model.kinds.report.standing import about_of
from mzsh_model.kinds.report.unnumbered import unnumbered_lists
from mzsh_model.model.base import Role
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import RUN_IN
from mzsh_model.outline.sentences import sentences
from mzsh_model.outline.tree import Node
from mzsh_model.reading.behind import ANSWERS, asked
from mzsh_model.reading.draft import Span, trimmed, whole
from mzsh_model.reading.items.measures_apart import each_with_its_own
from mzsh_model.reading.items.named import cut_parts
from mzsh_model.reading.words.lexicon import role_of_label, roles_of_heading

_TURNS = lazy_pattern("会上|会后|会议(?:强调|要求)|下一步[，,]")
_LEADS_IN = lazy_pattern(r"[，,；;]\s*(?=(?:会上|会后|随后|接着|下一?步|接下来|今后)[^。；;：:]{0,40}[：:])")
"""Where a sentence turns to the meeting, or to what shall follow it, and leads in a list: ……，会上张三代表班子检查了：……"""
_OPINIONS = lazy_pattern("征求|征集|收集|收到|反映|走访|座谈")
"""What tells of problems that others pointed out before the meeting."""
_BEGINNINGS = (
    (
        Role.PREPARATION,
        lazy_pattern(
            r"(?:会议|会前)?(?:准备|筹备)(?:工作|情况|阶段)?(?:方面)?[：:，,]|会前|会议召开前|(?:为|在).{0,24}前[，,]"
        ),
    ),
    (
        Role.MEASURES,
        lazy_pattern(
            r"会后|下一?步|接下来|会议(?:强调|要求)|针对.{0,24}(?:问题|意见)|[^，。；：:]{2,12}(?:强调|表态|表示)，[^。；：:]{0,40}整改[^。；：:]{0,12}[：:。]"
        ),
    ),
    (
        Role.CAUSES,
        lazy_pattern(r"原因(?:分析|剖析)?(?:方面)?[：:]|(?:这是)?为(?:什么|何|啥)|究其(?:原因|根源)|追根溯源"),
    ),
    (Role.MEASURES, lazy_pattern(r"(?:下步|下一步)?(?:整改|改进)(?:措施|打算|落实|方面)*[：:]")),
    (Role.MEETING, lazy_pattern(r"会上|会议|.{0,16}代表.{0,8}班子|班子成员|(?:班子)?(?:自我|对照)检查|自查")),
)
_READ = ANSWERS | {Role.ISSUES}


def holds_lists_alone(preamble: Sequence[Span], tree: Node) -> bool:
    """Tell whether what is numbered in a report are no chapters, but lists that stand in its prose, each led in by a line.

    A chapter has something below it; the items of a list have not, and before the first stands what they are: 班子的问题是：
    """
    parts = _flat(tree)
    before: Block | Node | None = preamble[-1].block if preamble else None
    for part in parts:
        if isinstance(part, Node):
            if part.label is None or part.children or role_of_label(part.heading) is not None:
                return False
            goes_on = isinstance(before, Node) and before.label is not None and before.label.number <= part.label.number
            if not goes_on and (not isinstance(before, Block) or _led(before.text, part) is None):
                return False
        before = part
    said = [*(span.block for span in preamble), *parts]
    return bool(parts) and any(
        isinstance(one, Block) and _led(one.text, after) in _READ for one, after in zip_longest(said, said[1:])
    )


def _flat(node: Node) -> list[Block | Node]:
    """What is numbered below a node, in order, with the lines that only lead in a list and what stands between lists.

    An item is here without what stands below it; one that has a list of its own keeps it.
    """
    out: list[Block | Node] = []
    for child in node.children:
        if _leads(child) and child.block is not None:
            out.append(child.block)
        elif not all(map(_leads, child.children)):
            out.append(child)
            continue
        else:
            out.append(replace(child, blocks=(), children=()))
        out += [*child.blocks, *_flat(child)]
    return out


def _leads(node: Node) -> bool:
    return node.label is None and node.block is not None and node.block.text[-1] in "：:"


def _led(text: str, after: Block | Node | None) -> Role | None:
    """What a line leads in, None for one that leads in nothing that counts: with a colon, or with 一是 right behind it."""
    label = after.label if isinstance(after, Node) else None
    if text[-1:] not in ("：", ":") and (label is None or label.kind not in RUN_IN or label.number != 1):
        return None
    *_, (low, high) = sentences(text, 0, len(text))
    return about_of(text[low:high])


class _Chapter(NamedTuple):
    """A chapter that no heading opens, while its paragraphs are gathered."""

    role: Role
    blocks: list[Block]
    children: list[Node]


def prose_chapters(spans: Sequence[Span], root: Node, known: Collection[str] = ()) -> list[tuple[Node, Role]]:
    """Return the paragraphs of a report without headings as chapters: 会前，… 会上，… 会议强调，… 班子的问题是：…

    The first one tells of the meeting as a whole and is none; one that begins otherwise goes on with the one before it.
    `known` are the names of who was there.
    """
    found: list[_Chapter] = []
    parts = list(_in_order(spans, root))
    for part, after in zip_longest(parts, parts[1:]):
        if isinstance(part, Node):
            if found:
                found[-1].children.append(part)
            continue
        first = not found and bool(spans) and part.line is spans[0].block.line and _begins(part)
        led = _led(part.text, after)
        named = led if led in _READ else Role.MEETING if led is not None else None
        if named is None and any(exchanges_in(whole(part), known)):
            named = Role.MEETING  # 接下来，成员相互批评：…
        named = named or next((role for role, pattern in _BEGINNINGS if pattern.match(part.text)), None)
        named = named or _asked(part, found[-1].role if found else None)
        listed = _listed(part) if named is None or first else None
        named = named or listed
        if named is None and found and found[-1].children:
            named = Role.MEETING  # what follows a list is not of it
        if named is not None and (not first or named is Role.PREPARATION or led in _READ or listed is not None):
            found.append(_Chapter(named, [], []))
        if found:
            found[-1].blocks.append(part)
    level = root.level + 1
    return [
        (Node(rank=0, level=level, blocks=tuple(one.blocks), children=tuple(one.children)), one.role) for one in found
    ]


def _asked(part: Block, before: Role | None) -> Role | None:
    """What a paragraph asks for, or names, with its first words; what only goes on with the one before it is nothing new."""
    role, *_ = roles_of_heading(asked(part.text)) or (None,)
    return role if role in ANSWERS and role is not before else None


def left_over(spans: Sequence[Span], chapters: Sequence[Node]) -> Iterator[Span]:
    """Yield what the paragraphs before the first number say that is of no chapter: those, or their beginning."""
    taken: dict[int, int] = {}
    for block in (block for chapter in chapters for block in chapter.blocks):
        _, line, at, _ = block.pieces[0]
        taken[line] = min(at, taken.get(line, at))
    for span in spans:
        _, line, at, _ = span.block.pieces[0]
        end = min(span.end, taken.get(line, at + span.end) - at)
        if end > span.start:
            yield trimmed(Span(span.block, span.start, end), "，,；;")


def _begins(block: Block) -> bool:
    """Whether a part of a paragraph is its beginning."""
    return block.pieces[0][2] <= len(block.line.text) - len(block.line.text.lstrip())


def _listed(block: Block) -> Role | None:
    """What a paragraph is about that begins as none does, by what it lists or quotes; None where that does not tell.

    Problems, what they spring from and criticisms are told at the meeting.
    """
    text = block.text
    span = whole(block)
    if not tells_of_prior(span) and len(each_with_its_own(span)[1]) > 1:
        return Role.MEASURES  # 镇党委定了两件事：……，办公室牵头；……，年内完成。
    if any(addressed_in(span)) or any(exchanges_in(span)):
        return Role.MEETING
    _, parts = cut_parts(Role.OTHER, span)
    if any(role in (Role.ISSUES, Role.CAUSES) for role, _ in parts):
        return Role.MEETING
    for chain in chains(text, 0, len(text)):
        lead = text[chain.lead : chain.members[0].at]
        last = lead[next((low for low, _ in reversed(list(sentences(lead)))), 0) :]
        about = None if _OPINIONS.search(last) else about_of(last)
        if about in _READ:
            return Role.MEASURES if about is Role.MEASURES else Role.MEETING
    if _OPINIONS.search(text) is not None:
        return None
    counted = any(counts_in(text[low:high]) for low, high in sentences(text)) and of_members(Lead(span)) is not None
    return Role.MEETING if counted or next(unnumbered_lists(span), None) is not None else None


def _in_order(spans: Sequence[Span], root: Node) -> Iterator[Block | Node]:
    """The paragraphs before the first number, and behind them the items of the lists and what stands between them."""
    for span in spans:
        yield from _turning(span)
    yield from _flat(root)


def _turning(span: Span) -> list[Block]:
    """The paragraph, in parts where one of its sentences turns from before the meeting to the meeting, or to what followed it."""
    block, text = span.block, span.block.text
    if len(block.pieces) > 1 or span.start > 0:
        return [block]
    turns = [low for low, _ in sentences(text, 0, len(text)) if low and _TURNS.match(text, low)]
    cuts = sorted({*turns, *(mark.end() for mark in _LEADS_IN.finditer(text))})
    _, line, at, _ = next(iter(block.pieces))
    return [
        Block(text[low:high], ((0, line, at + low, high - low),), block.line, typed=block.typed[low:high])
        for low, high in zip([0, *cuts], [*cuts, len(text)], strict=True)
    ]
