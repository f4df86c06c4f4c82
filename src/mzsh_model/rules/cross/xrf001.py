"""XRF001 package-paper-missing."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.package import missing_papers
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF001",
    name="package-paper-missing",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("一次会的材料应当齐全，每名成员都有自己的对照检查材料", "惯例"),
    zh=Message(
        "文件夹里没有认出{name}。",
        "审核和上报的是一整套材料，少一份就对不上。",
        "补上这份材料；已经有的，看标题是否写明是什么材料；本单位不要求的，在配置的 package 里去掉。",
        "班子和每名成员的对照检查材料、情况报告、整改台账。",
        {"member": "文件夹里没有认出{member}的{name}。"},
    ),
    en=Message(
        "No “{name}” was recognised in the folder.",
        "The papers are reviewed and sent up as one package.",
        "Add the paper, or give it a title that says what it is; take it out of `package` where it is not asked for.",
        "班子和每名成员的对照检查材料、情况报告、整改台账。",
        {"member": "No “{name}” of “{member}” was recognised in the folder."},
    ),
)
def package_paper_missing(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """一次会的材料应当齐全，每名成员一份对照检查材料。

    要哪些材料在配置的 package 里写；会后的材料，看得出会已经开了才查。成员从报告、台账、材料和配置的名单里认。
    """
    if meeting.kept:
        yield Unchecked("材料是否齐全", "这是上年度的，只留下一部分用来比对")
    for paper in meeting.papers:
        if paper.scope == "member" and not paper.member:
            yield Unchecked(paper.path, "看不出是哪位成员的，没有核对成员的材料是否齐全")
    for one in missing_papers(meeting):
        member = meeting.roster.find(one.member)
        seen = member.seen[:1] if member else ()
        place = (seen[0].path, seen[0].at) if seen else ("", "")
        yield hit(place[1], paper=place[0], case="member" if one.member else "", member=one.member, name=one.name)
