"""The same material, differently typed, reads the same; what is no problem is not read as one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.model.base import Kind, Role
from mzsh_model.model.documents import Ledger, MeetingReport, SelfExamination
from mzsh_model.model.items import Cause, Issue, Measure


def examination(text: str) -> SelfExamination:
    value = mz.read_text(text).value
    assert isinstance(value, SelfExamination)
    return value


def texts(items: Sequence[Issue | Cause | Measure]) -> list[str]:
    return [item.text for item in items]


HEAD = "某局党组成员2025年度民主生活会个人对照检查材料\n张三\n"


@pytest.mark.parametrize(
    "body",
    [
        "一、存在的问题\n一是学习不够。\n二是调研不深。",
        "一、存在的问题\n1.学习不够。\n2.调研不深。",
        "一、存在的问题\n（一）学习不够。\n（二）调研不深。",
        "一、存在的问题\n①学习不够。\n②调研不深。",
        "一、存在的问题\n主要有：一是学习不够。二是调研不深。",
        "一、存在的问题\n第一，学习不够。第二，调研不深。",
        "一、存在的问题\n首先，学习不够。\n其次，调研不深。",
        "一、存在的问题：一是学习不够。二是调研不深。",
        "一、存在的问题\n    1 、学习不够。\n    2 、调研不深。",
        "存在的问题\n一是学习不够。\n二是调研不深。",
        "# 一、存在的问题\n一是学习不够。\n二是调研不深。",
        "一、存在的问题\n学习不够。调研不深。",
        "一、检视剖析\n存在问题：一是学习不够。二是调研不深。",
        "（一）存在的问题\n1.学习不够。\n2.调研不深。",
        "一、存在的问题\n问题1：学习不够。\n问题2：调研不深。",
        "## 存在的问题\n- 学习不够。\n- 调研不深。",
    ],
)
def test_problems_read_the_same_however_numbered(body: str) -> None:
    value = examination(HEAD + body + "\n二、整改措施\n一是加强学习。二是深入调研。")
    assert texts(value.issues) == ["学习不够。", "调研不深。"]
    assert texts(value.measures) == ["加强学习。", "深入调研。"]


def test_achievements_lessons_and_last_year_are_no_problems() -> None:
    value = examination(
        HEAD
        + "一、上年度整改情况\n查摆的3个问题已整改2个。一是修订了制度；二是走访了群众。\n"
        + "二、存在的问题\n（一）理论学习方面\n今年以来取得一定成效：一是学习了12次；二是研讨了4次。但学用结合不够紧密，成果转化偏少。\n"
        + "三、典型案例剖析\n案例带来警示：一是纪律不能松；二是制度不能虚。\n四、原因剖析\n一是认识不深。二是担当不够。"
    )
    assert texts(value.issues) == ["学用结合不够紧密，成果转化偏少。"]
    assert len(value.prior_issues) == 2
    assert len(value.case_reflections) >= 1
    assert texts(value.causes) == ["认识不深。", "担当不够。"]
    assert value.prior is not None
    assert (value.prior.issues, value.prior.done) == (3, 2)


def test_parts_inside_each_aspect() -> None:
    aspect = "{}、带头{}\n（一）主要问题\n1.{}不够。\n（二）原因剖析\n1.认识不到位。\n（三）整改措施\n1.制定办法。（责任领导：张三；完成时限：2026年3月底）\n"
    value = examination(
        "某局党组领导班子2025年度民主生活会对照检查材料\n"
        + aspect.format("一", "强化政治忠诚、提高政治能力", "学习")
        + aspect.format("二", "固本培元、增强党性", "锤炼")
    )
    assert [(i.aspect_id, i.text) for i in value.issues] == [("2025-1", "学习不够。"), ("2025-2", "锤炼不够。")]
    assert [m.aspect_id for m in value.measures] == ["2025-1", "2025-2"]
    assert {m.owner for m in value.measures} == {"张三"}
    assert {m.due for m in value.measures} == {"2026年3月底"}
    assert {link.basis.value for link in value.links} == {"aspect"}


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("由办公室牵头，2026年6月底前形成清单。", "办公室", "2026年6月底前"),
        ("制定方案。（责任人：李四；完成时限：立行立改，长期坚持）", "李四", "立行立改，长期坚持"),
        ("建立台账，长期坚持。", None, "长期坚持"),
        ("我本人牵头，3月底前完成。", "我本人", "3月底前"),
        ("每季度研讨1次，学习情况由支部抽查。", None, None),
        ("做到即知即改、立行立改，年底对账。", None, None),
        ("由XX科负责，x月x日前归档。", None, "x月x日前"),
        ("2026年秋季开学前完成结对。", None, "2026年秋季开学前"),
        ("剩下的6户由我包到底，春节前签约。", "我", "春节前"),
        ("责任人：李四，完成时限：2026年3月底，责任科室：办公室", "李四", "2026年3月底"),
    ],
)
def test_owner_and_time_limit(text: str, owner: str | None, due: str | None) -> None:
    value = examination(HEAD + f"一、存在的问题\n一是学习不够。二是调研不深。\n二、整改措施\n1.{text}\n2.深入调研。")
    assert value.measures[0].due == due
    if "XX" not in text:
        assert value.measures[0].owner == owner


def test_whose_paper_it_is() -> None:
    body = "\n一、存在的问题\n一是学习不够。二是调研不深。"
    team = examination("某局党组领导班子2025年度民主生活会对照检查材料" + body)
    assert team.scope == "team"
    assert team.subject is not None
    assert team.subject.name == "某局党组领导班子"
    member = examination("2025年度民主生活会发言提纲\n某局党组成员、副局长　张三" + body)
    assert member.scope == "member"
    assert member.subject is not None
    assert member.subject.model_dump() == {"name": "张三", "post": "某局党组成员、副局长"}


def test_blanks_are_never_names_or_zero() -> None:
    value = examination(
        "2025年度民主生活会个人发言提纲\n×××\n征求意见xx条，谈心谈话____人次。\n一、存在的问题\n一是学习不够。二是调研不深。"
    )
    assert value.subject is not None
    assert value.subject.model_dump()["name"] == {"raw": "×××", "of": "person"}
    assert value.opinions is not None
    assert value.opinions.model_dump()["total"] == {"raw": "xx", "of": "count"}


def test_a_ledger_is_read_by_what_its_columns_mean() -> None:
    value = mz.read_text(
        "编号|问题表现|整改举措|牵头领导|完成时间|是否销号\n1|学习不够|1.学；2.研|张三|2026年6月|否\n2|调研不深|走访|李四|长期坚持|是"
    ).value
    assert isinstance(value, Ledger)
    assert [(e.number, e.issue.text if e.issue else None, texts(e.measures)) for e in value.entries] == [
        ("1", "学习不够", ["学", "研"]),
        ("2", "调研不深", ["走访"]),
    ]
    assert value.entries[1].measures[0].owner == "李四"
    assert value.entries[1].measures[0].status == "是"


@pytest.mark.parametrize("text", ["", "今天天气很好。", "Hello, world.\nThis is a memo.", "一、\n二、\n", "1|2\n3|4"])
def test_what_is_not_ours_is_not_recognised(text: str) -> None:
    doc = mz.open((text or " x").encode())
    assert doc.kind is Kind.UNKNOWN
    result = mz.check(doc.read().value, doc)
    assert not result.checked
    assert result.verdict is None


def test_the_kind_is_told_by_title_and_structure_not_by_a_name() -> None:
    doc = mz.open("学习讨论\n一、存在的问题\n一是学习不够。二是调研不深。\n二、整改措施\n一是学。二是走访。".encode())
    assert doc.kind is Kind.SELF_EXAMINATION
    assert {"kind-unsure", "neighbour-kind"} <= {notice.code for notice in doc.read().notices}
    assert doc.kind_reason


def test_the_real_report(real: Path) -> None:
    """The acceptance of the main job, on the real report in both forms."""
    word, text = mz.open(real / "report.docx"), mz.open(real / "report.txt")
    value = word.read().value
    assert value == text.read().value
    assert isinstance(value, MeetingReport)
    meeting = value.meeting
    assert (value.year, meeting.held_on, len(value.preparation)) == (2021, "2022-01-XX", 6)
    assert value.opinions is not None
    told = value.opinions.model_dump()
    assert [c["count"] for c in told["channels"] if c["name"] == "座谈会"] == [4]
    assert told["total"]["raw"] == told["aspects"]["raw"] == "xx"
    assert len(value.team_issues) == len(value.member_issues) == 5
    assert [issue.aspect_id for issue in value.team_issues] == [f"2021-{n}" for n in range(1, 6)]
    assert [m.title for m in value.measures] == [
        "进一步提高政治站位，增强政治能力", "不断强化担当作为，推动改革创新", "推进全面从严治党，确保健康发展", "强力推进落实整改，务求取得实效",
    ]  # fmt: skip
    assert value.causes == ()
    people = [meeting.chair, *meeting.attendees, meeting.supervision.leader if meeting.supervision else None]
    assert len(people) == 8
    assert all(p is not None and p.model_dump()["name"]["of"] == "person" for p in people)
    assert sorted(n.text for n in word.read().notices if n.code == "alias") == ["dangshi", "mzshh"]


def test_the_real_report_is_judged(real: Path) -> None:
    doc = mz.open(real / "report.docx")
    result = mz.check(doc.read().value, doc)
    found = {(f.code, f.at) for f in result.findings}
    places = [(f.code, f.line, f.start, f.end, f.message) for f in result.findings]
    assert len(places) == len(set(places))
    assert ("MEA002", "/team_issues/2/statement") in found
    assert [at for code, at in found if code == "MEA002"] == ["/team_issues/2/statement"]
    assert sum(code == "MEA004" for code, _ in found) == 4
    undated = {at for code, at in found if code == "MEA003"}
    assert undated == {f"/measures/{n}/title" for n in range(3)}  # of the fourth it is said when: 年底对账讲评
    lines = {f.code: f.line for f in result.findings}
    assert lines["TXT002"] == 17
    assert {"CAU002", "TXT001", "MTG001", "RPT001", "RPT005", "ISS005"} <= set(lines)
    assert next(f.quote for f in result.findings if f.code == "RPT005") == "市委机关"
    assert "编制、户口" in next(f.quote for f in result.findings if f.code == "ISS005")


def test_rows_that_only_name_an_aspect_are_no_problems() -> None:
    value = mz.read_text(
        "序号|问题|措施|时限\n（一）|理论学习方面||\n1|学习不够|①学②研|长期坚持\n（二）|担当作为方面||\n2|攻坚不力|专班|2026年6月"
    ).value
    assert isinstance(value, Ledger)
    assert [(e.aspect, e.issue.text if e.issue else None, texts(e.measures)) for e in value.entries] == [
        ("理论学习方面", "学习不够", ["学", "研"]),
        ("担当作为方面", "攻坚不力", ["专班"]),
    ]


def test_a_report_with_chapters_for_problems_and_causes() -> None:
    value = mz.read_text(
        "某局关于2025年度民主生活会情况的报告\n某局于2026年1月18日召开2025年度民主生活会。\n一、会前准备\n（一）加强学习。学习4次。\n"
        "二、会议情况\n会上相互提出批评意见30条。\n三、查摆出的主要问题\n（一）政治忠诚方面。一是学得不够；二是做得不实。\n"
        "（二）敬畏人民方面。一是联系群众不够经常。\n四、原因剖析\n一是学得不深；二是干得不够。\n五、整改措施\n（一）抓学习。由办公室牵头。"
    ).value
    assert isinstance(value, MeetingReport)
    assert [(i.aspect, i.label, i.text) for i in value.team_issues] == [
        ("政治忠诚方面", "一是", "学得不够"), ("政治忠诚方面", "二是", "做得不实。"), ("敬畏人民方面", "一是", "联系群众不够经常。"),
    ]  # fmt: skip
    assert texts(value.causes) == ["学得不深", "干得不够。"]
    assert value.stated_criticisms == 30
    assert texts(value.measures) == ["抓学习。由办公室牵头。"]


def test_sections_know_their_part() -> None:
    value = examination(
        HEAD + "一、存在的问题\n一是学习不够。二是调研不深。\n二、根源剖析\n一是认识不深。\n三、努力方向\n一是学。"
    )
    assert [s.role for s in value.sections] == [Role.ISSUES, Role.CAUSES, Role.MEASURES]
