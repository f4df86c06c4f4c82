"""A folder is recognised by content: whose each paper is, which meeting's, which version; what is missing and what strays."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any, Literal

import pytest

import mzsh_model as mz
from mzsh_model.dossier import intake
from mzsh_model.kinds.registry import registered
from mzsh_model.kinds.spec import KindSpec, Sign
from tests.dossier.folders import TODAY, base, edited, lay_out, only, opened


def table(meeting: mz.DossierMeeting) -> list[tuple[str, str, str]]:
    return [(paper.path, paper.kind, paper.whose) for paper in meeting.papers.papers]


def test_a_meeting_is_recognised_with_its_members(tmp_path: Path) -> None:
    meeting = only(opened(tmp_path, base()))
    assert (meeting.year, meeting.organisation) == (2025, "某县教育局")
    assert meeting.roster.names == ("张三", "李四", "王五")
    assert table(meeting) == [
        ("方案.txt", "MeetingPlan", ""),
        ("班子.txt", "SelfExamination", "班子"),
        ("个人/张三.txt", "SelfExamination", "张三"),
        ("个人/李四.txt", "SelfExamination", "李四"),
        ("个人/王五.txt", "SelfExamination", "王五"),
        ("情况报告.txt", "MeetingReport", ""),
        ("台账.txt", "Ledger", ""),
    ]
    assert meeting.missing == ()


def test_names_of_files_are_hints_only(tmp_path: Path) -> None:
    texts = {f"{n}.txt": text for n, text in enumerate(base().values())}
    meeting = only(opened(tmp_path, texts))
    assert [row[1:] for row in table(meeting)] == [
        row[1:] for row in table(only(opened(tmp_path.with_name("named"), base())))
    ]


def test_a_member_knows_every_place_that_names_them(tmp_path: Path) -> None:
    member = only(opened(tmp_path, base())).roster.find("李四")
    assert member is not None
    assert {(one.path, one.role) for one in member.seen} == {
        ("情况报告.txt", "attendee"),
        ("个人/李四.txt", "subject"),
        ("台账.txt", "row"),
    }


def test_other_names_of_a_unit_in_the_settings_are_that_unit(tmp_path: Path) -> None:
    texts = {
        name: text.replace("某县教育局", "教育体育局") if "个人" in name else text for name, text in base().items()
    }
    texts["班子.txt"] = texts["班子.txt"].replace("某县教育局", "县教体局")
    apart = opened(tmp_path, texts)
    told = {finding.code for meeting in apart.meetings for finding in meeting.findings}
    assert len(apart.meetings) > 1 or "XRF012" in told
    (tmp_path / "mzsh.toml").write_text('[units]\n"某县教育局" = ["教育体育局", "县教体局党组"]\n', encoding="utf-8")
    meeting = only(mz.open_dossier(tmp_path, today=TODAY))
    assert (meeting.organisation, len(meeting.papers.papers)) == ("某县教育局", 7)
    assert "XRF012" not in {finding.code for finding in meeting.findings}


def test_two_units_in_one_folder_are_two_meetings(tmp_path: Path) -> None:
    other = {f"乙/{name}": text.replace("某县教育局", "某县水利局") for name, text in base().items()}
    dossier = opened(tmp_path, {**{f"甲/{name}": text for name, text in base().items()}, **other})
    assert [(one.organisation, len(one.papers.papers)) for one in dossier.meetings] == [
        ("某县教育局", 7),
        ("某县水利局", 7),
    ]
    assert dossier.strays == ()


def test_a_paper_that_names_no_unit_goes_by_its_folder(tmp_path: Path) -> None:
    bare = edited(base(), {"个人/李四.txt": [["某县教育局党组成员、副局长", "党组成员、副局长"]]})
    other = {f"乙/{name}": text.replace("某县教育局", "某县水利局") for name, text in base().items()}
    dossier = opened(tmp_path, {**{f"甲/{name}": text for name, text in bare.items()}, **other})
    assert dossier.meeting_of("甲/个人/李四.txt").organisation == "某县教育局"


def test_last_year_in_the_same_folder_is_a_meeting_of_its_own(tmp_path: Path) -> None:
    before = {
        f"去年/{name}": text.replace("2025", "2024").replace("2026", "2025").replace("某县教育局", "县教育局")
        for name, text in base().items()
    }
    this, last = opened(tmp_path, {**base(), **before}).meetings
    assert (this.year, last.year) == (2025, 2024)
    assert this.papers.last_year is not None
    assert this.papers.last_year.year == 2024
    assert last.papers.last_year is None


def test_last_year_can_be_another_folder(tmp_path: Path) -> None:
    before = {name: text.replace("2025", "2024").replace("2026", "2025") for name, text in base().items()}
    there = lay_out(tmp_path / "去年", before)
    dossier = opened(tmp_path / "今年", base(), last_year=there)
    assert only(dossier).papers.last_year is not None


def test_one_paper_of_another_year_that_fills_a_gap_is_a_slip(tmp_path: Path) -> None:
    texts = edited(
        base(), {"个人/王五.txt": [["2025年度民主生活会个人对照检查材料", "2024年度民主生活会个人对照检查材料"]]}
    )
    assert len(only(opened(tmp_path, texts)).papers.papers) == 7


def test_versions_of_one_document_are_kept_apart(tmp_path: Path) -> None:
    text = base()["个人/张三.txt"]
    drafts = {
        "个人/张三（初稿）.txt": text.replace("到学校蹲点调研偏少", "到学校调研少"),
        "个人/张三（书记审核稿）.txt": text.replace("蹲点调研偏少", "蹲点调研少"),
        "个人/张三（督导组审核稿）.txt": text,
    }
    rest = {name: words for name, words in base().items() if name != "个人/张三.txt"}
    meeting = only(opened(tmp_path, {**rest, **drafts}))
    assert [(one.path, one.version) for one in meeting.papers.papers if one.member == "张三"] == [
        ("个人/张三（督导组审核稿）.txt", "督导组审核稿")
    ]
    assert [one.version for one in meeting.papers.others] == ["书记审核稿", "初稿"]
    first, second = meeting.version_steps
    assert (first.old, first.new, second.new) == (
        "个人/张三（初稿）.txt",
        "个人/张三（书记审核稿）.txt",
        "个人/张三（督导组审核稿）.txt",
    )
    assert "蹲点" in "".join(first.said)
    assert second.said
    assert meeting.papers.doubles == ()


@pytest.mark.parametrize(
    ("names", "used", "unsure"),
    [
        (("张三", "张三（初稿）"), "张三", False),
        (("张三", "张三（定稿）"), "张三（定稿）", False),
        (("张三", "张三（书记审核稿）"), "张三（书记审核稿）", True),
        (("张三", "张三另"), "张三", True),
        (("张三（修改稿）", "张三（会议用稿）"), "张三（会议用稿）", False),
    ],
)
def test_a_paper_that_names_no_version_comes_after_its_drafts(
    names: tuple[str, str], used: str, unsure: bool, tmp_path: Path
) -> None:
    text = base()["个人/张三.txt"]
    rest = {name: words for name, words in base().items() if name != "个人/张三.txt"}
    two = {
        f"个人/{name}.txt": text.replace("蹲点调研偏少", "蹲点调研少") if n else text for n, name in enumerate(names)
    }
    meeting = only(opened(tmp_path, {**rest, **two}))
    (paper,) = [one for one in meeting.papers.papers if one.member == "张三" and one.kind == "SelfExamination"]
    assert paper.path == f"个人/{used}.txt"
    assert bool(meeting.papers.doubles) is unsure


def test_two_different_papers_of_one_member_are_a_double(tmp_path: Path) -> None:
    other = base()["个人/李四.txt"].replace("李四", "张三")
    meeting = only(opened(tmp_path, {**base(), "个人/张三2.txt": other}))
    assert [(one.path, two.path) for one, two in meeting.papers.doubles] == [("个人/张三.txt", "个人/张三2.txt")]


def test_a_copy_is_no_double(tmp_path: Path) -> None:
    meeting = only(opened(tmp_path, {**base(), "备份/张三.txt": base()["个人/张三.txt"]}))
    assert [(one.path, one.version) for one in meeting.papers.others] == [("备份/张三.txt", "副本")]
    assert meeting.version_steps == ()
    assert meeting.papers.doubles == ()


@pytest.mark.parametrize(
    ("name", "kind", "member"),
    [
        ("班子.txt", "SelfExamination", ""),
        ("个人/李四.txt", "SelfExamination", "李四"),
        ("情况报告.txt", "MeetingReport", ""),
        ("台账.txt", "Ledger", ""),
    ],
)
def test_what_is_missing_is_named(name: str, kind: str, member: str, tmp_path: Path) -> None:
    meeting = only(opened(tmp_path, {one: text for one, text in base().items() if one != name}))
    assert [(one.kind, one.member) for one in meeting.missing] == [(kind, member)]


def test_where_nobody_has_a_paper_it_is_said_once(tmp_path: Path) -> None:
    meeting = only(opened(tmp_path, {one: text for one, text in base().items() if not one.startswith("个人")}))
    assert [(one.kind, one.member, one.message) for one in meeting.missing] == [
        ("SelfExamination", "", "没有认出个人对照检查材料。")
    ]


def test_a_file_that_breaks_the_reader_stops_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = intake.open_document

    def opening(path: Path) -> mz.Document:
        if path.name == "台账.txt":
            raise ZeroDivisionError
        return real(path)

    monkeypatch.setattr(intake, "open_document", opening)
    dossier = opened(tmp_path, base())
    assert len(only(dossier).papers.papers) == 6
    ((path, reason),) = [(one.path, one.reason) for one in dossier.strays]
    assert (path, "ZeroDivisionError" in reason) == ("台账.txt", True)


def test_before_the_meeting_nothing_that_follows_it_is_missing(tmp_path: Path) -> None:
    before = {name: text for name, text in base().items() if name not in ("情况报告.txt", "台账.txt")}
    folder = lay_out(tmp_path, before)
    assert only(mz.open_dossier(folder, today=datetime.date(2026, 1, 10))).missing == ()
    late = only(mz.open_dossier(folder, today=datetime.date(2026, 3, 1))).missing  # the day of the plan has passed
    assert [one.kind for one in late] == ["MeetingReport", "Ledger"]


def test_the_settings_may_name_the_roster(tmp_path: Path) -> None:
    (tmp_path / "mzsh.toml").write_text('roster = ["张三", "李四", "王五", "赵六"]', encoding="utf-8")
    meeting = only(opened(tmp_path, base()))
    assert meeting.roster.given
    assert [(one.kind, one.member) for one in meeting.missing] == [("SelfExamination", "赵六")]


def test_a_paper_without_a_name_is_told_by_its_file(tmp_path: Path) -> None:
    texts = edited(base(), {"个人/王五.txt": [["某县教育局党组成员、副局长　王五\n", ""]]})
    meeting = only(opened(tmp_path, texts))
    assert ("个人/王五.txt", "SelfExamination", "王五") in table(meeting)


def test_what_belongs_to_no_meeting_is_a_stray_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    texts = {
        "总结.txt": "某县教育局2025年工作总结\n一年来，全局上下共同努力。\n一、主要工作\n办学条件有所改善。\n",
        "密.txt": "机密★1年\n某县教育局情况报告\n内容从略。\n",
        "便条.txt": "明天上午开会。\n",
    }
    dossier = opened(tmp_path, {**base(), **texts})
    only(dossier)
    assert sorted(one.path for one in dossier.strays) == sorted([*texts, "旧.doc"])
    assert all(one.reason for one in dossier.strays)
    assert next(one.reason for one in dossier.strays if one.path == "总结.txt").startswith("这是工作总结")


def test_a_folder_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(mz.BadPackage, match="没有文件夹"):
        mz.open_dossier(tmp_path / "没有", today=TODAY)
    with pytest.raises(mz.BadPath, match="不是卷宗里"):
        opened(tmp_path, base()).meeting_of("没有.docx")


class Pledge(mz.Value):
    """承诺书."""

    kind: Literal["Pledge"] = "Pledge"
    title: str | None = None
    promises: tuple[str, ...] = ()


def test_a_kind_that_is_registered_later_has_its_place(tmp_path: Path) -> None:
    """Nothing here lists the kinds that have readers: a description is enough."""

    def read(paper: Any) -> mz.Outcome[Any]:
        return mz.Outcome(Pledge(title="某县教育局党组2025年度整改承诺书", promises=("按时办结。",)))

    sign = Sign("标题写明承诺书", 99, lambda seen: "承诺书" in seen.title)
    pledge: KindSpec[Any] = KindSpec(value=Pledge, zh="承诺书", signs=(sign,), read=read, judged=("promises",))
    with registered(pledge):
        meeting = only(
            opened(tmp_path, {**base(), "承诺.txt": "某县教育局党组2025年度整改承诺书\n我们承诺按时办结。\n"})
        )
    assert ("承诺.txt", "Pledge", "") in table(meeting)
