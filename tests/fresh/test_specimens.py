"""Drafts that come out of the model line by line as their authors typed them, or in the one other way that reads back."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

import mzsh_model as mz
from mzsh_model.kinds.write import complete, write
from mzsh_model.model.documents import MeetingReport, SelfExamination
from tests.fresh.test_laws import bare
from tests.values import read

ISSUES, MEASURES = "一、存在的主要问题", "二、整改措施"
SAME = {
    "a number of two words keeps the mark behind it": [
        ISSUES,
        "第一，学习不够系统。",
        "第二，调研不够深入。",
        MEASURES,
        "一是，要加强学习。",
        "二是抓好落实。",
    ],
    "a number before a figure keeps the space behind it": [ISSUES, "1. 5本书没有读完，学习不够。", "2.调研不够深入。"],
    "remarks stand before the list they lead in": [
        ISSUES,
        "（一）带头固本培元、增强党性方面",
        "能够坚持学习，但仍有差距：",
        "一是组织生活不够严肃；",
        "二是过紧日子的思想树得不牢。",
    ],
    "a list inside a numbered paragraph": [
        ISSUES,
        "1.理论学习不够系统。",
        "2.学用结合不紧。主要有：一是思考不多；二是运用不够。",
        "3.担当精神不强。",
    ],
    "a heading that is a sentence": [
        ISSUES,
        "（一）思想作风。",
        "1.学习不够系统。",
        "2.调研不够深入。",
        "（二）担当不够，遇事推诿。",
    ],
    "an item beside headings": [
        "一、整改措施",
        "（一）改进作风，深入基层调研。",
        "（二）加强理论学习",
        "1.每月读1本书。",
        "2.每季度交流1次。",
        "（三）抓实警示教育，每年2次。",
        "（四）严格落实责任",
        "1.修订制度。",
        "2.每年检查2次。",
    ],
    "an item numbered as a heading before it": [
        ISSUES,
        "（一）带头固本培元、增强党性方面",
        "一是组织生活不够严肃。",
        "（一）担当精神不强，遇事推诿。",
    ],
    "lists as long as their headings have them": [
        "一、整改措施",
        "（一）加强理论学习",
        "1.每月读1本书。",
        "2.每季度交流1次。",
        "3.年底检查。",
        "（二）改进作风",
        "1.深入基层。",
        "（三）严格落实责任",
        "1.修订制度。",
        "2.每年检查2次。",
    ],
    "measures with and without aspects": [
        "一、整改措施",
        "（一）工作落实",
        "1、每季度开展1次；",
        "2、加强理论学习。",
        "（二）带头干事创业、担当作为方面",
        "1.深入基层；",
        "2.修订制度。",
        "（三）思想作风",
        "一要加强学习；",
        "二要抓好落实。",
    ],
    "parts named in running text": [
        "一、带头固本培元、增强党性方面",
        "主要问题：一是组织生活不够严肃；二是过紧日子的思想树得不牢。",
        "产生原因：党性锻炼有所放松。",
        "整改措施：一是严肃组织生活；二是压减经费支出。",
    ],
    "matters numbered on behind the aspects": [
        ISSUES,
        "（一）带头固本培元、增强党性方面",
        "一是组织生活不够严肃。",
        "（二）带头干事创业、担当作为方面",
        "一是担当精神不强。",
        "（三）个人有关事项说明",
        "本人已按规定如实报告个人有关事项。",
    ],
    "signs of markup in the text": [ISSUES, "一是对R&D投入不够，<5%的经费没有落实。", "二是调研不够深入。"],
}
REPORTS = {
    "problems as numbered paragraphs": [
        "一、会前准备情况",
        "一是加强理论学习。组织集中学习4次。",
        "二、会议召开情况",
        "（一）班子查摆",
        "领导班子查摆出2个方面的主要问题：",
        "1.理论学习不够系统。列入计划的书没有读完。",
        "2.调研不够深入。",
        "（二）个人检查",
        "班子成员查摆出2个方面的共性问题：一是担当精神不强；二是纪律观念不强。",
        "三、下一步整改措施",
        "（一）加强学习。",
    ],
    "criticism behind the problems it belongs to": [
        "一、会前准备情况",
        "一是加强理论学习。组织集中学习4次。",
        "二、会议召开情况",
        "领导班子查摆出的主要问题有：一是理论学习不够系统；二是调研不够深入。",
        "李四同志对张三同志提出，抓督办不够。",
        "三、下一步整改措施",
        "会后，党组列出问题清单9项。",
        "（一）加强学习。",
        "特此报告。",
    ],
    "chapters of problems by aspects": [
        "一、会前准备情况",
        "一是加强理论学习。组织集中学习4次。",
        "二、会议召开情况",
        "会议由党组书记张三同志主持。",
        "三、查摆的主要问题",
        "（一）带头固本培元、增强党性方面",
        "1.组织生活不够严肃。",
        "2.过紧日子的思想树得不牢。",
        "四、班子成员存在的共性问题",
        "一是担当精神不强；",
        "二是纪律观念不强。",
        "五、下一步整改措施",
        "（一）加强学习。",
    ],
}


def assert_same(lines: list[str]) -> None:
    value = read(lines)
    assert isinstance(value, SelfExamination | MeetingReport)
    fresh = mz.open(write(value))
    assert fresh.text.split("\n") == lines
    assert bare(fresh.read().value) == bare(value) == bare(complete(value))


@pytest.mark.parametrize("lines", SAME.values(), ids=SAME)
def test_an_examination_comes_out_as_it_was_typed(lines: list[str]) -> None:
    assert_same(["2025年度民主生活会个人对照检查材料", *lines])


@pytest.mark.parametrize("lines", REPORTS.values(), ids=REPORTS)
def test_a_report_comes_out_as_it_was_typed(lines: list[str]) -> None:
    opening = "2026年1月12日，局党组召开2025年度民主生活会。现将情况报告如下。"
    assert_same(["某局党组2025年度民主生活会情况报告", opening, *lines])


def test_numbers_as_high_as_their_heading_stay_in_running_text() -> None:
    lines = ["（一）思想作风", "（一）学习不够系统；（二）调研不够深入；（三）担当精神不强。"]
    assert_same(["个人对照检查材料", ISSUES, *lines])


def test_a_list_in_running_text_that_is_safe_as_paragraphs_becomes_some() -> None:
    value = read(["个人对照检查材料", ISSUES, "存在以下不足：一是学习不够系统；二是调研不够深入。"])
    fresh = mz.open(write(value))
    assert fresh.text.split("\n")[2:] == ["存在以下不足：", "一是学习不够系统；", "二是调研不够深入。"]
    assert bare(fresh.read().value) == bare(value)


def test_a_long_title_is_broken_behind_the_unit() -> None:
    value = read(["某县自然资源和规划局党组领导班子2025年度民主生活会对照检查材料", ISSUES, "一是学习不够系统。"])
    assert mz.open(write(value)).text.split("\n")[:2] == [
        "某县自然资源和规划局党组领导班子",
        "2025年度民主生活会对照检查材料",
    ]


def test_the_year_is_told_where_nothing_else_tells_it() -> None:
    value = read(["个人对照检查材料", "（2025年度）", ISSUES, "一是学习不够系统。"])
    assert mz.open(write(value)).text.split("\n")[1] == "（2025年度）"


def test_every_space_is_kept_by_word() -> None:
    data = write(read(["个人对照检查材料", "李  四", ISSUES, "一是学习不够。"]))
    with zipfile.ZipFile(BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
    assert '<w:t xml:space="preserve">李  四</w:t>' in body
