"""The head of an official paper above its title, and what is printed below the date."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import MeetingReport, SelfExamination

TITLE = "某局领导班子2025年度民主生活会对照检查材料"
BODY = (
    "\n按照通知要求，现对照检查如下。\n一、存在的问题\n1.学习不够系统，只读了2本。\n2.调研不深，只到点3次。\n"
    "二、整改措施\n1.加强学习，2026年6月底前读完4本书，责任人：张三。\n2.深入调研，每月1次，责任人：李四。\n某局领导班子\n2026年1月12日\n"
)


def read(text: str) -> SelfExamination:
    value = mz.read_text(text).value
    assert isinstance(value, SelfExamination)
    return value


@pytest.mark.parametrize(
    "head",
    [
        "某局党组文件\n某组〔2026〕3号", "某组〔2026〕3号　　　签发人：张三", "某组〔2026〕 3 号", "机密★1年　特急", "秘密\n加急", "000001\n机密★1年\n特急\n某局文件",
        "份号：000012", "附件1", "附件：", "附件2：", "附", "（送审稿）", "（征求意见稿）", "【讨论稿】", "签发人：张三 李四", "密级：内部", "内部资料　注意保存",
    ],
)  # fmt: skip
def test_what_stands_above_the_title_is_not_of_it(head: str) -> None:
    without = read(TITLE + BODY)
    assert read(f"{head}\n{TITLE}{BODY}") == without
    notices = mz.read_text(f"{head}\n{TITLE}{BODY}").notices
    assert [n.line for n in notices if n.code == "letterhead"] == list(range(1, head.count("\n") + 2))


@pytest.mark.parametrize("head", ["中共某局党组", "某局领导班子关于民主生活会", "关于召开民主生活会情况的"])
def test_titles_of_two_lines_go_on_joining(head: str) -> None:
    assert read(f"{head}\n对照检查材料{BODY}").title == head + "对照检查材料"


def test_where_no_title_follows_nothing_is_a_letterhead() -> None:
    assert "letterhead" not in {
        n.code for n in mz.read_text("（送审稿）\n某日我们开了会。\n一、存在的问题\n一是懒。").notices
    }


def test_the_number_of_a_report_is_read_beside_its_signer() -> None:
    text = "某组〔2026〕3号　签发人：张三\n某局关于召开2025年度民主生活会情况的报告\n一、会前准备\n广泛征求意见。\n二、会议召开\n会议开得好。"
    value = mz.read_text(text).value
    assert isinstance(value, MeetingReport)
    assert (value.number, value.title) == ("某组〔2026〕3号", "某局关于召开2025年度民主生活会情况的报告")


@pytest.mark.parametrize(
    "tail",
    [
        "某局办公室　2026年1月12日印发", "抄送：某局党组。\n某局办公室　2026年1月12日印发\n（共印15份）", "（联系人：张三，电话：12345）",
        "联系人：张三", "校对：李四", "共印20份", "某局办公室 2026年1月13日印制",
    ],
)  # fmt: skip
def test_what_stands_below_the_date_leaves_the_signature(tail: str) -> None:
    without, value = read(TITLE + BODY), read(TITLE + BODY + tail)
    assert value.signature == without.signature
    assert value.measures == without.measures
