"""XRF015 member-post-differs."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers, Sighting
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_BETWEEN = lazy_pattern("[、，,；;兼\\s]+")
_PARTY = lazy_pattern("党组|党委|党工委|党总支|支部|纪委|纪检")


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

    只写其中一个职务、省去单位名称的不算不同；党内的与党内的比，行政的与行政的比，都是党组成员，职务还要相同。
    """
    for member in meeting.roster.members:
        told = [one for one in member.seen if one.post]
        agreed: list[Sighting] = []
        for one in told:
            other = next((before for before in agreed if not _fits(one.post, before.post)), None)
            if other is None:
                agreed.append(one)
            else:
                also = (hit(other.at, paper=other.path),)
                yield hit(one.at, paper=one.path, also=also, member=member.name, post=one.post, other=other.post)


def _fits(one: str, other: str) -> bool:
    """Whether two posts may be one person's, the unit left out: 党组书记、局长 and 某局局长.

    Posts in the party and posts in the unit are each compared among themselves: 党组成员 twice makes no two posts one.
    """
    own, others = _posts(one), _posts(other)
    for in_party in (True, False):
        here, there = ([post for post in posts if _is_of_party(post) is in_party] for posts in (own, others))
        if here and there and not any(a.endswith(b) or b.endswith(a) for a in here for b in there):
            return False
    return True


def _posts(text: str) -> list[str]:
    return [fold(part) for part in _BETWEEN.split(text) if part.strip()]


def _is_of_party(post: str) -> bool:
    return _PARTY.search(post) is not None
