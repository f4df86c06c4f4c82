"""Numbers with nothing but a blank behind them, and letters in brackets."""

from __future__ import annotations

import pytest

import mzsh_model as mz

TITLE = "某局党组2025年度民主生活会对照检查材料\n"


def _read(*lines: str) -> mz.SelfExamination:
    value = mz.read_text(TITLE + "\n".join(lines)).value
    assert isinstance(value, mz.SelfExamination)
    return value


@pytest.mark.parametrize("blank", [" ", "　", "\t"])
def test_bare_numbers_head_what_dotted_ones_count(blank: str) -> None:
    value = _read(
        "第一部分 对照检查",
        f"1{blank}政治忠诚",
        "1.1 研究中医药少，全年只提过一次。",
        "1.2 意识形态检查靠下面报表。",
        f"2{blank}党性修养",
        "2.1 双重组织生活缺席4次。",
    )
    assert [one.aspect for one in value.issues] == ["政治忠诚", "政治忠诚", "党性修养"]
    assert [one.text for one in value.issues][1:] == ["意识形态检查靠下面报表。", "双重组织生活缺席4次。"]


@pytest.mark.parametrize("blank", [" ", "　", "  "])
def test_bare_numbers_count_items(blank: str) -> None:
    value = _read("一、存在的问题", f"1{blank}学习不够系统", f"2{blank}调研不深入", f"3{blank}担当不足")
    assert [(one.label, one.text) for one in value.issues] == [
        ("1", "学习不够系统"),
        ("2", "调研不深入"),
        ("3", "担当不足"),
    ]


@pytest.mark.parametrize("line", ["6 个乡镇站没有学习记录。", "2025 年调研只有两次。", "3 名干部迟到，没有处理。"])
def test_figures_are_no_numbers(line: str) -> None:
    value = _read("一、存在的问题", "1.学习不够系统。", line, "2.调研不深入。")
    assert [one.label for one in value.issues] == ["1.", "2."]


@pytest.mark.parametrize(("a", "b"), [("(a)", "(b)"), ("（A）", "（B）"), ("( a )", "( b )")])
def test_letters_in_brackets(a: str, b: str) -> None:
    value = _read(
        "一、存在的问题", "1.学习不够。", "2.调研少。", "二、措施", f"{a} 每季度研究一次。", f"{b} 每月住村三天。"
    )
    assert [(one.label, one.text) for one in value.measures] == [(a, "每季度研究一次。"), (b, "每月住村三天。")]
