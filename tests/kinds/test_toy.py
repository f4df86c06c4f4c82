"""A kind of document is a folder of its own and nothing else: with it every verb works, without a part the walk says so."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.kinds.registry import registered
from mzsh_model.kinds.spec import Verb
from tests.kinds.toy.description import STUDY_LOG
from tests.kinds.walking import walk

FOLDER = Path(__file__).parent / "toy"
PAGE = Path(__file__).parents[2] / "docs" / "adding-a-kind.md"
PAPER = (
    "某局党组2025年度民主生活会学习记录表\n| 学习时间 | 学习内容 | 主讲人 |\n|---|---|---|\n"
    "| 2026年1月5日 | 党章。 | 张三 |\n| 2026年1月6日 | 准则。 | 李四 |"
)
EDIT = ("/sessions/0/text", "党章和准则。")
INSERT = ("/sessions/-", "条例。")


def test_a_folder_makes_every_verb_work() -> None:
    assert mz.open(PAPER.encode()).kind != "StudyLog"
    with registered(STUDY_LOG):
        borne = walk(STUDY_LOG, "StudyLog", EDIT, INSERT, PAPER)
        assert borne == set(Verb)
        value = mz.open(PAPER.encode()).read().value
        assert [one["leader"] for one in value.model_dump()["sessions"]] == ["张三", "李四"]
        assert mz.load(value.model_dump_json()) == value


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ({"signs": ()}, "标题写明是会议记录"),
        ({"lay_out": None}, "学习记录还不能写成新的 Word 文件"),
        ({"tabular": None}, "/sessions/2"),
    ],
)
def test_what_is_missing_is_named(missing: dict[str, object], says: str) -> None:
    lacking = replace(STUDY_LOG, **missing)  # type: ignore[arg-type]
    with registered(lacking), pytest.raises((AssertionError, mz.MzshError), match=re.escape(says)):
        walk(lacking, "StudyLog", EDIT, INSERT, PAPER)


def test_the_page_shows_the_folder() -> None:
    told = PAGE.read_text(encoding="utf-8")
    for name in ("value.py", "description.py"):
        assert f"```py\n{(FOLDER / name).read_text(encoding='utf-8')}```" in told, name
