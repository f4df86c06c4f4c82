"""Values made by reading generated drafts, so that they are what a reader gives; and one of each kind to hand."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.model.documents import DocumentValue, Ledger, MeetingReport, SelfExamination
from mzsh_model.testing.papers import ledgers, member_drafts, reports, team_drafts

V = TypeVar("V", SelfExamination, MeetingReport, Ledger)


def read(lines: list[str]) -> DocumentValue:
    """Return what is read from the lines of a text or Markdown document."""
    return mz.read_text("\n".join(lines)).value


def _of(kind: type[V], lines: list[str]) -> V:
    value = read(lines)
    assert isinstance(value, kind)
    return value


def examinations() -> st.SearchStrategy[SelfExamination]:
    """Self-examinations of members and of teams."""
    return st.one_of(member_drafts(), team_drafts()).map(partial(_of, SelfExamination))


def values() -> st.SearchStrategy[DocumentValue]:
    """Values of every kind."""
    return st.one_of(
        examinations(),
        reports().map(partial(_of, MeetingReport)),
        ledgers().map(partial(_of, Ledger)),
        st.lists(
            st.sampled_from(["通知", "各单位：", "请于周五前报名。", "联系人另告。"]), min_size=1, unique=True
        ).map(read),
    )
