"""A verdict is earned: what was not read surely is 没有检查, never a pass and never a 必改."""

from __future__ import annotations

from dataclasses import replace

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.model.items import Issue
from mzsh_model.model.parts import Section
from mzsh_model.rules.finding import CheckResult, Level, Verdict
from mzsh_model.rules.profile import default_profile
from tests.reading.word import word

EXAMINATION = """某局2025年度民主生活会个人对照检查材料
上年度查摆的4个问题，已整改4个。
一、存在的问题
一是学习不够系统，列入计划的4本书只读了2本。
二是调研不够深入，全年只到联系点3次。
二、原因剖析
一是宗旨意识不强。二是担当精神不足。
三、整改措施
一是2026年6月底前读完4本书。
二是2026年6月底前到联系点6次。
"""


def checked(text: str) -> CheckResult:
    doc = mz.open(text.encode())
    return mz.check(doc.read().value, doc)


def told(result: CheckResult) -> set[str]:
    return {one.what for one in result.unchecked}


def test_a_paper_read_whole_earns_its_verdict() -> None:
    result = checked(EXAMINATION)
    assert result.checked
    assert result.kind_sure
    assert result.verdict is not None


def test_a_report_without_a_problem_read_is_no_pass() -> None:
    result = checked(
        "某局2025年度民主生活会情况报告\n按照通知要求，某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。\n"
        "一、会前准备\n一是组织学习。二是征求意见。\n二、会议情况\n会上通报了上年度整改落实情况，提出批评意见26条。\n"
        "某局党组\n2026年1月28日\n"
    )
    assert result.checked
    assert result.verdict is None
    assert "问题" in told(result)


def test_where_a_part_was_not_read_nothing_is_said_to_be_missing() -> None:
    value = SelfExamination(
        title="某局2025年度民主生活会个人对照检查材料",
        year=2025,
        sections=(Section(heading="整改措施", level=1, role=Role.MEASURES, remarks=("今后认真整改，请监督。",)),),
        issues=(Issue(id="i1", statement="学习不够系统", text="学习不够系统，4本书只读了2本。"),),
    )
    result = mz.check(value)
    assert "MEA001" not in {finding.code for finding in result.findings}
    assert {"整改措施", "MEA001 对照检查材料和情况报告应当有整改措施"} <= told(result)
    assert "MEA001" in {finding.code for finding in mz.check(value.model_copy(update={"sections": ()})).findings}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("某局2025年度民主生活会实施方案", "会议方案"),
        ("关于召开2025年度民主生活会的通知", "通知"),
        ("某局2025年度民主生活会情况通报", "通报"),
        ("某局2024年度民主生活会整改落实情况报告", "上年度整改落实情况"),
        ("某局2025年度民主生活会会前准备情况的报告", "会前准备情况报告"),
        ("某局2025年度民主生活会主持词", "主持词"),
        ("2025年度述责述廉报告", "述责述廉报告"),
        ("2025年度组织生活会个人对照检查材料", "组织生活会材料"),
        ("张三2025年度个人工作总结", "工作总结"),
        ("关于对李四同志的批评意见", "批评意见"),
        ("民主生活会征求意见情况汇总表", "征求意见清单"),
        ("谈心谈话情况一览表", "谈心谈话汇总"),
    ],
)
def test_a_paper_of_another_kind_is_named_and_gets_no_verdict(title: str, name: str) -> None:
    result = checked(EXAMINATION.replace("某局2025年度民主生活会个人对照检查材料", title))
    assert (result.verdict, result.findings) == (None, ())
    assert name in result.unchecked[0].reason


@pytest.mark.parametrize(
    ("title", "judged"),
    [("某局2025年度民主生活会会议记录", "到会人数"), ("某局2025年度民主生活会整改方案", "完成时限")],
)
def test_a_paper_that_is_judged_in_part_never_passes_and_says_what_was_judged(title: str, judged: str) -> None:
    result = checked(EXAMINATION.replace("某局2025年度民主生活会个人对照检查材料", title))
    assert (result.checked, result.verdict, result.whole) == (True, None, False)
    assert judged in result.unchecked[0].reason
    assert {finding.code for finding in result.findings} <= {"MEA005", "MTG002", "MTG007"}


