"""Changes as sentences: every one that can be seen in the document once, in the words of the domain."""

from __future__ import annotations

import pytest
from hypothesis import given

from mzsh_model.edit.change import insert, remove, replace
from mzsh_model.edit.compare import changes
from mzsh_model.edit.words import in_words
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import DocumentValue, Ledger, Unrecognised
from mzsh_model.model.items import Link, LinkBasis
from tests.edit.test_change import ledger, report, team
from tests.values import read, values


def said(old: DocumentValue, new: DocumentValue, *, by_text: bool = False) -> list[str]:
    return list(in_words(old, new, changes(old, new, match_by_text=by_text)))


def test_only_words_of_the_two_documents_are_quoted() -> None:
    """How an owner would be put into a text that names none stands in neither."""
    text = "深入基层，每月到联系点1次。牵头领导：王五，责任单位：办公室。"
    old = replace(team, "/measures/1/text", "深入基层，每月到联系点1次。")
    assert said(old, replace(old, "/measures/1/text", text)) == [
        "措施2 的全文在“联系点1次。”后加上“牵头领导：王五，责任单位：办公室。”",
        "措施2 的责任人或责任单位写明为 王五",
        "措施2 的责任部门写明为 办公室",
    ]


def test_a_measure_is_named_by_the_problem_it_answers() -> None:
    linked = team.model_copy(update={"links": (Link(issue="i3", measure="m1", basis=LinkBasis.LABEL),)})
    assert said(linked, replace(linked, "/measures/0/due", "2026-09")) == [
        "问题3 的措施完成时限由 2026年6月底前 改为 2026年9月底前"
    ]
    guessed = linked.model_copy(update={"links": (linked.links[0].model_copy(update={"basis": LinkBasis.LIKENESS}),)})
    assert said(guessed, replace(guessed, "/measures/0/due", "2026-09")) == [
        "措施1 的完成时限由 2026年6月底前 改为 2026年9月底前"
    ]
    assert said(ledger, replace(ledger, "/entries/1/measures/0/due", "2026-09")) == [
        "问题2 的措施完成时限由 长期坚持 改为 2026年9月"
    ]
    assert said(ledger, replace(ledger, "/entries/0/measures/1/owner", "王五")) == [
        "问题1 的措施2 的责任人或责任单位由 张三 改为 王五"
    ]


@pytest.mark.parametrize(
    ("edits", "sentences"),
    [
        ({"/measures/0/owner": "王五"}, ["措施1 的责任人或责任单位写明为 王五"]),
        ({"/measures/0/owner": "xxx"}, ["措施1 的责任人或责任单位写明为 xxx"]),
        ({"/measures/1/due": None}, ["删去措施2 的完成时限 长期坚持"]),
        (
            {"/measures/0/text": "加强学习，2026年6月底前读完8本书。"},
            ["措施1 的全文中“6月底前读完4本书”改为“6月底前读完8本书”"],
        ),
        ({"/issues/1/text": "请示报告不够及时，有2项工作。"}, ["问题2 的全文在“报告不够及时”后加上“，有2项工作”"]),
        ({"/causes/0/text": "抓得不深。自我要求有所放松。"}, ["原因1 的全文删去“理论武装”"]),
        ({"/issues/0/statement": "学习不深"}, ["问题1 的全文中“学习不够”改为“学习不深”"]),
        (
            {"/sections/1/heading": "带头干事创业、担当作为方面"},
            ["标题“带头强化政治忠诚、提高政治能力方面”改为“带头干事创业、担当作为方面”"],
        ),
        ({"/year": 2024}, ["标题中“导班子2025年度民主生活”改为“导班子2024年度民主生活”"]),
        ({"/opinions/total": 31}, ["导语第1段中“征求意见建议23条”改为“征求意见建议31条”"]),
        ({"/signature/on": "2026-02-01"}, ["落款日期由 2026年1月10日 改为 2026年2月1日"]),
        ({"/measures/0/label": "（二）"}, ["措施1 的原文的序号由 （一） 改为 （二）"]),
    ],
)
def test_a_change_is_said_once(edits: dict[str, object], sentences: list[str]) -> None:
    new = team
    for path, content in edits.items():
        new = replace(new, path, content)
    assert said(team, new) == sentences


