"""Writing a value back: what stays, what is made after its neighbours, and what is refused before a byte is written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.binding.put import window as seeing
from mzsh_model.binding.put import write as writing
from mzsh_model.binding.put.plan import Plan
from mzsh_model.binding.put.planning import plan_of
from mzsh_model.binding.put.verify import verify_lines
from mzsh_model.binding.put.window import verify_through_window
from mzsh_model.document.document import Document
from mzsh_model.kernel.errors import BadEdit, WrongKind
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kinds.detection import Detection
from mzsh_model.kinds.read import taken_apart
from mzsh_model.kinds.spec import Paper
from mzsh_model.kinds.unrecognised.description import UNRECOGNISED
from mzsh_model.model.documents import Ledger, LedgerEntry, SelfExamination
from mzsh_model.model.items import Issue, Measure
from mzsh_model.outline.lines import Outline
from mzsh_model.testing.papers import drafts
from mzsh_model.testing.word_files import MC, R, package, packages
from mzsh_model.wml.editing.compose import Composer
from tests.laws.edits import edited
from tests.wml.test_edit import with_part

HEAD = "".join(
    f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("个人对照检查材料", "一、存在的问题", "一是学习不够系统。")
)
TAIL = "<w:p><w:r><w:t>二、整改措施</w:t></w:r></w:p><w:p><w:r><w:t>一是多读书，年底前见效。</w:t></w:r></w:p>"
INK = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def draft(second: str) -> Document:
    """A draft whose second problem is the paragraph `second`."""
    return mz.open(package(HEAD + second + TAIL))


def body(doc: Document) -> str:
    assert doc.package is not None
    return doc.package.read("word/document.xml").decode()


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content: str, properties: str = "") -> str:
    return f"<w:p>{properties}{content}</w:p>"


def changed(doc: Document, text: str = "调研不够扎实。") -> SelfExamination:
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    return mz.replace(value, "/issues/1/text", text)


SECOND = "二是调研不够深入。"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("深入")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
REFUSED = {
    "edit-field": para(run("二是调研不够") + FIELD + run("。")),
    "edit-locked": para(run("二是调研不够") + CONTROL.format('<w:lock w:val="contentLocked"/>', run("深入。"))),
    "edit-bound": para(run("二是调研不够") + CONTROL.format('<w:dataBinding w:xpath="/a"/>', run("深入。"))),
    "edit-ruby": para(
        run("二是调研不够")
        + f"<w:r><w:ruby><w:rt>{run('shen')}</w:rt><w:rubyBase>{run('深')}</w:rubyBase></w:ruby></w:r>"
        + run("入。")
    ),
    "edit-alternate": para(
        run("二是调研不够")
        + f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps">{run("深入。")}</mc:Choice>'
        f"<mc:Fallback>{run('别的')}</mc:Fallback></mc:AlternateContent>"
    ),
}
BLOCKS = {
    "edit-locked": CONTROL.format('<w:lock w:val="sdtContentLocked"/>', para(run(SECOND))),
    "edit-bound": CONTROL.format('<w:dataBinding w:xpath="/a"/>', para(run(SECOND))),
}


@pytest.mark.parametrize("tracked", [None, "办公室"])
@pytest.mark.parametrize(("code", "second"), [*REFUSED.items(), *BLOCKS.items()])
def test_what_cannot_be_edited_faithfully_is_refused(code: str, second: str, tracked: str | None) -> None:
    doc = draft(second)
    before = doc.to_bytes()
    with pytest.raises(BadEdit) as caught:
        doc.write(changed(doc), tracked=tracked)
    assert caught.value.code == code
    assert "调研" not in str(caught.value)
    assert doc.to_bytes() == before


@pytest.mark.parametrize("code", REFUSED)
def test_words_beside_such_a_place_can_be_edited(code: str) -> None:
    doc = draft(REFUSED[code])
    text = doc.read().value.issues[1].text
    after = doc.write(changed(doc, text.replace("调研", "走访调研")))
    assert after.read().value.issues[1].text == text.replace("调研", "走访调研")


def test_rows_that_go_do_not_confuse_the_measures_of_other_rows() -> None:
    """A row is known by its id, not by where it stands: one above it may have gone."""
    rows = [("学习不够系统。", "每月读书。"), ("调研不够深入。", "每季走访。"), ("督办不够有力。", "每周调度。")]
    head = "某局2025年度民主生活会整改台账\n| 序号 | 问题 | 整改措施 |\n|---|---|---|\n"
    read = mz.read_text(
        head + "".join(f"| {n} | {a} | 1.{b}<br>2.{b[:-1]}两次。 |\n" for n, (a, b) in enumerate(rows, 1))
    )
    doc = mz.open(mz.write(read.value))
    value = mz.insert(mz.remove(doc.read().value, "/entries/0"), "/entries/1/measures/-", "逐项销号。")
    value = mz.remove(value, "/entries/0/measures/0")
    got = doc.write(value).read().value
    assert isinstance(got, Ledger)
    assert [[m.text for m in row.measures] for row in got.entries] == [
        ["每季走访两次。"],
        ["每周调度。", "每周调度两次。", "逐项销号。"],
    ]


def test_a_control_that_only_must_not_be_deleted_takes_an_edit() -> None:
    doc = draft(para(run("二是调研不够") + CONTROL.format('<w:lock w:val="sdtLocked"/>', run("深入。"))))
    assert doc.write(changed(doc)).read().value.issues[1].text == "调研不够扎实。"


def test_both_branches_of_a_text_box_change() -> None:
    inner = "<w:txbxContent>{}</w:txbxContent>"
    box = para(
        f'<w:r><mc:AlternateContent xmlns:mc="{MC}" xmlns:wps="{INK}"><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        + inner.format(para(run(SECOND)))
        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        + inner.format(para(run("二是调研不") + run("够深入。")))
        + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    doc = draft(box)
    after = doc.write(changed(doc))
    assert after.read().value.issues[1].text == "调研不够扎实。"
    assert "".join(re.findall(r"<w:t[^>]*>([^<]*)", body(after))).count("调研不够扎实。") == 2


SETTINGS = "word/settings.xml"


def with_settings(content: str) -> Document:
    doc = draft(para(run(SECOND)))
    assert doc.package is not None
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
    made, _ = doc.package.add_part(
        SETTINGS, content.encode(), kind, source=doc.package.main_part, relationship=f"{R}/settings"
    )
    return mz.open(made.to_bytes())


def test_a_protected_file_is_refused() -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    doc = with_settings(
        f'<w:settings xmlns:w="{w}"><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
    )
    with pytest.raises(BadEdit, match="编辑限制"):
        doc.write(changed(doc))
    free = with_settings(
        f'<w:settings xmlns:w="{w}"><w:documentProtection w:edit="readOnly" w:enforcement="0"/></w:settings>'
    )
    assert free.write(changed(free)).read().value.issues[1].text == "调研不够扎实。"


def test_a_signed_file_is_refused() -> None:
    doc = draft(para(run(SECOND)))
    assert doc.package is not None
    kind = "application/vnd.openxmlformats-package.digital-signature-origin"
    relation = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    made, _ = doc.package.add_part("_xmlsignatures/origin.sigs", b"", kind, source="", relationship=relation)
    signed = mz.open(made.to_bytes())
    with pytest.raises(BadEdit, match="数字签名"):
        signed.write(changed(signed))


def test_a_part_in_utf_16_is_read_and_not_written() -> None:
    data = package(HEAD + para(run(SECOND)) + TAIL)
    xml = body(mz.open(data))
    doc = mz.open(with_part(data, ('<?xml version="1.0" encoding="UTF-16"?>' + xml).encode("utf-16")))
    assert doc.read().value.issues[1].text == "调研不够深入。"
    with pytest.raises(BadEdit, match="UTF-8"):
        doc.write(changed(doc))


def test_marks_and_formats_on_unchanged_words_stay() -> None:
    bold, comment = "<w:rPr><w:b/></w:rPr>", '<w:comment{} w:id="3"/>'
    second = para(
        run("二是调研", bold)
        + comment.format("RangeStart")
        + run("不够")
        + comment.format("RangeEnd")
        + '<w:bookmarkStart w:id="1" w:name="x"/>'
        + run("深入。")
        + '<w:bookmarkEnd w:id="1"/>'
    )
    doc = draft(second)
    after = body(doc.write(changed(doc, "调研不够扎实有效。")))
    assert after == body(doc).replace("深入。", "扎实有效。")


def test_a_tracked_word_keeps_the_run_around_it() -> None:
    doc = draft(para(run(SECOND, "<w:rPr><w:b/></w:rPr>")))
    after = body(doc.write(changed(doc, "调研不很深入。"), tracked="办公室"))
    assert run("二是调研不", "<w:rPr><w:b/></w:rPr>") in after
    assert '<w:del w:id="1" w:author="办公室"' in after
    assert '<w:delText xml:space="preserve">够</w:delText>' in after
    assert "<w:rPr><w:b/></w:rPr><w:t>很</w:t>" in after


def test_an_insertion_of_another_author_is_not_grown() -> None:
    theirs = '<w:ins w:id="7" w:author="李四" w:date="2026-01-01T00:00:00Z">{}</w:ins>'
    doc = draft(para(run("二是") + theirs.format(run("调研不够深入。"))))
    after = doc.write(changed(doc, "调研很不够深入。"), tracked="办公室")
    assert [(r.author, r.text) for r in after.revisions] == [("李四", "调研"), ("办公室", "很"), ("李四", "不够深入。")]
    assert len({r.id for r in after.revisions}) == 3


def test_a_new_item_is_made_after_its_neighbour() -> None:
    lead, rest = "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:sz w:val="32"/></w:rPr>'
    indent = '<w:pPr><w:ind w:firstLine="640"/></w:pPr>'
    second = para(run("二是调研不够深入。", lead) + run("去年到联系点3次。", rest), indent)
    doc = draft(second)
    after = doc.write(mz.insert(doc.read().value, "/issues/-", "担当不够。遇到难题绕着走。"))
    assert para(
        f"<w:r>{lead}<w:t>三是担当不够。</w:t></w:r><w:r>{rest}<w:t>遇到难题绕着走。</w:t></w:r>", indent
    ) in body(after)


@pytest.mark.parametrize(
    "inner",
    [
        "<w:r><w:drawing/></w:r>",
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        '<w:r><w:commentReference w:id="3"/></w:r>',
    ],
)
def test_a_paragraph_that_holds_more_than_text_is_only_deleted_tracked(inner: str) -> None:
    doc = draft(para(run(SECOND) + inner))
    value = mz.remove(doc.read().value, "/issues/1")
    with pytest.raises(BadEdit) as caught:
        doc.write(value)
    assert caught.value.code == "edit-paragraph-holds"
    after = doc.write(value, tracked="办公室")
    assert inner in body(after)
    assert len(after.read().value.issues) == 1


def test_a_range_that_ends_elsewhere_keeps_its_marker() -> None:
    marker = '<w:bookmarkStart w:id="5" w:name="wide"/>'
    doc = draft(para(marker + run(SECOND)))
    assert marker in body(doc.write(mz.remove(doc.read().value, "/issues/1")))


def test_a_part_changed_without_its_text_is_refused() -> None:
    doc = draft(para(run(SECOND)))
    value = doc.read().value
    measure = value.measures[0].model_copy(update={"due": "2026年9月底前"})
    with pytest.raises(BadEdit, match=re.escape("mz.replace")):
        doc.write(value.model_copy(update={"measures": (measure,)}))


def test_a_value_of_another_kind_is_refused() -> None:
    doc = draft(para(run(SECOND)))
    with pytest.raises(WrongKind):
        doc.write(Ledger())


def test_links_alone_cannot_be_written_and_change_nothing() -> None:
    doc = draft(para(run(SECOND)))
    assert doc.write(doc.read().value.model_copy(update={"links": ()})).to_bytes() == doc.to_bytes()


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{para(run(text) if text else '')}</w:tc>"


def ledger() -> Document:
    rows = [
        ["序号", "问题", "整改措施", "责任人", "完成时限"],
        ["1", "学习不够系统。", "每月读书1本。", "张三", "2026年6月底前"],
        ["2", "调研不够深入。", "每月下沉2次。", "李四", ""],
        ["3", "担当不够。", "限时办结。", "王五", "长期坚持"],
    ]
    table = "".join("<w:tr>" + "".join(map(cell, row)) + "</w:tr>" for row in rows)
    return mz.open(package(para(run("某局民主生活会整改台账")) + f"<w:tbl>{table}</w:tbl>" + para("")))


def told(doc: Document) -> list[tuple[str | None, str, str, str | None]]:
    entries = mz.open(doc.to_bytes()).read().value.entries
    return [(e.number, e.issue.text, e.measures[0].text, e.measures[0].due) for e in entries]


ROWS = [
    ("1", "学习不够系统。", "每月读书1本。", "2026年6月底前"),
    ("2", "调研不够深入。", "每月下沉2次。", None),
    ("3", "担当不够。", "限时办结。", "长期坚持"),
]
NEW = LedgerEntry(
    id="",
    issue=Issue(id="", statement="作风不实", text="作风不实。"),
    measures=(Measure(id="", text="逐项督办。", owner="赵六", due="2026年8月底前"),),
)
LEDGER_EDITS: dict[str, tuple[Callable[[Ledger], Ledger], list[tuple[str, str, str, str | None]]]] = {
    "cell": (
        lambda v: mz.replace(v, "/entries/0/measures/0/due", "2026-09"),
        [(*ROWS[0][:3], "2026年9月底前"), *ROWS[1:]],
    ),
    "empty cell": (
        lambda v: mz.replace(v, "/entries/1/measures/0/due", "2026年7月底前"),
        [ROWS[0], (*ROWS[1][:3], "2026年7月底前"), ROWS[2]],
    ),
    "remove": (lambda v: mz.remove(v, "/entries/0"), [("1", *ROWS[1][1:]), ("2", *ROWS[2][1:])]),
    "insert": (
        lambda v: mz.insert(v, "/entries/1", NEW),
        [ROWS[0], ("2", "作风不实。", "逐项督办。", "2026年8月底前"), ("3", *ROWS[1][1:]), ("4", *ROWS[2][1:])],
    ),
    "first": (
        lambda v: mz.insert(v, "/entries/0", NEW),
        [
            ("1", "作风不实。", "逐项督办。", "2026年8月底前"),
            ("2", *ROWS[0][1:]),
            ("3", *ROWS[1][1:]),
            ("4", *ROWS[2][1:]),
        ],
    ),
    "move": (
        lambda v: v.model_copy(update={"entries": (v.entries[2], *v.entries[:2])}),
        [("1", *ROWS[2][1:]), ("2", *ROWS[0][1:]), ("3", *ROWS[1][1:])],
    ),
}


@pytest.mark.parametrize("tracked", [None, "办公室"])
@pytest.mark.parametrize("edit", LEDGER_EDITS)
def test_rows_of_a_ledger(edit: str, tracked: str | None) -> None:
    doc = ledger()
    change, wanted = LEDGER_EDITS[edit]
    value = doc.read().value
    assert isinstance(value, Ledger)
    after = doc.write(change(value), tracked=tracked)
    assert told(after) == wanted
    assert body(after).count("<w:tbl>") == 1


@given(st.data())
def test_the_window_sees_what_the_whole_reading_sees(data: st.DataObject) -> None:
    lines, _ = data.draw(drafts())
    doc = mz.open(data.draw(packages(lines)))
    value = data.draw(edited(doc.read().value))
    outcomes: list[dict[str, list[str]] | str] = []
    for window in (True, False):
        with pytest.MonkeyPatch.context() as patch:
            if not window:
                patch.setattr(writing, "verify_through_window", lambda *_: False)
            try:
                outcomes.append(mz.open(doc.write(value).to_bytes()).read().value)
            except BadEdit as error:
                outcomes.append(error.code)
    assert outcomes[0] == outcomes[1]


def test_the_window_refuses_what_reads_otherwise() -> None:
    doc = draft(para(run(SECOND)))
    value = doc.read().value
    issue = value.issues[1].model_copy(update={"text": "调研不够：第一，走得少。第二，问得浅。"})
    with pytest.raises(BadEdit) as caught:
        doc.write(value.model_copy(update={"issues": (value.issues[0], issue)}))
    assert caught.value.code == "edit-reads-otherwise"


FIRST = [
    "个人对照检查材料",
    "一、存在的问题",
    "（一）学习不够系统。",
    "（二）调研不够深入。",
    "二、原因剖析",
    "三、整改措施",
    "（一）多读书。",
]


@pytest.mark.parametrize("word", [True, False])
def test_the_first_item_of_a_part_stands_under_its_heading(word: bool) -> None:
    doc = mz.open(package("".join(para(run(line)) for line in FIRST)) if word else "\n".join(FIRST).encode())
    value = doc.read().value
    assert value.causes == ()
    after = doc.write(mz.insert(mz.insert(value, "/causes/-", "武装不深。"), "/causes/-", "宗旨淡化。"))
    assert [line.text for line in after.lines] == [*FIRST[:5], "（一）武装不深。", "（二）宗旨淡化。", *FIRST[5:]]
    assert [(c.label, c.text) for c in after.read().value.causes] == [
        ("（一）", "武装不深。"),
        ("（二）", "宗旨淡化。"),
    ]


GAPS = {
    "into a gap": ([0, 1, None, 2, 3], "一三四五六"),
    "before a gap": ([None, 0, 1, 2, 3], "一二三五六"),
    "where there is none": ([0, 1, 2, None, 3], "一三五六七"),
    "taken out": ([0, 2, 3], "一四五"),
    "in another's place": ([0, None, 2, 3], "一二五六"),
    "in, and another out": ([0, None, 1, 3], "一二三五"),
}


@pytest.mark.parametrize("case", GAPS)
def test_numbers_move_no_further_than_a_gap_of_the_authors(case: str) -> None:
    order, numbers = GAPS[case]
    items = [
        f"（{n}）{text}" for n, text in zip("一三五六", ("多读书。", "多调研。", "多谈心。", "多担当。"), strict=True)
    ]
    doc = mz.open("\n".join([*FIRST[:6], *items]).encode())
    value = doc.read().value
    fresh = Measure(id="new", text="办实事，2026年6月底前办3件。", due="2026年6月底前")
    assert isinstance(value, SelfExamination)
    measures = tuple(fresh if old is None else value.measures[old] for old in order)
    after = doc.write(value.model_copy(update={"measures": measures, "links": ()}))
    assert [line.text[1] for line in after.lines[6:]] == list(numbers)


def test_an_item_of_a_part_that_has_no_heading_is_refused() -> None:
    doc = mz.open(package("".join(para(run(line)) for line in FIRST[:4])))
    with pytest.raises(BadEdit, match="标题"):
        doc.write(mz.insert(doc.read().value, "/measures/-", "多读书。"))


@pytest.mark.parametrize("tracked", [None, "办公室"])
def test_a_list_may_be_replaced_whole(tracked: str | None) -> None:
    doc = mz.open(package("".join(para(run(line)) for line in FIRST)))
    value = doc.read().value
    for _ in value.issues:
        value = mz.remove(value, "/issues/0")
    value = mz.insert(mz.insert(value, "/issues/-", "担当不够。"), "/issues/-", "作风不实。")
    after = doc.write(value, tracked=tracked)
    assert [(i.label, i.text) for i in after.read().value.issues] == [
        ("（一）", "担当不够。"),
        ("（二）", "作风不实。"),
    ]


def test_the_result_of_a_simple_field_is_refused() -> None:
    doc = draft(para(run("二是调研不够") + f'<w:fldSimple w:instr="REF x">{run("深入")}</w:fldSimple>' + run("。")))
    with pytest.raises(BadEdit) as caught:
        doc.write(changed(doc))
    assert caught.value.code == "edit-field"


MANY = [
    "个人对照检查材料",
    "一、存在的问题",
    "（一）学习不够系统。",
    "具体表现为读得少，而且读得浅。",
    "（二）调研不够深入。",
    "二、整改措施",
    "（一）多读书。",
]


@pytest.mark.parametrize("tracked", [None, "办公室"])
def test_paragraphs_of_an_item_are_run_together_and_cut(tracked: str | None) -> None:
    doc = mz.open(package("".join(para(run(line)) for line in MANY)))
    value = doc.read().value
    assert value.issues[0].text == "学习不够系统。\n具体表现为读得少，而且读得浅。"
    joined = doc.write(mz.replace(value, "/issues/0/text", value.issues[0].text.replace("\n", "")), tracked=tracked)
    assert [line.text for line in joined.lines][2] == MANY[2] + MANY[3]
    assert run(MANY[3]) in body(joined)
    if tracked is None:
        back = joined.write(value)
        assert [line.text for line in back.lines] == MANY
        assert run(MANY[3]) in body(back)


def test_lines_of_a_text_file_are_run_together_and_cut() -> None:
    doc = mz.open("\n".join(MANY).encode())
    value = doc.read().value
    joined = doc.write(mz.replace(value, "/issues/0/text", value.issues[0].text.replace("\n", "")))
    assert joined.text.split("\n") == [*MANY[:2], MANY[2] + MANY[3], *MANY[4:]]
    assert joined.write(value).to_bytes() == doc.to_bytes()


def test_a_part_that_its_changed_text_does_not_say_is_refused() -> None:
    doc = draft(para(run(SECOND)))
    value = doc.read().value
    said = value.measures[0].model_copy(update={"text": "多读书，2026年9月底前见效。", "due": "2026年12月底前"})
    with pytest.raises(BadEdit) as caught:
        doc.write(value.model_copy(update={"measures": (said,)}))
    assert caught.value.code == "edit-reads-otherwise"
    said = said.model_copy(update={"due": "2026-09"})
    assert doc.write(value.model_copy(update={"measures": (said,)})).read().value.measures[0].due == "2026年9月底前"


def test_a_deleted_paragraph_leaves_no_empty_line_behind() -> None:
    doc = mz.open(package("".join(para(run(line)) for line in MANY)))
    after = doc.write(mz.remove(doc.read().value, "/issues/1"), tracked="办公室")
    assert [line.text for line in after.lines] == [*MANY[:4], *MANY[5:]]


def test_the_only_paragraph_of_a_cell_stays_without_its_text() -> None:
    doc = ledger()
    after = doc.write(mz.remove(doc.read().value, "/entries/0/measures/0"))
    assert body(after).count("<w:tc>") == body(doc).count("<w:tc>")
    empty = "<w:tc><w:tcPr></w:tcPr><w:p></w:p></w:tc>"
    assert body(after).count(empty) == body(doc).count(empty) + 1


def test_two_changes_of_the_same_words_are_refused() -> None:
    plan = Plan(draft(para(run(SECOND))).lines)
    plan.retype(4, 2, 6, "甲")
    plan.retype(4, 6, 6, "乙")
    with pytest.raises(BadEdit, match="同一段文字"):
        plan.retype(4, 5, 8, "丙")
    assert plan.text_of(4) == "二是甲乙深入。"


def test_lines_that_do_not_say_what_was_foretold_are_refused() -> None:
    doc = draft(para(run(SECOND)))
    plan = Plan(doc.lines)
    verify_lines(plan, doc.lines)
    plan.retype(4, 2, 4, "走访")
    with pytest.raises(BadEdit, match="没有写入"):
        verify_lines(plan, doc.lines)


def test_an_edit_that_takes_items_away_elsewhere_is_refused() -> None:
    doc = draft(para(run(SECOND)))
    value = doc.read().value
    heading = value.sections[1].model_copy(update={"heading": "有关工作情况"})
    with pytest.raises(BadEdit) as caught:
        doc.write(value.model_copy(update={"sections": (value.sections[0], heading)}))
    assert caught.value.code == "edit-reads-otherwise"


def test_the_window_is_not_trusted_where_it_reads_otherwise_before_the_change() -> None:
    doc = draft(para(run(SECOND)))
    outcome = doc.read()
    assert isinstance(outcome.value, SelfExamination)
    new = mz.replace(outcome.value, "/issues/1/text", "调研不够扎实。")
    plan, made = plan_of(outcome, new, doc.outline)
    assert verify_through_window(plan, outcome, new, made)
    first, second = outcome.value.issues
    elsewhere = outcome.value.model_copy(update={"issues": (first, second.model_copy(update={"aspect_id": "2025-1"}))})
    assert not verify_through_window(plan, Outcome(elsewhere, anchors=outcome.anchors), new, made)


TABLE = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>责任人</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
PLANNED = "坚持每月到联系点调研一次。"


@pytest.mark.parametrize(
    ("lines", "path", "words", "trusted"),
    [
        (["一、存在的问题", "一是学习不够系统。", f"二是{SECOND}"], "/issues/1/text", PLANNED, True),
        (["一、存在的问题", "一是学习不够系统。", f"二是{SECOND}"], "/sections/0/heading", "存在的主要问题", False),
        # the only thing that a part says may tell what the part is for, one of several does not
        (["一、对照情况", "一是学习不够系统。"], "/issues/0/text", PLANNED, False),
        (["一、对照情况", "一是学习不够系统。", f"二是{SECOND}"], "/issues/1/text", PLANNED, True),
        # what no number tells apart may lead in what comes next
        (["一、存在的问题", "学习不够系统。", "调研不够深入。"], "/issues/1/text", PLANNED, False),
        (["一、存在的问题", "一是学习不够系统。"], "/measures/0/text", "学习不够系统。", True),
        (["一、存在的问题", "一是学习不够系统。", TABLE], "/issues/0/text", PLANNED, True),
        # a row may answer for another measure then
        (["一、存在的问题", "一是学习不够系统。", TABLE], "/measures/0/text", "学习不够系统。", False),
    ],
)
def test_the_window_is_trusted_only_where_the_part_stays_what_it_was(
    lines: list[str], path: str, words: str, trusted: bool
) -> None:
    told = "".join(line if line.startswith("<") else para(run(line)) for line in ["个人对照检查材料", *lines])
    doc = mz.open(package(told + TAIL))
    outcome = doc.read()
    new = mz.replace(outcome.value, path, words)
    plan, made = plan_of(outcome, new, doc.outline)
    assert verify_through_window(plan, outcome, new, made) is trusted


@pytest.mark.parametrize(
    ("told", "path", "words"),
    [
        # only the whole shows that the part is another one then
        (
            "一、对照情况 （一）联系群众方面 一是加强学习，每月读一本书。 二是由办公室牵头，2026年6月底前完成。 （二）担当 调研不够深入。"
            " （三）担当 由办公室牵头，2026年6月底前完成。 二、努力方向 一是学习不够系统。",
            "/measures/1/text",
            "思想认识不深，宗旨淡化。",
        ),
        # a paragraph without a number may tell how the items under other headings go on
        (
            "一、有关方面 （一）作风 一是加强学习，每月读一本书。 二是调研不够深入。 三是取得了明显成效。 （二）联系群众方面 调研不够深入。"
            " 取得了明显成效。 二、整改措施 一是由办公室牵头，2026年6月底前完成。 二是学习不够系统。",
            "/issues/3/text",
            "学习不够系统。",
        ),
    ],
)
def test_the_window_is_not_trusted_with_what_it_does_not_show(told: str, path: str, words: str) -> None:
    doc = mz.open("\n".join(["个人对照检查材料", *told.split(" ")]).encode())
    outcome = doc.read()
    new = mz.replace(outcome.value, path, words)
    plan, made = plan_of(outcome, new, doc.outline)
    assert not verify_through_window(plan, outcome, new, made)


def test_the_window_is_not_trusted_where_the_whole_becomes_of_another_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = draft(para(run(SECOND)))
    outcome = doc.read()
    new = mz.replace(outcome.value, "/issues/1/text", PLANNED)
    plan, made = plan_of(outcome, new, doc.outline)
    assert verify_through_window(plan, outcome, new, made)

    def mistaken(outline: Outline) -> tuple[Detection, Paper]:
        found, paper = taken_apart(outline)
        return replace(found, spec=UNRECOGNISED), paper

    monkeypatch.setattr(seeing, "taken_apart", mistaken)
    assert not verify_through_window(plan, outcome, new, made)


def test_what_reads_otherwise_in_the_window_is_decided_by_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise BadEdit("edit-reads-otherwise", "读出来是别的样子")

    monkeypatch.setattr(seeing, "verify_value", refused)
    doc = draft(para(run(SECOND)))
    assert mz.open(doc.write(changed(doc)).to_bytes()).text == doc.write(changed(doc)).text


def test_wrong_bytes_are_seen_through_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Composer, "escaped", lambda _, text: text[::-1].encode())
    doc = draft(para(run(SECOND)))
    with pytest.raises(BadEdit) as caught:
        doc.write(changed(doc))
    assert caught.value.code == "edit-not-stored"


def test_a_level_of_binding_that_there_is_not_is_named() -> None:
    doc = draft(para(run(SECOND)))
    with pytest.raises(BadEdit, match="ids"):
        doc.bind(doc.read().value, level="all")
    assert doc.bind(doc.read().value, level="full").fates