def test_a_host_script_without_a_title_is_known_by_its_form() -> None:
    result = checked(
        "各位领导、同志们：\n现在开会。今天的会议共有3项议程。\n首先进行第一项议程，下面请李四同志通报有关情况。\n散会。"
    )
    assert "主持词" in result.unchecked[0].reason


def test_nothing_is_a_must_where_the_kind_is_a_guess() -> None:
    bare = EXAMINATION.partition("\n")[2].replace("二是调研", "三是调研")
    result = checked(bare)
    assert not result.kind_sure
    assert result.verdict is None
    assert result.findings
    assert all(finding.level is not Level.MUST for finding in result.findings)
    assert "文种" in told(result)
    whole = checked(EXAMINATION.replace("二是调研", "三是调研"))
    assert whole.verdict is Verdict.FAIL


@pytest.mark.parametrize("year", ["2026", "2014"])
def test_a_year_without_a_catalogue_is_said(year: str) -> None:
    result = checked(EXAMINATION.replace("2025年度", f"{year}年度"))
    assert f"目录里没有{year}年度的方面" in "".join(one.reason for one in result.unchecked if one.what == "方面")


def test_of_a_classified_paper_only_the_mark_is_told_and_nothing_is_written() -> None:
    doc = mz.open(("机密★3年\n" + EXAMINATION).encode())
    result = mz.check(doc.read().value, doc)
    assert [(f.code, f.quote) for f in result.findings] == [("PRI002", "机密★3年")]
    assert not result.checked
    value = doc.read().value
    for write in (lambda: doc.annotate(result), lambda: doc.write(value), lambda: doc.bind(value), doc.finalize):
        with pytest.raises(BadEdit, match="密级"):
            write()


def test_a_rule_that_rests_on_a_regulation_is_not_switched_off_in_silence() -> None:
    doc = mz.open(EXAMINATION.encode())
    off = replace(default_profile(), off=("MTG002", "ISS008"))
    said = {one.what[:6]: one.reason for one in mz.check(doc.read().value, doc, profile=off).unchecked}
    assert "规定" in said["MTG002"]
    assert "规定" not in said["ISS008"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于做好2025年度民主生活会有关工作的通知", "通知"),
        ("某局2025年“七一”专题党课", "党课"),
        ("学习全会精神心得体会", "心得体会"),
        ("参加民主生活会有感", "心得体会"),
        ("用好批评和自我批评这一武器——在机关党员大会上的党课", "党课"),
        ("公务员年度考核登记表", "考核登记表"),
        ("某局领导班子2025年度民主生活会民主测评表", "测评表"),
        ("领导干部公开承诺书", "承诺书"),
        ("某局机关纪委工作要点", "工作要点"),
        ("张三同志个人有关事项报告", "个人有关事项"),
        ("某局民主生活会签到表", "签到表"),
        ("某局工作简报（第3期）", "简报"),
        ("某局办公室2025年工作总结及2026年工作计划", "工作总结"),
        ("关于开好2025年度民主生活会的实施意见", "会议方案"),
        ("督导组在某局民主生活会上的讲话", "督导点评"),
        ("意见建议征集情况汇总", "征求意见清单"),
    ],
)
def test_who_is_addressed_is_no_part_of_the_title(title: str, name: str) -> None:
    doc = mz.open(
        f"{title}\n各位同志：\n今天的会议很重要。\n一、提高认识\n要统一思想。\n二、抓好落实\n要压实责任。".encode()
    )
    result = mz.check(doc)
    assert (result.verdict, name in result.unchecked[0].reason) == (None, True)
    assert "各位同志" not in (doc.read().value.title or "")


OTHER_TABLES = (
    "|序号|存在问题|整改措施|责任人|",
    "|1|学习不够系统|每季度研讨一次|张三|",
    "|2|调研不够深入|每月走访一次|李四|",
)
OTHER_TEXT = (
    *("一、存在问题", "一是学习不够系统。二是调研不够深入。", "二、原因分析", "一是认识不到位。"),
    *("三、整改措施", "一是每季度研讨一次。二是每月走访一次。"),
)


