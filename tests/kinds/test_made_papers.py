"""Papers made in code: what they hold is written, and read back from the paper as it was given."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.testing import other_kinds

MADE: tuple[Callable[..., st.SearchStrategy[mz.DocumentValue]], ...] = (
    other_kinds.meeting_plans,
    other_kinds.host_scripts,
    other_kinds.minutes,
    other_kinds.rectification_plans,
    other_kinds.supervisor_remarks,
    other_kinds.preparation_reports,
    other_kinds.circulars,
)


@pytest.mark.parametrize("made", MADE, ids=lambda made: made.args[0].__name__)
@settings(max_examples=15)
@given(data=st.data())
def test_what_is_made_is_read_back(
    made: Callable[..., st.SearchStrategy[mz.DocumentValue]], data: st.DataObject
) -> None:
    value = data.draw(made())
    whole = mz.complete(value)
    read = mz.open(mz.write(value)).read().value
    assert [change for change in mz.changes(whole, read) if change.path.parts[0] != "links"] == []
    for name in ("issues", "measures", "criticisms"):
        assert _texts(read, name) == _texts(value, name)
    meeting, told = (one.__dict__.get("meeting", mz.Meeting()) for one in (value, read))
    assert [item.text for item in told.agenda] == [item.text for item in meeting.agenda]
    assert (told.held_on, told.chair, told.attendees) == (meeting.held_on, meeting.chair, meeting.attendees)


def _texts(value: mz.DocumentValue, name: str) -> list[str]:
    return [item.text.split("（责任人")[0].rstrip("。") for item in value.__dict__.get(name, ())]


def test_owner_and_time_limit_of_a_plan_made_in_code_stand_in_its_text() -> None:
    plan = mz.RectificationPlan(
        year=2025,
        organisation=mz.Organisation(name="某局党组"),
        issues=(mz.Issue(text="学习不够系统。"), mz.Issue(text="调研不深。")),
        measures=(
            mz.Measure(text="每月学习一次。", owner="张三", due="2026-06"),
            mz.Measure(text="每季度下乡一次。", owner="李四", due="长期坚持"),
        ),
    )
    read = mz.open(mz.write(plan)).read().value
    assert isinstance(read, mz.RectificationPlan)
    assert [(one.owner, one.due) for one in read.measures] == [("张三", "2026年6月"), ("李四", "长期坚持")]
    assert [(link.issue, link.measure) for link in read.links] == [("i1", "m1"), ("i2", "m2")]
