"""What each chapter of a report is for."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.outline.tree import Node
from mzsh_model.reading.weighing.evidence import Scores
from mzsh_model.reading.weighing.path import best_path
from mzsh_model.reading.words.lexicon import names_problems, role_of_heading, role_of_label, states_fault, states_plan

_ROLES = {
    Role.PREPARATION: "preparation",
    Role.MEETING: "meeting",
    Role.ISSUES: "problems",
    Role.CAUSES: "roots",
    Role.MEASURES: "rectification",
    Role.PRIOR: "account",
}
"""The chapters of a report, by their names in the weights."""

_WORDS = (
    ("names-preparation", lazy_pattern(r"准备(?!怎么|如何|咋)|筹备|会前|谋划|动员")),
    ("names-rectification", lazy_pattern(r"整改|措施|下一?步|今后|后续|打算|举措|(?:怎么|如何|咋)[改办]")),
    ("names-meeting", lazy_pattern(r"批评|检查|查摆|问题|交锋|检视|剖析|辣味|召开|会议(?!成果)|质量|民主|开会")),
    ("names-account", lazy_pattern(r"(?:上年度?|上一年度?|上次|去年).{0,16}(?:整改|问题|落实)|整改落实.{0,4}情况$")),
)
_ASPECT = lazy_pattern(
    r"(?:[关对在围聚][^。；：:]{0,2})?[^。；：:]{2,90}(?<![个下些几等多])方面(?:的|存在|查摆|检视|主要|突出)*(?:问题|不足|差距)?|带头[^。；：:]{4,90}"
)
_TELLS_OF_MEETING = lazy_pattern(r"主持|应到|实到|会上|逐一|督导组|批评意见")
_DONE = lazy_pattern(r"\d\s*(?:次|条|人次|场|份)|已(?:全部)?(?:完成|整改)")
_PREPARES = lazy_pattern(
    r"征求|征集|谈心|交心|谈话|座谈|意见建议|撰写|起草|审[核阅定]|动员|方案|(?:专题|集中|认真|扎实|中心组|理论|深入)[^，。；]{0,8}(?:学习|研讨)"
    r"|(?:学习|研讨|调研)[^，。；]{0,8}\d|学习[^，。；]{0,12}精神|通知|会前|准备|筹备"
)
"""What no preparation is told without, by one of these words or another."""
_OF_ASPECT = lazy_pattern(r"[^。；：:，,]{2,90}?(?<![个下些几等多])方面[。：:]?$|(?:在)?带头[^。；：:]{4,90}")
_ENOUGH = 12


def chapter_roles(chapters: Sequence[Node]) -> list[Role]:
    """Tell preparation, meeting and rectification apart by heading, by what stands in them, and by their order."""
    roles = [one.taken for one in best_path([_signs(chapter) for chapter in chapters])]
    return [
        Role.MEETING if role is Role.PRIOR and not _apart(chapter) else role
        for role, chapter in zip(roles, chapters, strict=True)
    ]


def _apart(chapter: Node) -> bool:
    """Whether last year's account has a chapter of its own: it holds more than its heading."""
    return bool(chapter.children or chapter.blocks or chapter.has_body)


def _signs(chapter: Node) -> Scores[Role]:
    scores: Scores[Role] = Scores("report", _ROLES)
    heading = chapter.heading
    if role_of_label(heading) is Role.CAUSES:
        scores.add("named-causes")
    elif role_of_heading(heading) is Role.CAUSES:
        scores.add("names-causes")
    elif names_problems(heading):
        scores.add("named-problems")
    if _ASPECT.fullmatch(heading):
        scores.add("aspect")
    for sign, pattern in _WORDS:
        if pattern.search(heading):
            scores.add(sign)
    members = [child.heading for child in chapter.children[:_ENOUGH]]
    paragraphs = [block.text for block in chapter.blocks[:_ENOUGH]]
    texts = members or [text[: first_sentence(text, 0, len(text))] for text in paragraphs]
    if texts:
        scores.add("plans", share=sum(map(states_plan, texts)) / len(texts))
        scores.add("faults", share=sum(map(states_fault, texts)) / len(texts))
    if texts and not any(map(_PREPARES.search, _said(chapter))):
        scores.add("nothing-prepared")
    below = [*members, *(text[: first_sentence(text, 0, len(text))] for text in paragraphs)]
    if below and sum(_OF_ASPECT.match(one) is not None for one in below) * 2 > len(below):
        scores.add("below-aspects")
    if any(map(_TELLS_OF_MEETING.search, paragraphs)):
        scores.add("tells-of-meeting")
    if any(
        map(_DONE.search, [*paragraphs, *(child.block.text for child in chapter.children[:_ENOUGH] if child.block)])
    ):
        scores.add("done")
    return scores


def _said(chapter: Node) -> list[str]:
    """The texts of a chapter, its heading too."""
    found = [chapter.block.text] if chapter.block is not None else []
    found += [block.text for block in chapter.blocks]
    for child in chapter.children:
        found += _said(child)
    return found
