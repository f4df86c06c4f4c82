"""Who signs, and when: the lines below the text are no measures."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import MeetingReport, SelfExamination
from mzsh_model.model.parts import Signature

TEXT = """{title}
一、存在的问题
一是学习不够系统，列入计划的4本书只读了2本。
二、整改措施
加强学习，2026年6月底前读完4本书。
"""
TITLE = "个人对照检查材料"


def read(tail: str, title: str = TITLE) -> SelfExamination:
    value = mz.read_text(TEXT.format(title=title) + tail).value
    assert isinstance(value, SelfExamination)
    return value


@pytest.mark.parametrize(
    ("tail", "name", "on"),
    [
        ("某局党组\n2026年1月10日", "某局党组", "2026-01-10"),
        ("张三\n2026年1月10日", "张三", "2026-01-10"),
        ("张　三\n2026年1月10日", "张　三", "2026-01-10"),
        ("2026年1月10日\n李小明", "李小明", "2026-01-10"),
        ("某局党组成员、副局长　李小明\n2026年1月10日", "某局党组成员、副局长　李小明", "2026-01-10"),
        ("汇报人：李小明\n2026年1月", "李小明", "2026-01"),
        ("发言人：李小明", "李小明", None),
        ("2026年1月10日", None, "2026-01-10"),
    ],
)
def test_a_unit_or_a_person_signs(tail: str, name: str | None, on: str | None) -> None:
    value = read(tail)
    assert value.signature is not None
    assert (value.signature.name, value.signature.on) == (name, on)
    assert [measure.text for measure in value.measures] == ["加强学习，2026年6月底前读完4本书。"]
    assert value.closing == ()


def test_a_person_whose_name_is_left_blank_signs_too() -> None:
    signature = read("×××\n2026年1月10日").signature
    assert signature is not None
    assert isinstance(signature.name, Placeholder)


def test_without_a_date_the_title_block_tells_who_the_person_is() -> None:
    signature = read("李小明", title=f"{TITLE}\n某局副局长　李小明").signature
    assert signature is not None
    assert signature.name == "李小明"


@pytest.mark.parametrize("tail", ["谢谢大家\n", "附件：\n整改台账\n", "压实责任\n"])
def test_a_few_characters_alone_are_nobody(tail: str) -> None:
    assert read(tail).signature is None


def test_without_headings_the_signature_is_no_paragraph_of_the_opening() -> None:
    value = mz.read_text(
        "关于召开2025年度民主生活会情况的报告\n某局党组于2026年1月10日召开了2025年度民主生活会。\n"
        "会前，集中学习3次。\n会上，班子成员相互批评，提出意见15条。\n会后，制定整改措施8条。\n某局党组\n2026年1月15日\n"
    ).value
    assert isinstance(value, MeetingReport)
    assert value.signature == Signature(name="某局党组", on="2026-01-15")
    assert not {"某局党组", "2026年1月15日"} & {*value.preamble, *value.followup}


def test_a_second_signer_is_left_out_with_a_notice() -> None:
    outcome = mz.read_text(TEXT.format(title=TITLE) + "某局党组\n李小明\n2026年1月10日")
    assert [n.text for n in outcome.notices if n.code == "extra-signature"] == ["李小明"]
