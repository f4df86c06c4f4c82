"""What other hands write and is no fault: meetings of any month, measures kept in an annex, members joined by video, next year."""

from __future__ import annotations

import pytest

import mzsh_model as mz

PAPER = (
    "{}民主生活会对照检查材料\n{}一、存在的问题\n1.请示报告不及时，1项变更拖了11天。\n二、原因\n党性修养不够，学习抓得松。\n"
    "三、整改措施\n1.修订清单，办公室负责，{}完成。"
)
REPORT = (
    "某局党组2024年度民主生活会情况报告\n县委组织部：\n按照通知要求，某局党组于2025年1月15日召开2024年度民主生活会，{}，提出批评意见20条。\n"
    "一、会前准备\n学习3次，征求意见20条。\n二、会议情况\n{}\n三、整改措施\n{}\n某局党组\n2025年1月20日"
)
TWO = "班子查摆问题2个：一是请示报告不及时，拖了11天。二是资产盘活慢，只盘活3处。"
DONE = "1.严格请示报告，办公室负责，2025年3月底前完成。\n2.盘活资产5处，国资股负责，2025年9月底前完成。"
SIX = "应到6人，实到6人"


def _must(text: str) -> list[str]:
    return [one.code for one in mz.check(mz.open(text.encode())).findings if one.level is mz.Level.MUST]


@pytest.mark.parametrize(
    ("name", "dated", "due"),
    [
        ("某镇党委巡察整改专题", "（2025年8月20日）\n", "2025年9月底前"),
        ("某镇党委2025年巡察整改专题", "", "2025年9月底前"),
        ("某厂党委2025年度安全生产专题", "", "2025年7月底前"),
        ("某局党组2025年度巡视整改", "", "2025年8月31日前"),
        ("某县医院党委2025年", "2025年6月10日\n", "2025年8月底前"),
    ],
)
def test_a_meeting_may_be_held_in_any_month(name: str, dated: str, due: str) -> None:
    assert _must(PAPER.format(name, dated, due)) == []


@pytest.mark.parametrize(
    ("name", "dated", "due"),
    [
        ("某镇党委巡察整改专题", "（2025年8月20日）\n", "2025年6月底前"),
        ("某镇党委2025年巡察整改专题", "", "2024年9月底前"),
        ("某镇党委2025年度", "", "2025年6月底前"),
        ("某镇党委2025年度", "2026年1月5日\n", "2025年11月底前"),
    ],
)
def test_a_limit_that_is_past_by_the_paper_itself_is_still_found(name: str, dated: str, due: str) -> None:
    assert _must(PAPER.format(name, dated, due)) == ["MEA005"]


@pytest.mark.parametrize(
    "said",
    [
        "局党组研究制定了整改方案和整改清单（见附件），明确措施12条，逐条落实责任人和时限。",
        "针对查摆出的问题制定整改措施12条，详见附件。",
        "局党组制定了整改台账（附后），明确了责任人。",
        "会后形成整改落实方案，另行报送。",
    ],
)
def test_measures_kept_in_an_annex_are_not_checked(said: str) -> None:
    text = REPORT.format(SIX, TWO, said).replace("三、整改措施", "三、会后工作")
    result = mz.check(mz.open(text.encode()))
    assert [one.code for one in result.findings if one.level is mz.Level.MUST] == []
    assert any(one.what == "整改措施" for one in result.unchecked)
    assert result.verdict is None


def test_a_report_that_only_says_that_it_has_a_plan_has_no_measures() -> None:
    text = REPORT.format(SIX, TWO, "").replace("三、整改措施\n\n", "局党组召开专题会议研究。\n")
    assert "MEA001" in _must(text)


@pytest.mark.parametrize(
    "came",
    [
        "应到9人，现场实到5人，另有3人通过视频参加，请假1人",
        "应到9人，实到5人，3名成员以视频方式参会，1人请假",
        "应到9人，实到5人，线上参会2人，请假2人",
        "应到9人，实到5人，有两位同志连线参加",
    ],
)
def test_whoever_joins_by_video_is_there(came: str) -> None:
    assert "MTG002" not in _must(REPORT.format(came, TWO, DONE))


