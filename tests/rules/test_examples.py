"""Every rule's page is its test: the texts it shows are read by the real readers and judged by that rule alone."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

import pytest

import mzsh_model as mz
from mzsh_model.rules.engine import check_value
from mzsh_model.rules.registry import all_rules, find_rule
from mzsh_model.rules.rule import CODE, NAME, Rule

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


CASES = [(rule, n, example) for rule in all_rules() for n, example in enumerate(examples(rule))]


@pytest.mark.parametrize(("rule", "n", "example"), CASES, ids=[f"{r.code}-{n}" for r, n, _ in CASES])
def test_example_is_true(rule: Rule, n: int, example: Example) -> None:
    doc = mz.open(example.text.encode())
    value = doc.read().value
    before = value.model_dump_json()
    result = check_value(value, doc.source_of(value), rules=[rule], today=TODAY)
    assert result.checked
    assert not [u for u in result.unchecked if "出错" in u.reason]
    assert tuple(f.quote for f in result.findings) == example.quotes
    assert value.model_dump_json() == before


@pytest.mark.parametrize("rule", all_rules(), ids=lambda r: r.code)
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


def test_rules_are_found_by_code_and_name() -> None:
    assert find_rule("mea003") is find_rule("measure-without-due")
    assert len(all_rules()) >= 30


def test_unknown_rule_offers_the_nearest() -> None:
    with pytest.raises(mz.MzshError, match="measure-without-due"):
        find_rule("measure-without-du")
