"""XRF017 members-share-passage."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.cross.passages import Passage, shared_passages
from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers, Paper
from mzsh_model.rules.rule import Basis, Hit, Message, rule


@rule(
    code="XRF017",
    name="members-share-passage",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=(
        Basis("中央纪委机关、中央组织部对年度民主生活会的通报和督导中点名的问题：材料千篇一律、相互抄袭", "通知"),
        Basis("个人对照检查材料由本人自己动手撰写", "惯例"),
    ),
    zh=Message(
        "{one}和{other}的材料有{passages}处相同的话，共{characters}字，这一处{longest}字。",
        "两个人的问题不会一字不差；雷同的材料会被退回重写。",
        "各人写各人的：换成自己的表现、自己的事例。",
        "我联系的2所乡村学校，全年只去过3次。",
    ),
    en=Message(
        "The papers of “{one}” and “{other}” share {passages} passages of {characters} characters, this one of {longest}.",
        "No two people have the same faults word for word.",
        "Let each write of his own conduct and his own instances.",
        "我联系的2所乡村学校，全年只去过3次。",
    ),
)
def members_share_passage(meeting: MeetingPapers) -> Iterator[Hit]:
    """成员之间的材料不应当雷同。

    标题、引出下文的话、三个人以上都有的开头、结尾、个人有关事项的说明，方面的规范表述、固定表述、会议主题和单位名称不算；多少字算雷同在配置里写（默认 30 字）。
    """
    papers = [one for one in meeting.of("SelfExamination", scope="member") if one.member]
    for found in shared_passages(meeting, papers, meeting.profile.shared_passage):
        values = {
            "one": found.one.member,
            "other": found.other.member,
            "passages": str(found.passages),
            "characters": str(found.characters),
            "longest": str(found.longest),
        }
        also = (_place(found.one, found.here),)
        there = _place(found.other, found.there)
        yield Hit("", there.line, there.start, there.end, values=tuple(values.items()), paper=there.paper, also=also)


def _place(paper: Paper, at: Passage) -> Hit:
    return Hit("", at.line, at.start, at.end, paper=paper.path)
