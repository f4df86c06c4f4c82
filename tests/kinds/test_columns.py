"""A cell reads what it printed, and what rows and blanks hold stands on paper and comes back."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.kinds.column import Column
from mzsh_model.reading.told_facts import name_value
from mzsh_model.testing import other_kinds

CELL = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), st.sampled_from(["xx", "××", "张某", "待补充"])
)


@pytest.mark.parametrize("codec", ["text", "person", "org"])
@given(raw=CELL)
def test_a_cell_reads_what_it_printed(codec: Literal["text", "person", "org"], raw: str) -> None:
    column = Column("text", "内容", codec=codec)
    held = column.read(raw)
    assert Column.printed(held) == raw
    assert column.read(Column.printed(held)) == held


MADE = {
    name: getattr(other_kinds, name)
    for name in (
        "opinion_lists",
        "talk_summaries",
        "criticism_sheets",
        "prior_accounts",
        "opinion_forms",
        "talk_records",
    )
}


def _is_read_so(node: mz.Value) -> bool:
    """Whether a reader gives such a value: a blank that is one, and a row that says something."""
    if isinstance(node, mz.Placeholder):
        return name_value(node.raw, node.of) == node
    return "id" not in node.__dict__ or any(held for name, held in node.__dict__.items() if name != "id")


@pytest.mark.parametrize("name", MADE)
@given(data=st.data())
def test_what_was_made_stands_on_paper_and_comes_back(name: str, data: st.DataObject) -> None:
    value = data.draw(MADE[name](title=st.none()))
    assume(all(_is_read_so(node) for _, node in mz.walk(value)))
    made = mz.complete(value)
    read = mz.open(mz.write(value)).read().value
    assert [change for change in mz.changes(made, read) if change.path.parts[-1] != "id"] == []
