"""Why a stretch of a document is read as what it is, told in Chinese; worked out anew when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mzsh_model.kernel.place import Place
from mzsh_model.model.base import Role
from mzsh_model.outline.chains import Chain, chains
from mzsh_model.outline.lines import Outline
from mzsh_model.readers.evidence import Decision, Evidence
from mzsh_model.readers.lists import problem_signs
from mzsh_model.readers.roles import Chapter, chapters_of
from mzsh_model.readers.skeleton import skeleton_of

ROLE_ZH = {
    Role.ISSUES: "存在的问题",
    Role.CAUSES: "原因",
    Role.MEASURES: "整改措施",
    Role.PRIOR: "上年度整改",
    Role.CASE: "案例剖析",
    Role.MATTERS: "个人事项",
    Role.OTHER: "其他",
}
"""How a part is called when its reading is told."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One decision of the reader: the line it begins at, what was decided, between which readings, and what spoke for each.

    `margin` is by how much the best other reading is behind; `evidence` and `against` hold signs in Chinese with weights.
    """

    line: int
    what: str
    reading: str
    rival: str | None
    margin: int
    evidence: tuple[tuple[str, int], ...]
    against: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        other = f"；其次“{self.rival}”：{_told(self.against)}" if self.rival else ""
        return f"第{self.line}行{self.what}读作“{self.reading}”，领先 {self.margin}：{_told(self.evidence)}{other}"


def explain_place(outline: Outline, place: Place) -> tuple[Reason, ...]:
    """Return the decisions that the reading of a place rests on, the widest first; none where it rests on no weighing."""
    chapters = chapters_of(skeleton_of(outline))
    held = [one for one in chapters if one.node.block is not None and one.node.block.pieces[0][1] <= place.line]
    if not held or (chapter := held[-1]).decision is None:
        return ()
    return (_of_chapter(chapter, chapter.decision), *_of_lists(chapter, place))


def _of_chapter(chapter: Chapter, decision: Decision[Role]) -> Reason:
    assert chapter.node.block is not None
    rival = None if decision.rival is None else ROLE_ZH[decision.rival]
    line = chapter.node.block.pieces[0][1]
    signs = _signs(decision.evidence), _signs(decision.against)
    return Reason(line, "起的这一部分", ROLE_ZH[decision.taken], rival, decision.margin, *signs)


def _of_lists(chapter: Chapter, place: Place) -> Iterator[Reason]:
    """The lists of the paragraph at `place`, in a part of problems: elsewhere every list counts."""
    if chapter.context.role is not Role.ISSUES:
        return
    for text, chain in _chains_at(chapter, place):
        scores = problem_signs(text, chain)
        signs = scores.found.get(True, [])
        taken = scores.total(True) > 0
        speaks = _signs([one for one in signs if (one.weight > 0) is taken])
        against = _signs([one for one in signs if (one.weight > 0) is not taken])
        names = ("列出的问题", "别的内容") if taken else ("别的内容", "列出的问题")
        yield Reason(place.line, "的分条", *names, abs(scores.total(True)), speaks, against)


def _chains_at(chapter: Chapter, place: Place) -> Iterator[tuple[str, Chain]]:
    pending = [chapter.node]
    while pending:
        node = pending.pop()
        for block in (*([node.block] if node.block else []), *node.blocks):
            if block.pieces[0][1] <= place.line <= block.pieces[-1][1]:
                yield from ((block.text, chain) for chain in chains(block.text, 0, len(block.text)))
        pending.extend(reversed(node.children))


def _signs(evidence: Sequence[Evidence]) -> tuple[tuple[str, int], ...]:
    return tuple((one.text, one.weight) for one in evidence)


def _told(signs: Sequence[tuple[str, int]]) -> str:
    return "、".join(f"{text} {weight:+d}" for text, weight in signs) or "没有依据"
