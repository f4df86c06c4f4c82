"""What each chapter of a report is for; and the chapters of one without headings, by the words its paragraphs begin with."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.outline.tree import Node
from mzsh_model.reading.draft import Span
from mzsh_model.reading.words.lexicon import names_problems, role_of_label

_PREPARATION = lazy_pattern(r"准备|筹备|会前|谋划|动员|基础")
_RECTIFICATION = lazy_pattern(r"整改|措施|下一?步|今后|后续|打算|举措")
_MEETING = lazy_pattern(r"批评|检查|查摆|问题|交锋|检视|剖析|辣味|召开|会议|质量|民主|开会")
_BEGINNINGS = (
    (Role.PREPARATION, lazy_pattern(r"会前|会议召开前|(?:为|在).{0,24}前[，,]")),
    (Role.MEASURES, lazy_pattern(r"会后|下一?步|会议(?:强调|要求)|针对.{0,24}(?:问题|意见)")),
    (Role.MEETING, lazy_pattern(r"会上|会议|.{0,16}代表.{0,8}班子|班子成员")),
)


def chapter_roles(chapters: list[Node]) -> list[Role]:
    """Tell preparation, meeting and rectification apart by the heading, else by where the chapter stands among them."""
    roles: list[Role] = []
    for index, chapter in enumerate(chapters):
        heading = chapter.heading
        if index and (named := _named_role(heading)) is not None:
            roles.append(named)
        elif _PREPARATION.search(heading) and Role.MEETING not in roles:
            roles.append(Role.PREPARATION)
        elif _RECTIFICATION.search(heading) and index:
            roles.append(Role.MEASURES)
        elif _MEETING.search(heading):
            roles.append(Role.MEETING)
        else:
            last = index == len(chapters) - 1 and index > 1
            roles.append(Role.PREPARATION if index == 0 else Role.MEASURES if last else Role.MEETING)
    return roles


def _named_role(heading: str) -> Role | None:
    """A chapter that is called what it is: 查摆出的主要问题, 原因剖析."""
    if role_of_label(heading) is Role.CAUSES:
        return Role.CAUSES
    return Role.ISSUES if names_problems(heading) else None


def prose_chapters(spans: Sequence[Span], root: Node) -> list[tuple[Node, Role]]:
    """Return the paragraphs of a report without headings as chapters: 会前，… 会上，… 会议强调，…

    The first one tells of the meeting as a whole and is none; one that begins otherwise goes on with the one before it.
    """
    found: list[tuple[Node, Role]] = []
    for span in spans:
        named = next((role for role, pattern in _BEGINNINGS if pattern.match(span.block.text, span.start)), None)
        if named is not None and (found or span is not spans[0] or named is Role.PREPARATION):
            found.append((Node(None, None, 0, root), named))
        if found:
            found[-1][0].blocks.append(span.block)
    return found
