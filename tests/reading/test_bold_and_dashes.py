"""Marks of Markdown and dashes in place of numbers are no part of what an item says."""

from __future__ import annotations

import pytest

import mzsh_model as mz

HEAD = "**某局党组2025年度民主生活会对照检查材料**\n一、存在的问题\n"


def _issues(*lines: str) -> list[str]:
    value = mz.read_text(HEAD + "\n".join(lines)).value
    assert isinstance(value, mz.SelfExamination)
    assert value.title == "某局党组2025年度民主生活会对照检查材料"
    return [one.text for one in value.issues]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("1. **学用脱节**。课题六个，结题两个。", "学用脱节。课题六个，结题两个。"),
        ("1.**学用脱节**：课题六个，结题两个。", "学用脱节：课题六个，结题两个。"),
        ("1. **学用脱节，转化不够。** 课题六个，结题两个。", "学用脱节，转化不够。 课题六个，结题两个。"),
    ],
)
def test_bold_words(line: str, text: str) -> None:
    assert _issues(line, "2. 调研不深入。") == [text, "调研不深入。"]


@pytest.mark.parametrize("line", ["1.对**县**局的监管不力。", "1.**局的账目三年不公示，与**社区脱节。"])
def test_stars_in_place_of_names_stay(line: str) -> None:
    assert _issues(line, "2.调研不深入。") == [line[2:], "调研不深入。"]


@pytest.mark.parametrize("dash", ["——", "—", "── "])
def test_dashes_in_place_of_numbers(dash: str) -> None:
    lines = (
        "（一）带头干事创业、担当作为方面",
        f"{dash}项目盯得松，开工三个月才去一次。",
        f"{dash}企业有难处，等着上门。",
    )
    assert _issues(*lines) == ["项目盯得松，开工三个月才去一次。", "企业有难处，等着上门。"]
