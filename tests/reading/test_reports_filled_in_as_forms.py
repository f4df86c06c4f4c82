"""Reports that are a form: what stands beside 存在的问题, 原因, 措施 in a table is read as the chapters of running text are."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.kinds.write import write
from mzsh_model.model.documents import MeetingReport
from tests.laws.test_laws import assert_total
from tests.reading.word import word

TITLE = "某局党组2025年度民主生活会情况报告表"
FACTS = ["|召开时间|2026年1月13日|主持人|张三", "|应到人数|3人|实到人数|3人"]


def _read(rows: list[str]) -> MeetingReport:
    doc = mz.open(word([TITLE, *rows]))
    assert_total(doc)
    value = doc.read().value
    assert isinstance(value, MeetingReport)
    return value


@pytest.mark.parametrize(
    "rows",
    [
        [
            *FACTS,
            "|班子存在的主要问题|1.学习不系统。⏎2.下乡少。",
            "|原因分析|1.宗旨意识淡薄。⏎2.担当不足。",
            "|整改措施|1.每月学习一次，李四负责，2026年3月底前安排。⏎2.每月下乡两天，王五负责，2026年全年。",
        ],
        [
            "|项目|内容",
            "|时间|2026年1月13日",
            "|查摆问题|一是学习不系统；二是下乡少。",
            "|问题根源|一是宗旨意识淡薄；二是担当不足。",
            "|下一步措施|（1）每月学习一次，李四负责，2026年3月底前安排；（2）每月下乡两天，王五负责，2026年全年。",
        ],
        [
            *FACTS,
            "|对照检查|班子问题|①学习不系统；②下乡少。",
            "|^|产生原因|①宗旨意识淡薄；②担当不足。",
            "|整改打算|①每月学习一次，李四负责，2026年3月底前安排；②每月下乡两天，王五负责，2026年全年。",
        ],
    ],
)
def test_parts_beside_their_names_are_chapters(rows: list[str]) -> None:
    value = _read(rows)
    assert [one.text.rstrip("。") for one in value.team_issues] == ["学习不系统", "下乡少"]
    assert [one.text.rstrip("。") for one in value.causes] == ["宗旨意识淡薄", "担当不足"]
    assert [(one.owner, one.due) for one in value.measures] == [("李四", "2026年3月底前"), ("王五", "2026年全年")]
    again = mz.open(write(value)).read().value
    assert isinstance(again, MeetingReport)
    assert [one.text for one in again.measures] == [one.text for one in value.measures]
    assert [one.text for one in again.team_issues] == [one.text for one in value.team_issues]


def test_members_and_criticisms_are_told_in_cells_as_in_paragraphs() -> None:
    value = _read(
        [
            *FACTS,
            "|参加人员|李四、王五",
            "|班子问题|学习不系统；下乡少。",
            "|个人问题|张三：开会多。李四：值班不到岗。王五：采购图省事。",
            "|相互批评|李四批评张三：开会时间长；王五批评李四：审批拖得久。",
        ]
    )
    assert [(one.member, one.text) for one in value.member_issues] == [
        ("张三", "开会多"),
        ("李四", "值班不到岗"),
        ("王五", "采购图省事"),
    ]
    assert [(one.critic, one.target) for one in value.criticisms] == [("李四", "张三"), ("王五", "李四")]
    assert value.meeting.expected == 3


@pytest.mark.parametrize(
    "rows",
    [
        [
            "|整改任务|责任人|责任部室|完成时间",
            "|建立下乡台账|李四|办公室|2026年3月",
            "|隐患整改前后拍照|王五|安全科|2026年4月",
        ],
        ["|整改措施|责任人|完成时限", "|建立下乡台账|李四|2026年3月底前", "|隐患整改前后拍照|王五|2026年4月底前"],
    ],
)
def test_a_table_with_a_row_of_names_is_no_form(rows: list[str]) -> None:
    value = _read(
        ["某局党组于2026年1月13日召开民主生活会。", "一、班子问题", "1.学习不系统。", "2.下乡少。", "二、整改", *rows]
    )
    assert [one.text for one in value.measures] == ["建立下乡台账", "隐患整改前后拍照"]


def test_who_stayed_away_and_why_is_no_cause() -> None:
    value = _read([*FACTS, "|缺席人员及原因|赵六，因病住院", "|班子问题|学习不系统；下乡少。"])
    assert not value.causes
    assert len(value.team_issues) == 2
