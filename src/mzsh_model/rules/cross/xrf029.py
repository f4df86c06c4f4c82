"""XRF029 criticism-only-wishes."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.cross.criticisms import criticisms_of
from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF029",
    name="criticism-only-wishes",
    on=MeetingPapers,
    level=Level.HINT,
    basis=Basis("相互批评要指出问题，不能以希望、建议代替批评", "惯例"),
    zh=Message(
        "对{target}的这条批评意见只提了希望，没有指出问题。",
        "以希望代替批评，被批评的人不知道自己错在哪里。",
        "先写他哪件事做得不对，再提希望。",
        "对来信过问不够，有4件转办之后没有下文，希望逐件销号。",
    ),
    en=Message(
        "This criticism of “{target}” says a wish only and no fault.",
        "Who hears only wishes does not learn what was wrong.",
        "Say first what was done badly, then what is wished.",
        "对来信过问不够，有4件转办之后没有下文，希望逐件销号。",
    ),
)
def criticism_only_wishes(meeting: MeetingPapers) -> Iterator[Hit]:
    """相互批评意见应当指出问题，不能只提希望。

    一句话从头就是“希望”“建议”、又没有说哪里不够的，才提醒；没有写明被批评人的不查。
    """
    for one in criticisms_of(meeting):
        if one.target and one.only_wishes:
            also = tuple(hit(same.at, paper=same.paper.path) for same in one.again)
            yield hit(one.at, paper=one.paper.path, also=also, target=one.target)
