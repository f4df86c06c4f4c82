"""What stands in a table beside its rows, tables of problems without measures, and causes told in rows."""

from __future__ import annotations

import pytest

import mzsh_model as mz

LEDGER = """某局党组2024年度民主生活会整改台账

| 序号 | 存在问题 | 整改措施 | 责任人 | 完成时限 |
|---|---|---|---|---|
| 1 | 请示报告不及时 | 修订清单 | 张三 | 2025年3月底 |
| 2 | 下基层少 | 每月3天 | 王五 | 2025年12月底 |
"""


@pytest.mark.parametrize(
    "footer",
    [
        "| 填表人：赵六 | | 审核人：孙七 | | |",
        "| 制表：赵六 | 审核：孙七 | 联系电话：0000000 | | |",
        "| 填报人（签字）： | | 填报日期：2025年2月 | | |",
        "| 主要负责人签字： | | | 分管领导签字： | |",
    ],
)
def test_who_filled_a_ledger_in_is_no_row_of_it(footer: str) -> None:
    doc = mz.open((LEDGER + footer + "\n").encode())
    value = doc.read().value
    assert isinstance(value, mz.Ledger)
    assert [entry.number for entry in value.entries] == ["1", "2"]
    assert not [one for one in mz.check(doc).findings if one.level is mz.Level.MUST]


@pytest.mark.parametrize(
    "row", ["| 合计 | 2项 | | | |", "| 合计：2项 | | | | |", "| 总计: | 2项 | | | |", "| 合　计 | 2 | 2 | | |"]
)
def test_what_adds_a_ledger_up_is_still_its_total(row: str) -> None:
    read = mz.open((LEDGER + row + "\n").encode()).read()
    assert isinstance(read.value, mz.Ledger)
    assert "total-row" in {notice.code for notice in read.notices}
    assert len(read.value.entries) == 2


@pytest.mark.parametrize(
    "rule",
    [
        "|:-:|---|---|---|---|",
        "|:-|-:|:-:|--|:--:|",
        "| :-: | :-: | :-: | :-: | :-: |",
        "|-|-|-|-|-|",
        "| - | - | :- | - | - |",
    ],
)
def test_the_line_below_a_header_of_markdown_may_be_short(rule: str) -> None:
    value = mz.open(LEDGER.replace("|---|---|---|---|---|", rule).encode()).read().value
    assert isinstance(value, mz.Ledger)
    assert len(value.entries) == 2


@pytest.mark.parametrize(
    "header",
    ["序号 | 查摆问题 | 问题来源 | 认领人", "序号 | 存在问题 | 来源 | 认领领导", "编号 | 主要问题 | 提出单位 | 认领人"],
)
def test_a_list_of_problems_is_read_and_lacks_no_measures(header: str) -> None:
    rows = "| 1 | 走访残疾人家庭不多，去年仅22户 | 自查 | 古丽 |\n| 2 | 辅具适配等待期平均48天 | 征求意见 | 单飞 |\n"
    doc = mz.open(f"市残联党组2024年度民主生活会查摆问题清单\n\n| {header} |\n|---|---|---|---|\n{rows}".encode())
    value = doc.read().value
    assert isinstance(value, mz.Ledger)
    assert [entry.issue.text for entry in value.entries if entry.issue] == [
        "走访残疾人家庭不多，去年仅22户",
        "辅具适配等待期平均48天",
    ]
    assert "整改措施" in {one.what for one in mz.check(doc).unchecked}
    assert not [one for one in mz.check(doc).findings if one.level is mz.Level.MUST]


@pytest.mark.parametrize(
    ("title", "header"),
    [
        ("某局领导班子2025年度民主生活会问题清单", "序号 | 问题 | 类别"),
        ("某镇党委班子2024年度民主生活会查摆问题清单", "编号 | 存在的主要问题 | 对照方面"),
        ("某校党委2025年度民主生活会检视问题清单", "序号 | 具体表现 | 所属方面"),
    ],
)
def test_a_list_of_problems_by_their_aspects_is_read(title: str, header: str) -> None:
    rows = "| 1 | 走访群众不多，去年仅22户 | 敬畏人民 |\n| 2 | 招标监管不严，发现2起转包 | 管党治党 |\n"
    doc = mz.open(f"{title}\n\n| {header} |\n|---|---|---|\n{rows}".encode())
    value = doc.read().value
    assert isinstance(value, mz.Ledger)
    assert [(entry.number, entry.aspect) for entry in value.entries] == [("1", "敬畏人民"), ("2", "管党治党")]
    assert not [one for one in mz.check(doc).findings if one.level is mz.Level.MUST]


REPORT = """某公司党委2025年度民主生活会情况报告

集团党委：
公司党委2026年2月3日召开民主生活会，应到5人，实到5人，提批评意见40条。
一、会前准备
学习3次，征求意见22条。
二、班子问题、原因及整改

| 序号 | 对照方面 | 存在问题 | {cause} | 整改措施 | 责任人 | 时限 |
|---|---|---|---|---|---|---|
| 1 | 政治忠诚 | 机构压减慢了2个月 | 政治判断力不够 | 3月底前完成压减 | 章立 | 2026年3月底 |
| 2 | 管党治党 | 分包监管不严，发现2起转包 | 监督乏力 | 开展专项排查 | 彭澎 | 2026年6月底 |
"""


