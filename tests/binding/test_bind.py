"""Binding: no text changes, every item is known again, twice is once, and finalizing gives back every byte."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.binding.identity.carriers import BOOKMARK, SNAPSHOT_NAMESPACE, carried
from mzsh_model.binding.identity.ids import is_minted, mint
from mzsh_model.binding.identity.items import ItemKind, items_of, with_ids
from mzsh_model.binding.identity.snapshot import Level, to_text
from mzsh_model.binding.identity.telling import FateKind
from mzsh_model.document.document import Document
from mzsh_model.kernel.errors import BadEdit, BadModel, MzshError, StaleAnchor, UnknownSchema
from mzsh_model.model.documents import DocumentValue
from mzsh_model.opc.custom_xml import custom_xml, with_custom_xml, without_custom_xml
from mzsh_model.opc.package import Package
from mzsh_model.opc.properties import custom_properties
from mzsh_model.testing.papers import drafts
from mzsh_model.testing.word_files import package, packages, paragraphs
from mzsh_model.wml.marking.bookmarks import find_bookmarks
from mzsh_model.wml.placing.markup import Markup
from tests.audit import new_findings
from tests.conftest import real_files
from tests.numbered import numbered

EXAMPLES = sorted((Path(mz.__file__).parent / "examples").glob("*.docx"))
REAL = real_files("docx/*.do[ct]x") + real_files("texts/*.docx") + real_files("report.docx")
SEED = "种子"


@st.composite
def documents(draw: st.DrawFn) -> Document:
    lines, _ = draw(drafts())
    return mz.open(draw(packages(lines)) if draw(st.booleans()) else draw(numbered(lines)))


def parts(doc: Document) -> dict[str, bytes]:
    opened = word(doc)
    return {name: opened.read(name) for name in opened.names if not name.endswith("/")}


def word(doc: Document) -> Package:
    assert doc.package is not None
    return doc.package


def again(doc: Document) -> Document:
    return mz.open(doc.to_bytes())


def ids(value: DocumentValue) -> list[str]:
    return [item.id for item in items_of(value)]


def shown(doc: Document) -> list[tuple[str, tuple[int, ...]]]:
    return [(line.text, line.origin) for line in doc.lines]


def names(doc: Document) -> Counter[str]:
    main = word(doc).read(word(doc).main_part)
    return Counter(b.name for b in find_bookmarks(Markup(main, "document"), BOOKMARK))


def kinds(doc: Document) -> list[FateKind]:
    return [fate.kind for fate in doc.fates]


def opaque(doc: Document) -> bool:
    """Whether it has elements in which no bookmark can stand: of two items in one only the text tells."""
    main = word(doc).read(word(doc).main_part)
    return any(name in main for name in (b"AlternateContent", b"fldSimple", b"fldChar"))


def assert_bound_well(doc: Document) -> Document:
    """The laws of binding on one document; return it bound and read again."""
    value = doc.read().value
    made = doc.bind(value, seed=SEED)
    assert made.to_bytes() == mz.open(doc.to_bytes()).bind(value, seed=SEED).to_bytes()
    bound = again(made)
    assert shown(bound) == shown(doc)
    read = bound.read()
    assert [n.code for n in read.notices if n.code.startswith("identity")] == []
    assert read.anchors == doc.read().anchors
    assert all(map(is_minted, ids(read.value)))
    assert with_ids(read.value, ids(value)) == value
    assert names(bound) == Counter(f"_mz_{item.kind}{item.id}" for item in items_of(read.value))
    assert set(kinds(bound)) <= {FateKind.UNCHANGED}
    assert [fate.id for fate in bound.fates] == ids(read.value)
    assert bound.bind(read.value) is bound
    assert bound.bind(value).to_bytes() == bound.to_bytes()
    assert parts(bound.finalize()) == parts(doc)
    return bound


@given(documents())
def test_drafts_are_bound_well(doc: Document) -> None:
    assert_bound_well(doc)


@pytest.mark.parametrize("path", EXAMPLES + REAL, ids=lambda p: p.name)
def test_files_are_bound_well(path: Path) -> None:
    try:
        doc = mz.open(path)
    except MzshError:
        return
    bound = assert_bound_well(doc)
    assert new_findings(doc.to_bytes(), bound.to_bytes()) == []


@given(documents(), st.data())
def test_binding_and_annotating_go_together_to_the_byte(doc: Document, data: st.DataObject) -> None:
    result = mz.check(doc.read().value, doc)
    both = [lambda d: d.bind(d.read().value), lambda d: d.annotate(result)]
    made = doc
    for step in data.draw(st.permutations(both)):
        made = step(made)
    assert shown(made) == shown(doc)
    assert set(kinds(again(made))) <= {FateKind.UNCHANGED}
    assert parts(made.finalize()) == parts(doc)


@given(documents())
def test_a_bookmark_stands_around_its_item(doc: Document) -> None:
    bound = doc.bind(doc.read().value)
    main = word(bound).read(word(bound).main_part)
    markup = Markup(main, "document")
    for bookmark in find_bookmarks(markup, BOOKMARK):
        assert bookmark.end is not None
        inside = main[bookmark.start.end : bookmark.end.start]
        assert not re.search(rb"</?w:p[ >/]", inside)
        id = main[bookmark.end.start : bookmark.end.end].split(b'"')[1]
        assert main.count(b'w:id="%s"' % id) == 2
    held = carried(word(bound), bound.outline)
    assert held is not None
    for mark, item in zip(held.marks, items_of(bound.read().value), strict=True):
        place = bound.read().anchors[f"{item.path}/text"]
        label = bound.read().anchors.get(f"{item.path}/label", place)
        assert mark.start.line == place.line
        assert mark.start.offset <= max(min(place.start, label.start), bound.lines[place.line - 1].auto) or opaque(doc)
        assert item.kind is mark.kind


def docx(*lines: str) -> Document:
    return mz.open(package("".join(f'<w:p><w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>' for line in lines)))


DRAFT = (
    "个人对照检查材料",
    "一、存在的问题",
    "一是理论学习不够系统，列入计划的4本书只读了2本。",
    "二是调研不够深入，听汇报多、看现场少。",
    "三是担当精神不强，遇到难题等一等、看一看。",
    "二、整改措施",
    "一是加强理论学习，2026年6月底前读完4本书。二是深入基层，每月到联系点1次，长期坚持。三是由办公室牵头修订制度。",
)


def test_items_in_running_text_are_marked_apart() -> None:
    bound = docx(*DRAFT).bind(docx(*DRAFT).read().value, seed=SEED)
    main = word(bound).read("word/document.xml").decode()
    pieces = re.findall(r'name="_mz_m\w+" *(?: )*/>(.*?)<w:bookmarkEnd', main)
    assert [re.sub("<[^>]*>", "", piece) for piece in pieces] == [
        "一是加强理论学习，2026年6月底前读完4本书。",
        "二是深入基层，每月到联系点1次，长期坚持。",
        "三是由办公室牵头修订制度。",
    ]


def test_minted_ids_are_kept_and_others_come_from_the_file() -> None:
    doc = docx(*DRAFT)
    fresh = mint(seed="mine")
    value = with_ids(doc.read().value, [next(fresh) for _ in items_of(doc.read().value)])
    bound = again(doc.bind(value))
    assert ids(bound.read().value) == ids(value)
    # a value read before the file was bound has the ids that readers count
    assert ids(again(bound.bind(doc.read().value)).read().value) == ids(value)


def test_links_follow_the_ids() -> None:
    doc = mz.open(EXAMPLES[0])
    before, after = doc.read().value, again(doc.bind(doc.read().value)).read().value
    new = dict(zip(ids(before), ids(after), strict=True))
    linked = [(link.issue, link.cause, link.measure) for link in after.links]
    assert linked
    assert linked == [(new[link.issue], new.get(link.cause), new.get(link.measure)) for link in before.links]


def test_the_same_seed_gives_the_same_bytes_and_none_gives_fresh_ids() -> None:
    doc = docx(*DRAFT)
    value = doc.read().value
    assert doc.bind(value, seed="a").to_bytes() == doc.bind(value, seed="a").to_bytes()
    one, other = doc.bind(value), doc.bind(value)
    assert not set(ids(one.read().value)) & set(ids(other.read().value))


def test_ids_of_what_is_gone_are_retired_and_its_bookmarks_go() -> None:
    bound = again(docx(*DRAFT).bind(docx(*DRAFT).read().value))
    value = bound.read().value
    gone = value.issues[1].id
    written = again(bound.write(mz.remove(value, "/issues/1")))
    fates = {fate.id: fate.kind for fate in written.fates}
    assert fates.pop(gone) is FateKind.DELETED
    assert set(fates.values()) == {FateKind.UNCHANGED}
    later = again(written.bind(written.read().value))
    assert f"_mz_i{gone}" not in names(later)
    held = carried(word(later), later.outline)
    assert held is not None
    assert held.snapshot is not None
    assert held.snapshot.retired == (gone,)
    assert held.snapshot.revision == 2
    assert set(kinds(later)) == {FateKind.UNCHANGED}


def test_a_bookmark_of_an_item_that_is_none_any_more_is_taken_out() -> None:
    doc = docx(*DRAFT)
    bound = doc.bind(doc.read().value, seed=SEED)
    stray = '<w:bookmarkStart w:id="900" w:name="_mz_i0000000000000000_Copy_1"/><w:bookmarkEnd w:id="900"/>'
    main = word(bound).read("word/document.xml").decode().replace("<w:r>", stray + "<w:r>", 1)
    strayed = with_main(bound, main)
    assert (
        parts(strayed.bind(strayed.read().value, seed=SEED))["word/document.xml"] == parts(bound)["word/document.xml"]
    )
    assert parts(strayed.finalize()) == parts(doc)


def test_bookmarks_lost_are_put_again_and_the_revision_goes_up() -> None:
    doc = docx(*DRAFT)
    bound = doc.bind(doc.read().value, seed=SEED)
    torn = with_main(
        bound, re.sub(r"<w:bookmark\w+[^>]*>", "", word(bound).read("word/document.xml").decode(), count=4)
    )
    mended = again(torn.bind(torn.read().value))
    assert names(mended) == names(bound)
    held = carried(word(mended), mended.outline)
    assert held is not None
    assert held.revision == 2


def test_bookmarks_are_mended_that_do_not_stand_as_they_should(bound: Document) -> None:
    value = bound.read().value
    main = word(bound).read("word/document.xml").decode()
    open_ended = with_main(bound, re.sub("<w:bookmarkEnd[^>]*>", "", main, count=1))
    second = paragraph(bound, 3)
    run = second[second.index("<w:r>") : second.index("<w:bookmarkEnd")]
    retyped = f"<w:del {TRACKED}>{run.replace('w:t', 'w:delText')}</w:del>"
    new = f"<w:ins {TRACKED}><w:r><w:t>二是与群众交心不多。</w:t></w:r></w:ins></w:p>"
    outside = changed(bound, (second, second.replace(run, retyped).replace("</w:p>", new)))
    for torn in (open_ended, outside):
        mended = again(torn.bind(torn.read().value))
        held = carried(word(mended), mended.outline)
        assert held is not None
        assert [(mark.start.closed, mark.start.struck) for mark in held.marks] == [(True, False)] * 6
    # two items of one line that are to have each other's ids
    crossed = with_ids(value, [*ids(value)[:3], ids(value)[4], ids(value)[3], ids(value)[5]])
    assert list(names(again(bound.bind(crossed)))) == [f"_mz_{item.kind}{item.id}" for item in items_of(crossed)]


def test_an_item_in_a_plain_text_control_of_paragraphs_has_no_bookmark_and_is_known_by_its_text() -> None:
    control = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    lines = [f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in DRAFT]
    lines[3] = control.format(lines[3])
    doc = mz.open(package("".join(lines)))
    bound = again(doc.bind(doc.read().value, seed=SEED))
    assert lines[3] in word(bound).read("word/document.xml").decode()
    assert sum(names(bound).values()) == 5
    assert set(kinds(bound)) == {FateKind.UNCHANGED}
    assert bound.bind(bound.read().value) is bound


def with_main(doc: Document, main: str) -> Document:
    changed = word(doc).with_parts({word(doc).main_part: main.encode()})
    return mz.open(changed.to_bytes())


def test_only_the_full_level_keeps_texts() -> None:
    doc = docx(*DRAFT)
    value = doc.read().value
    for level, kept in ((Level.IDS, False), (Level.FULL, True)):
        bound = doc.bind(value, level=level)
        (held,) = custom_xml(word(bound), SNAPSHOT_NAMESPACE)
        assert ("听汇报多、看现场少" in held.text) is kept


def test_what_a_file_carries() -> None:
    bound = docx(*DRAFT).bind(docx(*DRAFT).read().value, seed=SEED)
    held = carried(word(bound), bound.outline)
    assert held is not None
    assert held.snapshot is not None
    assert custom_properties(word(bound)) == {
        "mzsh_docid": held.document,
        "mzsh_rev": "1",
        "mzsh_snapshot": held.snapshot.checksum,
    }
    assert len(held.marks) == 6
    assert carried(word(docx(*DRAFT)), docx(*DRAFT).outline) is None
    assert docx(*DRAFT).fates == ()


def test_what_cannot_be_bound_is_refused() -> None:
    doc = docx(*DRAFT)
    value = doc.read().value
    with pytest.raises(StaleAnchor):
        doc.bind(mz.replace(value, "/issues/0/text", "学风不够扎实。"))
    with pytest.raises(StaleAnchor):
        doc.bind(mz.open(EXAMPLES[0]).read().value)
    same = next(mint(seed="one"))
    with pytest.raises(BadModel):
        doc.bind(with_ids(value, [same] * 6))
    with pytest.raises(BadEdit):
        mz.open("\n".join(DRAFT).encode()).bind(value)


def protected(doc: Document) -> Document:
    opened = word(doc)
    made, _ = opened.add_part(
        "word/settings.xml",
        b'<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>',
        "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml",
        source=opened.main_part,
        relationship="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings",
    )
    return mz.open(made.to_bytes())


def test_a_protected_file_is_neither_bound_nor_finalized_but_read() -> None:
    doc = docx(*DRAFT)
    with pytest.raises(BadEdit, match="限制"):
        protected(doc).bind(doc.read().value)
    bound = protected(doc.bind(doc.read().value))
    assert set(kinds(bound)) == {FateKind.UNCHANGED}
    with pytest.raises(BadEdit, match="限制"):
        bound.finalize()
    unbound = protected(doc)
    assert unbound.finalize() is unbound


def without_snapshot(doc: Document) -> Document:
    return mz.open(without_custom_xml(word(doc), SNAPSHOT_NAMESPACE).to_bytes())


def without_bookmarks(doc: Document) -> Document:
    return with_main(doc, re.sub(r"<w:bookmark\w+[^>]*>", "", word(doc).read("word/document.xml").decode()))


def identity_notices(doc: Document) -> list[str]:
    return [notice.code for notice in doc.read().notices if notice.code.startswith(("identity", "snapshot"))]


@given(documents())
def test_bookmarks_alone_give_the_ids(doc: Document) -> None:
    bound = doc.bind(doc.read().value, seed=SEED)
    bare = without_snapshot(bound)
    assert identity_notices(bare) == ["identity-no-snapshot"]
    assert ids(bare.read().value) == ids(bound.read().value) or opaque(doc)
    assert bare.fates == () or opaque(doc)


@given(documents())
def test_the_snapshot_alone_gives_the_ids(doc: Document) -> None:
    bound = doc.bind(doc.read().value, seed=SEED)
    bare = without_bookmarks(bound)
    assert ids(bare.read().value) == ids(bound.read().value)
    assert set(kinds(bare)) == {FateKind.UNCHANGED}


def test_properties_alone_tell_that_it_was_bound() -> None:
    bound = docx(*DRAFT).bind(docx(*DRAFT).read().value, seed=SEED)
    bare = without_snapshot(without_bookmarks(bound))
    assert identity_notices(bare) == ["identity-lost"]
    assert bare.fates == ()
    assert ids(bare.read().value) == ids(docx(*DRAFT).read().value)
    rebound = again(bare.bind(bare.read().value))
    assert custom_properties(word(rebound))["mzsh_docid"] == custom_properties(word(bound))["mzsh_docid"]
    assert custom_properties(word(rebound))["mzsh_rev"] == "2"


@pytest.mark.parametrize(
    ("text", "code"), [("{", "snapshot-damaged"), ('{"schema":"99"}', "snapshot-newer"), ("", "snapshot-damaged")]
)
def test_a_snapshot_that_cannot_be_read_is_told(text: str, code: str) -> None:
    bound = docx(*DRAFT).bind(docx(*DRAFT).read().value, seed=SEED)
    torn = mz.open(with_custom_xml(word(bound), SNAPSHOT_NAMESPACE, "snapshot", text, "0").to_bytes())
    assert identity_notices(torn) == [code, "identity-no-snapshot"]
    assert ids(torn.read().value) == ids(bound.read().value)
    if code == "snapshot-newer":
        with pytest.raises(UnknownSchema):
            torn.bind(torn.read().value)
    else:
        mended = again(torn.bind(torn.read().value))
        assert set(kinds(mended)) == {FateKind.UNCHANGED}
        assert custom_properties(word(mended))["mzsh_docid"] == custom_properties(word(bound))["mzsh_docid"]


def paragraph(doc: Document, at: int) -> str:
    """The markup of a paragraph of a document made of paragraphs only."""
    return re.findall(r"<w:p>.*?</w:p>", word(doc).read("word/document.xml").decode())[at]


@pytest.fixture
def bound() -> Document:
    return again(docx(*DRAFT).bind(docx(*DRAFT).read().value, seed=SEED))


def changed(doc: Document, *steps: tuple[str, str]) -> Document:
    main = word(doc).read("word/document.xml").decode()
    for old, new in steps:
        assert main.count(old) == 1
        main = main.replace(old, new)
    return with_main(doc, main)


TRACKED = 'w:id="900" w:author="李四" w:date="2026-01-01T00:00:00Z"'


def test_a_pasted_copy_is_told_and_its_original_keeps_the_id(bound: Document) -> None:
    first = paragraph(bound, 2)
    copy = first.replace('" w:name="_mz', '7" w:name="_mz').replace('"/><w:r>', '_Copy_1"/><w:r>')
    copied = changed(bound, (paragraph(bound, 4), paragraph(bound, 4) + copy))
    fates = {fate.paths[:1]: fate for fate in copied.fates}
    assert fates["/issues/0",].kind is FateKind.UNCHANGED
    assert fates["/issues/3",].kind is FateKind.COPIED
    assert fates["/issues/3",].origin == (bound.read().value.issues[0].id,)
    assert len(set(ids(copied.read().value))) == 7


def test_a_copy_before_its_original_is_the_copy_even_when_both_were_edited(bound: Document) -> None:
    third = paragraph(bound, 4)
    copy = third.replace('" w:name="_mz', '7" w:name="_mz').replace('"/><w:r>', '_Copy_1"/><w:r>')
    told = changed(bound, (third, copy.replace("等一等", "拖一拖") + third.replace("看一看", "放一放")))
    (fate,) = [fate for fate in told.fates if fate.id == ids(bound.read().value)[2]]
    assert fate.paths == ("/issues/3",)
    assert [fate.paths for fate in told.fates if fate.kind is FateKind.COPIED] == [("/issues/2",)]


def test_a_split_item_keeps_its_id_with_its_head(bound: Document) -> None:
    second = paragraph(bound, 3)
    start = second[: second.index("<w:r>")]
    split = second.replace(
        "，听汇报多", f'。</w:t></w:r><w:bookmarkEnd w:id="901"/></w:p>{start}<w:r><w:t>三是听汇报多'
    )
    told = changed(bound, (second, split))
    (fate,) = [fate for fate in told.fates if fate.kind is FateKind.SPLIT]
    assert fate.paths == ("/issues/1", "/issues/2")
    assert fate.id == bound.read().value.issues[1].id


def test_items_run_together_are_one_with_the_id_of_the_first(bound: Document) -> None:
    third, head = paragraph(bound, 4), paragraph(bound, 3)[: -len("</w:p>")]
    joined = head + third[len("<w:p>") :].replace("三是", "")
    told = changed(bound, (paragraph(bound, 3), ""), (third, joined))
    merged = [fate for fate in told.fates if fate.kind is FateKind.MERGED]
    assert [fate.paths for fate in merged] == [("/issues/1",)] * 2
    assert [fate.id for fate in merged] == ids(bound.read().value)[1:3]
    assert ids(told.read().value) == [x for n, x in enumerate(ids(bound.read().value)) if n != 2]


@pytest.mark.parametrize("mark", ["", f"<w:pPr><w:rPr><w:del {TRACKED}/></w:rPr></w:pPr>"])
def test_an_item_in_a_tracked_deletion_is_pending(bound: Document, mark: str) -> None:
    second = paragraph(bound, 3)
    struck = second.replace("<w:p>", "<w:p>" + mark).replace("<w:r>", f"<w:del {TRACKED}><w:r>")
    struck = struck.replace("w:t", "w:delText").replace("</w:r>", "</w:r></w:del>")
    told = changed(bound, (second, struck))
    fates = {fate.id: fate.kind for fate in told.fates}
    assert fates.pop(bound.read().value.issues[1].id) is FateKind.PENDING
    assert set(fates.values()) == {FateKind.UNCHANGED}
    bare = without_snapshot(told)
    assert [(fate.id, fate.kind) for fate in bare.fates] == [(ids(bound.read().value)[1], FateKind.PENDING)]
    assert ids(bare.read().value) == ids(told.read().value)
    later = again(told.bind(told.read().value))
    assert sum(names(later).values()) == 5


def test_a_deletion_that_runs_into_an_edited_item_does_not_merge_the_two(bound: Document) -> None:
    main = word(bound).read("word/document.xml").decode()
    middle = re.search(r"二是深入基层，.*?</w:t>", main)
    assert middle is not None
    run = f'<w:r><w:t xml:space="preserve">{middle[0]}</w:r>'
    told = changed(
        bound,
        (run, f"<w:del {TRACKED}>{run.replace('w:t', 'w:delText')}</w:del>"),
        ("三是由办公室牵头修订", "三是由办公室牵头改订"),
    )
    fates = {fate.id: fate.kind for fate in told.fates}
    measures = ids(bound.read().value)[3:]
    assert [fates[id] for id in measures] == [FateKind.UNCHANGED, FateKind.PENDING, FateKind.EDITED]


def test_an_item_retyped_with_tracking_is_edited(bound: Document) -> None:
    second = paragraph(bound, 3)
    run = second[second.index("<w:r>") : second.index("<w:bookmarkEnd")]
    struck = f"<w:del {TRACKED}>{run.replace('w:t', 'w:delText')}</w:del>"
    new = f"<w:ins {TRACKED}><w:r><w:t>二是与群众交心不多。</w:t></w:r></w:ins>"
    told = changed(bound, (run, struck), ("</w:p>" + paragraph(bound, 4), new + "</w:p>" + paragraph(bound, 4)))
    fates = {fate.id: fate.kind for fate in told.fates}
    assert fates.pop(bound.read().value.issues[1].id) is FateKind.EDITED
    assert set(fates.values()) == {FateKind.UNCHANGED}


@pytest.mark.parametrize("whole", ["{}", '<w:fldSimple w:instr="REF x">{}</w:fldSimple>'])
def test_an_item_that_begins_in_a_field_has_its_bookmark_behind_it(whole: str) -> None:
    pieces = ["一是加强学习。", "二是深入", "基层。"]
    runs = [f"<w:r><w:t>{piece}</w:t></w:r>" for piece in (pieces[0][:4], pieces[0][4:] + pieces[1], pieces[2])]
    lines = "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"
        for line in (DRAFT[0], "一、存在的问题", "一是不够。", "二、整改措施")
    )
    doc = mz.open(package(f"{lines}<w:p>{runs[0]}{whole.format(runs[1])}{runs[2]}</w:p>"))
    bound = doc.bind(doc.read().value, seed=SEED)
    bare = without_snapshot(bound)
    assert ids(bare.read().value) == ids(bound.read().value)
    assert bare.fates == ()


def test_one_of_several_items_in_a_paragraph_goes(bound: Document) -> None:
    main = word(bound).read("word/document.xml").decode()
    middle = re.search(r'<w:bookmarkStart[^>]*_mz_m\w*" */>(?:(?!<w:bookmark).)*二是.*?<w:bookmarkEnd[^>]*>', main)
    assert middle is not None
    run = middle[0][middle[0].index("<w:r>") :].rpartition("<w:bookmarkEnd")[0]
    measure = bound.read().value.measures[1].id
    gone = changed(bound, (middle[0], ""))
    assert {f.id for f in gone.fates if f.kind is FateKind.DELETED} == {measure}
    struck = changed(bound, (run, f"<w:del {TRACKED}>{run.replace('w:t', 'w:delText')}</w:del>"))
    assert {f.id for f in struck.fates if f.kind is FateKind.PENDING} == {measure}


def test_a_bookmark_in_a_line_that_is_no_item_any_more_is_told(bound: Document) -> None:
    headed = changed(bound, ("一是理论学习不够系统，列入计划的4本书只读了2本。", "二、其他情况"))
    assert "identity-unread" in identity_notices(headed)


def test_what_fits_two_places_is_raised_and_not_guessed() -> None:
    text = "调研不够深入，听汇报多、看现场少，到联系点只去了{}次。"
    doc = docx(DRAFT[0], DRAFT[1], f"一是{text.format(3)}", f"二是{DRAFT[2][2:]}")
    bare = without_bookmarks(doc.bind(doc.read().value, seed=SEED))
    again_ = changed(
        bare, (f"一是{text.format(3)}", f"一是{text.format(2)}</w:t></w:r></w:p><w:p><w:r><w:t>二是{text.format(4)}")
    )
    assert FateKind.AMBIGUOUS in kinds(again_)
    notices = [n for n in again_.read().notices if n.code == "identity-ambiguous"]
    assert notices
    assert all(n.message for n in notices)
    assert ids(doc.read().value)[0] not in ids(again_.read().value)


def test_new_items_get_ids_that_the_text_determines(bound: Document) -> None:
    added = changed(
        bound, (paragraph(bound, 4), paragraph(bound, 4) + "<w:p><w:r><w:t>四是纪律观念不强。</w:t></w:r></w:p>")
    )
    other = changed(
        bound, (paragraph(bound, 4), paragraph(bound, 4) + "<w:p><w:r><w:t>四是作风不够实。</w:t></w:r></w:p>")
    )
    new = [set(ids(doc.read().value)) - set(ids(bound.read().value)) for doc in (added, again(added), other)]
    assert new[0] == new[1]
    assert not new[0] & new[2]
    assert kinds(added).count(FateKind.NEW) == 1


def test_a_retired_id_is_never_given_again(bound: Document) -> None:
    new = "<w:p><w:r><w:t>四是纪律观念不强。</w:t></w:r></w:p>"
    added = changed(bound, (paragraph(bound, 4), paragraph(bound, 4) + new))
    (fresh,) = set(ids(added.read().value)) - set(ids(bound.read().value))
    held = carried(word(added), added.outline)
    assert held is not None
    assert held.snapshot is not None
    text = to_text(replace(held.snapshot, retired=(fresh,)))
    later = mz.open(with_custom_xml(word(added), SNAPSHOT_NAMESPACE, "snapshot", text, "0").to_bytes())
    assert kinds(later) == kinds(added)
    assert fresh not in ids(later.read().value)


def test_our_own_edits_are_told(bound: Document) -> None:
    value = bound.read().value
    value = mz.replace(value, "/issues/0/text", "理论学习不够系统，列入计划的6本书只读了2本。")
    value = mz.insert(value, "/measures/1", "严肃组织生活，每季度开展1次。")
    written = again(bound.write(value))
    found = Counter(kinds(written))
    assert found == {FateKind.EDITED: 1, FateKind.NEW: 1, FateKind.UNCHANGED: 5}


def ledger(*cells: tuple[str, str, str]) -> Document:
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc>{text}</w:tc>" for text in row) + "</w:tr>"
        for row in [("序号", "存在问题", "整改措施"), *cells]
    )
    rows = re.sub("<w:tc>([^<]+)</w:tc>", r"<w:tc><w:p><w:r><w:t>\1</w:t></w:r></w:p></w:tc>", rows)
    return mz.open(package(f"<w:p><w:r><w:t>整改台账</w:t></w:r></w:p><w:tbl>{rows}</w:tbl><w:p/>"))


def test_a_row_is_marked_in_its_first_cell_even_an_empty_one() -> None:
    doc = ledger(
        ("1", "学习不够深入。", "1.每月学习1次；2.年底前考试1次"), ("<w:p/>", "调研不够扎实。", "每季度调研1次")
    )
    bound = assert_bound_well(doc)
    rows = re.findall("<w:tr>.*?</w:tr>", word(bound).read("word/document.xml").decode())[1:]
    assert [re.findall("_mz_([a-z])", row) for row in rows] == [["e", "i", "m", "m"], ["e", "i", "m"]]
    assert all("_mz_e" in row.partition("</w:tc>")[0] for row in rows)
    swapped = changed(bound, ("".join(rows), "".join(rows[::-1])))
    assert Counter(kinds(swapped)) == {FateKind.UNCHANGED: 6, FateKind.MOVED: 1}
    assert [f.item for f in swapped.fates if f.kind is FateKind.MOVED] == [ItemKind.LEDGER_ENTRY]
    bare = without_snapshot(swapped)
    assert ids(bare.read().value) == ids(swapped.read().value)
    assert bare.fates == ()


@given(st.data())
def test_an_item_of_several_lines_is_owned_by_its_first(data: st.DataObject) -> None:
    lines = ["个人对照检查材料", "一、存在的问题", "一是学习不够。", "读书少，", "思考也少。", "二是调研不深。"]
    doc = mz.open(package("".join(data.draw(paragraphs(line)) for line in lines)))
    bound = assert_bound_well(doc)
    held = carried(word(bound), bound.outline)
    assert held is not None
    first = [mark.start.line for mark in held.marks]
    assert first == [bound.read().anchors[f"{item.path}/text"].line for item in items_of(bound.read().value)]


def test_nothing_of_ours_is_left_in_any_part(bound: Document) -> None:
    opened = word(bound)
    header = (
        b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>'
        b'<w:bookmarkStart w:id="1" w:name="_mz_i0123456789abcdef"/><w:r><w:t>a</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p></w:hdr>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    made, _ = opened.add_part("word/header1.xml", header, kind, source=opened.main_part, relationship=relationship)
    left = mz.open(made.to_bytes()).finalize()
    assert not [name for name, content in parts(left).items() if b"_mz_" in content or b"mzsh_" in content]
    assert not custom_xml(word(left), SNAPSHOT_NAMESPACE)


@given(documents(), st.randoms())
def test_what_was_bound_is_read_the_same_after_a_tidy_re_save(doc: Document, rnd: random.Random) -> None:
    """Another writer: ` />`, new ids, other prefixes of custom XML, names of parts changed."""
    bound = doc.bind(doc.read().value, seed=SEED)
    main = word(bound).read("word/document.xml").decode()
    ends = {id: str(rnd.randrange(10**6)) for id in dict.fromkeys(re.findall(r'bookmarkEnd w:id="(\d+)"', main))}
    main = re.sub(r'(bookmark(?:Start|End) w:id=")(\d+)"', lambda m: f'{m[1]}{ends.get(m[2], m[2])}"', main)
    main = re.sub(r" */>", " />", main)
    (held,) = custom_xml(word(bound), SNAPSHOT_NAMESPACE)
    content = (
        word(bound)
        .read(held.part)
        .decode()
        .replace("<snapshot xmlns=", "<n:snapshot xmlns:n=")
        .replace("</snap", "</n:snap")
    )
    saved = mz.open(
        word(bound).with_parts({"word/document.xml": main.encode(), held.part: content.encode()}).to_bytes()
    )
    assert ids(saved.read().value) == ids(bound.read().value)
    assert set(kinds(saved)) <= {FateKind.UNCHANGED}
    assert saved.bind(saved.read().value) is saved or opaque(doc)
    left = saved.finalize()
    assert shown(left) == shown(doc)
    assert not names(left)
