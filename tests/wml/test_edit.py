"""Edits of lines, plain and tracked: what changes is read back, what does not keeps its bytes, rejection restores."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.kernel.difference import Hunk, hunks
from mzsh_model.kernel.errors import BadEdit, MzshError
from mzsh_model.opc.package import open_package
from mzsh_model.opc.xml import parse_xml
from mzsh_model.outline.lines import Line
from mzsh_model.testing.word_files import W, package, packages
from mzsh_model.wml.editing.compose import Composer
from mzsh_model.wml.editing.paragraphs import PlainEditor
from mzsh_model.wml.editing.splice import Splice, spliced
from mzsh_model.wml.marking.stamping import Stamp
from mzsh_model.wml.marking.tracking import TrackedEditor
from mzsh_model.wml.placing.leading import Leading
from mzsh_model.wml.placing.markup import Markup
from mzsh_model.wml.placing.spans import Finder
from mzsh_model.wml.reading.story import read_story
from mzsh_model.wml.reading.styles import Styles
from mzsh_model.wml.reading.view import View
from tests.conftest import real_files

_TEXT = st.text(st.sampled_from("学习不够，。；调研3次&<>𠮷 \n\t“”"), max_size=12)
_LINES = st.lists(
    st.text(st.sampled_from("一是学习不够，。；调研3次&<>𠮷 \n\t“”"), max_size=24), min_size=1, max_size=4
)


def _document(data: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


def with_part(data: bytes, xml: bytes, part: str = "word/document.xml") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == part else old.read(name))
    return buffer.getvalue()


def _lines(data: bytes, view: View = View.FINAL) -> list[Line]:
    return list(read_story(open_package(data), view).outline.lines)


def _texts(data: bytes, view: View = View.FINAL) -> list[str]:
    return [line.text for line in _lines(data, view)]


def _editor(data: bytes, *, tracked: bool = False) -> PlainEditor:
    found = open_package(data)
    xml = found.read(found.main_part)
    markup = Markup(xml, found.main_part)
    w = "{http://purl.oclc.org/ooxml/wordprocessingml/main}" if b"purl.oclc.org/ooxml/word" in xml else f"{{{W}}}"
    finder, composer = Finder(markup, w, Styles(None, w)), Composer(markup)
    if not tracked:
        return PlainEditor(finder, composer)
    return TrackedEditor(finder, composer, Stamp.of(xml, "办公室", "2026-01-01T00:00:00Z"))


def _apply(data: bytes, splices: list[Splice]) -> bytes:
    found = open_package(data)
    return with_part(data, spliced(found.read(found.main_part), splices), found.main_part)


@given(st.data())
def test_a_line_retyped_reads_as_written_and_nothing_else_moves(data: st.DataObject) -> None:
    lines = data.draw(_LINES)
    packed = data.draw(packages(lines))
    at = data.draw(st.integers(0, len(lines) - 1))
    text = data.draw(_TEXT)
    editor = _editor(packed)
    line = _lines(packed)[at]
    try:
        splices = list(editor.retype(line, list(hunks(line.text, text))))
    except BadEdit as error:
        assert error.code in {"edit-field", "edit-alternate"}
        return
    written = _apply(packed, splices)
    assert _texts(written) == [*lines[:at], text, *lines[at + 1 :]]
    before = _document(packed)
    after = _document(written)
    span = editor.finder.spans(line).stretches[0].span
    assert after[: span.start] == before[: span.start]
    assert after[len(after) - (len(before) - span.end) :] == before[span.end :]


@given(st.data())
def test_a_tracked_line_is_the_same_edit_and_can_be_rejected(data: st.DataObject) -> None:
    lines = data.draw(_LINES)
    packed = data.draw(packages(lines))
    at = data.draw(st.integers(0, len(lines) - 1))
    text = data.draw(_TEXT)
    line = _lines(packed)[at]
    try:
        written = _apply(packed, list(_editor(packed, tracked=True).retype(line, list(hunks(line.text, text)))))
    except BadEdit as error:
        assert error.code in {"edit-field", "edit-alternate"}
        return
    assert _texts(written) == [*lines[:at], text, *lines[at + 1 :]]
    assert _texts(written, View.ORIGINAL) == _texts(packed, View.ORIGINAL)


@pytest.mark.parametrize("tracked", [False, True])
@given(data=st.data())
def test_lines_come_go_and_move(tracked: bool, data: st.DataObject) -> None:
    lines = data.draw(
        st.lists(st.sampled_from(["一是学习不够。", "二是调研不深。", "三是担当不够。"]), min_size=2, max_size=4)
    )
    packed = data.draw(packages(lines))
    read = _lines(packed)
    editor = _editor(packed, tracked=tracked)
    at, to = data.draw(st.integers(0, len(lines) - 1)), data.draw(st.integers(0, len(lines) - 1))
    what = data.draw(st.sampled_from(["insert", "delete", "move"]))
    wanted = list(lines)
    try:
        if what == "insert":
            splices = list(editor.insert(read[at], "新的一条。", read[to]))
            wanted.insert(at + 1, "新的一条。")
        elif what == "delete":
            splices = list(editor.delete(read[at], read[at - 1] if at else None))
            del wanted[at]
        else:
            splices = list(editor.move(read[at], read[to]))
            moved = wanted.pop(at)
            wanted.insert(to if to >= at else to + 1, moved)
            if at == to:
                wanted = list(lines)
    except BadEdit as error:
        assert error.code in {"edit-field", "edit-alternate", "edit-paragraph-holds"}
        return
    written = _apply(packed, splices)
    # the last paragraph of a container may stay, empty, where its mark has none to run into
    assert [t for t in _texts(written) if t] == wanted
    if tracked:
        assert _texts(written, View.ORIGINAL) == _texts(packed, View.ORIGINAL)


REAL = real_files("docx/*.do[ct]x") + real_files("texts/*.docx")


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize("path", REAL, ids=lambda p: p.name)
def test_real_lines_are_retyped(path: object, tracked: bool) -> None:
    data = path.read_bytes()
    try:
        lines = _lines(data)
    except MzshError:
        return
    wanted = [line.text for line in lines]
    editor = _editor(data, tracked=tracked)
    splices: list[Splice] = []
    for line in [x for x in lines if x.story == "body" and len(x.text) > x.auto + 4][::7]:
        new = line.text[: line.auto + 1] + "甲<&" + line.text[line.auto + 2 : -1] + "丙" + line.text[-1]
        try:
            splices += list(editor.retype(line, list(hunks(line.text, new))))
        except BadEdit:
            continue
        wanted[line.number - 1] = new
    written = _apply(data, splices)
    assert _texts(written) == wanted
    if tracked:
        assert _texts(written, View.ORIGINAL) == _texts(data, View.ORIGINAL)


def test_a_paragraph_without_text_takes_some() -> None:
    packed = package("<w:p/><w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p>")
    lines = _lines(packed)
    editor = _editor(packed)
    splices = [s for line in lines for s in editor.retype(line, list(hunks("", "新写的")))]
    assert _texts(_apply(packed, splices)) == ["新写的", "新写的"]
    assert b"<w:r><w:rPr><w:b/></w:rPr><w:t>" in _document(_apply(packed, splices))


def test_a_line_that_the_part_does_not_show_is_not_touched() -> None:
    packed = package("<w:p><w:r><w:t>学习不够。</w:t></w:r></w:p>")
    for stale in (Line(1, "别的字。", origin=(0,)), Line(1, "学习不够。", origin=(7,)), Line(1, "学习不够。")):
        with pytest.raises(BadEdit):
            list(_editor(packed).retype(stale, list(hunks(stale.text, "改"))))


def test_overlapping_splices_are_a_bug_of_ours() -> None:
    with pytest.raises(BadEdit):
        spliced(b"abcdef", [Splice(0, 3, b""), Splice(2, 4, b"x")])
    assert spliced(b"abcdef", [Splice(3, 3, b"1"), Splice(0, 3, b""), Splice(3, 3, b"2")]) == b"12def"


@pytest.mark.parametrize("tracked", [False, True])
@given(data=st.data())
def test_lines_are_cut_and_run_together(tracked: bool, data: st.DataObject) -> None:
    lines = data.draw(
        st.lists(st.text(st.sampled_from("学习不够，。&𠮷 "), min_size=2, max_size=12), min_size=2, max_size=3)
    )
    packed = data.draw(packages(lines))
    read = _lines(packed)
    editor = _editor(packed, tracked=tracked)
    at = data.draw(st.integers(0, len(lines) - 2))
    try:
        if data.draw(st.booleans()):
            cut = data.draw(st.integers(1, len(lines[at]) - 1))
            splices = list(editor.split(read[at], [cut]))
            wanted = [*lines[:at], lines[at][:cut], lines[at][cut:], *lines[at + 1 :]]
        else:
            splices = list(editor.join(read[at], read[at + 1]))
            wanted = [*lines[:at], lines[at] + lines[at + 1], *lines[at + 2 :]]
    except BadEdit as error:
        assert error.code == "edit-uncut"
        return
    written = _apply(packed, splices)
    assert _texts(written) == wanted
    if tracked:
        assert _texts(written, View.ORIGINAL) == _texts(packed, View.ORIGINAL)


def test_a_comment_stays_on_its_words_when_a_line_is_cut() -> None:
    inner = '<w:commentRangeStart w:id="1"/><w:r><w:t>调研少。</w:t></w:r><w:commentRangeEnd w:id="1"/>'
    packed = package(f'<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t>学习不够。</w:t></w:r>{inner}</w:p>')
    line = _lines(packed)[0]
    cut = _document(_apply(packed, list(_editor(packed).split(line, [5])))).decode()
    assert f'</w:p><w:p><w:pPr><w:jc w:val="left"/></w:pPr>{inner}</w:p>' in cut


def _retyped(body: str, text: str) -> str:
    packed = package(body)
    line = _lines(packed)[0]
    return _document(_apply(packed, list(_editor(packed).retype(line, list(hunks(line.text, text)))))).decode()


def test_blanks_at_the_edge_of_a_text_are_kept_by_word() -> None:
    body = "<w:p><w:r><w:t>学习不够</w:t></w:r></w:p>"
    assert '<w:t xml:space="preserve"> 学习不够</w:t>' in _retyped(body, " 学习不够")
    assert '<w:t xml:space="preserve">学习不够 </w:t>' in _retyped(body, "学习不够 ")
    assert "<w:t>学习 不够</w:t>" in _retyped(body, "学习 不够")


def test_words_beside_another_authors_insertion_do_not_become_theirs() -> None:
    theirs = '<w:ins w:id="1" w:author="李四"><w:r><w:t>学习</w:t></w:r></w:ins>'
    assert f"{theirs}<w:r><w:t>还不够</w:t></w:r>" in _retyped(
        f"<w:p>{theirs}<w:r><w:t>不够</w:t></w:r></w:p>", "学习还不够"
    )


@pytest.mark.parametrize("tracked", [False, True])
def test_a_paragraph_changes_together_with_the_text_box_in_one_of_its_runs(tracked: bool) -> None:
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></w:pict>"
    packed = package(f"<w:p><w:r><w:t>前面</w:t>{box}<w:t>后面</w:t></w:r></w:p>")
    editor = _editor(packed, tracked=tracked)
    splices: list[Splice] = []
    for line, text in zip(_lines(packed), ["前头后头", "框外"], strict=True):
        splices += editor.retype(line, list(hunks(line.text, text)))
    after = _apply(packed, splices)
    assert _texts(after) == ["前头后头", "框外"]
    if tracked:
        assert _texts(after, View.ORIGINAL) == ["前面后面", "框里"]


def test_paragraphs_under_another_prefix_than_the_root_are_not_miscounted() -> None:
    packed = package(f'<v:p xmlns:v="{W}"><v:r><v:t>别名</v:t></v:r></v:p><w:p><w:r><w:t>本名</w:t></w:r></w:p>')
    for line in _lines(packed):
        with pytest.raises(BadEdit) as refusal:
            list(_editor(packed).retype(line, list(hunks(line.text, "改"))))
        assert refusal.value.code == "edit-namespaces"


def test_deleted_text_without_its_mark_reads_alike_whatever_else_the_part_holds() -> None:
    bare = "<w:p><w:r><w:delText>删</w:delText><w:t>留</w:t></w:r></w:p>"
    for view in View:
        assert _texts(package(bare), view) == _texts(package(f"{bare}<w:p><w:del/></w:p>"), view)[:1]


def test_a_style_is_looked_up_the_chain_once_however_many_runs_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = (
        "".join(f'<w:style w:styleId="R{n}"><w:basedOn w:val="R{n + 1}"/></w:style>' for n in range(30))
        + '<w:style w:styleId="R30"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    styles = Styles(parse_xml(f'<w:styles xmlns:w="{W}">{chain}</w:styles>'.encode(), "styles.xml"), f"{{{W}}}")
    assert styles.hides("R0")
    monkeypatch.setattr(Styles, "_resolve", None)
    assert styles.hides("R0")


def test_a_number_that_word_computes_is_not_typed_over() -> None:
    packed = package("<w:p><w:r><w:t>学习不够。</w:t></w:r></w:p>")
    line = Line(1, "一、学习不够。", auto=2, origin=(0,))
    with pytest.raises(BadEdit, match="自动编"):
        list(_editor(packed).retype(line, list(hunks(line.text, "二、学习不够。"))))


_BEGUN = st.sampled_from(["一是学习不够，调研3次。", "１．学习𠮷不够", " 二是 ", "3.", "(四)a&b", "<五>"])


@given(_BEGUN, st.data())
def test_a_paragraph_begun_anew_is_written_as_if_it_were_parsed(text: str, data: st.DataObject) -> None:
    packed = data.draw(packages([text, "后一段"]))
    if data.draw(st.booleans()):
        packed = with_part(packed, _document(packed).replace(b' xml:space="preserve"', b""))
    line = _lines(packed)[0]
    start = data.draw(st.integers(0, min(3, len(line.text))))
    end = data.draw(st.integers(start, min(4, len(line.text))))
    given_hunks = [Hunk(start, end, data.draw(st.sampled_from(["", "4", "十二", " ", "<", "\t"])))]
    quick, parsed = _editor(packed), _editor(packed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parsed.finder, "leading", lambda _: None)
        wanted: bytes | str = _outcome(packed, parsed, line, given_hunks)
    assert _outcome(packed, quick, line, given_hunks) == wanted


def _outcome(packed: bytes, editor: PlainEditor, line: Line, given_hunks: list[Hunk]) -> bytes | str:
    """The part as an editor leaves it, or the code of its refusal."""
    try:
        return spliced(_document(packed), list(editor.retype(line, given_hunks)))
    except BadEdit as error:
        return error.code


def test_numbers_of_a_plain_list_are_written_without_a_parse() -> None:
    run = "<w:p><w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r></w:p>"
    shown = package("".join(run.format('<w:sz w:val="32"/>', text) for text in ("1.学习", "2.调研")))
    styled = package(run.format('<w:rStyle w:val="a"/>', "1.学习"))
    editor = _editor(shown)
    assert [found and found.text for found in map(editor.finder.leading, _lines(shown))] == ["1.学习", "2.调研"]
    assert _editor(styled).finder.leading(_lines(styled)[0]) is None


def test_what_a_parse_would_write_otherwise_is_not_rewritten_at_once() -> None:
    blank, all_gone = [Hunk(0, 1, " ")], [Hunk(0, 3, "")]
    assert Leading(7, "3.学", True).rewritten(blank) == [(7, 8, " ")]
    assert Leading(7, "3.学", False).rewritten(blank) is None
    assert Leading(7, "3.学", True).rewritten(all_gone) is None
    assert Leading(7, "3.学", True).rewritten([Hunk(2, 4, "")]) is None
