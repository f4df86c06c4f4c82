import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import LabelKind, label_at
from mzsh_model.outline.paragraphs import make_blocks
from mzsh_model.outline.sentences import sentences
from mzsh_model.outline.text import outline_of_text
from mzsh_model.outline.tree import build_tree


@pytest.mark.parametrize(
    ("text", "kind", "number", "rest"),
    [
        ("一、存在的问题", LabelKind.HAN, 1, "存在的问题"),
        ("十二.其他", LabelKind.HAN, 12, "其他"),
        ("（三）带头", LabelKind.HAN_PAREN, 3, "带头"),
        ("(三) 带头", LabelKind.HAN_PAREN, 3, "带头"),
        ("（ 三）带头", LabelKind.HAN_PAREN, 3, "带头"),
        ("二）带头", LabelKind.HAN_PAREN, 2, "带头"),
        ("㈡带头", LabelKind.HAN_PAREN, 2, "带头"),
        ("1.学用", LabelKind.DIGIT, 1, "学用"),
        ("１、学用", LabelKind.DIGIT, 1, "学用"),
        ("3.2026年6月底前完成", LabelKind.DIGIT, 3, "2026年6月底前完成"),
        ("2.6月底前上线", LabelKind.DIGIT, 2, "6月底前上线"),
        ("3、12月10日前上报", LabelKind.DIGIT, 3, "12月10日前上报"),
        ("(2)学用", LabelKind.DIGIT_PAREN, 2, "学用"),
        ("③学用", LabelKind.CIRCLED, 3, "学用"),
        ("⑵学用", LabelKind.DIGIT_PAREN, 2, "学用"),
        ("二是学用", LabelKind.SHI, 2, "学用"),
        ("二 是学用", LabelKind.SHI, 2, "学用"),
        ("二要学用", LabelKind.SHI, 2, "学用"),
        ("第二，学用", LabelKind.ORDINAL, 2, "学用"),
        ("其次，学用", LabelKind.ADVERB, 2, "学用"),
        ("问题2：学用", LabelKind.ORDINAL, 2, "学用"),
    ],
)
def test_labels(text: str, kind: LabelKind, number: int, rest: str) -> None:
    label = label_at(text)
    assert label is not None
    assert (label.kind, label.number, text[label.end :]) == (kind, number, rest)
    assert text.startswith(label.raw)


@pytest.mark.parametrize(
    "text", ["2025年4月", "1.5倍", "3月底前", "一个问题", "第一季度", "十分重要", "其中", "1,000元", ""]
)
def test_no_labels(text: str) -> None:
    assert label_at(text) is None


@given(st.text(alphabet="一二三是要、（）()1２.①第首先其次，。 ", max_size=12))
def test_labels_are_total(text: str) -> None:
    label = label_at(text)
    assert label is None or 0 < label.end <= len(text)


def parts(text: str) -> list[list[str]]:
    return [[text[m.start : m.end] for m in chain.members] for chain in chains(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主要有：一是学习不够；二是调研不深。", [["学习不够", "调研不深。"]]),
        ("一是学。二是干。三是讲。", [["学。", "干。", "讲。"]]),
        ("一是学;三是讲.", [["学", "讲."]]),
        ("首先，学不深。其次，干不实。最后，讲不清。", [["学不深。", "干不实。", "讲不清。"]]),
        ("第一，学。第二，干。", [["学。", "干。"]]),
        ("1.派车审批；2.公布费用", [["派车审批", "公布费用"]]),
        ("1、严格兑现；2.对重大事项；3、主动规避", [["严格兑现", "对重大事项", "主动规避"]]),
        ("一是学：①读书②研讨；二是干", [["学：①读书②研讨", "干"]]),
        ("成效：一是快；二是好。但不足：一是慢；二是差。", [["快", "好。"], ["慢", "差。"]]),
        ("统一是好事，第一是学习", []),
        ("只有一是这一条", []),
    ],
)
def test_chains(text: str, expected: list[list[str]]) -> None:
    assert parts(text) == expected


