"""Who came to the meeting, in the ways that papers tell it; and who is told of beside them and did not come as a member."""

from __future__ import annotations

import io
from typing import cast

import pytest
from docx import Document as new_word

import mzsh_model as mz
from mzsh_model.model.documents import MeetingReport

HELD = "某局党组于2026年1月20日召开2025年度民主生活会。"
BODY = """现将有关情况报告如下。
一、会前准备情况
（一）认真学习。集中学习3次。
二、会议情况
班子查摆出2个方面的问题：一是学习不系统；二是调研不深入。
三、整改措施
（一）加强学习。2026年6月底前读完4本书，由张三负责。
"""


def read(said: str, below: str = "") -> MeetingReport:
    text = f"中共某局党组关于2025年度民主生活会情况的报告\n{said}\n{BODY}{below}"
    return cast(MeetingReport, mz.read_text(text).value)


def names(value: MeetingReport) -> list[str]:
    return ["".join(str(one.name).split()) for one in value.meeting.attendees]


@pytest.mark.parametrize(
    ("said", "came"),
    [
        ("党组书记焦点主持会议，班子成员浪花、石榴、鹤鸣及各科室负责人参加会议。", "浪花、石榴、鹤鸣"),
        ("党组书记焦点主持会议，局领导浪花、石榴、鹤鸣出席会议。", "浪花、石榴、鹤鸣"),
        ("李四书记主持，张三副局长、王五副局长参加。", "张三、王五"),
        ("应到4人，实到3人（张三、李四、王五）。", "张三、李四、王五"),
        ("会议应到3人、实到3人，分别为张三、李四、王五。", "张三、李四、王五"),
        ("参加会议的党组成员有张三、李四、王五。", "张三、李四、王五"),
        ("出席会议的有：党组书记、局长张三，党组成员、副局长李四、王五。", "张三、李四、王五"),
        ("参会领导：航远、稼穑、仓廪；列席：茂林。", "航远、稼穑、仓廪"),
        ("出席人员：张三、李四（共2人）。列席人员：赵六、钱七。", "张三、李四"),
        ("党组成员：稼穑，仓廪，陈实；非党副主任茂林列席会议。", "稼穑、仓廪、陈实"),
        ("局党委委员常宁、景和、钟声参加会议。", "常宁、景和、钟声"),
        ("班子9个人，到了8个。来的有：副局长李四，委员王五、赵六。", "李四、王五、赵六"),
        ("副局长李四和王五、赵六等3名同志参加会议。", "李四、王五、赵六"),
        ("党委副书记、总经理马　跃同志，党委委员朱　砂、侯　雪松同志参加会议。", "马跃、朱砂、侯雪松"),
        ("书记孙一，副书记李四、王五（挂职）出席，党组成员、办公室主任赵六出席。", "孙一、李四、王五、赵六"),
        ("场长叶四，副场长松五、柏六，工会主席竺七共4名同志参加。", "叶四、松五、柏六、竺七"),
        ("书记张三、副书记李四、组织委员王五全部到会。", "张三、李四、王五"),
        ("副局长李四，一级调研员王五，四级调研员赵六参会。", "李四、王五、赵六"),
        ("会是院长霍香主持的，陈皮、当归来、黄连都到了。", "陈皮、当归来、黄连"),
        ("党委书记马长河主持，场长牛耕田、副场长朱雀桥参加会议。", "牛耕田、朱雀桥"),
        ("参会人员：党组书记 张三，副局长 李四、王五，总工程师 赵六。", "张三、李四、王五、赵六"),
    ],
)
def test_who_came(said: str, came: str) -> None:
    assert names(read(HELD + said)) == came.split("、")


@pytest.mark.parametrize(
    "beside",
    [
        "市委督导组组长吴九、副组长郑十，成员冯一出席会议。",
        "市委常委、副市长吴九出席会议并讲话。",
        "市委组织部科长吴九到会指导，二级调研员郑十列席会议。",
        "会前，理论学习中心组开展学习，吴九、郑十参加。",
        "应出席会议5人，实际出席会议5人。",
        "请假人员：吴九（外出学习）。",
    ],
)
def test_who_guided_listened_or_learned_before_is_no_attendee(beside: str) -> None:
    assert names(read(f"{HELD}{beside}党组成员张三、李四参加会议。")) == ["张三", "李四"]
    assert names(read(HELD + beside)) == []


def test_of_two_lists_the_one_that_the_stated_number_bears_out_is_taken() -> None:
    said = "党组书记张三主持，李四、王五参加，应到4人，实到4人。\n参会人员：李四、王五、赵六。"
    assert names(read(HELD + said)) == ["李四", "王五", "赵六"]