@pytest.mark.parametrize("cause", ["产生原因", "原因剖析", "主要原因", "问题根源"])
def test_a_report_tells_causes_in_the_rows_of_its_problems(cause: str) -> None:
    doc = mz.open(REPORT.format(cause=cause).encode())
    value = doc.read().value
    assert isinstance(value, mz.MeetingReport)
    assert [one.text for one in value.causes] == ["政治判断力不够", "监督乏力"]
    assert {(link.issue, link.cause) for link in value.links if link.cause} == {("i1", "c1"), ("i2", "c2")}
    assert all(link.basis is mz.LinkBasis.ROW for link in value.links)


EXAMINATION = """某医院党委班子2021年度民主生活会对照检查材料
一、2020年度民主生活会整改情况
上年查摆的8个问题，已全部整改到位。
{heading}
三、下一步打算
逐条对账销号。

| 方面 | 存在问题 | 原因分析 | 整改措施 | 责任领导 | 完成时限 |
|---|---|---|---|---|---|
| 为民 | 门诊等候平均47分钟 | 站在患者角度想问题少 | 增开夜间门诊 | 林涛 | 2022年4月底 |
| 纪律 | 耗材采购监督不严 | 重业务轻监管 | 修订采购目录 | 邱实 | 2022年3月底 |
"""


@pytest.mark.parametrize(
    "heading", ["二、存在问题、原因及整改措施", "二、主要问题、原因和措施", "二、问题、根源、举措"]
)
def test_rows_that_hold_the_problems_hold_what_answers_them(heading: str) -> None:
    value = mz.open(EXAMINATION.format(heading=heading).encode()).read().value
    assert isinstance(value, mz.SelfExamination)
    assert value.prior is not None
    assert value.prior.issues == 8
    assert len(value.issues) == len(value.causes) == 2
    assert [measure.owner for measure in value.measures] == [None, "林涛", "邱实"]
    assert {(link.issue, link.measure) for link in value.links if link.measure} == {("i1", "m2"), ("i2", "m3")}


@pytest.mark.parametrize(
    "heading", ["2020年度民主生活会整改情况", "2020年专题民主生活会整改情况", "主题教育专题民主生活会查摆问题整改情况"]
)
def test_what_became_of_an_earlier_meeting_is_the_part_of_last_year(heading: str) -> None:
    text = EXAMINATION.format(heading="二、存在问题").replace("2020年度民主生活会整改情况", heading)
    value = mz.open(text.encode()).read().value
    assert isinstance(value, mz.SelfExamination)
    assert value.sections[0].role.value == "prior"


def test_a_table_that_repeats_a_measure_of_the_text_adds_none() -> None:
    value = (
        mz.open(
            (
                "某医院党委班子2021年度民主生活会对照检查材料\n一、整改措施\n（一）增开夜间门诊，缩短等候时间。\n（二）修订采购目录，逐月抽查。\n\n"
                "| 存在问题 | 整改措施 | 责任领导 | 完成时限 |\n|---|---|---|---|\n"
                "| 门诊等候平均47分钟 | 增开夜间门诊，缩短等候时间 | 林涛 | 2022年4月底 |\n"
                "| 耗材采购监督不严 | 修订采购目录，逐月抽查 | 邱实 | 2022年3月底 |\n"
            ).encode()
        )
        .read()
        .value
    )
    assert isinstance(value, mz.SelfExamination)
    assert [(one.label, one.owner) for one in value.measures] == [("（一）", "林涛"), ("（二）", "邱实")]


def test_a_cell_with_a_hyphen_further_down_says_nothing_and_is_a_cell() -> None:
    value = mz.open((LEDGER + "| 3 | 调研少 | - | - | - |\n").encode()).read().value
    assert isinstance(value, mz.Ledger)
    assert len(value.entries) == 3


@pytest.mark.parametrize(
    "said", ["共查摆问题9个，其中班子2个、个人7个。", "本次查摆问题11项，其中：班子问题2项，成员问题9项。"]
)
def test_a_total_with_shares_is_not_held_against_a_table_of_one(said: str) -> None:
    text = LEDGER.replace("\n\n", f"\n{said}\n\n", 1)
    assert "LDG004" not in {one.code for one in mz.check(mz.open(text.encode())).findings}
    wrong = text.replace("2个", "3个").replace("2项", "3项")
    assert "LDG004" in {one.code for one in mz.check(mz.open(wrong.encode())).findings}


def test_problems_without_measures_that_are_said_to_be_done_are_held_against_no_column() -> None:
    rows = "| 序号 | 问题 | 类别 |\n|---|---|---|\n| 1 | 学习不系统，只读2本。 | 班子 |\n| 2 | 下基层少，全年9天。 | 班子 |\n"
    doc = mz.open(f"某局党组2024年度民主生活会问题清单\n共2个问题，已完成2个。\n\n{rows}".encode())
    assert isinstance(doc.read().value, mz.Ledger)
    assert "LDG004" not in {one.code for one in mz.check(doc).findings}
