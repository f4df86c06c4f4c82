"""Criticisms wherever a paper of the meeting has them: who of whom, by the roster's names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mzsh_model.chinese.faults import has_fault
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.rules.cross.listed import rows_with
from mzsh_model.rules.cross.wording import SAME, covered
from mzsh_model.rules.papers import MeetingPapers, Paper

_WISHES = lazy_pattern(
    r"(?:我|也)?(?:希望|建议|盼望|期望|期待|望)(?!.*(?:之前|过去|去年|今年|全年|有时|曾))[^。！？；;]*[。！]?"
)
"""One sentence that says from its first word what is wished, and nothing of what was."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """A criticism at its place; critic and target are empty where no name is told, `response` where nobody answered.

    `again` is where other papers tell the same one: sheet and minutes both have what was said once.
    """

    paper: Paper
    at: str
    text: str
    critic: str
    target: str
    response: str = ""
    again: tuple[Voiced, ...] = ()

    @property
    def places(self) -> tuple[Voiced, ...]:
        """Every place that tells it, the first one first."""
        return (self, *self.again)

    @property
    def refused(self) -> bool:
        """Whether its target said that it is not accepted."""
        return self.response.startswith(("不", "否", "没有接受", "未接受"))

    @property
    def only_wishes(self) -> bool:
        """Whether it says what is wished and names no fault."""
        return _WISHES.fullmatch(self.text.strip()) is not None and not has_fault(self.text)


def criticisms_of(meeting: MeetingPapers) -> Iterator[Voiced]:
    """Yield every criticism once, in the order of the papers: of reports, and the rows of criticism sheets."""
    found: list[Voiced] = []
    for paper in meeting.papers:
        own = list(_told_in(meeting, paper))
        before, found = found, []
        for old in before:
            same = next((one for one in own if _is_same(old, one)), None)
            if same is not None:
                own.remove(same)
                old = replace(old, response=old.response or same.response, again=(*old.again, same))
            found.append(old)
        found += own
    yield from found


def _told_in(meeting: MeetingPapers, paper: Paper) -> Iterable[Voiced]:
    for row in rows_with(paper, "critic", "target", "text"):
        if text := row.said("text"):
            critic, target = (meeting.roster.meant(row.name(field)) for field in ("critic", "target"))
            yield Voiced(paper, f"{row.at}/text", text, critic, target, row.said("response"))


def _is_same(one: Voiced, other: Voiced) -> bool:
    """Whether two papers tell the same criticism: the same two people, the one's words in the other's."""
    if not one.target or (one.critic, one.target) != (other.critic, other.target):
        return False
    return max(covered(one.text, other.text), covered(other.text, one.text)) >= SAME
