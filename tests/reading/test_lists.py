"""Which lists and sentences of a part of problems are problems: all but what says that it is something else."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination

HEAD = "2025年度民主生活会个人对照检查材料\n张三\n一、存在的问题\n（一）带头干事创业、担当作为方面\n"


def issues(body: str) -> list[str]:
    value = mz.read_text(HEAD + body).value
    assert isinstance(value, SelfExamination)
    return [issue.text for issue in value.issues]


@pytest.mark.parametrize(
    "lead",
    [
        "主要表现在以下方面：",
        "具体表现在以下几个方面：",
        "",
        "突出表现为：",
        "认真对照要求，",
        "能够完成年度任务，但严格对照仍有差距：",
    ],
)
def test_a_list_of_problems_needs_no_word_for_a_fault(lead: str) -> None:
    assert issues(lead + "一是拈轻拣重，专挑好干的干。二是把请示当推手。") == [
        "拈轻拣重，专挑好干的干。",
        "把请示当推手。",
    ]


@pytest.mark.parametrize(
    "other",
    [
        "上级要求：一要把自己摆进去，二要把职责摆进去。",
        "担当的重要意义在于：一是事业的需要，二是群众的期盼。",
        "一年来做了以下工作：一是抓项目；二是抓队伍。",
        "班子成员恪尽职守，一是做到令行禁止；二是做到言行一致。但也要看到，攻坚的劲头不足。",
        "取得一定成效：一是办结12件；二是完成8件。",
        "下一步将从两方面着手：一是加强调度；二是强化督查。",
        "学习中有三点体会：一是责任重了；二是标准高了。",
    ],
)
def test_what_lists_something_else_is_no_problem(other: str) -> None:
    assert issues(other + "\n难题面前往后退。") == ["难题面前往后退。"] or issues(other) == ["攻坚的劲头不足。"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("遇到硬骨头总想换个人啃。", ["遇到硬骨头总想换个人啃。"]),
        ("能够完成任务，但创新不够。去年报送的经验两次退了回来。", ["创新不够。去年报送的经验两次退了回来。"]),
        ("推进不快；新办法拿不出。", ["推进不快", "新办法拿不出。"]),
        ("存在的主要问题是：照抄外地做法，三项制度水土相克。", ["照抄外地做法，三项制度水土相克。"]),
        ("一是碰到矛盾往上交。", ["碰到矛盾往上交。"]),
        ("推进不快。全年召开调度会12次。落实不力。", ["推进不快。", "落实不力。"]),
    ],
)
def test_what_is_not_enumerated_is_taken_by_what_it_says(text: str, expected: list[str]) -> None:
    assert issues(text) == expected
