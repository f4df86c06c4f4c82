"""What a 情况报告 states of the meeting, wherever it stands."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import MeetingReport

HEAD = "某局2025年度民主生活会情况报告\n某局于2026年1月18日召开2025年度民主生活会。"


def report(body: str) -> MeetingReport:
    value = mz.read_text(HEAD + body).value
    assert isinstance(value, MeetingReport)
    return value


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("李四、王五参加会议", ["李四", "王五"]),
        ("王五、周九、陈一参加会议", ["王五", "周九", "陈一"]),
        ("李四、王五等5名同志参加会议", ["李四", "王五"]),
        ("李四、王五等五人参加会议", ["李四", "王五"]),
        ("李四同志、王五同志出席会议", ["李四", "王五"]),
        ("xx、xxx参加会议", [{"raw": "xx", "of": "person"}, {"raw": "xxx", "of": "person"}]),
    ],
)
def test_a_name_may_end_in_a_numeral(words: str, names: list[object]) -> None:
    value = report(f"会议由党组书记张三主持，班子成员{words}。\n一、会前准备\n一是学习4次；二是谈话8次。")
    assert [member.model_dump()["name"] for member in value.meeting.attendees] == names


@pytest.mark.parametrize("form", ["1.{}\n2.{}", "（一）{}\n（二）{}", "一是{}二是{}", "{}\n{}"])
def test_facts_are_found_in_numbered_paragraphs_too(form: str) -> None:
    value = report(
        "\n一、会前准备\n" + form.format("征求意见27条；", "开展谈心谈话64人次；") + "\n二、会议召开\n红脸出汗。"
    )
    assert value.talks == 64
    assert value.opinions is not None
    assert value.opinions.total == 27