def test_a_label_goes_on_in_the_lines_below() -> None:
    said = """会议基本情况：
主持：局党委书记、局长　桃李
参会：局党委副书记　芬芳
　　　局党委委员　墨香
　　　局党委委员、副局长　朗月
请假：局党委委员　清风（援外）
列席：办公室主任　松涛"""
    meeting = read(f"{HELD}\n{said}").meeting
    assert meeting.chair is not None
    assert (meeting.chair.name, meeting.chair.post) == ("桃李", "局党委书记、局长")
    assert [(one.name, one.post) for one in meeting.attendees] == [
        ("芬芳", "局党委副书记"),
        ("墨香", "局党委委员"),
        ("朗月", "局党委委员、副局长"),
    ]
    assert [(one.name, one.reason) for one in meeting.absentees] == [("清风", "援外")]


def test_a_list_annexed_tells_who_came() -> None:
    below = "附件：参会人员名单\n附件\n参会人员名单\n党组书记、局长　张三\n党组成员　山青\n党组成员、副局长　水秀\n"
    said = f"{HELD}党组书记张三主持会议，班子成员参加会议。"
    assert names(read(said, below)) == ["山青", "水秀"]
    assert names(read(said)) == []


def table(rows: list[list[str]], before: str = "与会人员：") -> MeetingReport:
    word = new_word()
    word.add_paragraph("中共某局党组关于2025年度民主生活会情况的报告")
    word.add_paragraph(HELD + before)
    cells = word.add_table(len(rows), len(rows[0]))
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            cells.cell(down, across).text = text
    for line in BODY.splitlines():
        word.add_paragraph(line)
    out = io.BytesIO()
    word.save(out)
    return cast(MeetingReport, mz.open(out.getvalue()).read().value)


def test_a_table_with_a_row_a_person_tells_who_came() -> None:
    rows = [
        ["姓名", "职务", "备注"],
        ["金叶", "书记", "主持"],
        ["白沙", "副局长", ""],
        ["红河", "委员", "列席"],
        ["云溪", "委员", "因病请假"],
    ]
    meeting = table(rows).meeting
    assert meeting.chair is not None
    assert meeting.chair.name == "金叶"
    assert [one.name for one in meeting.attendees] == ["白沙"]
    assert [one.name for one in meeting.absentees] == ["云溪"]


def test_a_table_of_labels_tells_who_came() -> None:
    rows = [
        ["主 持 人", "仁爱民"],
        ["出席人员", "慈航、福田"],
        ["缺席人员", "康宁（外出学习）"],
        ["列席人员", "安乐、祥和"],
    ]
    meeting = table(rows, "").meeting
    assert meeting.chair is not None
    assert meeting.chair.name == "仁爱民"
    assert [one.name for one in meeting.attendees] == ["慈航", "福田"]
    assert [(one.name, one.reason) for one in meeting.absentees] == [("康宁", "外出学习")]


def test_a_table_of_problems_is_no_roster() -> None:
    rows = [["姓名", "存在问题"], ["张三", "学习不系统"], ["李四", "调研不深入"]]
    assert table(rows, "班子成员的问题：").meeting.attendees == ()


