"""Items that go whole: between markers, in a control of their own, with their fields, in both branches of alternate content."""

from __future__ import annotations

import re

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.model.documents import SelfExamination
from mzsh_model.opc.package import open_package
from mzsh_model.testing.word_files import MC, package
from mzsh_model.wml.reading.story import read_story
from mzsh_model.wml.reading.view import View
from tests.wml.test_autonum import field, simple

HEADS = ("个人对照检查材料", "一、存在的问题", "一是学习不够系统。", "二是调研不够深入。", "二、整改措施")
ITEMS = ("1.加强学习，年底前读完4本书。", "2.深入调研，三月底前见效。", "3.严肃纪律，六月底前见效。")


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content: str) -> str:
    return f"<w:p>{content}</w:p>"


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def draft(middle: str, first: str = "", last: str = "") -> mz.Document:
    items = (first or para(run(ITEMS[0]))) + middle + (last or para(run(ITEMS[2])))
    tail = para(run("某局　张三")) + para(run("2026年1月12日"))
    return mz.open(package("".join(para(run(head)) for head in HEADS) + items + tail))


def after_removal(doc: mz.Document, tracked: str | None) -> mz.Document:
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    assert len(value.measures) == 3
    new = mz.remove(value, "/measures/1")
    written = doc.write(new, tracked=tracked)
    assert _measures(written) == [measure.text for measure in new.measures]
    return written


def _measures(doc: mz.Document) -> list[str]:
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    return [measure.text for measure in value.measures]


def original(doc: mz.Document) -> str:
    return read_story(open_package(doc.to_bytes()), View.ORIGINAL).outline.text


MARK = '<w:bookmarkStart w:id="7" w:name="m"/>{}<w:bookmarkEnd w:id="7"/>'
PERM = '<w:permStart w:id="9" w:edGrp="everyone"/>{}<w:permEnd w:id="9"/>'
SECOND = para(run(ITEMS[1]))
WHOLE = {
    "bookmark": MARK.format(SECOND),
    "permission": PERM.format(SECOND),
    "markers and a comment": MARK.format(SECOND + "<!-- 注 -->\n<w:proofErr w:type='spellEnd'></w:proofErr>"),
    "control": control(SECOND),
    "control in a control": control(control(MARK.format(SECOND), '<w:tag w:val="内"/>'), '<w:alias w:val="外"/>'),
    "control with markers": MARK.format(control(PERM.format(SECOND))),
    "field": para(run("2.深入调研，见") + field("REF x", result="附件1") + run("，三月底前见效。")),
    "field in a field": para(
        run("2.深入调研，") + field("HYPERLINK x", result="三月底").replace("</w:instrText>", "</w:instrText>")
        + field("DATE", result="前") + run("见效。")
    ),
    "simple field": para(run("2.深入调研，") + simple("DATE").replace("/>", f">{run('三月底前')}</w:fldSimple>") + run("见效。")),
}  # fmt: skip


@pytest.mark.parametrize("middle", WHOLE.values(), ids=WHOLE)
@pytest.mark.parametrize("tracked", [None, "办公室"])
def test_an_item_goes_whole_and_comes_back_whole(middle: str, tracked: str | None) -> None:
    doc = draft(middle)
    written = after_removal(doc, tracked)
    assert "\n\n" not in written.text
    assert written.text == doc.text.replace(doc.lines[6].text + "\n", "").replace("3.", "2.")
    xml = written.package.read("word/document.xml").decode() if written.package else ""
    if tracked is None:
        assert re.findall(r"<w:(?:bookmark|perm)\w+", xml) == re.findall(r"<w:(?:bookmark|perm)\w+", middle)
        assert "<w:sdt>" not in xml
    else:
        assert original(written) == doc.text
        marks = [r.kind for r in written.revisions if r.kind is mz.RevisionKind.PARAGRAPH_DELETION]
        assert len(marks) == 1
        gone = re.findall(r"<w:del [^>]*[^/]>.*?</w:del>", xml)
        assert not any(re.search(r"<w:(?:t|instrText)[ >]", one) for one in gone)


def _capped(place: str) -> str:
    return f'<w:p><w:pPr><w:framePr w:dropCap="{place}" w:lines="2"/></w:pPr>{run("2")}</w:p>'


def _hidden(text: str) -> str:
    return f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{run(text)}</w:p>"


