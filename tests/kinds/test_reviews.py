"""审核把关: what a paper says of being reviewed, in lines, sentences and tables of stamps, read, edited and made anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.chinese.reviews import agrees
from mzsh_model.testing import values
from tests.reading.word import word

OWN = (
    "2025年度民主生活会个人对照检查材料", "张三", "一、存在的问题", "一是学习不够系统。全年只读了2本书。", "二是调研不够深入。只下乡2次。",
    "二、整改措施", "一是每月读1本书，2026年6月底前见效。", "二是每月下乡1次。",
)  # fmt: skip
LEDGER = (
    "某局2025年度民主生活会整改台账",
    "|序号|问题|整改措施|责任人|完成时限|",
    "|1|学习不够系统|每季度研讨一次|张三|2026年6月底前|",
)
PLAN = (
    "某局党组2025年度民主生活会方案",
    "一、会议主题",
    "加强党性修养。",
    "二、有关要求",
    "严格审核把关，请督导组到会指导。",
)
REPORT = (
    "某局党组关于2025年度民主生活会情况的报告", "县委组织部：", "2026年1月12日，局党组召开2025年度民主生活会，党组书记张三主持。现报告如下。",
    "一、会前准备情况", "检查材料由书记逐一审核，报督导组审核把关后修改完善。", "二、查摆的问题", "班子查摆出2个问题：一是学习不够；二是调研不深。", "三、整改措施",
    "（一）每月集中学习1次。", "（二）每月下乡1次。", "某局党组", "2026年1月20日",
)  # fmt: skip
PAPERS = {"own": OWN, "ledger": LEDGER, "plan": PLAN, "report": REPORT}


def read(lines: tuple[str, ...], *more: str) -> mz.Outcome[mz.DocumentValue]:
    return mz.open(word([*lines, *more])).read()


SAID = [
    (["审核人：李四　审核时间：2026年1月8日　审核意见：同意"], {"by": "李四", "on": "2026-01-08", "decision": "同意"}),
    (["审核意见：同意提交会议", "审核人：李四", "审核时间：2026.1.8"], {"by": "李四", "on": "2026-01-08", "decision": "同意提交会议"}),
    (["（经县纪委监委、县委组织部审核同意）"], {"stage": "审核", "by": "县纪委监委、县委组织部", "decision": "同意"}),
    (["党组书记审核意见：同意。李四 2026年1月8日"], {"stage": "党组书记审核", "by": "李四", "on": "2026-01-08", "decision": "同意"}),
    (["督导组预审意见：修改后再报。（签字）王五 2026年1月10日"], {"stage": "督导组预审", "by": "王五", "on": "2026-01-10", "decision": "修改后再报"}),
    (["审定人：××；审定日期：2026年1月"], {"by": mz.Placeholder(raw="××", of="person"), "on": "2026-01"}),
    (["审核单位：县委第二督导组，审核稿次：送审稿，审核结论：通过"], {"by": "县委第二督导组", "version": "送审稿", "decision": "通过"}),
]  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("lines", "told"), SAID, ids=range(len(SAID)))
def test_lines_at_the_end_tell_of_a_review_in_every_kind(paper: str, lines: list[str], told: dict[str, object]) -> None:
    outcome = read(PAPERS[paper], *lines)
    assert outcome.value.reviews == (mz.Review.model_validate(told),)
    held = [line.text for line in mz.open(word([*PAPERS[paper], *lines])).lines]
    for field in told:
        place = outcome.anchors[f"/reviews/0/{field}"]
        assert held[place.line - 1][place.start : place.end]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    "line",
    [
        "审核把关：组织部门认真审核了全部材料，提出修改意见3条。", "个人发言提纲由书记逐一审核。", "材料未经督导组审核不得使用。", "经审计，发现问题3个。",
        "审核人：", "重大事项经党组审议后实施。",
    ],
)  # fmt: skip
def test_what_is_said_of_other_papers_is_no_review_of_this_one(paper: str, line: str) -> None:
    assert read(PAPERS[paper], line).value.reviews == ()


def test_a_sentence_of_the_opening_that_speaks_of_the_paper_itself_is_one() -> None:
    told = read(
        (*OWN[:2], "按照要求，我作了对照。本材料已于2026年1月8日经市委第二督导组审核通过，现汇报如下。", *OWN[2:])
    ).value
    assert [(one.by, one.decision) for one in told.reviews] == [("市委第二督导组", "通过")]
    assert told.reviews[0].on == "2026-01-08"


STAMPS = [
    ["|审核环节|审核人|审核时间|审核意见|", "|书记审核|李四|2026年1月8日|同意|", "|督导组预审|王五|2026.1.10|修改完善后再报|"],
    ["|支部书记审核|督导组审核|", "|同意 李四 2026年1月8日|修改完善后再报。王五 2026年1月10日|"],
    ["|序号|阶段|审核人签字|日期|意见|备注|", "|1|书记审核|李四|2026年1月8日|同意||", "|2|督导组审核|王五|2026年1月10日|修改完善后再报||"],
]  # fmt: skip


@pytest.mark.parametrize("rows", STAMPS, ids=["header", "stages", "signatures"])
@pytest.mark.parametrize("before", [True, False])
def test_a_table_of_stamps_is_read_wherever_it_stands(rows: list[str], before: bool) -> None:
    lines = [*rows, *OWN] if before else [*OWN, *rows]
    outcome = mz.open(word(lines)).read()
    assert isinstance(outcome.value, mz.SelfExamination)
    assert len(outcome.value.issues) == 2
    told = [(one.by, one.on, one.decision) for one in outcome.value.reviews]
    assert told == [("李四", "2026-01-08", "同意"), ("王五", "2026-01-10", "修改完善后再报")]
    assert [one.code for one in outcome.notices if one.code == "unplaced-line"] == []


def test_a_form_of_stamps_is_one_review() -> None:
    outcome = read(OWN, "|审核人|李四|审核时间|2026年1月8日|", "|审核意见|同意|稿次|送审稿|")
    assert outcome.value.reviews == (mz.Review(by="李四", on="2026-01-08", decision="同意", version="送审稿"),)


def test_the_column_of_a_ledger_is_no_table_of_stamps() -> None:
    outcome = read((LEDGER[0], LEDGER[1] + "审核人|", LEDGER[2] + "李四|"))
    assert outcome.value.reviews == ()


@pytest.mark.parametrize("author", [None, "办公室"])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("field", "new"), [("by", "赵六"), ("on", "2026-01-09"), ("decision", "同意使用")])
def test_a_review_is_edited_in_its_words(paper: str, field: str, new: str, author: str | None) -> None:
    doc = mz.open(word([*PAPERS[paper], "审核人：李四　审核时间：2026年1月8日　审核意见：同意"]))
    edited = mz.replace(doc.read().value, f"/reviews/0/{field}", new)
    again = doc.write(edited, tracked=author).read().value
    assert again == edited
    assert getattr(again.reviews[0], field) == new


def test_a_review_follows_its_paragraph_and_one_in_a_table_is_edited_there() -> None:
    value = read(OWN, "审核人：李四　审核意见：同意").value
    assert mz.replace(value, "/closing/0", "审核人：王五　审核意见：同意").reviews[0].by == "王五"
    stamped = read(OWN, *STAMPS[0]).value
    with pytest.raises(mz.BadEdit, match="表格"):
        mz.replace(stamped, "/reviews/0/by", "王五")


@pytest.mark.parametrize("more", [["审核人：李四　审核意见：同意"], STAMPS[0]], ids=["line", "table"])
@pytest.mark.parametrize("kept", [0, 2])
def test_a_review_neither_comes_nor_goes_without_the_words_that_tell_it(more: list[str], kept: int) -> None:
    doc = mz.open(word([*OWN, *more]))
    value = doc.read().value
    other = (*value.reviews, mz.Review(by="孙七", decision="同意"))
    with pytest.raises(mz.BadEdit, match="请改它所依据的文字"):
        doc.write(value.model_copy(update={"reviews": other[: kept and len(other)]}))


MADE = {
    name: getattr(values, name)() for name in ("self_examinations", "meeting_reports", "ledgers")
}  # fmt: skip


@pytest.mark.parametrize("name", MADE)
@given(data=st.data())
def test_reviews_that_were_made_stand_on_paper_and_come_back(name: str, data: st.DataObject) -> None:
    told = data.draw(st.lists(values.reviews(), min_size=1, max_size=3, unique=True))
    value = data.draw(MADE[name]).model_copy(update={"reviews": tuple(told)})
    assert mz.complete(value).reviews == tuple(told)
    assert mz.open(mz.write(value)).read().value.reviews == tuple(told)


def test_several_long_lines_of_reviews_are_not_taken_for_one_that_was_wrapped() -> None:
    told = tuple(
        mz.Review(stage=stage, by="县委第二督导组", on="2026-01-12", decision="同意", version="送审稿")
        for stage in ("书记审核", "集体审核", "督导组预审", "上级审核")
    )
    row = mz.LedgerEntry(issue=mz.Issue(text="学习不够。"), measures=(mz.Measure(text="读书。"),))
    value = mz.Ledger(year=2025, entries=(row,), reviews=told)
    assert mz.open(mz.write(value)).read().value.reviews == told


def test_a_review_that_is_given_twice_is_told_once() -> None:
    told = mz.Review(by="张三", on="2026-01-12", decision="同意")
    value = mz.Ledger(
        entries=({"issue": {"text": "学习不够。"}, "measures": ({"text": "读书。"},)},), reviews=(told, told)
    )  # type: ignore[arg-type]
    assert mz.complete(value).reviews == mz.open(mz.write(value)).read().value.reviews == (told,)


@pytest.mark.parametrize(
    ("decision", "agreed"),
    [("同意", True), ("审核通过，可以使用", True), ("不同意", False), ("修改后再报", False), ("退回重写", False), ("已阅", False)],
)  # fmt: skip
def test_by_some_decisions_a_paper_may_be_used(decision: str, agreed: bool) -> None:
    assert agrees(decision) is agreed
