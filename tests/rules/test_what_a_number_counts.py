"""A number is held against a list only where it counts that list, and a time limit is wanting only where none is told."""

from __future__ import annotations

import pytest

import mzsh_model as mz

REPORT = (
    "某局党组关于2024年度民主生活会情况的报告\n市委组织部：\n2025年1月15日，局党组召开2024年度民主生活会，局党组书记张三同志主持会议，应到5人，实到5人。\n"
    "一、会前准备情况\n（一）认真组织学习。集中学习2次。\n二、会议召开情况\n{}\n三、下一步整改措施\n（一）加强学习。每月集中学习一次，2025年6月底前完成。\n"
    "（二）深入调研。每季度下基层一次，长期坚持。\n专此报告。\n某局党组\n2025年1月20日"
)
TWO = "班子查摆了2个问题：一是学习不深入。二是下访不经常。"


def _must(text: str) -> list[str]:
    return [one.code for one in mz.check(mz.open(text.encode())).findings if one.level is mz.Level.MUST]


@pytest.mark.parametrize(
    "said",
    [
        f"{TWO}党组成员逐个发言，共查摆问题26个。",
        f"{TWO}5名党组成员个人检视问题31个。",
        f"{TWO}每名成员平均查摆问题6个。",
        "班子查摆出理论学习、能力本领等四个方面的8个问题：1.学习不深入；2.下访不经常；等等。",
    ],
)
def test_what_is_counted_and_not_listed_agrees_with_no_list(said: str) -> None:
    assert _must(REPORT.format(said)) == []


def test_what_is_counted_and_listed_must_agree() -> None:
    assert _must(REPORT.format(TWO.replace("2个", "3个"))) == ["RPT002"]


LEDGER = (
    "某局党组2024年度民主生活会整改台账\n|序号|问题|整改措施|责任人|完成时限|\n|---|---|---|---|---|\n"
    "|1|学习不深|每月研讨1次|张三|2025年6月底前|\n|2|下访少|每月下访1次|李四|长期坚持|\n{}"
)


@pytest.mark.parametrize(
    "note",
    [
        "注：2023年度遗留问题1个，另账管理。",
        "另有个人问题15个，见个人清单。",
        "其中，立行立改问题1个，长期坚持1个。",
        "班子和个人共有问题17个，本表列班子问题2个。",
        "巡察反馈问题3个已另行建账。",
    ],
)
def test_a_ledger_may_count_what_is_kept_elsewhere(note: str) -> None:
    assert _must(LEDGER.format(note)) == []


def test_what_a_ledger_counts_of_itself_must_agree() -> None:
    assert _must(LEDGER.format("台账共列出3个问题，其中立行立改问题1个。")) == ["LDG004"]


@pytest.mark.parametrize(
    ("table", "due"),
    [
        (
            "|序号|问题表现|整改措施（含时限）|责任人|\n|---|---|---|---|\n|1|学习不深|每月研讨1次，2025年6月底前完成|张三|",
            None,
        ),
        (
            "|序号|问题表现|整改措施|责任人及时限|\n|---|---|---|---|\n|1|学习不深|每月研讨1次|张三，2025年6月底前|",
            "2025年6月底前",
        ),
    ],
)
def test_a_time_limit_without_a_column_is_not_wanting_where_it_is_told(table: str, due: str | None) -> None:
    text = f"某局党组2024年度民主生活会整改台账\n{table}"
    value = mz.read_text(text).value
    assert isinstance(value, mz.Ledger)
    assert [(one.owner, one.due) for entry in value.entries for one in entry.measures] == [("张三", due)]
    assert "LDG002" not in _must(text)


def test_a_time_limit_is_wanting_where_its_column_is_empty() -> None:
    assert _must(LEDGER.format("").replace("每月研讨1次|张三|2025年6月底前", "2025年6月底前研讨1次|张三|")) == [
        "LDG002"
    ]


def test_the_year_of_another_meeting_is_not_this_ones() -> None:
    text = (
        "某局张三2024年度民主生活会个人对照检查材料\n按照2025年度工作会议部署和民主生活会安排，作如下检查。\n一、存在的问题\n"
        "一是学习不深入，全年只读2本书。\n二是下访不经常，全年下访3次。\n二、{}\n一是理论武装不够扎实。\n二是宗旨意识有所淡化。\n"
        "三、整改措施\n（一）每月读书1本，2025年6月底前完成。\n（二）每月下访1次，长期坚持。"
    )
    assert _must(text.format("原因剖析")) == []


@pytest.mark.parametrize("heading", ["检视反思", "自我剖析", "深层剖析", "问题产生的主客观因素"])
def test_causes_under_a_heading_that_does_not_say_so_are_causes(heading: str) -> None:
    text = (
        "某局张三2024年度民主生活会个人对照检查材料\n一、存在的问题\n一是学习不深入，全年只读2本书。\n二是下访不经常，全年下访3次。\n"
        f"二、{heading}\n一是理论武装不够扎实。\n二是宗旨意识有所淡化。\n三、整改措施\n（一）每月读书1本。\n（二）每月下访1次。"
    )
    value = mz.read_text(text).value
    assert isinstance(value, mz.SelfExamination)
    assert (len(value.issues), len(value.causes)) == (2, 2)
    assert "CAU001" not in _must(text)
