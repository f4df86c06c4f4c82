"""The engine isolates a rule that breaks, in its judgement or in its message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import StaleAnchor
from mzsh_model.kernel.outcome import Notice
from mzsh_model.model.items import Measure
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.rules.context import Context
from mzsh_model.rules.engine import check_value
from mzsh_model.rules.finding import Verdict
from mzsh_model.rules.profile import default_profile
from mzsh_model.rules.registry import all_rules, find_rule
from mzsh_model.rules.rule import Hit, Rule

TEXT = "个人对照检查材料\n一、存在的问题\n一是学习不够。二是调研不深。\n二、整改措施\n一是加强学习。二是深入调研。"


def _raises(measure: Measure, at: str, ctx: Context) -> Iterator[Hit]:
    raise ZeroDivisionError
    yield Hit(at)


def _names_nothing(measure: Measure, at: str, ctx: Context) -> Iterator[Hit]:
    yield Hit(at)  # the message asks for a field that this hit does not fill


@pytest.mark.parametrize("judge", [_raises, _names_nothing])
def test_a_broken_rule_stops_nothing_but_itself(judge: object) -> None:
    value = mz.read_text(TEXT).value
    good = find_rule("MEA003")
    broken: Rule = replace(good, code="MEA999", name="measure-broken-rule", judge=judge)
    result = check_value(value, rules=[*all_rules(), broken])
    assert [u.what for u in result.unchecked if "规则出错" in u.reason] == [broken.called]
    assert result.findings == check_value(value, rules=all_rules()).findings
    assert result.findings
    assert (result.broken, result.verdict) == (("MEA999",), None)


def test_a_rule_is_asked_in_the_documents_that_it_is_for() -> None:
    ledger = mz.read_text("某局整改台账\n序号|存在问题|整改措施\n1|学习不够系统。|每月学习。").value
    paper = mz.read_text(TEXT).value
    rule = find_rule("MEA003")
    assert rule.within == (mz.SelfExamination, mz.MeetingReport)
    assert check_value(paper, rules=[rule]).findings
    assert check_value(ledger, rules=[rule]).findings == ()
    assert check_value(ledger, rules=[replace(rule, within=())]).findings


def test_what_other_rules_found_is_enough_to_fail() -> None:
    value = mz.open(Path(str(files("mzsh_model.examples"))) / "个人对照检查材料.docx").read().value
    broken: Rule = replace(find_rule("MEA003"), code="MEA999", name="measure-broken-rule", judge=_raises)
    assert check_value(value, rules=[*all_rules(), broken]).verdict is Verdict.FAIL


def test_two_rules_of_one_code_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("mzsh_model.rules.measure.mea003")
    monkeypatch.setattr(module, "again", replace(find_rule("MEA003"), name="measure-said-twice"), raising=False)
    all_rules.cache_clear()
    try:
        with pytest.raises(ValueError, match="MEA003"):
            all_rules()
    finally:
        monkeypatch.undo()
        all_rules.cache_clear()


def test_a_value_is_not_judged_beside_a_document_of_another_kind() -> None:
    ledger = mz.read_text(
        "某局整改台账\n序号|存在问题|整改措施|责任人|完成时限\n1|学习不够|研讨1次|张三|2026年6月底前"
    ).value
    doc = mz.open(TEXT.encode())
    assert ledger.kind != doc.read().value.kind
    with pytest.raises(StaleAnchor, match="同一份文件"):
        mz.check(ledger, doc)


def test_lines_beside_the_body_are_not_judged() -> None:
    """A blank in a running head or a note is not the paper's."""
    doc = mz.open(TEXT.encode())
    value, source = doc.read().value, doc.source_of(doc.read().value)
    blank = find_rule("TXT001")
    for story, found in (("body", 1), ("textbox", 1), ("header", 0), ("footnote", 0)):
        line = Line(len(source.outline.lines) + 1, "会议时间xx日", story=story)
        outline = Outline((*source.outline.lines, line))
        assert len(check_value(value, replace(source, outline=outline), rules=[blank]).findings) == found, story


@pytest.mark.parametrize("code", ["TXT002", "TXT003"])
def test_a_text_wrapped_at_a_fixed_width_has_no_ends_of_paragraphs(code: str) -> None:
    """Its lines end in the middle of sentences and of brackets."""
    line = "一是学习不够系统，列入计划的4本书只读了2本，研讨发言（引用的数据还是前年的，没有及时更新"
    doc = mz.open(f"{TEXT}\n{line}".encode())
    value, source = doc.read().value, doc.source_of(doc.read().value)
    wrapped = replace(source, notices=(Notice("hard-wrap", 0, "", ""),))
    assert check_value(value, source, rules=[find_rule(code)]).findings
    assert not check_value(value, wrapped, rules=[find_rule(code)]).findings


def test_a_rule_on_the_papers_of_a_meeting_is_no_matter_of_one_document() -> None:
    value = mz.read_text(TEXT).value
    comparing = [one for one in all_rules() if one.compares]
    assert comparing
    off = replace(default_profile(), off=tuple(one.code for one in comparing))
    told = {unchecked.what.split()[0] for unchecked in check_value(value, profile=off).unchecked}
    assert not told & {one.code for one in comparing}


def test_a_rule_can_be_switched_off_by_its_name() -> None:
    value = mz.read_text(TEXT).value
    rule = find_rule("MEA003")
    assert "MEA003" in {found.code for found in check_value(value).findings}
    result = check_value(value, profile=replace(default_profile(), off=(rule.name,)))
    assert "MEA003" not in {found.code for found in result.findings}
    assert rule.called in {unchecked.what for unchecked in result.unchecked}


def test_rules_that_look_at_lines_say_that_there_are_none() -> None:
    doc = mz.open(TEXT.encode())
    rules = {one.called for one in all_rules() if one.on == (Line,)}
    assert rules

    def silent(result: mz.CheckResult) -> set[str]:
        return {unchecked.what for unchecked in result.unchecked if "没有原文" in unchecked.reason}

    assert silent(mz.check(doc.read().value)) == rules
    assert silent(mz.check(doc)) == set()
