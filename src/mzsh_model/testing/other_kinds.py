"""Values of the other kinds of paper: plans, minutes and scripts of a meeting, lists, forms and records around it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.testing.values import agenda_items, meetings, names, organisations, steps
from mzsh_model.testing.wording import FAULTS, MEASURES

_YEARS = st.sampled_from([None, 2024, 2025])
_NO_TITLE = st.none()  # a title tells year and unit too: the one that is derived tells no others
_UNITS = st.none() | organisations()
_HEADING = st.sampled_from(["有关安排", "有关情况", "其他事项"])
_SECTIONS = st.lists(
    st.builds(mz.Section, heading=_HEADING, level=st.just(1), role=st.just(mz.Role.OTHER)), max_size=3
).map(tuple)
_AGENDA = st.just(()) | st.lists(agenda_items(), min_size=2, max_size=4, unique=True).map(tuple)
_MEETINGS = st.tuples(meetings(), _AGENDA).map(lambda drawn: drawn[0].model_copy(update={"agenda": drawn[1]}))
_FAULT = st.sampled_from(FAULTS).map("{}。".format)
"""A row says something: paper shows no other."""
_MEASURE = st.none() | st.sampled_from(MEASURES).map("{}。".format)
_POINTS = st.sampled_from(FAULTS).map(lambda words: mz.Issue(text=f"{words}。"))
_PLANS = st.sampled_from(MEASURES).map(lambda words: mz.Measure(text=f"{words}。"))
_NUMBER = st.sampled_from([None, "1", "2"])
_REMARK = st.sampled_from([None, "已核实"])
_DAY = st.sampled_from([None, "2026-01-12", "2026-01-XX"])

meeting_plans: Callable[..., st.SearchStrategy[mz.MeetingPlan]] = partial(
    st.builds,
    mz.MeetingPlan,
    title=_NO_TITLE,
    year=_YEARS,
    organisation=_UNITS,
    meeting=_MEETINGS,
    sections=_SECTIONS,
)
"""Draw plans of a meeting."""
_SAID = st.builds(
    mz.Criticism, critic=st.just("张三"), target=st.sampled_from(["李四", "王小五"]), text=st.sampled_from(FAULTS)
)
minutes: Callable[..., st.SearchStrategy[mz.Minutes]] = partial(
    st.builds,
    mz.Minutes,
    title=_NO_TITLE,
    year=_YEARS,
    organisation=_UNITS,
    meeting=_MEETINGS,
    sections=_SECTIONS,
    criticisms=st.lists(_SAID, max_size=2).map(tuple),
)
"""Draw minutes of a meeting."""
host_scripts: Callable[..., st.SearchStrategy[mz.HostScript]] = partial(
    st.builds,
    mz.HostScript,
    title=_NO_TITLE,
    year=_YEARS,
    organisation=_UNITS,
    meeting=_MEETINGS,
    sections=_SECTIONS,
)
"""Draw what whoever chairs a meeting says."""
preparation_reports: Callable[..., st.SearchStrategy[mz.PreparationReport]] = partial(
    st.builds,
    mz.PreparationReport,
    title=_NO_TITLE,
    year=_YEARS,
    organisation=_UNITS,
    sections=_SECTIONS,
)
"""Draw reports on what was done before a meeting."""
rectification_plans: Callable[..., st.SearchStrategy[mz.RectificationPlan]] = partial(
    st.builds,
    mz.RectificationPlan,
    title=_NO_TITLE,
    year=_YEARS,
    organisation=_UNITS,
    issues=st.lists(_POINTS, max_size=3).map(tuple),
    measures=st.lists(_PLANS, max_size=3).map(tuple),
)
"""Draw plans of what is to be put right."""
supervisor_remarks: Callable[..., st.SearchStrategy[mz.SupervisorRemarks]] = partial(
    st.builds,
    mz.SupervisorRemarks,
    title=_NO_TITLE,
    year=_YEARS,
    organisation=_UNITS,
    issues=st.lists(_POINTS, max_size=3).map(tuple),
    measures=st.lists(_PLANS, max_size=3).map(tuple),
)
"""Draw what the supervision group said."""
circulars: Callable[..., st.SearchStrategy[mz.Circular]] = partial(
    st.builds,
    mz.Circular,
    title=_NO_TITLE,
    year=_YEARS,
    organisation=_UNITS,
    meeting=meetings(),
    preparation=st.lists(steps(), max_size=2).map(tuple),
)
"""Draw circulars on a meeting."""
opinions: Callable[..., st.SearchStrategy[mz.Opinion]] = partial(
    st.builds, mz.Opinion, number=_NUMBER, text=_FAULT, target=st.none() | names(), remark=_REMARK
)
"""Draw opinions that were collected."""
opinion_lists: Callable[..., st.SearchStrategy[mz.OpinionList]] = partial(
    st.builds,
    mz.OpinionList,
    title=_NO_TITLE,
    year=_YEARS,
    opinions=st.lists(opinions(), max_size=3).map(tuple),
)
"""Draw lists of opinions."""
opinion_forms: Callable[..., st.SearchStrategy[mz.OpinionForm]] = partial(
    st.builds, mz.OpinionForm, title=_NO_TITLE, year=_YEARS, person=st.none() | names(), text=_FAULT
)
"""Draw forms on which somebody gave an opinion."""
criticism_rows: Callable[..., st.SearchStrategy[mz.CriticismRow]] = partial(
    st.builds, mz.CriticismRow, critic=st.none() | names(), target=st.none() | names(), text=_FAULT
)
"""Draw rows of a sheet of criticisms."""
criticism_sheets: Callable[..., st.SearchStrategy[mz.CriticismSheet]] = partial(
    st.builds,
    mz.CriticismSheet,
    title=_NO_TITLE,
    criticisms=st.lists(criticism_rows(), max_size=3).map(tuple),
)
"""Draw sheets of criticisms."""
prior_account_rows: Callable[..., st.SearchStrategy[mz.PriorAccountRow]] = partial(
    st.builds, mz.PriorAccountRow, issue=_FAULT, measure=_MEASURE, remark=_REMARK
)
"""Draw rows of an account of last year's problems."""
prior_accounts: Callable[..., st.SearchStrategy[mz.PriorAccount]] = partial(
    st.builds,
    mz.PriorAccount,
    title=_NO_TITLE,
    accounts=st.lists(prior_account_rows(), max_size=3).map(tuple),
)
"""Draw accounts of last year's problems."""
talks: Callable[..., st.SearchStrategy[mz.Talk]] = partial(
    st.builds, mz.Talk, talker=st.none() | names(), talked=st.none() | names(), when=_DAY, text=_FAULT
)
"""Draw talks between two."""
talk_summaries: Callable[..., st.SearchStrategy[mz.TalkSummary]] = partial(
    st.builds, mz.TalkSummary, title=_NO_TITLE, talks=st.lists(talks(), max_size=3).map(tuple)
)
"""Draw summaries of talks."""
talk_records: Callable[..., st.SearchStrategy[mz.TalkRecord]] = partial(
    st.builds, mz.TalkRecord, title=_NO_TITLE, talker=st.none() | names(), when=_DAY, text=_FAULT
)
"""Draw records of a talk."""
