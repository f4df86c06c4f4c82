"""Ledgers as other hands lay them out: columns that mean several things, tables that stand upright, labels in brackets, totals."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import Ledger, LedgerCounts
from tests.laws.test_laws import assert_texts_stand_at_their_anchors, assert_total
from tests.reading.word import word

TITLE = "某局2025年度民主生活会整改台账"
TWO = ["学习不够系统", "调研不够深入"], ["每季度研讨一次", "每月走访一次"]


def read(*rows: str, plain: bool = False) -> Ledger:
    doc = mz.open("\n".join(rows).encode() if plain else word(rows))
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    value = doc.read().value
    assert isinstance(value, Ledger)
    return value


def told(value: Ledger) -> tuple[list[str | None], list[str]]:
    return [e.issue and e.issue.text for e in value.entries], [m.text for e in value.entries for m in e.measures]


@pytest.mark.parametrize("issue", ["整改内容", "整改任务", "整改事项", "任务清单", "整改要求"])
@pytest.mark.parametrize("measure", ["整改举措", "具体措施", "改进办法"])
def test_what_is_to_be_put_right_stands_before_how(issue: str, measure: str) -> None:
    value = read(
        TITLE, f"|{issue}|{measure}|责任人|完成时限|",
        "|学习不够系统|每季度研讨一次|张三|2026年3月|", "|调研不够深入|每月走访一次|李四|2026年6月|",
    )  # fmt: skip
    assert told(value) == TWO


@pytest.mark.parametrize("name", ["整改内容", "整改任务", "任务清单", "整改要求"])
def test_beside_a_column_of_problems_the_same_name_is_the_measure(name: str) -> None:
    value = read(TITLE, f"|存在问题|{name}|责任人|", *(f"|{a}|{b}|张三|" for a, b in zip(*TWO, strict=True)))
    assert told(value) == TWO


def test_a_third_column_of_that_sense_is_neither() -> None:
    rows = (TITLE, "|存在问题|整改内容|整改举措|", "|学习不够系统|学习制度|每季度研讨一次|")
    assert told(read(*rows)) == (["学习不够系统"], ["每季度研讨一次"])
    assert {n.code: n.text for n in mz.open(word(rows)).read().notices} == {"unread-cell": "学习制度"}


@pytest.mark.parametrize("head", [("存在问题", "整改措施"), ("突出问题", "整改举措"), ("差距", "努力方向")])
@pytest.mark.parametrize("number", ["|序号|1|2|", "|编号|一|二|", None])
def test_an_upright_table_has_a_problem_in_each_column(head: tuple[str, str], number: str | None) -> None:
    rows = [number] if number else []
    rows += [f"|{name}|{'|'.join(said)}|" for name, said in zip(head, TWO, strict=True)]
    value = read(TITLE, *rows, "|责任人|张三|李四|", "|完成时限|2026年3月|2026年6月|")
    assert told(value) == TWO
    assert [(m.owner, m.due) for e in value.entries for m in e.measures] == [
        ("张三", "2026年3月"),
        ("李四", "2026年6月"),
    ]
    assert [e.number for e in value.entries] == (number.strip("|").split("|")[1:] if number else [None, None])


def test_an_upright_table_is_written_back() -> None:
    doc = mz.open(word((TITLE, "|存在问题|学习不够系统|调研不够深入|", "|整改措施|每季度研讨一次|每月走访一次|")))
    value = mz.replace(doc.read().value, "/entries/1/measures/0/text", "每月走访两次")
    assert doc.write(value).read().value == value
    with pytest.raises(mz.BadEdit, match="一行里写了几项"):
        doc.write(mz.remove(value, "/entries/0"))
    with pytest.raises(mz.BadEdit, match="表单"):
        doc.write(mz.insert(value, "/entries/2", value.entries[0].model_copy(update={"id": ""})))


@pytest.mark.parametrize(
    ("heads", "numbers"),
    [(("任务一", "任务二"), ["一", "二"]), (("【第1项】", "【第2项】"), ["1", "2"]), (("问题 1", "问题 2"), ["1", "2"]), ((), [None, None])],
)  # fmt: skip
@pytest.mark.parametrize("colon", ["", "："])
def test_labels_in_brackets_need_no_colon(heads: tuple[str, ...], numbers: list[str | None], colon: str) -> None:
    rows: list[str] = []
    for at, (issue, measure) in enumerate(zip(*TWO, strict=True)):
        rows += heads[at : at + 1]
        said = (
            ("问题", issue),
            ("整改目标", "见效"),
            ("整改措施", measure),
            ("责任领导", "张三"),
            ("销号状态", "已销号"),
        )
        rows += [f"【{name}】{colon}{words}" for name, words in said]
    value = read("某局2025年度民主生活会整改任务清单", *rows, plain=True)
    assert told(value) == TWO
    assert [e.number for e in value.entries] == numbers
    assert {(e.goal, m.owner, m.status) for e in value.entries for m in e.measures} == {("见效", "张三", "已销号")}


@pytest.mark.parametrize("title", ["整改任务表", "问题整改分解表", "整改情况推进表", "整改表"])
def test_a_title_that_says_table_is_a_ledgers(title: str) -> None:
    rows = [
        f"{name}：{words}"
        for pair in zip(*TWO, strict=True)
        for name, words in zip(("问题", "措施"), pair, strict=True)
    ]
    assert told(read(f"某局2025年度民主生活会{title}", *rows, plain=True)) == TWO


@pytest.mark.parametrize("whose", ["归属", "问题归属", "在谁身上"])
@pytest.mark.parametrize("who", ["谁来负责", "由谁负责", "责任人"])
def test_whose_a_problem_is_stands_before_it_and_who_answers_behind(whose: str, who: str) -> None:
    value = read(
        TITLE, f"|{whose}|序号|整改事项|解决办法|{who}|哪天完成|现在什么情况|", "|领导班子|1|学习不够系统|每季度研讨一次|张三|2026年3月|已研讨|",
        "|王五|2|调研不够深入|每月走访一次|李四|2026年6月|已走访|", "|赵六|3|作风不够扎实|每周下沉一次|赵六|2026年9月|已下沉|",
    )  # fmt: skip
    assert [e.member for e in value.entries] == ["领导班子", "王五", "赵六"]
    said = [(m.owner, m.due, m.progress) for e in value.entries for m in e.measures]
    assert said == [("张三", "2026年3月", "已研讨"), ("李四", "2026年6月", "已走访"), ("赵六", "2026年9月", "已下沉")]


@pytest.mark.parametrize(
    "rows",
    [
        (TITLE, "（共2个问题2条措施）", "|序号|存在问题|整改措施|"),
        (f"{TITLE}（共2个问题2条措施）", "|序号|存在问题|整改措施|"),
        (TITLE, "统计：问题合计2项，措施共2条", "|序号|存在问题|整改措施|"),
    ],
)
def test_the_totals_beside_the_title_are_read(rows: tuple[str, ...]) -> None:
    value = read(*rows, *(f"|{n}|{a}|{b}|" for n, (a, b) in enumerate(zip(*TWO, strict=True), 1)))
    assert value.stated == LedgerCounts(issues=2, measures=2)


@pytest.mark.parametrize("total", ["|总计|2个|2条|", "|合计|2|2|", "|合计|共2项|计2条|", "|合计|2个问题|2条措施|"])
def test_a_row_of_totals_counts_what_its_columns_hold(total: str) -> None:
    value = read(
        TITLE,
        "|序号|存在问题|整改措施|",
        *(f"|{n}|{a}|{b}|" for n, (a, b) in enumerate(zip(*TWO, strict=True), 1)),
        total,
    )
    assert value.stated == LedgerCounts(issues=2, measures=2)
    assert told(value) == TWO


@pytest.mark.parametrize(
    "above",
    [
        ("2025年度民主生活会个人整改清单", "姓名：张三  单位：某局  职务：副局长"),
        ("2025年度民主生活会个人整改清单", "姓名：张三\t所在单位：某局"),
        ("张三同志2025年度民主生活会个人整改清单",),
        ("张三2025年度民主生活会个人整改清单",),
    ],
)
def test_whose_own_ledger_it_is(above: tuple[str, ...]) -> None:
    assert read(*above, "|序号|存在问题|整改措施|", "|1|学习不够系统|每季度研讨一次|").owner == "张三"


@pytest.mark.parametrize("below", ["", "^", "同上"])
def test_where_nobody_is_named_the_problem_is_whose_the_one_above_is(below: str) -> None:
    value = read(
        TITLE, "|姓名|序号|存在问题|整改措施|", "|张三|1|学习不够系统|研讨一次|", f"|{below}|2|调研不够深入|走访一次|", "|李四|3|作风不够扎实|下沉一次|",
    )  # fmt: skip
    assert [e.member for e in value.entries] == ["张三", "张三", "李四"]


def test_the_team_answers_for_no_measure_by_having_the_problem() -> None:
    value = read(TITLE, "|归属|存在问题|整改措施|", "|领导班子|学习不够系统|研讨一次|", "|张三|调研不够深入|走访一次|")
    assert [m.owner for e in value.entries for m in e.measures] == [None, "张三"]


@pytest.mark.parametrize("title", [TITLE, "各位同志2025年度民主生活会整改台账", "水务局2025年度民主生活会整改台账"])
def test_a_ledger_of_a_unit_is_nobodys_own(title: str) -> None:
    assert read(title, "|序号|存在问题|整改措施|", "|1|学习不够系统|每季度研讨一次|").owner is None


@pytest.mark.parametrize("number", ["A1", "B-02", "ZG3"])
@pytest.mark.parametrize("name", ["编码", "代码", "问题编码"])
def test_a_code_is_a_number(number: str, name: str) -> None:
    assert read(TITLE, f"|{name}|存在问题|整改措施|", f"|{number}|学习不够|研讨一次|").entries[0].number == number


@pytest.mark.parametrize(("name", "said"), [("当前颜色", "黄色"), ("亮灯情况", "绿灯"), ("红黄绿灯", "红")])
def test_a_colour_is_a_state_as_it_is_written(name: str, said: str) -> None:
    value = read(TITLE, f"|存在问题|整改措施|{name}|", f"|学习不够|研讨一次|{said}|")
    assert value.entries[0].measures[0].status == said


@pytest.mark.parametrize(
    "head", ["任务号\t整改内容\t针对的问题\t主责\t交账日期", "项\t要改什么问题\t改的办法\t谁抓\t哪天交"]
)
def test_lines_of_as_many_cells_between_tabs_are_a_table_whatever_its_columns_are_called(head: str) -> None:
    issue_first = "办法" in head
    rows = [
        (str(n), *((a, b) if issue_first else (b, a)), "张三", f"2026年{n}月底")
        for n, (a, b) in enumerate(zip(*TWO, strict=True), 1)
    ]
    value = read("某所2025年度民主生活会整改任务书", head, *("\t".join(row) for row in rows), plain=True)
    assert told(value) == TWO
    assert [m.owner for e in value.entries for m in e.measures] == ["张三", "张三"]
    assert [m.due for e in value.entries for m in e.measures] == ["2026年1月底", "2026年2月底"]


def test_two_lines_with_a_tab_are_no_table() -> None:
    got = mz.read_text("个人对照检查材料\n一、存在的问题\n问题一\t学习不够\t读书少\n2026年6月底前读完，本月列出书单")
    assert not isinstance(got.value, Ledger)


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("县民政局“我为群众办实事”项目清单", "序号,群众急难愁盼,办实事举措,牵头领导,完成时限"),
        ("某中心党史学习教育“办实事”清单", "序号,群众急难愁盼,办实事举措,牵头领导,完成时限"),
        ("2024年民生实事任务分解表", "序号,群众诉求,具体措施,责任单位,完成时间"),
        ("重点项目推进清单", "序号,堵点难点,推进举措,责任人,时限"),
    ],
)
def test_a_list_of_other_work_gets_no_verdict(title: str, head: str) -> None:
    rows = "1,老街没有食堂,改建食堂一处,张三,2026年3月底\n2,停车难,新增车位60个,李四,2026年6月底"
    result = mz.check(mz.read_text(f"{title}\n{head}\n{rows}"))
    assert result.verdict is None


@pytest.mark.parametrize("name", ["销号标志", "拿什么销号", "完成标志"])
def test_what_an_item_is_closed_by_is_its_evidence(name: str) -> None:
    value = read(TITLE, f"|问题|措施|责任人|{name}|", "|学习不够系统|每季度研讨一次|张三|研讨记录|")
    assert [m.evidence for e in value.entries for m in e.measures] == ["研讨记录"]


@pytest.mark.parametrize("name", ["怎样整改", "如何整改", "打算怎么改"])
def test_a_card_that_asks_how_holds_its_measure(name: str) -> None:
    value = read(
        TITLE, "|卡号|1|归属方面|敬畏人民|", "|查摆出的问题|学习不够系统|眼下进度|正在学|",
        f"|{name}|每季度研讨一次|挂账领导|张三|",
    )  # fmt: skip
    assert told(value) == (["学习不够系统"], ["每季度研讨一次"])
    assert [(e.number, m.owner) for e in value.entries for m in e.measures] == [("1", "张三")]