@pytest.mark.parametrize("said", [OTHER_TABLES, OTHER_TEXT])
@pytest.mark.parametrize(
    "title",
    [
        "某局党组关于巡察反馈意见整改情况的报告",
        "某局审计整改台账",
        "某县巡察整改任务清单",
        "某公司安全生产问题整改台账",
        "某局营商环境整治工作简报",
        "某局内部审计报告",
        "某局党组理论学习中心组发言材料",
        "在全市教育工作会上的发言",
        "2025年度民主评议党员自评材料",
        "关于某局领导班子运行情况的评估报告",
        "主题教育检视问题整改报告",
        "民主生活会督查情况反馈意见",
    ],
)
def test_problems_and_measures_of_another_matter_get_no_verdict(title: str, said: tuple[str, ...]) -> None:
    doc = mz.open(word((title, *said)))
    result = mz.check(doc.read().value, doc)
    assert result.verdict is None
    reasons = "".join(one.reason for one in result.unchecked)
    assert any(words in reasons for words in ("这是", "没有把握", "没有单独检查", "只核对"))


@pytest.mark.parametrize(
    "title",
    [
        "某局领导班子2025年度民主生活会整改台账",
        "某县审计局领导班子问题整改台账",
        "某局信访办班子查摆问题整改清单",
        "某市生态环境局班子整改情况汇总表",
        "某县委巡察办2025年度民主生活会整改方案",
    ],
)
def test_a_ledger_of_a_unit_whose_name_is_its_matter_is_judged(title: str) -> None:
    doc = mz.open(word((title, *OTHER_TABLES)))
    assert mz.check(doc.read().value, doc).verdict is not None


@pytest.mark.parametrize("title", ["县水务局防汛值班表", "某局公务接待台历", "食堂菜谱"])
def test_a_paper_that_nobody_knows_is_called_as_it_calls_itself(title: str) -> None:
    doc = mz.open(f"{title}\n一周七天，早晚各一班。\n".encode())
    assert title in doc.kind_reason
    assert mz.check(doc.read().value, doc).verdict is None


TALK = "谈心谈话记录（2024年度民主生活会会前）\n时间：2025年1月6日\n谈话人：张三\n谈话对象：李四，身份证号990101197903160420\n内容：李四反映补贴没有到账。"
LETTER = "张三同志：\n你好。寄来的东西收到了，身份证号990101197903160420，请核对。"
NOTHING_READ = "某局党组2022年度民主生活会班子对照检查材料\n上年度问题已改。\n李四的身份证号是990101197903160420。"


@pytest.mark.parametrize("text", [TALK, LETTER, NOTHING_READ])
def test_what_holds_of_any_paper_is_told_of_one_that_gets_no_verdict(text: str) -> None:
    result = checked(text)
    assert [one.code for one in result.findings] == ["PRI001"]
    assert result.verdict in (None, Verdict.FAIL)
    assert result.unchecked


def test_a_paper_of_a_refused_kind_is_heard_by_its_lines_only() -> None:
    text = EXAMINATION.replace("某局2025年度民主生活会个人对照检查材料", "张三2025年度个人工作总结")
    result = checked(text.replace("2026年6月底前读完", "2024年6月底前读完") + "贯彻党风廉政建没责任制。\n")
    assert [one.code for one in result.findings] == ["TXT006"]
    assert (result.checked, result.verdict) == (False, None)


def test_a_measure_is_judged_by_itself_where_no_problem_was_read() -> None:
    measures = EXAMINATION.partition("三、整改措施\n")[2].replace("2026年6月底前读完4本书", "进一步提高思想认识")
    value = SelfExamination(
        title="某局2025年度民主生活会个人对照检查材料",
        year=2025,
        measures=(mz.Measure(id="m1", text=measures.splitlines()[0].removeprefix("一是")),),
    )
    result = mz.check(value)
    assert {"MEA003", "MEA006"} <= {one.code for one in result.findings}
    assert not {"CAU001", "ISS001", "SLF001"} & {one.code for one in result.findings}
    assert (result.checked, result.verdict) == (False, None)


def test_a_report_of_the_meeting_alone_is_judged_by_the_meeting() -> None:
    result = checked(
        "某局2025年度民主生活会情况报告\n县委组织部：\n按照通知，某局于2026年1月10日召开2025年度民主生活会，应到9人，实到5人。\n"
        "会前学习2次。会上通报上年整改，互相批评20条。\n某局党组\n2026年1月28日\n"
    )
    assert "MTG002" in {one.code for one in result.findings}
    assert result.checked
    assert "问题" in told(result)
