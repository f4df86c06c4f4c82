"""A ledger as a fresh Word table and as a workbook: whatever it holds is read back."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.kinds.write import complete
from mzsh_model.model.documents import Ledger, LedgerEntry
from mzsh_model.model.items import Issue, Link, LinkBasis, Measure
from mzsh_model.model.people import Organisation
from mzsh_model.model.row_cells import MEASURE_CELLS
from mzsh_model.testing.wording import FAULTS, MEASURES
from tests.fresh.test_laws import bare

OPTIONAL = {
    "cause": ["理想信念不够坚定", "作风不实"],
    "goal": ["学习全覆盖", "问题清零"],
    "remark": ["班子问题", "长期整改事项"],
    "aspect": ["政治忠诚", "干事创业方面"],
    "origin": ["征求意见", "自查"],
    "owner": ["张三", "局办公室主任李四", "王五、赵六"],
    "department": ["办公室", "宣传科"],
    "due": ["2026年6月底前", "立行立改", "长期坚持", "待定"],
    "status": ["已完成", "整改中", "√", "100%"],
    "progress": ["研讨2次，形成方案1份", "已走访企业12家"],
    "evidence": ["会议纪要3份", "台账1本"],
    "closed_on": ["2026年6月20日", "2026.5.8"],
    "closed_by": ["张三", "机关纪委"],
}
OF_ENTRY = ("cause", "goal", "remark", "aspect")
OF_MEASURE = MEASURE_CELLS


@st.composite
def made(draw: st.DrawFn) -> Ledger:
    """A ledger made in code: which columns it has, and how many measures a problem, drawn."""
    held = draw(st.sets(st.sampled_from(sorted(OPTIONAL))))

    def fields(names: tuple[str, ...]) -> dict[str, str]:
        return {name: draw(st.sampled_from(OPTIONAL[name])) for name in names if name in held}

    entries: list[LedgerEntry] = []
    count = 0
    for n in range(1, draw(st.integers(1, 4)) + 1):
        measures: list[Measure] = []
        for text in draw(st.lists(st.sampled_from(MEASURES), min_size=1, max_size=3, unique=True)):
            count += 1
            measures.append(Measure(id=f"m{count}", text=text, **fields(OF_MEASURE)))
        told = fields(OF_ENTRY)
        fault = draw(st.sampled_from(FAULTS))
        issue = Issue(id=f"i{n}", statement=fault, text=fault, aspect=told.get("aspect"), **fields(("origin",)))
        entries.append(LedgerEntry(id=f"e{n}", number=str(n), issue=issue, measures=tuple(measures), **told))
    return Ledger(
        title="某局2025年度民主生活会整改台账",
        year=2025,
        organisation=Organisation(name="某局"),
        preamble=draw(st.sampled_from([(), ("现将整改任务分解如下。",)])),
        entries=tuple(entries),
        closing=draw(st.sampled_from([(), ("注：每月更新一次。",)])),
    )


@given(made(), st.sampled_from(["docx", "xlsx"]))
def test_a_ledger_made_in_code_reads_back(value: Ledger, form: str) -> None:
    data = mz.write(value, form)
    assert mz.write(value, form) == data
    assert bare(mz.open(data).read().value) == bare(complete(value))


def one(**fields: object) -> Ledger:
    issues = [Issue(id=f"i{n}", statement=text, text=text) for n, text in enumerate(["学习不够", "调研不深"], 1)]
    measures = (Measure(id="m1", text="读书", owner="张三"), Measure(id="m2", text="研讨", owner="李四"))
    entries = (
        LedgerEntry(id="e1", number="1", issue=issues[0], measures=measures),
        LedgerEntry(id="e2", number="2", issue=issues[1]),
    )
    return Ledger.model_validate(
        {"organisation": Organisation(name="某局"), "year": 2025, "entries": entries, **fields}
    )


def test_the_page_lies_on_its_side_and_repeats_its_header() -> None:
    page = docx.Document(io.BytesIO(mz.write(one())))
    section = page.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height
    table = page.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["序号", "问题", "整改措施", "责任人"]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert "w:tblHeader" not in table.rows[1]._tr.xml


def test_a_problem_is_merged_over_its_measures() -> None:
    table = docx.Document(io.BytesIO(mz.write(one()))).tables[0]
    assert table.cell(1, 1)._tc is table.cell(2, 1)._tc
    assert [table.cell(row, 2).text for row in (1, 2, 3)] == ["读书", "研讨", ""]


def test_a_ledger_without_a_title_gets_one() -> None:
    assert mz.open(mz.write(one())).read().value.title == "某局2025年度民主生活会整改台账"


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_measures_that_answer_two_problems_stay_theirs(form: str) -> None:
    links = (Link(issue="i2", measure="m1", basis=LinkBasis.ROW), Link(issue="i2", measure="m2", basis=LinkBasis.ROW))
    got = mz.open(mz.write(one(links=links), form)).read().value
    assert isinstance(got, Ledger)
    assert {(link.issue, link.measure) for link in got.links} == {
        ("i1", "m1"), ("i1", "m2"), ("i2", "m1"), ("i2", "m2"),
    }  # fmt: skip


def test_what_its_cells_would_not_bear_out_is_refused() -> None:
    entry = one().entries[0]
    bad = entry.model_copy(update={"measures": (Measure(id="m1", text="读书；研讨"),)})
    with pytest.raises(mz.MzshError, match="/entries/0/measures"):
        mz.write(one(entries=(bad,)))


def test_other_kinds_are_no_workbook() -> None:
    value = mz.read_text("个人对照检查材料\n一、存在的问题\n一是学习不够。\n二是调研不深。").value
    with pytest.raises(mz.MzshError, match="只有整改台账"):
        mz.write(value, "xlsx")
