"""Why a stretch of a document is read as what it is, told in Chinese; worked out anew when somebody asks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mzsh_model.kernel.place import Place
from mzsh_model.model.base import Role
from mzsh_model.outline.chains import chains
from mzsh_model.outline.lines import Outline
from mzsh_model.reading.roles import Chapter, chapters_of
from mzsh_model.reading.skeleton import nodes, skeleton_of
from mzsh_model.reading.weighing.evidence import Decision, Evidence, Scores
from mzsh_model.reading.weighing.lists import problem_signs

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


class Explainer:
    """Tells of one document why its places are read as they are."""

    def __init__(self, outline: Outline) -> None:
        held = [(one.node.block.pieces[0][1], one) for one in chapters_of(skeleton_of(outline)) if one.node.block]
        self._lines = [line for line, _ in held]
        self._chapters = [chapter for _, chapter in held]
        self._blocks: dict[int, list[str]] = {}
        for chapter in self._chapters:
            for node in nodes(chapter.node):
                for block in (*([node.block] if node.block else []), *node.blocks):
                    self._blocks.setdefault(block.pieces[0][1], []).append(block.text)

    def explain(self, place: Place) -> tuple[Reason, ...]:
        """Return the decisions that the reading of a place rests on, the widest first; none where nothing was weighed."""
        at = bisect_right(self._lines, place.line) - 1
        chapter = self._chapters[at] if at >= 0 else None
        if chapter is None or chapter.decision is None:
            return ()
        lists = self._of_lists(place) if chapter.context.role is Role.ISSUES else ()
        return (_of_chapter(chapter, chapter.decision), *lists)

    def _of_lists(self, place: Place) -> Iterator[Reason]:
        """The lists of the paragraph at `place`, in a part of problems: elsewhere every list counts."""
        for text in self._blocks.get(place.line, ()):
            for chain in chains(text, 0, len(text)):
                yield _of_list(place.line, problem_signs(text, chain))


def _of_chapter(chapter: Chapter, decision: Decision[Role]) -> Reason:
    assert chapter.node.block is not None
    rival = None if decision.rival is None else ROLE_ZH[decision.rival]
    line = chapter.node.block.pieces[0][1]
    signs = _signs(decision.evidence), _signs(decision.against)
    return Reason(line, "起的这一部分", ROLE_ZH[decision.taken], rival, decision.margin, *signs)


def _of_list(line: int, scores: Scores[bool]) -> Reason:
    signs, taken = scores.found.get(True, []), scores.total(True) > 0
    speaks = _signs([one for one in signs if (one.weight > 0) is taken])
    against = _signs([one for one in signs if (one.weight > 0) is not taken])
    names = ("列出的问题", "别的内容") if taken else ("别的内容", "列出的问题")
    return Reason(line, "的分条", *names, abs(scores.total(True)), speaks, against)


def _signs(evidence: Sequence[Evidence]) -> tuple[tuple[str, int], ...]:
    return tuple((one.text, one.weight) for one in evidence)


def _told(signs: Sequence[tuple[str, int]]) -> str:
    return "、".join(f"{text} {weight:+d}" for text, weight in signs) or "没有依据"