def test_sentences_end_outside_brackets_only() -> None:
    text = "讲了“要严。要实。”（见附件；略）不够.第二句？第三句"
    assert [text[a:b] for a, b in sentences(text)] == ["讲了“要严。要实。”（见附件；略）不够.", "第二句？", "第三句"]


def test_decimals_and_names_end_no_sentence() -> None:
    text = "下降3.5个百分点,张三.李四都到了."
    assert [text[a:b] for a, b in sentences(text)] == ["下降3.5个百分点,张三.", "李四都到了."]


@given(st.text(alphabet='学习不够。；（）“”"!.1a ', max_size=60))
def test_sentences_cover_the_text(text: str) -> None:
    kept = "".join(text[a:b] for a, b in sentences(text, clauses=True))
    assert "".join(kept.split()) == "".join(text.split())


WRAPPED = (
    "一是政治学习不够深入，平时学习多是随大流，满足于参加集体学习，对原著原文通读不够，撰写心得有时由科室起草、自己修改，没有真正入脑入心，"
    "去年的两篇体会文章有大段内容雷同；二是理论运用于实践不够，在研究改制事项时对政策边界把握不准，只注重算经济账，没有充分考虑职工的思想波动，"
    "致使方案先后修改3次，职工代表在座谈会上提出的疑问当场没有答上来，会后也只是让科室起草了一份书面答复。"
)


@pytest.mark.parametrize("width", [16, 20, 25])
def test_hard_wraps_are_joined_whatever_their_width(width: int) -> None:
    rows = [WRAPPED[i : i + width] for i in range(0, len(WRAPPED), width)]
    middle = len(rows) // 2
    lines = outline_of_text(
        "\n".join(["一、存在的问题", *rows[:middle], "- 2 -", *rows[middle:], "二、原因分析"])
    ).lines
    made = make_blocks(lines)
    assert made.joined
    assert [b.text for b in made.blocks] == ["一、存在的问题", WRAPPED, "二、原因分析"]
    assert [line.text for line in made.furniture] == ["- 2 -"]
    place = made.blocks[1].place(0, len(WRAPPED))
    assert "".join(lines[p.line - 1].text[p.start : p.end] for p in place.parts) == WRAPPED


def test_whole_paragraphs_are_left_alone() -> None:
    lines = outline_of_text("\n".join([WRAPPED[:60] + "。"] * 12)).lines
    assert not make_blocks(lines).joined


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_text_lines(newline: str) -> None:
    outline = outline_of_text("\ufeff标题" + newline + "# 一、问题" + newline + newline + "正文")
    assert [(line.text, line.level) for line in outline.lines] == [
        ("标题", None),
        ("一、问题", 1),
        ("", None),
        ("正文", None),
    ]


def test_pipe_tables_become_cells() -> None:
    outline = outline_of_text("序号|问题\n1|学习<br>不够\n")
    assert [(line.cell.row, line.cell.col, line.text) for line in outline.lines if line.cell] == [
        (0, 0, "序号"), (0, 1, "问题"), (1, 0, "1"), (1, 1, "学习\n不够"),
    ]  # fmt: skip


def test_the_tree_follows_the_ladder_and_forgives_numbers() -> None:
    lines = outline_of_text("一、甲\n（一）乙\n1.丙\n（三）丁\n1.戊\n三、己\n1.庚").lines
    tree = build_tree(make_blocks(lines).blocks, lambda block, above: None)
    shape = [(c.heading, [(d.heading, [e.heading for e in d.children]) for d in c.children]) for c in tree.children]
    assert shape == [("甲", [("乙", ["丙"]), ("丁", ["戊"])]), ("己", [("庚", [])])]


def test_numbers_turned_round_are_seen() -> None:
    lines = outline_of_text("1.甲\n（一）乙\n（二）丙\n2.丁\n（一）戊").lines
    tree = build_tree(make_blocks(lines).blocks, lambda block, above: None)
    assert [(c.heading, len(c.children)) for c in tree.children] == [("甲", 2), ("丁", 1)]