SEVERAL = {
    "drop cap": _capped("drop") + para(run(ITEMS[1][1:])),
    "drop cap in the margin": _capped("margin") + para(run(ITEMS[1][1:])),
    "hidden mark": _hidden("2.深入调研，") + para(run("三月底前见效。")),
    "two hidden marks": _hidden("2.深入") + _hidden("调研，") + para(run("三月底前见效。")),
    "drop cap before a hidden mark": _capped("drop") + _hidden(".深入调研，") + para(run("三月底前见效。")),
}


@pytest.mark.parametrize("middle", SEVERAL.values(), ids=SEVERAL)
def test_an_item_of_several_paragraphs_leaves_none_of_them_behind(middle: str) -> None:
    doc = draft(middle)
    plain, tracked = after_removal(doc, None), after_removal(doc, "办公室")
    assert original(tracked) == doc.text
    assert tracked.reject().text == doc.text
    parts = [one.package.read("word/document.xml") for one in (plain, tracked.accept()) if one.package]
    assert [part.count(b"<w:p>") for part in parts] == [len(HEADS) + 2 + 2] * 2
    assert plain.text == tracked.accept().text


@pytest.mark.parametrize(
    ("middle", "code"),
    [
        (control(SECOND, '<w:lock w:val="sdtLocked"/>'), "edit-locked"),
        (control(SECOND, '<w:lock w:val="sdtContentLocked"/>'), "edit-locked"),
        (control(SECOND, '<w:dataBinding w:xpath="/a"/>'), "edit-bound"),
    ],
)
def test_a_control_that_may_not_go_is_named(middle: str, code: str) -> None:
    with pytest.raises(BadEdit) as caught:
        after_removal(draft(middle), None)
    assert caught.value.code == code


def test_a_field_that_ends_in_another_item_is_named() -> None:
    begin, code, separate, result, end = field("REF x", result="三月").split("<w:r>")[1:]
    half = "".join("<w:r>" + one for one in (begin, code, separate, result))
    doc = draft(para(run("2.深入调研，") + half), last=para(f"<w:r>{end}" + run(ITEMS[2])))
    with pytest.raises(BadEdit) as caught:
        after_removal(doc, "办公室")
    assert caught.value.code == "edit-field"


def twice(shown: str, other: str = "") -> str:
    return (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps">{shown}</mc:Choice>'
        f"<mc:Fallback>{other or shown}</mc:Fallback></mc:AlternateContent>"
    )


BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>三月</w:t></w:r>" + run("底前")
TWICE = {
    "same bytes": para(run("2.深入调研，") + twice(run("三月底前")) + run("见效。")),
    "other runs": para(run("2.深入调研，") + twice(run("三月底前"), BOLD) + run("见效。")),
    "whole item": para(twice(run(ITEMS[1]))),
    "two of them": para(run("2.深入") + twice(run("调研，")) + twice(run("三月底前"), BOLD) + run("见效。")),
}


@pytest.mark.parametrize("middle", TWICE.values(), ids=TWICE)
@pytest.mark.parametrize("tracked", [None, "办公室"])
@pytest.mark.parametrize(
    "text", ["深入调研，四月上旬前见效。", "深入了解，三月底前见效。", "多走动。", "深入调研，三月底前，见效。"]
)
def test_what_stands_twice_is_edited_twice(middle: str, tracked: str | None, text: str) -> None:
    doc = draft(middle)
    value = doc.read().value
    new = mz.replace(value, "/measures/1/text", text)
    written = doc.write(new, tracked=tracked)
    assert _measures(written)[1] == text
    xml = written.package.read("word/document.xml").decode() if written.package else ""
    branches = re.findall(r"<mc:Choice.*?>(.*?)</mc:Choice><mc:Fallback>(.*?)</mc:Fallback>", xml)
    assert branches
    for one, other in branches:
        gone = re.compile(r"<w:del .*?</w:del>|<[^>]*>")
        assert gone.sub("", one) == gone.sub("", other)
    if tracked:
        assert original(written) == doc.text
    assert original(after_removal(doc, "办公室")) == doc.text


def test_branches_that_differ_are_refused() -> None:
    doc = draft(para(run("2.深入调研，") + twice(run("三月底前"), run("四月底前")) + run("见效。")))
    with pytest.raises(BadEdit) as caught:
        doc.write(mz.replace(doc.read().value, "/measures/1/due", "2026-05"))
    assert caught.value.code == "edit-alternate"


