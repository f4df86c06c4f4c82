"""Parts inside parts: causes and measures right after the problem or the aspect they are about."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination

HEAD = "某局党组领导班子2025年度民主生活会对照检查材料\n"
PARTS = ("{}原因剖析：认识不高。\n{}整改措施：建立台账。\n", "{}原因剖析：\n认识不高。\n{}整改措施：\n建立台账。\n")


def examination(text: str) -> SelfExamination:
    value = mz.read_text(HEAD + text).value
    assert isinstance(value, SelfExamination)
    return value


@pytest.mark.parametrize("parts", PARTS)
@pytest.mark.parametrize("one", ["1.学习不够。\n", "存在问题：学习不够。\n", "（1）学习不够。\n"])
def test_answers_right_after_their_problem(one: str, parts: str) -> None:
    aspects = ("带头强化政治忠诚、提高政治能力方面", "带头固本培元、增强党性方面")
    value = examination("".join(f"{n}、{a}\n{one}{parts.format('', '')}" for n, a in zip("一二", aspects, strict=True)))
    for items, text in ((value.issues, "学习不够。"), (value.causes, "认识不高。"), (value.measures, "建立台账。")):
        assert [(item.aspect, item.text) for item in items] == [(aspect, text) for aspect in aspects]
    below = "aspect" if "：\n" in parts else "label"  # headings of their own speak for all of the aspect
    assert {link.basis.value for link in value.links} == {below}


def test_several_problems_with_their_answers_in_one_aspect() -> None:
    one = "{}.{}。\n原因分析：{}。\n整改措施：{}。\n"
    value = examination(
        "一、带头干事创业、担当作为方面\n" + one.format(1, "推进慢", "畏难", "挂图作战") + one.format(2, "办法少", "吃老本", "外出取经")
    )  # fmt: skip
    assert [i.text for i in value.issues] == ["推进慢。", "办法少。"]
    assert [c.text for c in value.causes] == ["畏难。", "吃老本。"]
    assert [m.text for m in value.measures] == ["挂图作战。", "外出取经。"]


@pytest.mark.parametrize(
    "fields",
    ["责任人：张三　完成时限：2026年3月底前", "（责任人：张三；完成时限：2026年3月底前）", "责任人：张三\n完成时限：2026年3月底前"],
)  # fmt: skip
def test_owner_and_time_limit_on_lines_of_their_own(fields: str) -> None:
    text = f"一、存在的问题\n1.学习不够。\n2.调研不深。\n二、整改措施\n1.建立台账。\n{fields}\n2.外出取经。\n{fields}"
    value = examination(text)
    assert [(m.owner, m.due) for m in value.measures] == [("张三", "2026年3月底前")] * 2
    assert [m.text.split("\n")[0] for m in value.measures] == ["建立台账。", "外出取经。"]


def test_what_problems_were_found_by_is_an_aspect() -> None:
    text = "一、对照检查的问题\n（一）对照反馈的“领导弱化”问题\n1.学习不够。\n（二）学习不够深入\n1.抄得多。"
    value = examination(text)
    assert [(i.aspect, i.text) for i in value.issues] == [
        ("对照反馈的“领导弱化”问题", "学习不够。"),
        (None, "抄得多。"),
    ]
