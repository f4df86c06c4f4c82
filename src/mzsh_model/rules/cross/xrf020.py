"""XRF020 criticism-of-self."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.cross.criticisms import criticisms_of
from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF020",
    name="criticism-of-self",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("相互批评是成员之间的批评", "惯例"),
    zh=Message(
        "这条相互批评意见的批评人和被批评人都是{name}。",
        "自己的问题写在自我批评里，不算相互批评。",
        "核对批评人和被批评人。",
        "张三对李四：分管工作抓得不细。",
    ),
    en=Message(
        "“{name}” is both critic and target of this criticism.",
        "One's own faults belong in self-criticism.",
        "Check critic and target.",
        "张三对李四：分管工作抓得不细。",
    ),
)
def criticism_of_self(meeting: MeetingPapers) -> Iterator[Hit]:
    """相互批评意见的批评人和被批评人不应当是同一个人。

    姓名没有写明的不查。
    """
    for one in criticisms_of(meeting):
        if one.critic and one.critic == one.target:
            also = tuple(hit(same.at, paper=same.paper.path) for same in one.again)
            yield hit(one.at, paper=one.paper.path, also=also, name=one.critic)
