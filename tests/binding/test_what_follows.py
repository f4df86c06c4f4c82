"""What follows an edit by itself is not written again, and words that nobody asked for are never changed with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import mzsh_model as mz

MINUTES = "民主生活会会议记录\n时间：2026年1月15日\n{chair}\n{there}\n记录人：钱七\n\n一、通报情况\n会议通报了上年度整改情况。\n"
Edit = Callable[[mz.DocumentValue], mz.DocumentValue]


@pytest.mark.parametrize(
    ("chair", "there"),
    [
        ("主持人：张三", "参加人员：李四、王小五、赵六"),
        ("主持：张三", "出席：李四、王小五、赵六"),
        ("会议主持人：张三", "参会人员：李四 王小五 赵六"),
    ],
)
def test_who_takes_the_chair_stays_in_the_list_that_names_them(chair: str, there: str) -> None:
    doc = mz.open(MINUTES.format(chair=chair, there=there).encode())
    value = mz.replace(doc.read().value, "/meeting/chair/name", "赵六")
    after = doc.write(value)
    assert there in [line.text for line in after.lines]
    assert after.read().value == value


PRIOR = (
    "{unit}2024年度民主生活会整改措施落实情况报告\n2024年度民主生活会后，{unit}党组认真整改。\n"
    "一、学习不深入的问题\n整改情况：已制定计划，组织学习12次。\n"
)
PLAN = "整改方案\n一、学习不深入\n主要表现：学习不系统，4本书只读了2本。\n整改措施：1.制定学习计划。2.每月组织学习一次。\n责任人：张三\n"
OFF_BY_NAME = "区委办公室2025年度民主生活会会议记录\n时间：2026年1月15日\n主持人：张三\n\n一、通报情况\n李四：同意。\n王五：同意。\n"


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        (PRIOR.format(unit="人事局"), lambda value: mz.replace(value, "/organisation/name", "人事处")),
        (PRIOR.format(unit="水务局"), lambda value: mz.replace(value, "/organisation/name", "后勤组")),
        (PLAN, lambda value: mz.replace(value, "/issues/0/text", "2026年9月底前")),
        (OFF_BY_NAME, lambda value: mz.replace(value, "/meeting/chair/name", "一、整改措施")),
    ],
)
def test_a_change_is_written_as_it_was_asked_or_not_at_all(text: str, edit: Edit) -> None:
    doc = mz.open(text.encode())
    try:
        value = edit(doc.read().value)
        after = doc.write(value)
    except mz.BadEdit as refused:
        assert "\n" not in str(refused)
    else:
        assert after.read().value == value


def test_of_two_measures_in_a_line_one_goes_and_the_other_is_counted_anew() -> None:
    doc = mz.open(PLAN.encode())
    after = doc.write(mz.remove(doc.read().value, "/measures/0"))
    assert after.to_bytes().decode() == PLAN.replace("1.制定学习计划。2.", "1.")
    value = after.read().value
    assert isinstance(value, mz.RectificationPlan)
    assert [(one.label, one.text) for one in value.measures] == [("1.", "每月组织学习一次。\n责任人：张三")]


def test_a_title_does_not_change_with_a_unit_that_was_given_without_it() -> None:
    doc = mz.open(PRIOR.format(unit="人事局").encode())
    value = doc.read().value
    with pytest.raises(mz.BadEdit, match="/title"):
        doc.write(value.model_copy(update={"organisation": mz.Organisation(name="财政局")}))


@pytest.mark.parametrize("name", ["2026年9月底前", "主持人：赵六", "整改措施：1.读书。"])
@pytest.mark.parametrize("post", ["某区人民检察院党组成员、副检察长", "县教育局党组书记、局长"])
def test_a_unit_in_a_post_is_written_as_a_unit_or_not_at_all(name: str, post: str) -> None:
    text = f"2025年度民主生活会个人对照检查材料\n{post}　张三\n一、存在的问题\n1.学习不够，只读了2本书。\n二、原因\n1.认识不深。\n"
    doc = mz.open(text.encode())
    value = doc.read().value
    assert value.organisation is not None
    with pytest.raises(mz.BadEdit):
        doc.write(mz.replace(value, "/organisation/name", name))
