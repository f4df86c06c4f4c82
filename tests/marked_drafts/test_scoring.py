"""The yardstick itself: what is missing is missed, what is too much is false, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

import mzsh_model as mz
from tests.marked_drafts import floors, truth
from tests.marked_drafts.ablation import OUT, without_words
from tests.marked_drafts.draft import parse
from tests.marked_drafts.measuring import Half
from tests.marked_drafts.scoring import Tally, score

MEMBER = parse(
    "member",
    """kind: SelfExamination
year: 2025
scope: member
---
个人对照检查材料
上年度{#prior_issues|4}个问题已整改，谈心{#talks is=12 or=13|十二}人次。
（一）{aspect|带头固本培元、增强党性}方面
1.{issue|学习不够系统。}2.{issue|调研流于形式。}
{issue aspect=-|办事拖沓。}
{cause|理论武装不深。}
{measure|由{owner|办公室}牵头，{due|2026年6月底前}办结。}
{measure id=a|每月调研。}{due of=a|长期坚持}""",
)


def _said(tally: Tally) -> dict[str, tuple[int, int, int]]:
    fields = dict.fromkeys(what for what, _ in tally.counts)
    return {what: tuple(tally.counts[what, part] for part in ("hit", "missed", "false")) for what in fields}  # type: ignore[misc]


def _examination(**more: object) -> mz.SelfExamination:
    full = {
        "year": 2025,
        "scope": "member",
        "issues": [
            mz.Issue(text="学习不够系统", aspect="带头固本培元、增强党性方面"),
            mz.Issue(text="调研流于形式。", aspect="固本培元、增强党性"),
            mz.Issue(text="办事拖沓"),
        ],
        "causes": [mz.Cause(text="理论武装不深")],
        "measures": [
            mz.Measure(text="由办公室牵头，2026年6月底前办结。", owner="办公室", due="2026年6月底"),
            mz.Measure(text="每月调研", due="长期坚持"),
        ],
        "prior": mz.PriorSummary(issues=4, done=4),
        "talks": 13,
    }
    return mz.SelfExamination.model_validate(full | more)


def test_all_read_is_all_hit() -> None:
    tally = score(MEMBER, _examination())
    assert not tally.differs
    assert _said(tally) == {
        "kind": (1, 0, 0), "year": (1, 0, 0), "scope": (1, 0, 0), "issue": (3, 0, 0), "aspect": (2, 0, 0),
        "cause": (1, 0, 0), "measure": (2, 0, 0), "owner": (1, 0, 0), "due": (2, 0, 0), "count": (2, 0, 0),
    }  # fmt: skip


def test_what_differs_is_counted_where_it_differs() -> None:
    issues = [
        mz.Issue(text="学习不够系统", aspect="带头干事创业、担当作为"),
        mz.Issue(text="另一件事"),
        mz.Issue(text="办事拖沓", aspect="工作作风"),
    ]
    measures = [mz.Measure(text="由办公室牵头，2026年6月底前办结", owner="张三", due="2026年9月底前")]
    said = _said(score(MEMBER, _examination(issues=issues, causes=[], measures=measures, talks=14, scope="team")))
    assert said["scope"] == (0, 1, 1)
    assert said["issue"] == (2, 1, 1)
    assert said["aspect"] == (0, 2, 2)
    assert said["cause"] == (0, 1, 0)
    assert said["measure"] == (1, 1, 0)
    assert said["owner"] == (0, 1, 0)
    assert said["due"] == (0, 2, 1)
    assert said["count"] == (1, 1, 1)


def test_a_paper_read_as_another_kind_is_missed_whole() -> None:
    said = _said(score(MEMBER, mz.Unrecognised()))
    assert said["kind"] == (0, 1, 1)
    assert said["issue"] == (0, 3, 0)
    assert said["due"] == (0, 2, 0)


def test_reports_tell_the_team_from_its_members() -> None:
    draft = parse(
        "report",
        """kind: MeetingReport
year: 2025
---
{chair|张三}主持，{attendee|李四}、{attendee|王五}参加，{absent|赵六}请假，应到{#expected|4}人。
班子：{issue|学习不系统}。张三：{issue member=张三|性子急}。共性：{issue member=*|调研少}。
{criticism critic=李四 target=张三|听不进意见}""",
    )
    value = mz.MeetingReport.model_validate(
        {
            "year": 2025,
            "meeting": {"chair": {"name": "张三"}, "attendees": [{"name": "李四"}], "expected": 4},
            "team_issues": [{"text": "学习不系统"}, {"text": "性子急"}],
            "member_issues": [{"text": "调研少"}],
            "criticisms": [{"critic": "李四", "target": "王五", "text": "听不进意见"}],
        }
    )
    said = _said(score(draft, value))
    assert said["team_issue"] == (1, 0, 1)
    assert said["member_issue"] == (1, 1, 0)
    assert said["member"] == (0, 1, 0)
    assert said["criticism"] == said["critic"] == (1, 0, 0)
    assert said["target"] == (0, 1, 1)
    assert said["attendee"] == (1, 1, 0)
    assert said["absent"] == (0, 1, 0)
    assert said["chair"] == said["count"] == (1, 0, 0)


def test_ledgers_are_scored_cell_by_cell() -> None:
    draft = parse(
        "ledger",
        """kind: Ledger
year: 2025
---
台账
‖{aspect|政治忠诚}‖{entry}{number|1}‖{issue|学习不系统}‖1.{measure|每月学习}⏎2.{measure|写心得}‖{owner|张三}‖{due|长期坚持}
‖^‖{entry}{number|2}‖{issue|调研少}‖‖{owner|李四}‖{due|2026年6月}""",
    )
    assert draft.form == "docx"
    measures = [mz.Measure(text=text, owner="张三", due="长期坚持") for text in ("每月学习", "写心得")]
    entries = [
        mz.LedgerEntry(number="1", aspect="政治忠诚", issue=mz.Issue(text="学习不系统"), measures=tuple(measures)),
        mz.LedgerEntry(number="3", aspect="政治忠诚", issue=mz.Issue(text="调研少"), remark="无"),
    ]
    said = _said(score(draft, mz.Ledger(year=2025, entries=tuple(entries))))
    assert said["measure"] == (2, 0, 0)
    assert said["owner"] == said["due"] == (1, 0, 0)  # of a row without a measure the model has no place for them
    assert said["number"] == (1, 1, 1)
    assert said["aspect"] == (2, 0, 0)
    assert said["remark"] == (0, 0, 1)


def test_columns_stand_in_any_order() -> None:
    rows = """kind: Ledger
year: 2025
---
‖{entry}{due|3月底}‖{measure|学习}‖{issue|不学}‖{aspect|政治忠诚}‖{number|1}
‖{entry}{due|6月底}‖{measure|调研}‖{issue|不下去}‖^‖{number|2}
‖{entry}{due|9月底}‖{measure|清账}‖{issue|欠账}‖{aspect|管党治党}‖{number|3}"""
    told = [entry.said["aspect"] for entry in truth.entries(parse("order", rows))]
    assert told == [["政治忠诚"], ["政治忠诚"], ["管党治党"]]


def test_further_kinds_are_scored_by_the_fields_of_their_schemas() -> None:
    sheet = parse(
        "sheet",
        """kind: CriticismSheet
year: 2025
---
批评意见
‖{entry}{.number|1}‖{.critic|张三}‖{.target|李四}‖{.text|性子急}
‖{entry}{.number|2}‖{.critic|李四}‖{.target|张三}‖{.text|调研少}‖{.response|接受}""",
    )
    rows = [
        {"number": "1", "critic": "张三", "target": "李四", "text": "性子急", "remark": "无"},
        {"number": "3", "critic": "王五", "target": "张三", "text": "听不进意见"},
    ]
    said = _said(score(sheet, mz.CriticismSheet.model_validate({"year": 2025, "criticisms": rows})))
    assert said["row"] == (1, 0, 1)
    assert said["text"] == said["critic"] == said["target"] == said["number"] == (1, 1, 0)
    assert said["response"] == (0, 1, 0)
    assert said["remark"] == (0, 0, 1)
    plan = parse(
        "plan",
        """kind: MeetingPlan
---
方案
{.meeting.held_on is=2026-01-22|1月22日}，{chair|张三}主持，应到{#expected|5}人
一、{.sections|通报情况}
二、{.sections|对照检查}""",
    )
    value = {
        "meeting": {"held_on": "2026-01-22", "place": "会议室", "chair": {"name": "张三"}, "expected": 5},
        "sections": [
            {"heading": "通报情况", "level": 1, "role": mz.Role.OTHER},
            {"heading": "对照检查", "level": 2, "role": mz.Role.OTHER},
        ],
    }
    tally = score(plan, mz.MeetingPlan.model_validate(value))
    said = _said(tally)
    assert said["held_on"] == said["chair"] == said["count"] == (1, 0, 0)
    assert said["place"] == (0, 0, 1)
    assert said["sections"] == (1, 1, 0)
    assert tally.whole().counts == {("all", "hit"): 5, ("all", "missed"): 1, ("all", "false"): 1}


def test_fields_that_a_kind_has_not_are_refused() -> None:
    with pytest.raises(ValueError, match=r"OpinionForm has no field \.place"):
        parse("form", "kind: OpinionForm\n---\n{.place|会议室}")


def test_figures() -> None:
    tally = Tally()
    tally.add("issue", 6, ["a", "b"], ["c"] * 2)
    assert tally.figure("issue") == (0.75, 0.75, 0.75)
    assert tally.figure("cause") == (1.0, 1.0, 1.0)
    tally.add("cause", 0, ["a"])
    assert tally.figure("cause") == (1.0, 0.0, 0.0)


def test_ablation_takes_words_out_of_issues_alone() -> None:
    word = OUT[0]
    draft = parse("words", f"kind: SelfExamination\nyear: 2025\n---\n{word}，{{issue|学习{word}}}，{{cause|{word}}}")
    bare = without_words(draft)
    assert bare.text.count(word) == 2
    assert [bare.words(mark) for mark in bare.marks if mark.tag == "cause"] == [word]
    assert word not in bare.words(bare.marks[0])
    assert len(bare.text) == len(draft.text)


def test_floors_only_rise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "_FILE", tmp_path / "floors.toml")
    floors.raise_floors({"Ledger issue": 0.9, "Ledger due": 0.5})
    floors.raise_floors({"Ledger issue": 0.8, "Ledger due": 0.7})
    assert floors.floors() == {"Ledger issue": 0.89, "Ledger due": 0.69}
    half = Half()
    half.tallies["Ledger"].add("issue", 9, ["a"])
    assert {what: now < floor for what, now, floor in half.against(floors.floors())} == {
        "Ledger issue": False,
        "Ledger due": True,
    }