def test_what_came_went_and_moved() -> None:
    new = insert(remove(team, "/measures/1"), "/measures/-", "抓好长期整改，" * 6 + "见效。")
    assert said(team, new) == [
        "删去措施2：深入基层，每月1次，长期坚持。",
        "新增措施4：抓好长期整改，抓好长期整改，抓好长期整…",
    ]
    one, two, three, four = team.measures
    assert said(team, replace(team, "/measures", [two, three, one, four])) == ["措施1 移到措施3 之后"]
    assert said(team, replace(team, "/measures", [four, one, two, three])) == ["措施4 移到最前"]
    fresh = insert(remove(team, "/measures/0"), "/measures/3", "抓好长期整改。")
    moved = insert(fresh, "/measures/4", one)
    assert said(team, moved)[-1] == "措施1 移到新增的措施4 之后"
    assert said(team, remove(team, "/preamble/0")) == ["删去导语第1段：会前征求意见建议23条，谈心谈话16人次。"]
    assert said(ledger, insert(ledger, "/entries/1", {"issue": "担当不够。", "measures": ["敢担当。"]})) == [
        "新增台账条目2：担当不够。 敢担当。"
    ]


def test_facts_without_a_text_of_their_own_are_said() -> None:
    assert said(report, replace(report, "/stated_team_issues", 3)) == ["文中写明的班子问题数由 2 改为 3"]
    blank = report.model_copy(update={"stated_team_issues": Placeholder(raw="xx", of="count")})
    assert said(blank, report) == ["文中写明的班子问题数由 xx 改为 2"]
    elsewhere = team.model_copy(update={"talks": 99})
    assert said(elsewhere, elsewhere.model_copy(update={"talks": 98})) == ["导语写到的谈心谈话人次由 99 改为 98"]


def test_two_files_read_apart() -> None:
    old = read(
        [
            "对照检查材料",
            "一、存在的问题",
            "一是学习不够系统。二是调研不够深入。",
            "二、整改措施",
            "一是加强学习。二是深入调研，2026年6月底前完成。",
        ]
    )
    new = read(
        [
            "对照检查材料",
            "一、存在的问题",
            "一是担当不够。二是学习不够系统全面。三是调研不够深入。",
            "二、整改措施",
            "一是深入调研，2026年9月底前完成。二是加强学习。",
        ]
    )
    assert said(old, new, by_text=True) == [
        "新增问题1：担当不够。",
        "问题1 的全文在“学习不够系统”后加上“全面”",
        "问题2 的措施 移到最前",
        "问题2 的措施完成时限由 2026年6月底前 改为 2026年9月底前",
    ]


@given(values(), values())
def test_whatever_changed_is_one_line_and_something_is_said(old: DocumentValue, new: DocumentValue) -> None:
    if type(old) is not type(new):
        return
    for by_text in (False, True):
        sentences = said(old, new, by_text=by_text)
        assert all(sentence and "\n" not in sentence and len(sentence) < 200 for sentence in sentences)
        assert not any(word in sentence for sentence in sentences for word in ("None", "Placeholder", "text=", "的的"))
    whole = [
        one for one in changes(old, new) if one.path.parts[:1] != ("links",) and one.target.parts[:1] != ("links",)
    ]
    assert bool(said(old, new)) == bool(whole)


def test_ledgers_and_unrecognised_too() -> None:
    told = said(
        Unrecognised(title="通知", paragraphs=("各单位：", "请报名。")),
        Unrecognised(title="通知", paragraphs=("请报名。",)),
    )
    assert told == ["删去段落第1段：各单位："]
    assert isinstance(ledger, Ledger)
    named = ledger.model_copy(
        update={"entries": tuple(e.model_copy(update={"aspect": "学习"}) for e in ledger.entries)}
    )
    assert said(named, replace(named, "/entries/0/aspect", "作风")) == ["台账条目1 的方面或类别由 学习 改为 作风"]
