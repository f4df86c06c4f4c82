"""Enumerators that drafts use beside the ladder: letters below ①, numbers above 999."""

from __future__ import annotations

from typing import cast

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination
from mzsh_model.outline.labels import label_at, relabel
from tests.fresh.test_laws import assert_new_get


def read(*lines: str) -> SelfExamination:
    text = "\n".join(["个人对照检查材料", "一、存在的问题", *lines, "二、整改措施", "一是加强学习。", "二是改进作风。"])
    return cast(SelfExamination, mz.read_text(text).value)


@pytest.mark.parametrize("letters", ["A.B.", "a)b)", "A、B、", "Ａ．Ｂ．"])
def test_letters_below_aspects(letters: str) -> None:
    first, second = letters[:2], letters[2:]
    value = read(
        "①带头固本培元、增强党性：",
        f"{first}参加支部活动缺席4次；",
        f"{second}回访满意率只有71%。",
        "②带头干事创业、担当作为：",
        f"{first}处罚能轻则轻。",
    )
    assert [(issue.label, issue.aspect) for issue in value.issues] == [
        (first, "带头固本培元、增强党性"),
        (second, "带头固本培元、增强党性"),
        (first, "带头干事创业、担当作为"),
    ]
    assert_new_get(value)


def test_letters_count_on() -> None:
    assert [relabel(label, 3) for label in ("A.", "a)", "Ｂ、")] == ["C.", "c)", "Ｃ、"]


@pytest.mark.parametrize("words", ["A级景区管理不严", "B股业务", "APP使用少", "2025.1.20召开会议", "2026、2027两年"])
def test_words_that_begin_so_are_not_numbered(words: str) -> None:
    assert label_at(words) is None


def test_numbers_go_on_above_999_and_99() -> None:
    value = read(*(f"{n}.学习不够系统{n}次。" for n in range(1, 1102)))
    assert (len(value.issues), value.issues[-1].label) == (1101, "1101.")
    run_in = read("".join(f"{n}、学习不够系统{n}次；" for n in range(1, 141)))
    assert (len(run_in.issues), run_in.issues[-1].label) == (140, "140、")


def test_what_was_achieved_between_problems_does_not_make_them_go_on() -> None:
    value = read("1.学习不够。", "这项工作取得成效。", "2.调研不深。", "3.担当不足。", "经过努力，有所改进。")
    assert [issue.text for issue in value.issues] == ["学习不够。", "调研不深。", "担当不足。"]
    assert_new_get(value)


@pytest.mark.parametrize("word", ["具体表现", "查找问题", "不足", "短板"])
def test_any_word_before_a_number_and_a_colon_counts(word: str) -> None:
    value = mz.read_text(
        "某局党组2025年度民主生活会对照检查材料\n"
        f"{word}1：岸电建成没有用。\n症结：有头无尾。\n对策：岸电使用率升到一半，由技术部负责，2026年6月底前。\n"
        f"{word}2：外包结算靠口头。\n症结：规矩松了。\n对策：结算凭工单，由财务部负责，2026年4月底前。"
    ).value
    assert isinstance(value, mz.SelfExamination)
    assert [one.text for one in value.issues] == ["岸电建成没有用。", "外包结算靠口头。"]
    assert [len(value.causes), len(value.measures)] == [2, 2]


def test_roman_and_formal_numerals_and_circled_letters() -> None:
    for chapters in ("ⅠⅡⅢ", "壹贰叁"):
        value = mz.read_text(
            "某局党组2025年度民主生活会对照检查材料\n"
            f"{chapters[0]}　查摆的问题\nA．带头固本培元、增强党性方面\nⓐ校车停运，两个星期以后才到村里。\nⓑ亲戚的孩子择校，打过电话。\n"
            f"{chapters[1]}　原因\nⓐ久坐机关。\nⓑ求稳怕乱。\n{chapters[2]}　措施\nⓐ校车恢复，2026年2月底前。\nⓑ不再打招呼，长期坚持。"
        ).value
        assert isinstance(value, mz.SelfExamination)
        assert [len(value.issues), len(value.causes), len(value.measures)] == [2, 2, 2]
        assert {one.aspect for one in value.issues} == {"带头固本培元、增强党性方面"}
