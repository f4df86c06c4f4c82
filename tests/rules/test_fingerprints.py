"""A finding is known again by what it says, wherever it stands."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import mzsh_model as mz
from mzsh_model.rules.fingerprints import seed

HEAD = "某局党组成员2025年度民主生活会个人对照检查材料\n上年度查摆的4个问题，已整改4个。\n"
ISSUES = [
    "学习不够系统，列入计划的4本书只读了2本。",
    "有的同志认为业务忙，学习时间少，联系群众xx次。",
    "调研不够深入，全年只到联系点3次。",
]
MEASURES = ["读完4本书，认真抓好落实。", "到联系点6次，解决问题xx个。", "接访群众12次，长期坚持。"]


def found(issues: list[str], measures: list[str], *, before: str = "") -> tuple[mz.Finding, ...]:
    text = HEAD + before + "一、存在的问题\n" + "".join(f"{'一二三四'[n]}是{t}\n" for n, t in enumerate(issues))
    text += "二、整改措施\n" + "".join(f"{n}.{t}\n" for n, t in enumerate(measures, 1))
    return mz.check(mz.open(text.encode())).findings


def told(issues: list[str], measures: list[str], *, before: str = "") -> list[str]:
    return [one.fingerprint for one in found(issues, measures, before=before)]


def test_it_is_sixteen_digits_and_no_two_findings_of_a_file_have_the_same() -> None:
    digits = told(ISSUES, [*MEASURES, MEASURES[0]])
    assert len(digits) > 6
    assert len(set(digits)) == len(digits)
    assert all(re.fullmatch("[0-9a-f]{16}", one) for one in digits)


def test_it_survives_paragraphs_that_move_and_are_numbered_anew() -> None:
    assert set(told(ISSUES, MEASURES)) == set(told(ISSUES[::-1], MEASURES[::-1], before="现将有关情况报告如下。\n"))


def test_it_does_not_pass_to_another_sentence_of_the_same_rule() -> None:
    before, after = (
        {f.quote: f.fingerprint for f in found(ISSUES, m) if f.code == "MEA003"} for m in (MEASURES, MEASURES[1:])
    )
    assert len(before) == len(after) + 1
    assert after.items() < before.items()


def test_a_finding_that_no_check_made_has_none() -> None:
    assert mz.Finding("MEA003", "", mz.Level.MUST, "", "", "", "", "", 0, 0, 0, "").fingerprint == ""


def test_numbers_that_a_rule_fills_in_do_not_count_but_words_do() -> None:
    assert seed("ISS003", "", "", ["第12行"]) == seed("ISS003", "", "", ["第3行"])
    assert seed("ISS003", "", "", ["学习"]) != seed("ISS003", "", "", ["调研"])


@pytest.mark.parametrize(
    ("whole", "broken", "verdict"),
    [(True, (), mz.Verdict.PASS), (False, (), None), (True, ("MEA003",), None)],
)
def test_without_a_finding_the_verdict_is_on_the_rest_and_none_where_not_all_was_read(
    whole: bool, broken: tuple[str, ...], verdict: mz.Verdict | None
) -> None:
    must = mz.Finding("NUM002", "", mz.Level.MUST, "", "", "", "", "", 0, 0, 0, "", fingerprint="0" * 16)
    hint = replace(must, level=mz.Level.HINT, fingerprint="1" * 16)
    result = mz.CheckResult((must, hint), mz.Verdict.FAIL, True, whole=whole, broken=broken)
    assert result.without({"2" * 16}) is result
    left = result.without({must.fingerprint})
    assert (left.findings, left.verdict) == ((hint,), verdict)
    assert result.without({hint.fingerprint}).verdict is mz.Verdict.FAIL