@pytest.mark.parametrize(
    ("said", "absent"),
    [
        ("除王五同志因病请假外，班子成员全部参加会议。", [("王五", None, "因病")]),
        ("除党组成员、副局长王五在党校学习外，其他成员参加。", [("王五", "党组成员、副局长", "在党校学习")]),
        ("副局长王五因脱产培训没有参加会议。", [("王五", "副局长", "因脱产培训")]),
        ("周九因公出差未到会。", [("周九", None, "因公出差")]),
        ("副所长谷六同志因赴海南未能按时参会。", [("谷六", "副所长", "因赴海南")]),
        ("应到5人，实到4人，王五同志到省委党校学习。", [("王五", None, "到省委党校学习")]),
        ("应到会6名，实到4名（王五出差、副局长赵六病假）。", [("王五", None, "出差"), ("赵六", "副局长", "病假")]),
        ("王五同志因公出差，提交了书面发言。", [("王五", None, "因公出差")]),
        ("应到5人，实到5人，张三在会上作了发言。", []),
        ("应到5人，实到4人，督导组组长钱六到会指导。缺席：王五（住院）。", [("王五", None, "住院")]),
        ("应到5人，实到4人，市委副书记钱六到会并讲话。王五请假。", [("王五", None, None)]),
        (
            "应到5人，实到3人，李四到北京参加培训。缺席：王五（住院）。",
            [("李四", None, "到北京参加培训"), ("王五", None, "住院")],
        ),
        ("1名委员（岑七）因公出国请假。", [("岑七", None, "因公出国")]),
        ("班子成员5人，有1名同志（岑七）在党校学习未能到会。", [("岑七", None, "在党校学习")]),
        ("应到5人，到会3人，缺席2人（岑七，产假；葛二，援藏）。", [("岑七", None, "产假"), ("葛二", None, "援藏")]),
        ("（请假1人：岑七，外出培训）。", [("岑七", None, "外出培训")]),
        ("请假2人：岑七（出差）、葛二（病假）。", [("岑七", None, "出差"), ("葛二", None, "病假")]),
        ("未到会1人（岑七同志因病）。", [("岑七", None, "因病")]),
        ("委员岑七外出务工没有参加。", [("岑七", "委员", "外出务工")]),
        ("岑七同志正在中央党校学习，未参加会议。", [("岑七", None, "正在中央党校学习")]),
        ("副局长岑七住院未能参加。", [("岑七", "副局长", "住院")]),
        ("除岑七外全部到会。", [("岑七", None, None)]),
        ("除岑七（援藏）外，其他班子成员均参加了会议。", [("岑七", None, "援藏")]),
        ("除岑七、葛二两名同志因公请假外，其余全部参加。", [("岑七", None, "因公"), ("葛二", None, "因公")]),
        ("除岑七同志外，大家都提了批评意见。", []),
        ("请假：岑七（党组成员、总工程师，援藏）。", [("岑七", "党组成员、总工程师", "援藏")]),
        ("组织委员岑七请产假。", [("岑七", "组织委员", "产假")]),
        ("岑七同志请了病假，葛二请假。", [("岑七", None, "病假"), ("葛二", None, None)]),
        ("岑七委员在医院陪护老人请假。", [("岑七", "委员", "在医院陪护老人")]),
        ("副主任岑七去省里培训请假。", [("岑七", "副主任", "去省里培训")]),
        ("岑七同志休产假，没来，由组织委员代念发言稿。", [("岑七", None, "休产假")]),
        (
            "岑七、葛二、石满三名同志因参加培训请假。",
            [("岑七", None, "因参加培训"), ("葛二", None, "因参加培训"), ("石满", None, "因参加培训")],
        ),
        ("每周三集中学半天，不许请假。", []),
        ("学习不得请假、不准请假、不要请假。", []),
        ("缺席人员：无。", []),
        ("会议程序完备，没有走过场。", []),
    ],
)
def test_who_did_not_come(said: str, absent: list[tuple[str, str | None, str | None]]) -> None:
    assert [(one.name, one.post, one.reason) for one in read(HELD + said).meeting.absentees] == absent


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("应参会6人，参会6人。", (6, 6)),
        ("应到会7人，7人中6人到会。", (7, 6)),
        ("总支委员5人参加4人。", (5, 4)),
        ("班子成员7名，6名参加会议。", (7, 6)),
        ("党委7名委员中，6名到会，1名因病请假。", (7, 6)),
        ("7名党组成员全部到会。", (7, 7)),
        ("班子7名成员悉数参加。", (7, 7)),
        ("全体班子成员7人到会。", (7, 7)),
        ("应到党委委员9人，实际参加8人。", (9, 8)),
        ("党委班子9人，除岑七同志因病请假外全部到会。", (9, None)),
        ("应到7人，列席9人。", (7, None)),
        ("应到7，实到6。", (7, 6)),
        ("应到/实到：7/6。", (7, 6)),
        ("班子9个人，到了8个，一个请假。", (9, 8)),
        ("党组成员10人全部到会（应到10人）。", (10, 10)),
        ("应到7个部门，列席9人。", (None, None)),
        ("应到7人，参会人员中还有职工代表，参加人数为5人。", (7, 5)),
        ("会前召开座谈会，应邀参加45人，实到41人。", (None, None)),
        ("班子成员7人与分管科室谈心，参加90人。", (None, None)),
        ("出席：丁一、王五、赵六（3人）。", (None, 3)),
    ],
)
def test_how_many_came_of_how_many(said: str, counts: tuple[int | None, int | None]) -> None:
    meeting = read(HELD + said).meeting
    assert (meeting.expected, meeting.present) == counts


@pytest.mark.parametrize(
    ("said", "wrote"),
    [
        ("缺席：孙八（住院，已提交书面发言）。缺席：周九（学习）。", [True, False]),
        ("缺席：孙八（住院，已提交书面发言）、周九（学习）。", [True, False]),
        ("请假：孙八（住院）、周九（学习，均提交书面发言）。", [True, True]),
        ("请假：孙八、周九，已书面发言。", [True, True]),
    ],
)
def test_who_wrote_what_he_would_have_said(said: str, wrote: list[bool]) -> None:
    assert [one.written for one in read(HELD + said).meeting.absentees] == wrote


def test_how_many_came_is_nobody_by_name() -> None:
    meeting = read(HELD + "应到6人，实到3人，李四参加会议。").meeting
    assert [one.name for one in meeting.attendees] == ["李四"]
