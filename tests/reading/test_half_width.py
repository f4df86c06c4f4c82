"""What is typed with the marks of Latin script reads as what is typed with those of Chinese, and values say what was typed."""

from __future__ import annotations

import json

import pytest

import mzsh_model as mz
from mzsh_model.kernel.half_width import full_width
from tests.marked_drafts.draft import is_held_out
from tests.marked_drafts.drafts import all_drafts
from tests.marked_drafts.paper import paper

NARROW = str.maketrans("，。；：（）！？", ",.;:()!?")
MOST = 12


def _report(marks: str) -> str:
    comma, stop, semicolon, colon = marks
    text = """某局党组关于2024年度民主生活会情况的报告
县委组织部：
2025年1月15日，某局党组召开2024年度民主生活会，党组书记张三主持。
1.会前准备
(1)学习动员。学习3次。
2.对照检查
班子查摆了以下问题：
(1)带头严守党的纪律方面。考勤不严，迟到2次没有记录；公车管理不严，私用1次。
(2)带头深化作风建设方面。下乡少，全年3次；答复投诉慢。
3.整改
(1)补记考勤，张三负责，2025年3月底前完成。
(2)每周下乡1天，李四负责，长期坚持。
"""
    return text.translate(str.maketrans("，。；：", comma + stop + semicolon + colon))


@pytest.mark.parametrize("marks", ["，。；：", ",.;:", ",。;:", "，.；：", "，．；:"])
def test_marks_of_either_width(marks: str) -> None:
    value = mz.read_text(_report(marks)).value
    assert isinstance(value, mz.MeetingReport)
    assert [one.text[:4] for one in value.team_issues] == ["考勤不严", "公车管理", "下乡少" + marks[0], "答复投诉"]
    assert [one.text[-1] for one in value.team_issues][1::2] == [marks[1], marks[1]]  # as it was typed
    assert len({one.aspect for one in value.team_issues}) == 2
    assert [(one.owner, one.due) for one in value.measures] == [("张三", "2025年3月底前"), ("李四", "长期坚持")]


@pytest.mark.parametrize(
    "text",
    ["1.学习", "一.学习", "（二）共5,000元", "3.5万元", "14:30开会", "(一)学习", "(1)学习", "No. 3", "某单位.docx", "见www.a.cn", "12."],
)  # fmt: skip
def test_numbers_and_figures_keep_their_marks(text: str) -> None:
    assert full_width(text) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("学习不够.", "学习不够。"),
        ('讲得多"严"字,做得少;', '讲得多"严"字，做得少；'),
        ("征求意见37,谈话9次", "征求意见37，谈话9次"),
        ("办法(试行)未订", "办法（试行）未订"),
        ("(三)带头担当方面:不敢碰硬", "(三)带头担当方面：不敢碰硬"),
        ("抽查20单,5单不全", "抽查20单，5单不全"),
    ],
)
def test_marks_of_sentences_are_widened(text: str, wanted: str) -> None:
    assert full_width(text) == wanted
    assert full_width(wanted) == wanted


def test_open_drafts_read_alike_in_either_width() -> None:
    drafts = (one for one in all_drafts() if one.form == "txt" and one.kind == "MeetingReport")
    texts = [paper(one).decode() for one in drafts if not is_held_out(one.name)]
    for text in texts[:: max(1, len(texts) // MOST)]:
        wide, narrow = (mz.read_text(one).value for one in (text, text.translate(NARROW)))
        told = [json.dumps(one.model_dump(mode="json"), ensure_ascii=False).translate(NARROW) for one in (wide, narrow)]
        assert told[0] == told[1]
