"""XRF015 member-post-differs."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_BETWEEN = lazy_pattern("[、，,；;兼\\s]+")


@rule(
    code="XRF015",
    name="member-post-differs",
    on=MeetingPapers,
    level=Level.HINT,
    basis=Basis("成员的职务在各份材料里应当一致", "惯例"),
    zh=Message(
        "{member}在这里是“{post}”，另一份材料里是“{other}”。",
        "职务写得不一样，多半有一处是旧的。",
        "核对现任职务，统一写法。",
        "某局党组书记、局长　张三",
    ),
    en=Message(
        "“{member}” is “{post}” here and “{other}” in another paper.",
        "Of two posts, one is most often out of date.",
        "Check the present post and write it in one way.",
        "某局党组书记、局长　张三",
    ),
)
def member_post_differs(meeting: MeetingPapers) -> Iterator[Hit]:
    """同一成员的职务，各份材料应当对得上。

    只写其中一个职务、省去单位名称的不算不同。
    """
    for member in meeting.roster.members:
        told = [one for one in member.seen if one.post]
        for one in told[1:]:
            if not _fits(one.post, told[0].post):
                also = (hit(told[0].at, paper=told[0].path),)
                other = told[0].post
                yield hit(one.at, paper=one.path, also=also, member=member.name, post=one.post, other=other)


def _fits(one: str, other: str) -> bool:
    """Whether two posts share one, the unit left out: 党组书记、局长 and 某局局长."""
    own, others = _posts(one), _posts(other)
    return any(a.endswith(b) or b.endswith(a) for a in own for b in others)


def _posts(text: str) -> list[str]:
    return [fold(part) for part in _BETWEEN.split(text) if part.strip()]
