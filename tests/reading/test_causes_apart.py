"""Causes that one paragraph sets side by side without numbers: by aspect, by words that add, by clauses formed alike."""

from __future__ import annotations

import pytest

import mzsh_model as mz

HEAD = "2025年度民主生活会个人对照检查材料\n一、存在的问题\n1.学习不够系统。\n2.调研不深入。\n二、原因剖析\n"
TAIL = "\n三、整改措施\n1.每月研讨1次。"


def _causes(text: str) -> list[mz.Cause]:
    value = mz.read_text(HEAD + text + TAIL).value
    assert isinstance(value, mz.SelfExamination)
    return list(value.causes)


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        (
            "理论学习方面，根子是把读书当任务。政治素质方面，根子是业务第一的思想重。工作作风方面，根子是离群众远了。",
            [("理论学习方面", "根子是把读书当任务。"), ("政治素质方面", "根子是业务第一的思想重。"), ("工作作风方面", "根子是离群众远了。")],
        ),
        (
            "在能力本领方面，还是满足于老经验。在廉洁自律方面，相信熟人多过相信制度。",
            [("在能力本领方面", "还是满足于老经验。"), ("在廉洁自律方面", "相信熟人多过相信制度。")],
        ),
        (
            "担当作为方面：怕字当头。纪律规矩方面：总觉得管的是别人。",
            [("担当作为方面", "怕字当头。"), ("纪律规矩方面", "总觉得管的是别人。")],
        ),
    ],
)  # fmt: skip
def test_sentences_that_begin_with_their_aspects(text: str, causes: list[tuple[str, str]]) -> None:
    assert [(one.aspect, one.text) for one in _causes(text)] == causes


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        ("主要是思想上有“歇歇脚”念头，作风上有“过得去”心态，纪律上有“下不为例”想法。", ["思想上有“歇歇脚”念头", "作风上有“过得去”心态", "纪律上有“下不为例”想法。"]),
        ('归结起来,根源在于学习上不肯下笨功夫,工作上怕担责任.', ["学习上不肯下笨功夫", "工作上怕担责任."]),
        ("政治上站位不高，只算眼前账，思想上放松改造，行动上怕苦怕累。", ["政治上站位不高，只算眼前账", "思想上放松改造", "行动上怕苦怕累。"]),
    ],
)  # fmt: skip
def test_clauses_that_are_formed_alike(text: str, causes: list[str]) -> None:
    assert [one.text for one in _causes(text)] == causes


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        ("为什么会这样？我想，是劲头没了，想着混日子。再者，把党员身份看淡了。还有，总以为纪律管的是领导。", ["是劲头没了，想着混日子。", "把党员身份看淡了。", "总以为纪律管的是领导。"]),
        ("主观上：党性锻炼不够；客观上：事务繁杂，挤占了学习时间。", ["党性锻炼不够", "事务繁杂，挤占了学习时间。"]),
        ("主观原因是党性锻炼不够。客观原因是事务繁杂。", ["党性锻炼不够。", "事务繁杂。"]),
        ("从主观上看，党性锻炼不够；从客观上看，事务繁杂。", ["党性锻炼不够", "事务繁杂。"]),
        ("理想信念的根扎得浅。另外，宗旨意识淡了。再有，怕得罪人。", ["理想信念的根扎得浅。", "宗旨意识淡了。", "怕得罪人。"]),
        ("上述问题的产生，从主观上看，主要是学风没有树牢；机关本位的思想作怪；责任传导到科室为止。", ["学风没有树牢", "机关本位的思想作怪", "责任传导到科室为止。"]),
    ],
)  # fmt: skip
def test_words_that_add_one_cause_to_another(text: str, causes: list[str]) -> None:
    assert [one.text for one in _causes(text)] == causes


@pytest.mark.parametrize(
    "text",
    [
        "思想上松了劲，学得少、想得少。",
        "在思想上没有重视，在行动上也就慢了。",
        "学习不够，主要是时间抓得不紧；还有别的原因。",
        "宗旨意识淡了。还有，走得少、听得少。",
    ],
)
def test_what_is_told_of_one_cause_stays_one(text: str) -> None:
    assert len(_causes(text)) == 1
