"""Self-examinations as other hands write them: what a numbered title leads in, labels in brackets, causes in a sentence of their own."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination

HEAD = "某局党组领导班子2025年度民主生活会对照检查材料\n"


def examination(text: str) -> SelfExamination:
    value = mz.read_text(HEAD + text).value
    assert isinstance(value, SelfExamination)
    return value


@pytest.mark.parametrize("lead", ["主要表现在", "具体表现为", "例证是", "表现"])
def test_a_title_without_a_fault_word_goes_on_to_what_it_leads_in(lead: str) -> None:
    one = f"盲文阅览室常年锁门。{lead}：钥匙在保管员手里，保管员退休两年了。"
    two = f"流动图书车趴窝。{lead}：车况良好，没有司机。"
    value = examination(f"一、检视出的问题\n（一）带头固本培元、增强党性方面\n1.{one}\n2.{two}\n")
    assert [issue.text for issue in value.issues] == [one, two]


@pytest.mark.parametrize("told", ["一是钥匙没人管。二是牌子没人换。", "钥匙没人管；牌子没人换。"])
def test_a_title_heads_the_several_problems_that_it_leads_in(told: str) -> None:
    text = f"一、检视出的问题\n（一）带头固本培元、增强党性方面\n1.阅览服务。主要表现在：{told}\n2.流动服务。主要表现在：{told}\n"
    assert len(examination(text).issues) == 4


LABELLED = [
    "【问题1】村级集体经济等靠要。\n【原因】思路老套。\n【整改措施】一村一策，2026年10月底前见效。\n【问题2】矛盾调解推拖绕。\n【原因】怕碰硬。\n【整改措施】一包到底。\n",
    "【问题一】村级集体经济等靠要。\n【原因】思路老套。\n【整改措施】一村一策，2026年10月底前见效。\n【问题二】矛盾调解推拖绕。\n【原因】怕碰硬。\n【整改措施】一包到底。\n",
]


@pytest.mark.parametrize("heading", ["第一部分 问题清单", "一、查摆的问题"])
@pytest.mark.parametrize("text", LABELLED)
def test_labels_in_brackets_are_read_under_any_heading(heading: str, text: str) -> None:
    value = examination(f"{heading}\n{text}第二部分 上年度整改情况\n上年度查摆问题8个，整改到位8个。\n")
    assert [issue.text for issue in value.issues] == ["村级集体经济等靠要。", "矛盾调解推拖绕。"]
    assert [cause.text for cause in value.causes] == ["思路老套。", "怕碰硬。"]
    assert [(m.text, m.due) for m in value.measures] == [
        ("一村一策，2026年10月底前见效。", "2026年10月底前"),
        ("一包到底。", None),
    ]
    assert [(link.issue, link.measure, link.basis.value) for link in value.links if link.measure] == [
        ("i1", "m1", "label"), ("i2", "m2", "label"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "turn", ["产生上述问题的原因，主要是", "导致这些问题的原因，是", "造成以上不足的原因，在于", "究其原因，主要是"]
)
def test_a_paragraph_that_turns_to_the_cause_is_one(turn: str) -> None:
    text = (
        f"一、存在的问题及原因\n（一）带头固本培元、增强党性方面\n问题一：值守脱岗三次。\n{turn}纪律松弛，下不了手。\n"
    )
    value = examination(text)
    assert [issue.text for issue in value.issues] == ["值守脱岗三次。"]
    assert [cause.text for cause in value.causes] == ["纪律松弛，下不了手。"]


TITLED = [
    ("学习与工作“两层皮”", "党组会前学习28次，24次是念文件，念完就开会。"),
    ("社区食堂开了又关", "2024年建了12个，现在还冒烟的3个。"),
    ("下属殡仪馆的账十年没审", "馆长换了三任，审计报告一份没有。"),
]


@pytest.mark.parametrize("many", [1, 2, 3])
def test_a_bare_title_and_the_paragraph_below_it_are_one_problem(many: int) -> None:
    told = "".join(f"{title}\n{text}\n" for title, text in TITLED[:many])
    value = examination(f"一、存在的问题\n（一）带头固本培元、增强党性方面\n{told}二、整改措施\n1.建立台账。\n")
    assert [issue.text for issue in value.issues] == [f"{title}\n{text}" for title, text in TITLED[:many]]


def test_paragraphs_of_sentences_are_no_titles() -> None:
    text = "一、存在的问题\n（一）带头固本培元、增强党性方面\n学习不够深入。\n调研走了过场，听汇报多，看现场少。\n"
    assert [issue.text for issue in examination(text).issues] == [
        "学习不够深入。",
        "调研走了过场，听汇报多，看现场少。",
    ]
