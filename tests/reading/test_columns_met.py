"""Ledgers as people make them: names of columns without end, cells that say nothing, rows that add up, 同上."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import Ledger
from mzsh_model.rules.finding import Level
from tests.reading.word import word

TITLE = "某局2025年度民主生活会整改台账"
HEAD = "|序号|存在问题|整改措施|责任人|完成时限|"


def read(*rows: str) -> Ledger:
    value = mz.open(word(rows)).read().value
    assert isinstance(value, Ledger)
    return value


def told(value: Ledger) -> list[tuple[str | None, list[str]]]:
    return [(e.issue and e.issue.text, [m.text for m in e.measures]) for e in value.entries]


def notices(*rows: str) -> dict[str, str]:
    return {found.code: found.text.strip() for found in mz.open(word(rows)).read().notices}


MEASURE_NAMES = (
    "整改承诺", "整改思路", "努力方向", "下步打算", "整改方式", "措施清单", "整改目标及措施", "努力方向及整改措施", "整改计划", "整改办法",
    "拟采取的办法", "今后努力方向", "下一阶段整改打算", "怎么改",
)  # fmt: skip
ISSUE_NAMES = (
    "整改事项", "薄弱环节", "问题（意见）", "查摆出的主要问题", "班子存在问题", "意见建议", "问题具体描述", "哪里没做好",
)  # fmt: skip


@pytest.mark.parametrize("name", MEASURE_NAMES)
def test_a_column_of_measures_is_known_by_name_or_by_the_row_it_stands_in(name: str) -> None:
    value = read(
        TITLE, f"|序号|存在问题|{name}|责任人|完成时限|", "|1|学习不够系统|每季度研讨一次|张三|2026年3月底前|",
        "|2|调研不够深入|每月到联系点一次|李四|2026年6月底前|",
    )  # fmt: skip
    assert told(value) == [("学习不够系统", ["每季度研讨一次"]), ("调研不够深入", ["每月到联系点一次"])]
    assert [m.owner for e in value.entries for m in e.measures] == ["张三", "李四"]


@pytest.mark.parametrize("name", ISSUE_NAMES)
def test_a_column_of_problems_is_known_by_name_or_by_the_row_it_stands_in(name: str) -> None:
    value = read(
        TITLE, f"|序号|{name}|整改措施|责任人|完成时限|", "|1|学习不够系统|每季度研讨一次|张三|2026年3月底前|",
        "|2|调研不够深入|每月到联系点一次|李四|2026年6月底前|",
    )  # fmt: skip
    assert told(value) == [("学习不够系统", ["每季度研讨一次"]), ("调研不够深入", ["每月到联系点一次"])]


@pytest.mark.parametrize(
    ("name", "field", "cell"),
    [
        ("包抓领导", "owner", "张三"), ("整改责任", "owner", "张三"), ("谁来管", "owner", "张三"), ("责任班子成员", "owner", "张三"),
        ("责任股室", "department", "办公室"), ("落实单位", "department", "办公室"), ("哪个股室办", "department", "办公室"),
        ("时间节点", "due", "2026年6月"), ("销号时间", "due", "2026年6月"), ("何时完成", "due", "2026年6月"), ("期限", "due", "长期坚持"),
        ("当前状态", "status", "整改中"), ("是否整改到位", "status", "√"), ("是否办结", "status", "是"), ("做完没有", "status", "已完成"),
        ("已采取措施及成效", "progress", "研讨两次"), ("整改落实情况", "progress", "研讨两次"), ("支撑材料", "evidence", "会议记录"),
    ],
)  # fmt: skip
def test_a_column_beside_them_is_known_likewise(name: str, field: str, cell: str) -> None:
    value = read(TITLE, f"|序号|问题|措施|{name}|", f"|1|学习不够系统|每季度研讨一次|{cell}|")
    assert getattr(value.entries[0].measures[0], field) == cell


def test_what_was_done_is_not_taken_for_what_will_be() -> None:
    value = read(TITLE, "|问题|已采取措施及成效|下步整改措施|责任人|", "|学习不够系统|研讨两次|每季度研讨一次|张三|")
    assert told(value) == [("学习不够系统", ["每季度研讨一次"])]
    assert value.entries[0].measures[0].progress == "研讨两次"


def test_a_closing_day_is_not_the_time_limit_where_both_stand() -> None:
    value = read(TITLE, "|问题|措施|销号时间|完成时限|", "|学习不够系统|每季度研讨一次|2026年5月|2026年6月|")
    assert value.entries[0].measures[0].due == "2026年6月"


def test_a_header_that_is_not_understood_is_named() -> None:
    rows = (TITLE, "|问题|措施|责任人|甲乙丙|", "|学习不够系统|每季度研讨一次|张三|材料见附件一、二，共三十页。|")
    assert notices(*rows)["header-unknown"] == "甲乙丙"
    inferred = (TITLE, "|问题|往下咋办|责任人|", "|学习不够系统|每季度研讨一次|张三|")
    assert notices(*inferred)["header-inferred"] == "往下咋办"


def test_two_short_clauses_are_no_two_persons() -> None:
    value = read(
        TITLE, "|对照方面|主要差距|怎样整改|办结时间|", "|党性|学习不够|开展回访，限时办结|2026年3月|", "|政治|调研不深|定期走访，及时反馈|2026年6月|",
    )  # fmt: skip
    assert told(value) == [("学习不够", ["开展回访，限时办结"]), ("调研不深", ["定期走访，及时反馈"])]


@pytest.mark.parametrize("name", ["问题性质", "问题数", "是否共性问题类"])
def test_a_column_about_the_problems_is_not_part_of_them(name: str) -> None:
    value = read(TITLE, f"|存在问题|{name}|整改措施|", "|学习不够|共性问题|研讨一次|")
    assert told(value) == [("学习不够", ["研讨一次"])]


def test_a_second_column_of_one_field_is_named_by_its_cells() -> None:
    rows = (TITLE, "|问题|措施|牵头领导|责任人|", "|学习不够|研讨一次|张三|李四|")
    assert read(*rows).entries[0].measures[0].owner == "张三"
    assert notices(*rows) == {"unread-cell": "李四"}


@pytest.mark.parametrize(
    "rows",
    [
        ("某局工作安排", "|阶段|工作内容|责任人|完成时限|", "|一|学习文件，撰写材料|张三|2026年3月|"),
        ("某局通讯录", "|序号|姓名|职务|电话|", "|1|张三|局长|无|"),
        ("某局会议议程", "|序号|事项|汇报人|", "|1|通报上年度情况|张三|"),
    ],
)
def test_a_table_of_something_else_is_no_ledger(rows: tuple[str, ...]) -> None:
    assert not isinstance(mz.open(word(rows)).read().value, Ledger)


# totals, cells that reach further, cells that say nothing


@pytest.mark.parametrize(
    "row", ["|合计|2个问题|3条措施|||", "|总计|2个|3条|||", "|小计||3条措施|||", "|合 计|共2个问题|||/|"]
)
def test_a_row_that_adds_up_is_no_entry(row: str) -> None:
    value = read(TITLE, HEAD, "|1|学习不够|1.读书¶2.研讨|张三|3月底前|", "|2|调研不深|走访|李四|6月底前|", row)
    assert told(value) == [("学习不够", ["读书", "研讨"]), ("调研不深", ["走访"])]


def test_what_it_adds_up_to_is_what_the_ledger_states() -> None:
    value = read(TITLE, HEAD, "|1|学习不够|读书|张三|3月底前|", "|合计|3个问题|4条措施|||")
    assert value.stated is not None
    assert (value.stated.issues, value.stated.measures) == (3, 4)


def levels(*rows: str) -> dict[str, Level]:
    doc = mz.open(word(rows))
    return {found.code: found.level for found in mz.check(doc.read().value, doc).findings}


def codes(*rows: str) -> set[str]:
    return set(levels(*rows))


@pytest.mark.parametrize(
    "rows",
    [
        ("|1|学习不够|研讨交流|张三|3月底前|", "|2|调研不深|^|李四|6月底前|"),
        ("|1|学习不够|研讨交流|张三|3月底前|", "|2|调研不深|同上|李四|6月底前|"),
        ("|1|学习不够|研讨交流|张三|3月底前|", "|2|调研不深|〃|〃|〃|"),
        ("|1|学习不够|研讨交流|张三|3月底前|", "|2|调研不深|^|^|^|"),
    ],
)
def test_a_measure_that_answers_two_problems_is_shared(rows: tuple[str, ...]) -> None:
    value = read(TITLE, HEAD, *rows)
    assert told(value) == [("学习不够", ["研讨交流"]), ("调研不深", [])]
    assert {(link.issue, link.measure) for link in value.links} == {("i1", "m1"), ("i2", "m1")}
    assert "LDG001" not in codes(TITLE, HEAD, *rows)


def test_a_blank_problem_goes_on_from_above() -> None:
    rows = (
        TITLE,
        HEAD,
        "|1|学习不够|读书|张三|3月底前|",
        "|||研讨|李四|6月底前|",
        "||同上|交流|王五|9月底前|",
        "|2|调研不深|走访|李四|6月底前|",
    )
    value = read(*rows)
    assert told(value) == [("学习不够", ["读书", "研讨", "交流"]), ("调研不深", ["走访"])]
    assert [m.owner for m in value.entries[0].measures] == ["张三", "李四", "王五"]


def test_a_numbered_row_without_a_problem_is_one_that_lacks_it() -> None:
    assert told(read(TITLE, HEAD, "|1|学习不够|读书|张三|3月底前|", "|2||走访|李四|6月底前|"))[1] == (None, ["走访"])


def test_the_same_as_above_is_what_stands_above() -> None:
    value = read(
        TITLE, HEAD, "|1|学习不够|读书|张三|3月底前|", "|2|调研不深|走访|同上|〃|", "|3|作风不实|督办|同上|6月底前|"
    )
    assert [(m.owner, m.due) for e in value.entries for m in e.measures] == [
        ("张三", "3月底前"), ("张三", "3月底前"), ("张三", "6月底前"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("owners", "wanted"),
    [
        ("1.张三¶2.李四", ["张三", "李四"]), ("①张三②李四", ["张三", "李四"]), ("1.张三；2.李四", ["张三", "李四"]), ("张三、李四", ["张三、李四"] * 2),
        ("1.张三¶2.李四¶3.王五", ["1.张三\n2.李四\n3.王五"] * 2),
    ],
)  # fmt: skip
def test_owners_numbered_like_the_measures_are_one_each(owners: str, wanted: list[str]) -> None:
    value = read(TITLE, HEAD, f"|1|学习不够|1.读书。¶2.研讨。|{owners}|3月底前|")
    assert [m.owner for m in value.entries[0].measures] == wanted


@pytest.mark.parametrize("cell", ["无", "—", "/", "暂无", "待定", "待研究", "待补充"])
def test_a_cell_that_says_nothing_is_no_measure(cell: str) -> None:
    rows = (TITLE, HEAD, f"|1|学习不够|{cell}|张三|3月底前|", "|2|调研不深|走访|李四|6月底前|")
    assert told(read(*rows)) == [("学习不够", []), ("调研不深", ["走访"])]
    assert notices(*rows)["unsaid-cell"] == cell
    assert "LDG001" in codes(*rows)


@pytest.mark.parametrize("cell", ["各相关科室", "相关人员", "责任科室", "待定", "无", "—", "有关部门", "各有关科室"])
def test_a_cell_that_names_everybody_names_nobody(cell: str) -> None:
    rows = (TITLE, HEAD, f"|1|学习不够|读书|{cell}|3月底前|", "|2|调研不深|走访|李四|6月底前|")
    assert read(*rows).entries[0].measures[0].owner == Placeholder(raw=cell, of="person")
    assert "LDG003" in codes(*rows)


@pytest.mark.parametrize("cell", ["班子成员", "全体班子成员", "各支部", "各科室、各支部", "各村负责人", "每名党员"])
def test_a_cell_that_names_a_whole_group_is_kept_and_only_advised_on(cell: str) -> None:
    rows = (TITLE, HEAD, f"|1|学习不够|读书|{cell}|3月底前|", "|2|调研不深|走访|李四|6月底前|")
    assert read(*rows).entries[0].measures[0].owner == cell
    assert levels(*rows)["LDG003"] is Level.SHOULD


@pytest.mark.parametrize("cell", ["张三、各支部", "办公室，各科室", "分管领导、班子成员"])
def test_a_group_beside_somebody_is_no_fault(cell: str) -> None:
    rows = (TITLE, HEAD, f"|1|学习不够|读书|{cell}|3月底前|", "|2|调研不深|走访|李四|6月底前|")
    assert "LDG003" not in codes(*rows)


@pytest.mark.parametrize("cell", ["尽快", "待定", "无", "—", "抓紧完成", "按时完成"])
def test_a_wish_is_no_time_limit(cell: str) -> None:
    assert "LDG002" in codes(TITLE, HEAD, f"|1|学习不够|读书|张三|{cell}|", "|2|调研不深|走访|李四|6月底前|")


@pytest.mark.parametrize(
    ("name", "cell", "state"),
    [
        ("整改状态", "完成", "done"), ("整改状态", "已整改", "done"), ("整改状态", "已整改到位", "done"), ("整改状态", "已办结", "done"),
        ("整改状态", "整改到位", "done"), ("整改状态", "已落实", "done"), ("完成状态", "100%", "done"), ("是否办结", "√", "done"), ("是否销号", "是", "done"),
        ("是否办结", "否", "open"), ("是否完成", "×", "open"), ("当前状态", "尚未完成", "open"), ("当前状态", "未整改到位", "open"), ("整改状态", "申请销号", "open"),
        ("销号情况", "长期坚持", "standing"), ("整改状态", "已完成并长期坚持", "standing"), ("整改状态", "见附件", None),
    ],
)  # fmt: skip
def test_a_status_is_kept_as_typed_and_understood(name: str, cell: str, state: str | None) -> None:
    value = read(TITLE, f"|问题|措施|完成时限|{name}|", f"|学习不够|读书|2021年3月底前|{cell}|")
    measure = value.entries[0].measures[0]
    assert (measure.status, measure.state) == (cell, state)
    rows = (TITLE, f"|问题|措施|责任人|完成时限|{name}|", f"|学习不够|读书|张三|2021年3月底前|{cell}|")
    assert ("LDG006" in codes(*rows)) == (state in ("open", None))


def test_the_aspect_above_a_table_is_that_of_its_rows() -> None:
    head = "|问题|措施|责任人|"
    rows = (
        TITLE, "一、带头强化政治忠诚方面", head, "|学习不够|读书|张三|", "二、带头固本培元方面", head, "|党性锻炼不足|谈心|李四|",
    )  # fmt: skip
    value = read(*rows)
    assert [(e.aspect, e.issue and e.issue.aspect) for e in value.entries] == [
        ("带头强化政治忠诚方面",) * 2, ("带头固本培元方面",) * 2,
    ]  # fmt: skip
    assert value.closing == ()


def test_a_joint_ledger_says_whose_each_row_is() -> None:
    value = read(
        TITLE,
        "|序号|姓名|存在问题|整改措施|完成时限|",
        "|1|张三|学习不够|读书|3月|",
        "|2|^|调研不深|走访|6月|",
        "|3|李四|作风不实|督办|6月|",
    )
    assert [e.member for e in value.entries] == ["张三", "张三", "李四"]


def test_what_the_row_above_says_is_edited_there() -> None:
    """Like a cell merged over both rows: 同上 has no words of its own."""
    doc = mz.open(word((TITLE, HEAD, "|1|学习不够|读书|张三|3月底前|", "|2|调研不深|走访|同上|6月底前|")))
    wanted = mz.replace(doc.read().value, "/entries/1/measures/0/due", "2026年9月底前")
    assert doc.write(wanted).read().value == wanted
    alone = mz.replace(doc.read().value, "/entries/1/measures/0/owner", "王五")
    with pytest.raises(mz.BadEdit, match="写在同一格里"):
        doc.write(alone)
    both = mz.replace(alone, "/entries/0/measures/0/owner", "王五")
    assert doc.write(both).read().value == both


def test_a_numbered_owner_is_edited_by_itself() -> None:
    doc = mz.open(word((TITLE, HEAD, "|1|学习不够|1.读书。¶2.研讨。|1.张三¶2.李四|3月底前|")))
    wanted = mz.replace(doc.read().value, "/entries/0/measures/1/owner", "王五")
    assert doc.write(wanted).read().value == wanted
