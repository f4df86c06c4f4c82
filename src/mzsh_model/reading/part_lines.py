"""Unnumbered lines that head something: the name of a part or of an aspect, what leads in a list of a part, a few words alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.model.catalogue import match_aspect
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.labels import BULLET, HAN, RUN_IN, LabelKind, label_at
from mzsh_model.outline.tree import Node
from mzsh_model.reading.frame.front import TITLE_WORDS
from mzsh_model.reading.weighing.lists import DIVIDED
from mzsh_model.reading.words.lexicon import lead_role, names_lack, role_of_heading, role_of_label, states_fault

_CHAPTER, _ASPECT = 11, 21
_BELOW, _SHORT = 3, 12
_REACH = 30
_LEADS_IN = lazy_pattern("[表体]现")
_NAMES_ASPECT = lazy_pattern(
    "[^。；：:]{2,}(?<![个下些几])方面(?:还?存在)?的?(?:主要|突出|具体)?(?:问题|不足|差距)?[：:]?"
)
_LONGEST_HEADING = 30


class PartLines:
    """Tells which unnumbered paragraphs of a document are headings, by what stands around them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._leads: frozenset[Block] = frozenset(one for at, one in enumerate(blocks) if _list_behind(blocks, at + 1))
        self._alone: frozenset[Block] = frozenset(one for at, one in enumerate(blocks) if _stands_alone(blocks, at))
        self._few: frozenset[Block] = _few_alone(blocks)
        self._once: frozenset[Block] = _named_once(blocks)

    def rank(self, block: Block, above: Sequence[Node]) -> int | None:
        """Rank of a heading by its words and its place below those that are open `above` it, None where it is none."""
        return _rank_of_words(
            block.text,
            above,
            leads=block in self._leads,
            alone=block in self._alone,
            few=block in self._few,
            once=block in self._once,
        )


def _list_behind(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a list of paragraphs begins at `at`: a first number and, before any higher one, its second."""
    first = blocks[at].label if at < len(blocks) and blocks[at - 1].text[-1] in "：:" else None
    if first is None or first.number != 1 or first.kind <= LabelKind.HAN_PAREN:
        return False
    labels = (block.label for block in blocks[at + 1 : at + _REACH])
    following = next((label for label in labels if label is not None and label.kind <= first.kind), None)
    return following is not None and following.number == 2 and following.kind is first.kind


def _few_alone(blocks: Sequence[Block]) -> frozenset[Block]:
    """Return the few words alone behind whole sentences that are headings because most others like them name a part."""
    alone = [at for at in range(1, len(blocks)) if blocks[at - 1].text[-1] in "。；" and _stands_alone(blocks, at)]
    named = [at for at in alone if role_of_heading(blocks[at].text) in DIVIDED]
    return frozenset(blocks[at] for at in alone) if len(named) > 1 and len(named) * 2 > len(alone) else frozenset()


def _named_once(blocks: Sequence[Block]) -> frozenset[Block]:
    """Return the lines with a colon that alone in the document name their part, behind chapters of aspects of which none names one."""
    named: list[tuple[Block, Role, bool]] = []
    chapters = 0
    for block in blocks:
        if block.label is not None and block.label.kind is HAN:
            heading = block.text[block.label.end :]
            aspect = _NAMES_ASPECT.fullmatch(heading) is not None or match_aspect(heading, None) is not None
            chapters = chapters + 1 if aspect else -len(blocks)
        elif block.text[-1] in "：:" and len(block.text) <= _LONGEST_HEADING:
            role = role_of_label(block.text.rstrip("：:"))
            named += [(block, role, chapters > 1)] if role is not None else []
    times = Counter(role for _, role, _ in named)
    return frozenset(block for block, role, behind in named if behind and role in DIVIDED and times[role] == 1)


def _stands_alone(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a few words without a mark stand between paragraphs of whole sentences, as headings do."""
    text, behind = blocks[at].text, blocks[at + 1].text if at + 1 < len(blocks) else ""
    sentence = behind[-1:] in "。；;." and len(behind) > len(text)
    return sentence and len(text) <= _SHORT and text[-1] not in "。；;，,！：:." and blocks[at].label is None


def _rank_of_words(text: str, above: Sequence[Node], *, leads: bool, alone: bool, few: bool, once: bool) -> int | None:
    """Rank of an unnumbered line that is nothing but the name of a part or of an aspect, or `leads` in a list of a part, or
    stands `alone` and has the words of one.

    What names its part `once` behind chapters of aspects stands beside them, and not below the last.
    """
    if text[-1] in "。；;，,！？" and not (alone and text[-1] == "？"):
        return None
    if (label := label_at(text)) is not None and label.kind is BULLET:
        text = text[label.end :] or text
    if text[0] == "【" and text[-1] == "】":
        text = text[1:-1] or text
    bare = text.rstrip("：:")
    named = _NAMES_ASPECT.fullmatch(text) is not None
    aspect = named or bare.startswith(("带头", "在带头"))
    if len(text) > _LONGEST_HEADING and not (aspect and "带头" in bare):
        return None
    role = role_of_label(bare)
    if few and role is None:
        return _CHAPTER
    if role is not None:
        if once:
            return HAN * 10
        return _CHAPTER if bare == text else None if _LEADS_IN.search(bare) else _rank_below(role, above)
    if leads and bare != text and (led := lead_role(text)) is not None:
        return _rank_below(led, above)
    if TITLE_WORDS.search(text):
        return None
    special = role_of_heading(bare) if len(bare) <= 20 else None
    if alone and special in DIVIDED and (names_lack(bare) or not states_fault(bare)):
        return _CHAPTER
    if special in (Role.CASE, Role.MATTERS, Role.PRIOR):
        # before a colon it may only lead in what the open heading has named: 上年度查摆的问题共3个：
        said = bare != text and any(node.block and role_of_heading(node.heading) is special for node in above)
        return None if said else _CHAPTER
    return _ASPECT if named or (aspect and match_aspect(bare, None) is not None) else None


def _rank_below(role: Role, above: Sequence[Node]) -> int | None:
    """Rank of a line that names a part and ends with a colon: below the heading that is open, or beside another such line.

    None where the open heading already names that part: then the line only leads in what follows.
    """
    for node in reversed(above):
        if node.block is None:
            return node.rank + _BELOW
        if node.label is None and node.block.text[-1] in "：:":
            return node.rank
        item = node.label is not None and node.label.kind in RUN_IN
        if node.label is None or node.label.kind <= LabelKind.HAN_PAREN or (node.heading.endswith("方面") and not item):
            return None if role_of_heading(node.heading) is role else node.rank + _BELOW
    return None
