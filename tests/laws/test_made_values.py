"""A value made in code is first class: completed, checked, written, read back equal; what contradicts itself is refused."""

from typing import cast

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.model.base import Value

_WHAT = st.sampled_from(
    ["理论学习", "调查研究", "督促检查", "请示报告", "联系群众", "值班值守", "档案管理", "财务审批"]
)
_FAULT = st.sampled_from(
    ["不够系统，列入计划的4本书只读了2本", "抓得不紧，全年只开展3次", "浮在面上，走访20户没有一户回访", "时紧时松"]
)
_DO = st.sampled_from(["每月安排一次集中学习", "建立周调度、月通报制度", "逐户走访并当场记录", "修订三项办法"])
_WHO = st.sampled_from([None, "张三", "办公室", "李四"])
_WHEN = st.sampled_from([None, "2026-06", "2026年9月底前", "2026-03-31", "长期坚持"])
_ASPECT = st.sampled_from([None, "带头固本培元、增强党性方面", "带头真抓实干、坚持高质量发展方面"])


@st.composite
def _issue(draw: st.DrawFn, aspect: str | None = None) -> mz.Issue:
    return mz.Issue(text=f"{draw(_WHAT)}{draw(_FAULT)}。", aspect=aspect)


@st.composite
def _measure(draw: st.DrawFn) -> mz.Measure:
    return mz.Measure(text=f"抓好{draw(_WHAT)}，{draw(_DO)}。", owner=draw(_WHO), due=draw(_WHEN))


@st.composite
def _examination(draw: st.DrawFn) -> mz.SelfExamination:
    aspects = draw(st.lists(_ASPECT, min_size=1, max_size=2, unique=True))
    aspects.sort(key=lambda name: name or "")
    issues = [one for aspect in aspects for one in draw(st.lists(_issue(aspect), min_size=2, max_size=3))]
    subject = draw(st.sampled_from([mz.Member(name="张三"), mz.Team(name="某局党组领导班子")]))
    return mz.SelfExamination.model_validate(
        {
            "year": draw(st.sampled_from([2024, 2025])),
            "subject": subject,
            "issues": issues,
            "measures": draw(st.lists(_measure(), min_size=2, max_size=4)),
        }
    )


@st.composite
def _report(draw: st.DrawFn) -> mz.MeetingReport:
    return mz.MeetingReport.model_validate(
        {
            "year": 2025,
            "organisation": mz.Organisation(name="某局党组"),
            "meeting": mz.Meeting(held_on="2026-01-12", chair=mz.Member(name="张三", post="党组书记")),
            "team_issues": draw(st.lists(_issue(), min_size=2, max_size=4)),
            "measures": draw(st.lists(_measure(), min_size=2, max_size=4)),
        }
    )


@st.composite
def _ledger(draw: st.DrawFn) -> mz.Ledger:
    rows = draw(st.lists(st.tuples(_issue(), st.lists(_measure(), min_size=1, max_size=3)), min_size=1, max_size=4))
    return mz.Ledger.model_validate(
        {
            "year": 2025,
            "organisation": mz.Organisation(name="某局"),
            "entries": [mz.LedgerEntry.model_validate({"issue": one, "measures": many}) for one, many in rows],
        }
    )


_MADE = st.one_of(_examination(), _report(), _ledger())


@given(_MADE)
def test_what_is_completed_is_what_the_paper_says(value: mz.DocumentValue) -> None:
    event(type(value).__name__)
    done = mz.complete(value)
    read = mz.open(mz.write(value)).read().value
    left = [c for c in mz.changes(done, read, match_by_text=True) if (c.path or c.target).parts[0] != "links"]
    assert left == []
    assert mz.complete(done) == done
    for path, given_ in mz.walk(value):
        for name, held in given_.__dict__.items():
            if name == "text" and isinstance(held, str):
                told = cast(str, mz.resolve(done, f"{path}/text"))
                assert told.startswith(held[:-1])
            elif name == "owner" and held is not None:
                assert mz.resolve(done, f"{path}/owner") == held


