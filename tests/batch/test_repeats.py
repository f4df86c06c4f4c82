"""Passages that files share, found by an index: as many as by comparing every two, and nothing else."""

from __future__ import annotations

import json
import random
import shutil
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

import pytest
from benchmarks.corpus import measured
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.batch.alike import alike
from tests.cli.running import EXAMPLES, mzsh

pytest.importorskip("numpy")
LEAST = 16


def longest_shared(one: str, other: str) -> int:
    return max(
        (n for n in range(LEAST, len(one) + 1) if any(one[at : at + n] in other for at in range(len(one) - n + 1))),
        default=0,
    )


@st.composite
def texts(draw: st.DrawFn) -> list[str]:
    made = random.Random(draw(st.integers(0, 10**6)))
    pieces = ["".join(made.choices("甲乙丙丁戊己庚辛壬癸", k=made.randint(6, 24))) for _ in range(6)]
    return ["".join(made.choices(pieces, k=made.randint(0, 4))) for _ in range(draw(st.integers(0, 6)))]


@given(texts())
def test_every_shared_passage_is_found_and_is_where_it_is_said(given_texts: list[str]) -> None:
    found = {(one.one, one.other): one for one in alike(given_texts, LEAST)}
    for a, b in combinations(range(len(given_texts)), 2):
        longest = longest_shared(given_texts[a], given_texts[b])
        assert (longest >= LEAST) <= ((a, b) in found), (given_texts[a], given_texts[b])
    for (a, b), one in found.items():
        assert a < b
        for start, other, length in one.stretches:
            assert given_texts[a][start : start + length] == given_texts[b][other : other + length] != ""


def test_planted_copies_are_found_and_nothing_else() -> None:
    told = measured(150, seed=7)
    assert told["recall verbatim"] == told["recall reordered"] == told["precision"] == 1.0
    assert told["recall reworded"] >= 0.9


def test_wording_of_everybody_makes_no_square_of_pairs() -> None:
    made = random.Random(1)
    stock = "".join(chr(0x4E00 + n) for n in range(60))
    several = ["".join(chr(0x5000 + made.randrange(5000)) for _ in range(80)) + stock for _ in range(200)]
    assert len(list(alike(several, 30))) == 199


def test_the_verb_tells_who_shares_what_with_whom(tmp_path: Path) -> None:
    copied = "我联系的两所乡村学校全年只去过三次，对校舍漏雨、取暖不足、教师周转房短缺的情况掌握得不及时不全面。"
    head = "2025年度民主生活会个人对照检查材料\n一、存在的问题\n"
    (tmp_path / "甲.txt").write_text(f"{head}一是{copied}\n二是调研不够深入。\n", encoding="utf-8")
    (tmp_path / "乙.txt").write_text(f"{head}一是学习不够系统。\n二是{copied}\n", encoding="utf-8")
    (tmp_path / "丙.txt").write_text(f"{head}一是学习不够系统。\n二是调研不够深入。\n", encoding="utf-8")
    run = mzsh("repeats", tmp_path)
    assert run.code == 1
    first, last = run.out.splitlines()
    assert "乙.txt 和 " in first
    assert "相同 1 处" in first
    assert "（第4行、第3行）“我联系的两所乡村学校" in first
    assert last == "读了 3 份，雷同的 1 对"
    told = json.loads(mzsh("repeats", tmp_path, "--json", "-j", "2").out)
    assert (told["passages"], told["line"], told["other_line"], told["reworded"]) == (1, 4, 3, False)
    assert mzsh("repeats", tmp_path / "丙.txt", tmp_path / "甲.txt").code == 0
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04")
    assert mzsh("repeats", tmp_path).code == 2


def test_what_the_rule_finds_in_a_folder_is_found_here_too(tmp_path: Path) -> None:
    copied = "我联系的两所乡村学校全年只去过三次，对校舍漏雨、取暖不足、教师周转房短缺的情况掌握得不及时不全面。"
    folder = tmp_path / "一次会"
    shutil.copytree(EXAMPLES / "一次会", folder)
    for name, own in (("赵六", "学习不够系统"), ("孙七", "调研不够深入")):
        text = f"2025年度民主生活会个人对照检查材料\n{name}\n一、存在的问题\n一是{own}。\n二是{copied}\n"
        (folder / "个人" / f"{name}.txt").write_text(text, encoding="utf-8")
    struck = [one for one in mz.open_dossier(folder).meetings[0].findings if one.code == "XRF017"]
    found = list(mz.read_corpus(sorted((folder / "个人").iterdir())).repeats)
    assert len(found) == len(struck) == 2
    for one in found:
        names = {Path(path).stem for path in (one.one, one.other)}
        said = next(each.message for each in struck if all(name in each.message for name in names))
        assert f"共{one.characters}字" in said
        assert f"{one.longest}字" in said


def test_what_is_missing_or_too_short_is_said() -> None:
    with pytest.raises(mz.BadEdit) as short:
        list(alike(["甲"], 15))
    with patch.dict("sys.modules", {"numpy": None}), pytest.raises(mz.BadEdit) as missing:
        list(alike(["甲"], 30))
    assert (short.value.code, missing.value.code) == ("corpus-least", "corpus-extra")
