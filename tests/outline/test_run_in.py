"""Numbers run into the figure that an item begins with, and lines broken off behind a heading."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.run_in import run_in_labels
from tests.laws.test_laws import assert_texts_stand_at_their_anchors, assert_total

HEAD = ("2025年度民主生活会个人对照检查材料", "某局  张三", "一、存在的问题", "一是学习不够系统。", "二、整改措施")


def measures(*rows: str) -> list[str]:
    doc = mz.open("\n".join((*HEAD, *rows)).encode())
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    assert "NUM002" not in [one.code for one in mz.check(value, doc).findings]
    return [one.text for one in value.measures]


@pytest.mark.parametrize(
    "rows",
    [
        ("1.坚持学习。", "2.5600本证件全部发放。", "3.每月走访。"),
        ("1.坚持学习。", "2.每月走访。", "3.5600本证件全部发放。"),
        ("1.30户困难群众逐户走访。", "2.每月走访。", "3.坚持学习。"),
        ("1.坚持学习。", "2.30户困难群众逐户走访。", "3.12个项目逐个过堂。", "4.每月走访。"),
        ("1.坚持学习。", "2.1个项目挂图作战。", "3.每月走访。"),
    ],
)
def test_a_number_run_into_a_figure_counts(rows: tuple[str, ...]) -> None:
    assert measures(*rows) == [row[2:] for row in rows]


@pytest.mark.parametrize(
    "rows",
    [
        ("1.坚持学习。", "2.5万元资金拨付到位。"),
        ("1.坚持学习。", "2.56亿元项目落地。", "2.每月走访。"),
        ("1.坚持学习。", "3.5600本证件全部发放。"),
        ("（一）坚持学习。", "3.5600本证件全部发放。", "（二）每月走访。"),
        ("1.坚持学习。", "1.1个项目挂图作战。", "2.每月走访。"),
        ("2.5600万元资金拨付到位。",),
        (
            "1.政治方面",
            "1.1学习不够系统。",
            "1.2处理问题慢。",
            "2.党性方面",
            "2.1支部设而不活。",
            "2.2名册三年没有更新。",
        ),
        ("1.政治方面", "1.1学习不够系统。", "1.2调研不够深入。", "2.作风方面", "2.1下沉不够。", "3.纪律方面"),
    ],
)
def test_a_figure_is_no_number_where_the_list_does_not_say_so(rows: tuple[str, ...]) -> None:
    assert run_in_labels(rows, [label_at(row) for row in rows]) == {}


def test_a_broken_line_does_not_swallow_the_first_of_a_list() -> None:
    text = (
        "个人对照检查材料\n（2025年度民主生活会）\n某局党组书记、局长  张三\n按照党组的部署，我认真学习了规定的内容，走访\n"
        "了12个联系点，与班子成员、股室负责人和职工代\n表谈心谈话33人次，听取意见17条，撰写了对照检\n查材料。现报告如下，请大家批评指正。\n"
        "一、存在的问题\n（一）带头强化政治忠诚、提高政治能力方面存在的\n1.学习抓得不细。全年党组中心组学习一共只有10\n次，有6次是与调度会一起开的，学习环节最长的一\n"
        "次25分钟，最短的一次只念了一个标题。\n2.理解得窄。总以为把山上的树看住就是生态优先了\n，去年批了一处便道，破坏灌丛8亩，被督查图斑揪\n了出来。\n"
    )
    value = mz.open(text.encode()).read().value
    assert isinstance(value, SelfExamination)
    assert [one.label for one in value.issues] == ["1.", "2."]
    assert [one.statement for one in value.issues] == ["学习抓得不细", "理解得窄"]
