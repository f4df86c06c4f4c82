"""XRF012 unit-name-differs."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.chinese.units import may_be_one_unit
from mzsh_model.kernel.placeholders import find_blanks
from mzsh_model.model.people import Organisation, Team
from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers, Paper
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF012",
    name="unit-name-differs",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("同一次会的材料，单位名称应当一致", "惯例"),
    zh=Message(
        "这里的单位是“{name}”，其他材料写的是“{unit}”。",
        "单位写错，多半是照别处的材料改的时候漏改了。",
        "核对单位名称，统一成一种写法。",
        "某县教育局党组",
    ),
    en=Message(
        "The unit is “{name}” here, “{unit}” in the other papers.",
        "A wrong unit is most often left over from another unit's paper.",
        "Write the unit's name in one way.",
        "某县教育局党组",
    ),
)
def unit_name_differs(meeting: MeetingPapers) -> Iterator[Hit]:
    """一次会的各份材料，单位应当是同一个。

    党组、领导班子等不算名称的一部分；省去上级名称、省去“有限公司”的简称，配置 `[units]` 里写明的别的叫法不算错。
    """
    for paper in meeting.papers:
        at, name = _unit(paper)
        bare = meeting.profile.unit_of(name)
        if name and meeting.unit and not may_be_one_unit(bare, meeting.unit):
            yield hit(at, paper=paper.path, also=_elsewhere(meeting, paper), name=name, unit=meeting.unit)


def _unit(paper: Paper) -> tuple[str, str]:
    """The path and the name of the paper's own unit, empty where it names none or has a blank for it."""
    kinds: tuple[type[Organisation] | type[Team], ...] = (Organisation, Team)
    for kind in kinds:
        for at, one in paper.each(kind):
            if at in ("/organisation", "/subject") and isinstance(one.name, str) and not find_blanks(one.name):
                return at, one.name
    return "", ""


def _elsewhere(meeting: MeetingPapers, paper: Paper) -> tuple[Hit, ...]:
    """The first other paper that has the meeting's unit."""
    for one in meeting.papers:
        at, name = _unit(one)
        if one is not paper and name and meeting.profile.unit_of(name) == meeting.unit:
            return (hit(at, paper=one.path),)
    return ()