@pytest.mark.parametrize("tracked", [None, "办公室"])
@pytest.mark.parametrize("kind", ["control", "control in a control", "bookmark"])
def test_what_comes_beside_an_item_stands_outside_its_control(kind: str, tracked: str | None) -> None:
    doc = draft(WHOLE[kind])
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    more = mz.insert(value, "/measures/2", mz.Measure(text="按月督办，年底前见效。"))
    written = doc.write(more, tracked=tracked)
    assert _measures(written)[2] == "按月督办，年底前见效。"
    xml = written.package.read("word/document.xml").decode() if written.package else ""
    assert not re.search(r"<w:sdtContent>(?:(?!</w:sdtContent>).)*督办", xml)
    if tracked:
        assert original(written) == doc.text


@pytest.mark.parametrize("kind", ["control", "control in a control"])
def test_a_control_goes_along_with_its_item(kind: str) -> None:
    doc = draft(WHOLE[kind])
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    first, second, third = value.measures
    written = doc.write(value.model_copy(update={"measures": (first, third, second)}))
    assert _measures(written) == [first.text, third.text, second.text]
    xml = written.package.read("word/document.xml").decode() if written.package else ""
    assert re.search(r"<w:sdtContent>(?:(?!</w:sdtContent>).)*调研", xml)
    assert "<w:sdtContent></w:sdtContent>" not in xml


def test_a_date_that_is_tracked_changes_by_whole_numbers() -> None:
    doc = draft(para(run("2.深入调研，2026年12月底前见效。")))
    value = doc.read().value
    for due, changed in (("2027-11", ["2026年12", "2027年11"]), ("2026-11", ["12", "11"]), ("2026-02", ["12", "2"])):
        written = doc.write(mz.replace(value, "/measures/1/due", due), tracked="办公室")
        assert [revision.text for revision in written.revisions] == changed


def boxed(*paragraphs: str) -> str:
    return f"<w:r><w:pict><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></w:pict></w:r>"


@pytest.mark.parametrize(
    "last",
    [
        para(boxed(para(run(ITEMS[2])))),
        para(run(ITEMS[2][:-1] + "（见框）。") + boxed(para(run("4.最后一条，年底前见效。")))),
        para(boxed(para(run(ITEMS[2])), para(run("4.最后一条，年底前见效。")))),
        para(boxed(para(boxed(para(run(ITEMS[2])))))),
    ],
)
def test_what_a_box_hangs_on_stays_when_the_box_loses_its_words(last: str) -> None:
    doc = draft(para(run(ITEMS[1])), last=last)
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    new = mz.remove(value, f"/measures/{len(value.measures) - 1}")
    plain, tracked = doc.write(new), doc.write(new, tracked="甲")
    accepted = mz.open(tracked.to_bytes()).accept()
    assert [(line.story, line.text) for line in accepted.lines] == [(line.story, line.text) for line in plain.lines]
    assert tracked.reject().text == doc.text


HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>（请办公室核）</w:t></w:r>"


@pytest.mark.parametrize("note", [HIDDEN, f'<w:hyperlink w:anchor="a">{HIDDEN}</w:hyperlink>', control(HIDDEN)])
def test_a_hidden_note_does_not_go_with_its_item_unless_that_can_be_rejected(note: str) -> None:
    doc = draft(para(run(ITEMS[1][:5]) + note + run(ITEMS[1][5:])))
    with pytest.raises(BadEdit, match="隐藏文字") as caught:
        after_removal(doc, None)
    assert caught.value.code == "edit-paragraph-holds"
    tracked = after_removal(doc, "甲")
    assert [line.hidden for line in tracked.reject().lines] == [line.hidden for line in doc.lines]
    changed = mz.replace(doc.read().value, "/measures/1/text", "另写一条，年底前办完。")
    assert [line.hidden for line in doc.write(changed).lines if line.hidden] == ["（请办公室核）"]


def test_a_blank_that_is_hidden_holds_nothing() -> None:
    blank = "<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space='preserve'> </w:t></w:r>"
    assert len(_measures(after_removal(draft(para(run(ITEMS[1]) + blank)), None))) == 2