@given(_MADE)
def test_checking_needs_no_completing(value: mz.DocumentValue) -> None:
    found = mz.check(value).findings
    assert found == mz.check(mz.complete(value)).findings
    measures = [held for _, held in mz.walk(value) if isinstance(held, mz.Measure)]
    if all(one.due for one in measures):
        assert not [f for f in found if f.code == "MEA003"]
    if all(one.owner for one in measures):
        assert not [f for f in found if f.code == "MEA004"]


def test_only_content_is_needed() -> None:
    value = mz.SelfExamination.model_validate(
        {
            "year": 2025,
            "subject": mz.Member(name="张三"),
            "issues": [mz.Issue(text="学习不够系统，列入计划的4本书只读了2本。", aspect="带头固本培元、增强党性方面")],
            "measures": [mz.Measure(text="加强学习，2026年6月底前读完4本书。")],
        }
    )
    done = mz.complete(value)
    assert done.title == "2025年度民主生活会个人对照检查材料"
    assert done.issues[0].aspect_id == "2025-2"
    assert done.measures[0].due_on is not None
    assert done.measures[0].due_on.edtf == "2026-06"
    assert [(link.issue, link.measure) for link in done.links] == [("i1", "m1")]
    assert not {f.code for f in mz.check(value).findings} & {"MEA002", "MEA003"}


def test_all_contradictions_are_told_at_once() -> None:
    value = mz.SelfExamination(
        subject=mz.Member(name="张三"),
        issues=(mz.Issue(text="学习不够。", statement="别的话"), mz.Issue(text="调研不深。")),
        measures=(
            mz.Measure(text="加强学习，责任人：李四。", owner="王五"),
            mz.Measure(text="深入调研，2026年6月底前走访20户。", due="2026-09"),
        ),
    )
    with pytest.raises(mz.BadModel) as raised:
        mz.write(value)
    said = str(raised.value)
    for part in ("/issues/0/statement", "别的话", "学习不够", "/measures/0/owner", "王五", "李四", "/measures/1/due"):
        assert part in said


def test_what_the_paper_reads_otherwise_is_refused_with_both_readings() -> None:
    value = mz.SelfExamination(
        title="某局2024年度民主生活会个人对照检查材料",
        year=2025,
        issues=(mz.Issue(text="学习不够。"), mz.Issue(text="调研不深。")),
    )
    with pytest.raises(mz.BadModel, match="/year 给的是“2025”，从文字读出的是“2024”"):
        mz.complete(value)


def test_a_bare_value_is_completed_before_it_is_edited() -> None:
    value = mz.SelfExamination(issues=(mz.Issue(text="学习不够。"), mz.Issue(text="调研不深。")))
    with pytest.raises(mz.BadEdit, match="complete"):
        mz.replace(value, "/issues/0/text", "学习不够系统。")


def test_a_given_id_and_a_given_link_stay() -> None:
    value = mz.SelfExamination(
        issues=(mz.Issue(id="q7", text="学习不够系统。"), mz.Issue(text="调研不够深入。")),
        measures=(mz.Measure(id="x1", text="每月走访10户。"), mz.Measure(text="每周读书一次。")),
        links=(mz.Link(issue="q7", measure="x1", basis=mz.LinkBasis.ID),),
    )
    done = mz.complete(value)
    assert [issue.id for issue in done.issues] == ["q7", "i1"]
    assert done.links[0] == value.links[0]
    assert [link for link in done.links if link.issue == "q7"] == [value.links[0]]


def test_every_list_of_the_model_can_be_given_as_a_list() -> None:
    kinds = [held for name in mz.__all__ if isinstance(held := getattr(mz, name), type) and issubclass(held, Value)]
    lists = [(kind, name) for kind in kinds for name, info in kind.model_fields.items() if info.default == ()]
    assert len(lists) > 15
    for kind, name in lists:
        lacking = {other: "甲" for other, info in kind.model_fields.items() if info.is_required()}
        if "level" not in lacking:
            assert getattr(kind.model_validate({**lacking, name: []}), name) == ()