@pytest.mark.parametrize(
    "came", ["应到9人，实到5人（其中3人视频参加）", "应到9人，实到4人，1人视频参会", "应到9人，实到5人，3人列席"]
)
def test_those_among_them_count_once(came: str) -> None:
    assert "MTG002" in _must(REPORT.format(came, TWO, DONE))


@pytest.mark.parametrize(
    "said",
    [
        "会议要求，为开好2025年度民主生活会打下基础。",
        "整改情况在2025年度民主生活会上报告。",
        "请同志们届时对照，2025年度民主生活会逐项过堂。",
    ],
)
def test_next_year_is_named_in_plans(said: str) -> None:
    assert _must(REPORT.format(SIX, TWO, f"{DONE}\n{said}")) == []


@pytest.mark.parametrize(
    "said", ["为开好2025年度民主生活会，局党组学习3次。", "按照2025年度民主生活会的要求，局党组学习3次。"]
)
def test_next_year_before_the_measures_is_a_wrong_year(said: str) -> None:
    assert _must(REPORT.format(SIX, TWO, DONE).replace("学习3次，", said)) == ["MTG003"]


@pytest.mark.parametrize(
    "said",
    [
        "会议查摆问题共37个，班子的问题是：",
        "共查摆问题37个，其中班子问题主要有：",
        "会上查摆出37个问题，其中，领导班子的问题：",
        "会议梳理检视问题37条，班子方面：",
    ],
)
def test_a_total_of_all_is_not_held_against_the_team(said: str) -> None:
    text = REPORT.format(SIX, f"{said}\n1.请示报告不及时，拖了11天。\n2.资产盘活慢，只盘活3处。", DONE)
    assert _must(text) == []


LEDGER = (
    "某局党组2024年度民主生活会整改台账\n{}\n|序号|问题|整改措施|责任人|完成时限|整改状态|\n|---|---|---|---|---|---|\n"
    "|1|学习不深|每月研讨1次|张三|2025年6月底前|{}|\n|2|下访少|每月下访1次。建立日志。|李四|2025年9月底前|{}|\n"
)


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("共有问题2个，整改措施3条。", "正在推进", "正在推进"),
        ("共有问题2个，整改措施2条，已完成1条。", "已完成", "正在推进"),
        ("共有问题2个，已完成2个。", "已完成", "长期坚持"),
        ("共有问题2个，已完成1个。", "已完成", "长期坚持"),
        ("共有问题2个，已完成2个。", "已完成", "基本完成"),
        ("共有问题2个，已完成2个。", "已完成", ""),
    ],
)
def test_a_number_that_one_way_of_counting_gives_agrees(said: str, first: str, second: str) -> None:
    assert _must(LEDGER.format(said, first, second)) == []


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("共有问题2个，整改措施4条。", "正在推进", "正在推进"),
        ("2个问题中，已完成2个，正在推进0个。", "已完成", "正在推进"),
        ("共有问题2个，已完成1个。", "整改中", "未完成"),
        ("共有问题2个，已完成1个。", "已完成", "已销号"),
    ],
)
def test_a_number_that_no_way_of_counting_gives_does_not(said: str, first: str, second: str) -> None:
    assert _must(LEDGER.format(said, first, second)) == ["LDG004"]


@pytest.mark.parametrize(
    "said",
    [
        "会后立说立改：收费项目全部上墙，2月10日完成，业务科负责。",
        "收费项目上墙，2月1日起，由业务科负责。",
        "会后马上就改，收费项目当天上墙。",
    ],
)
def test_what_is_done_after_the_meeting_may_be_measures_that_were_not_read(said: str) -> None:
    assert "MEA001" not in _must(REPORT.format(SIX, TWO, said).replace("三、整改措施\n", ""))
