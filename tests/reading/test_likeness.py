"""Links by likeness: a few an item, never all with all."""

from __future__ import annotations

import pytest

from mzsh_model.model.items import Issue, LinkBasis, Measure
from mzsh_model.reading.links import link_items


def issues(count: int, text: str) -> list[Issue]:
    return [Issue(id=f"i{n}", statement=text.format(n), text=text.format(n)) for n in range(count)]


def measures(count: int, text: str) -> list[Measure]:
    return [Measure(id=f"m{n}", text=text.format(n)) for n in range(count)]


@pytest.mark.parametrize(
    ("issue", "measure"),
    [("理论学习不够系统{}", "加强理论学习第{}项"), ("窗口排队时间偏长{}", "窗口排队时间压到{}分钟")],
    ids=["theme", "wording"],
)
def test_links_grow_with_the_items_and_not_with_their_pairs(issue: str, measure: str) -> None:
    links = link_items(issues(80, issue), (), measures(90, measure))
    assert {link.basis for link in links} == {LinkBasis.LIKENESS}
    assert {link.issue for link in links} == {f"i{n}" for n in range(80)}
    assert len(links) <= 3 * 80 + 90


def test_every_measure_about_a_problem_is_linked() -> None:
    links = link_items(issues(2, "理论学习不够系统{}"), (), measures(40, "加强理论学习第{}项"))
    assert {link.measure for link in links} == {f"m{n}" for n in range(40)}


def test_of_many_about_the_same_those_are_taken_that_stand_alike() -> None:
    links = link_items(issues(20, "理论学习不够系统{}"), (), measures(40, "加强理论学习第{}项"))
    assert "m0" in {link.measure for link in links if link.issue == "i0"}
    assert "m39" in {link.measure for link in links if link.issue == "i19"}


PAIRED = [
    [
        ("食堂饭菜质量差，职工意见大，全年没有开过一次座谈会。", "每季度召开一次职工座谈会，食堂菜谱每周公示。"),
        ("设备检修台账记录不全，3号机组两次漏检。", "3号机组检修逐项拍照，台账由班长当天签字。"),
        ("对新招录大学生关心少，一年走了6个人。", "给每名新招录大学生配一名师傅，半年谈心一次。"),
        ("合同签订前不做法律审核，打了2场官司。", "合同一律先送法务室审核再签订。"),
    ],
    [
        ("学校门口早晚高峰拥堵，家长多次反映，没有协调到底。", "会同交警中队在学校门口设即停即走区。"),
        ("实验室危化品双人双锁没有落实。", "危化品领用一律双人签字，钥匙分开保管。"),
        ("班主任津贴拖了两个学期没有发。", "寒假前把拖欠的班主任津贴发到位。"),
        ("听评课次数不够，一年只听了11节。", "每周听课不少于2节，写出评课意见。"),
        ("校服采购没有征求家长代表意见。", "校服采购成立家长代表占多数的小组。"),
    ],
    [
        ("村里污水管网只通到主干道，37户接不上。", "年内把污水管网接到剩下的37户门口。"),
        ("集体土地发包合同有9份没有公示。", "发包合同签订三日内上墙公示，接受监督。"),
        ("对留守老人探望少，去年一位老人摔倒两天才被发现。", "网格员每天给独居留守老人打一个电话。"),
        ("党员大会变成发通知，请假条一叠。", "党员大会每次留半小时讨论，缺席的补课。"),
    ],
]  # fmt: skip


@pytest.mark.parametrize("pairs", PAIRED)
@pytest.mark.parametrize("turn", [1, 2])
def test_what_is_told_in_another_order_is_paired_by_its_words(pairs: list[tuple[str, str]], turn: int) -> None:
    found = [Issue(id=f"i{n}", statement=issue, text=issue) for n, (issue, _) in enumerate(pairs)]
    answers = [Measure(id=f"m{n}", text=measure) for n, (_, measure) in enumerate(pairs)]
    links = link_items(found, (), [*answers[turn:], *answers[:turn]])
    assert {(link.issue, link.measure) for link in links} == {(f"i{n}", f"m{n}") for n in range(len(pairs))}
    assert {link.basis for link in links} == {LinkBasis.LIKENESS}


@pytest.mark.parametrize("pairs", PAIRED)
def test_what_is_told_in_the_same_order_is_paired_by_it(pairs: list[tuple[str, str]]) -> None:
    found = [Issue(id=f"i{n}", statement=issue, text=issue) for n, (issue, _) in enumerate(pairs)]
    links = link_items(found, (), [Measure(id=f"m{n}", text=measure) for n, (_, measure) in enumerate(pairs)])
    assert {(link.issue, link.measure, link.basis) for link in links} == {
        (f"i{n}", f"m{n}", LinkBasis.ORDER) for n in range(len(pairs))
    }


def test_the_only_measure_answers_the_only_problem() -> None:
    problem = Issue(id="i0", statement="隐患漏排3处", text="隐患漏排3处。")
    found = link_items([problem], (), [Measure(id="m0", text="全面排查。")])
    assert [(link.issue, link.measure, link.basis) for link in found] == [("i0", "m0", LinkBasis.ORDER)]
