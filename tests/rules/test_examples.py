"""Every rule's page is its test: the texts it shows are read by the real readers and judged by that rule alone."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

import pytest

import mzsh_model as mz
from mzsh_model.kinds.judging import needs_of
from mzsh_model.rules.engine import check_value
from mzsh_model.rules.finding import Finding
from mzsh_model.rules.profile import Profile
from mzsh_model.rules.registry import all_rules, find_rule
from mzsh_model.rules.rule import CODE, NAME, Message, Rule
from mzsh_model.rules.samples import samples

TODAY = datetime.date(2026, 3, 1)
_BLOCK = re.compile(r"(Bad|Good):\n\n\s*```text\n(.*?)```(?:\n\n\s*→ ([^\n]+))?", re.DOTALL)


@dataclass(frozen=True)
class Example:
    good: bool
    text: str
    quotes: tuple[str, ...]


def examples(rule: Rule) -> list[Example]:
    found = []
    for kind, text, quotes in _BLOCK.findall(rule.doc):
        lines = "\n".join(line.removeprefix("    ") for line in text.splitlines())
        found.append(Example(kind == "Good", lines, tuple(re.findall("「(.*?)」", quotes))))
    return found


def profile_of(rule: Rule) -> Profile:
    """A unit's own where a rule is off by default: the one that its texts are judged by."""
    return next(sample.profile for sample in samples() if sample.code == rule.code)


def findings(rule: Rule, text: str, *, english: bool = False) -> tuple[Finding, ...]:
    doc = mz.open(text.encode())
    value = doc.read().value
    return check_value(
        value,
        doc.source_of(value),
        rules=[rule],
        profile=profile_of(rule),
        today=TODAY,
        english=english,
        needs=needs_of(value),
    ).findings


SINGLE = [rule for rule in all_rules() if not rule.compares]
CASES = [(rule, n, example) for rule in SINGLE for n, example in enumerate(examples(rule))]


@pytest.mark.parametrize(("rule", "n", "example"), CASES, ids=[f"{r.code}-{n}" for r, n, _ in CASES])
def test_example_is_true(rule: Rule, n: int, example: Example) -> None:
    doc = mz.open(example.text.encode())
    value = doc.read().value
    before = value.model_dump_json()
    result = check_value(
        value, doc.source_of(value), rules=[rule], profile=profile_of(rule), today=TODAY, needs=needs_of(value)
    )
    assert result.checked is not (
        rule.code == "PRI002" and not example.good
    )  # of a classified paper only the mark is told
    assert not [u for u in result.unchecked if "出错" in u.reason]
    assert tuple(f.quote for f in result.findings) == example.quotes
    assert value.model_dump_json() == before


@pytest.mark.parametrize("rule", SINGLE, ids=lambda r: r.code)
def test_rule_is_whole(rule: Rule) -> None:
    assert {example.good for example in examples(rule)} == {True, False}
    assert all(example.good is not bool(example.quotes) for example in examples(rule))
    assert CODE.fullmatch(rule.code)
    assert NAME.fullmatch(rule.name)
    assert rule.title.endswith("。")
    for message in (rule.zh, rule.en):
        for part in (message.what, message.why, message.how, message.example):
            assert part
            assert rule.code not in part
    assert not re.search("[\u4e00-\u9fff]{2}", rule.en.what + rule.en.why)
    assert rule.basis
    assert all(b.grade in ("规定", "通知", "惯例") for b in rule.basis)


@pytest.mark.parametrize("rule", SINGLE, ids=lambda r: r.code)
def test_every_sentence_is_met_by_an_example(rule: Rule) -> None:
    """The usual one and one for each case, the same cases in both languages."""
    cases = rule.zh.cases
    assert set(cases) == set(rule.en.cases)
    named = replace(rule, zh=Message("usual", "", "", "", {case: case for case in cases}))
    met = {found.message for example in examples(rule) for found in findings(named, example.text)}
    assert met == {"usual", *cases}


@pytest.mark.parametrize("rule", SINGLE, ids=lambda r: r.code)
def test_english_has_chinese_in_quotes_only(rule: Rule) -> None:
    for example in examples(rule):
        for found in findings(rule, example.text, english=True):
            assert not re.search("[\u4e00-\u9fff]", re.sub("“.*?”", "", found.message)), found.message


def test_rules_are_found_by_code_and_name() -> None:
    assert find_rule("mea003") is find_rule("measure-without-due")
    assert len(all_rules()) >= 30


def test_unknown_rule_offers_the_nearest() -> None:
    with pytest.raises(mz.MzshError, match="measure-without-due"):
        find_rule("measure-without-du")


def test_a_check_speaks_english_on_request() -> None:
    doc = mz.open("个人对照检查材料\n一、存在的问题\n一是学习不够。\n二是调研不深。".encode())
    found = {f.code: f.message for f in mz.check(doc.read().value, doc, english=True).findings}
    assert found["MEA001"] == "There are no measures."


def test_an_entry_without_a_number_is_named_by_its_place() -> None:
    rows = "存在问题|整改措施|责任人|完成时限\n学习不够系统|每季度研讨1次|张三|2026年6月底前\n调研不够深入||李四|2026年6月底前"
    (found,) = findings(find_rule("LDG001"), f"某局2025年度民主生活会整改台账\n{rows}\n")
    assert found.message == "第2项的问题没有整改措施。"
