"""NewGet: a fresh document reads back as the value it was written from; and nothing of a value is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.kernel.errors import WrongKind
from mzsh_model.kinds.write import complete, write
from mzsh_model.model.documents import DocumentValue, Ledger, MeetingReport, SelfExamination, Unrecognised
from tests.conftest import real_files
from tests.fresh.drafts import examinations, reports
from tests.values import read, values

REAL = real_files("texts/*.docx") + real_files("texts/*.txt") + real_files("report.*")
LISTS = ("prior_issues", "case_reflections", "personal_matters", "issues", "preparation")
LISTS += ("team_issues", "member_issues", "causes", "measures")


def bare(value: DocumentValue) -> object:
    """The value without what a reader makes up: ids, and the links between them."""

    def strip(held: object) -> object:
        if isinstance(held, dict):
            return {name: strip(one) for name, one in held.items() if name not in ("id", "links")}
        return [strip(one) for one in held] if isinstance(held, list) else held

    return strip(value.model_dump(mode="json"))


def texts(value: SelfExamination | MeetingReport) -> list[str]:
    """Everything in a value that stands on paper as it is."""
    found = [*value.preamble, *value.closing, *getattr(value, "followup", ())]
    found += [text for section in value.sections for text in (section.heading, *section.remarks)]
    found += [line for name in LISTS for item in getattr(value, name, ()) for line in item.text.split("\n")]
    return found


def assert_new_get(value: DocumentValue) -> None:
    assert not isinstance(value, Unrecognised)
    data = write(value)
    assert write(value) == data
    assert bare(mz.open(data).read().value) == bare(complete(value))


@given(values())
def test_a_fresh_document_reads_back(value: DocumentValue) -> None:
    if not isinstance(value, Unrecognised):
        assert_new_get(value)


@given(examinations().map(read))
def test_every_shape_of_examination_reads_back(value: DocumentValue) -> None:
    if isinstance(value, SelfExamination):
        assert_new_get(value)


@given(reports().map(read))
def test_every_shape_of_report_reads_back(value: DocumentValue) -> None:
    assert_new_get(value)


@given(reports().map(read))
def test_a_report_that_was_read_lacks_nothing(value: DocumentValue) -> None:
    assert isinstance(value, MeetingReport)
    assert bare(complete(value)) == bare(value)


@given(st.one_of(examinations(), reports()).map(read), st.data())
def test_nothing_is_left_out_whatever_is_missing(value: DocumentValue, data: st.DataObject) -> None:
    """Headings, numbers and opening taken away: every text is in the document, and completing twice is completing once."""
    if not isinstance(value, SelfExamination | MeetingReport):
        return
    changed: dict[str, object] = {}
    kept = data.draw(st.lists(st.booleans(), min_size=len(value.sections), max_size=len(value.sections)))
    changed["sections"] = tuple(s for s, keep in zip(value.sections, kept, strict=True) if keep)
    for name in LISTS:
        if data.draw(st.booleans()):
            items = getattr(value, name, ())
            changed[name] = tuple(item.model_copy(update={"label": None}) for item in items)
    if data.draw(st.booleans()):
        changed["preamble"] = ()
    value = value.model_copy(update={name: held for name, held in changed.items() if hasattr(value, name)})
    shown = mz.open(write(value)).text
    assert [text for text in texts(value) if text not in shown] == []
    assert complete(complete(value)) == complete(value)


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.name)
def test_real_texts_read_back(path: Path) -> None:
    value = mz.open(path).read().value
    if isinstance(value, Unrecognised):
        with pytest.raises(WrongKind):
            write(value)
        return
    assert_new_get(value)
    if isinstance(value, Ledger):
        return  # whatever it lacks, a title or a column, it gets
    labels = {"issues": [issue.label for issue in getattr(value, "issues", ())]}
    again = complete(value)
    if None not in labels["issues"]:
        assert bare(again) == bare(value)
    else:
        # problems that are only statements get numbers; nothing else changes
        assert bare(again.model_copy(update={"issues": ()})) == bare(value.model_copy(update={"issues": ()}))
