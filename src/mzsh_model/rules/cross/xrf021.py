"""XRF021 criticism-copied."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.cross.criticisms import Voiced, criticisms_of
from mzsh_model.rules.cross.wording import alike
from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF021",
    name="criticism-copied",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("批评意见要有针对性，不能一个口径对几个人", "惯例"),
    zh=Message(
        "{critic}对{count}个人提的是同一条意见：{targets}。",
        "同样的话对谁都能说，等于没有批评。",
        "对每个人指出他自己的问题，最好带上具体的事。",
        "张三对李四：信访件转办之后没有再过问，有4件超期。",
    ),
    en=Message(
        "“{critic}” gave the same criticism to {count} people: “{targets}”.",
        "What can be said to anybody criticises nobody.",
        "Name each one's own fault, best with an instance.",
        "张三对李四：信访件转办之后没有再过问，有4件超期。",
    ),
)
def criticism_copied(meeting: MeetingPapers) -> Iterator[Hit]:
    """对不同的人提的批评意见，不应当是同一句话。

    同一个批评人的才比；没有写明批评人的，全部放在一起比。
    """
    alone: list[Voiced] = []
    same: dict[str, list[Voiced]] = {}
    for one in criticisms_of(meeting):
        first = next((old for old in alone if _copied(one, old, meeting.profile.alike)), None)
        if first is None:
            alone.append(one)
        else:
            same.setdefault(f"{first.paper.path} {first.at}", [first]).append(one)
    for several in same.values():
        targets = list(dict.fromkeys(one.target for one in several))
        if len(targets) > 1:
            first = several[0]
            places = [place for one in several for place in one.places][1:]
            also = tuple(hit(place.at, paper=place.paper.path) for place in places)
            critic, named = first.critic or "有人", "、".join(targets)
            count = len(targets)
            yield hit(first.at, paper=first.paper.path, also=also, critic=critic, count=count, targets=named)


def _copied(one: Voiced, other: Voiced, least: float) -> bool:
    apart = one.target and other.target and one.target != other.target and one.critic == other.critic
    return bool(apart) and alike(one.text, other.text) >= least
