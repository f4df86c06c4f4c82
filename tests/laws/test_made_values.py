"""A value made in code is first class: completed, checked, written, read back equal; what contradicts itself is refused."""

from typing import cast

import pytest
from hypothesis import event, given

import mzsh_model as mz
from mzsh_model.model.base import Value
from mzsh_model.testing.values import document_values

_MADE = document_values()


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


def _of_one_problem(text: str) -> mz.MeetingReport:
    return mz.MeetingReport(
        year=2025,
        organisation=mz.Organisation(name="某局党组"),
        meeting=mz.Meeting(held_on="2026-01-20", chair=mz.Member(name="张三"), expected=7, present=7),
        team_issues=(mz.Issue(text=text),),
        measures=(mz.Measure(text="每月下乡一次。", owner="张三", due="2026-12"),),
    )


@pytest.mark.parametrize("lead", ["在作风方面，", "在带头干事创业、担当作为方面，", "在学习、调研方面，"])
def test_a_problem_given_with_its_aspect_in_front_is_of_that_aspect(lead: str) -> None:
    (issue,) = mz.complete(_of_one_problem(f"{lead}下乡少，全年只去了3次。")).team_issues
    assert (issue.aspect, issue.text) == (lead.rstrip("，"), "下乡少，全年只去了3次。")


@pytest.mark.parametrize("lead", ["一、在作风方面，", "作风方面的问题："])
def test_more_than_the_aspect_in_front_is_said_to_be_lost(lead: str) -> None:
    with pytest.raises(mz.BadModel, match="/team_issues/0/text"):
        mz.complete(_of_one_problem(f"{lead}下乡少，全年只去了3次。"))
