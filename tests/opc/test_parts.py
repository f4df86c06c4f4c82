"""A package as a value: parts laid over it, put in and taken out, and no byte besides."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mzsh_model.kernel.errors import BadEdit, BadPackage
from mzsh_model.opc.children import with_child
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.package import Package, open_package
from mzsh_model.opc.relationships import NO_RELATIONSHIPS, RELATIONSHIPS_TYPE
from tests.conftest import real_files
from tests.opc.ziplaw import assert_only_changed, member

REAL = [path for path in real_files("docx/**/*.do?x") if not path.name.startswith("~$")]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
RELS = "word/_rels/document.xml.rels"
_TEXT = "<![CDATA[</Types></Relationships><a>]]>"


def listing(
    root: str,
    namespace: str,
    children: list[str],
    prefix: str = "",
    empty: bool = False,
    noise: str = "",
    declared: str = "",
) -> bytes:
    """A content types or relationships part in one of the shapes that writers give it."""
    colon = f"{prefix}:" if prefix else ""
    named = f"xmlns:{prefix}" if prefix else "xmlns"
    opened = f"<{colon}{root} {named}={quoteattr(namespace)}"
    if empty:
        return f"{declared}{noise}{opened}{noise and ' '}/>{noise}".encode()
    inner = _TEXT * bool(noise) + noise + noise.join(f"<{colon}{child}/>" for child in children) + noise
    return f"{declared}{opened}>{inner}</{colon}{root}>{noise}".encode()


def types(*more: str, **shape: str) -> bytes:
    children = [
        f'Default Extension="rels" ContentType="{RELATIONSHIPS_TYPE}"',
        'Default Extension="xml" ContentType="application/xml"',
        f'Override PartName="/{MAIN}" ContentType="{WORD}.document.main+xml"',
        *more,
    ]
    return listing("Types", f"{PACKAGE}/content-types", children, **shape)


def relationships(*children: str, **shape: str | bool) -> bytes:
    return listing("Relationships", f"{PACKAGE}/relationships", [*children], **shape)


ROOT = relationships(f'Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{MAIN}"')
DOCUMENT = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def package(parts: dict[str, bytes], content_types: bytes | None = None, root: bytes = ROOT) -> Package:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {TYPES: content_types or types(), "_rels/.rels": root, MAIN: DOCUMENT, **parts}.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 5, 9, 0, 0)), content)
    return open_package(buffer.getvalue())


def add(to: Package, name: str = "word/comments.xml", source: str = MAIN) -> tuple[Package, str]:
    return to.add_part(name, b"<c/>", f"{WORD}.comments+xml", source=source, relationship=f"{OFFICE}/comments")


# --- a value ------------------------------------------------------------------------------------------------------


def test_parts_are_laid_over_a_package_that_stays_as_it_is() -> None:
    old = package({RELS: relationships()})
    new = old.with_parts({MAIN: b"<other/>", "word/a.xml": b"<a/>"})
    assert (old.read(MAIN), new.read(MAIN)) == (DOCUMENT, b"<other/>")
    assert new.names == (*old.names, "word/a.xml")
    assert old.to_bytes() is old.data
    assert new.to_bytes() is new.to_bytes()
    assert_only_changed(old.data, new.to_bytes(), {MAIN, "word/a.xml"})
    back = new.with_parts({MAIN: DOCUMENT, "word/a.xml": None})
    assert back.to_bytes() is old.data


def test_a_later_layer_hides_an_earlier_one() -> None:
    base = package({RELS: relationships()})
    a, b = {MAIN: b"<a/>", "word/x.xml": b"<a/>"}, {MAIN: b"<b/>", "word/x.xml": b"<b/>"}
    assert base.with_parts(a).with_parts(b).to_bytes() == base.with_parts(b).to_bytes()


def test_a_removed_part_is_gone_and_may_come_back() -> None:
    old = package({RELS: relationships(), "word/a.xml": b"<a/>"})
    new = old.with_parts({"word/a.xml": None})
    assert "word/a.xml" not in new.names
    with pytest.raises(BadPackage) as missing:
        new.read("word/a.xml")
    assert missing.value.code == "part-missing"
    with pytest.raises(BadEdit) as caught:
        new.with_parts({"word/a.xml": None})
    assert caught.value.code == "part-missing"
    assert new.with_parts({"word/a.xml": b"<a/>"}).to_bytes() is old.data


def test_parts_are_named_whatever_the_case() -> None:
    old = package({RELS: relationships()})
    assert old.with_parts({"Word/Document.xml": b"<other/>"}).read(MAIN) == b"<other/>"
    twice = old.with_parts({"word/a.xml": b"1", "word/A.xml": b"2"})
    assert (twice.names[-1], twice.read("word/a.xml")) == ("word/a.xml", b"2")


def test_everything_asked_of_a_package_sees_what_was_laid_over_it() -> None:
    old = package({RELS: relationships()})
    kind = f"{OFFICE}/footer"
    new = old.with_parts(
        {
            RELS: relationships(f'Relationship Id="f" Type="{kind}" Target="f.xml"'),
            "word/f.xml": b"<f/>",
            TYPES: types('Override PartName="/word/f.xml" ContentType="footer"'),
        }
    )
    assert [(r.id, r.part) for r in new.relationships(MAIN)] == [("f", "word/f.xml")]
    assert new.content_type("word/f.xml") == "footer"
    assert old.relationships(MAIN) == ()
    elsewhere = new.with_parts(
        {"_rels/.rels": ROOT.replace(MAIN.encode(), b"word/g.xml"), "word/g.xml": DOCUMENT, MAIN: None}
    )
    assert (new.main_part, elsewhere.main_part) == (MAIN, "word/g.xml")


def test_limits_hold_for_a_package_that_is_written() -> None:
    opened = open_package(package({RELS: relationships()}).data, Limits(part_size=2000))
    with pytest.raises(BadPackage, match="part_size="):
        opened.with_parts({MAIN: b"x" * 2001}).to_bytes()


# --- a part put in and taken out ----------------------------------------------------------------------------------

_NOISE = st.sampled_from(["", "\n", "\r\n  ", "<!-- </Types></Relationships><a> ' -->", '<?p </Types> " ?>'])
_DECLARED = st.sampled_from(["", DECLARATION, "\ufeff" + DECLARATION, "<?xml version='1.0' encoding='US-ASCII'?>"])
_SHAPES = st.fixed_dictionaries({"prefix": st.sampled_from(["", "ct", "r"]), "noise": _NOISE, "declared": _DECLARED})
_CHILDREN = [
    f'Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"',
    f"Relationship Id='rIdMzsh1' Type='{OFFICE}/hyperlink' Target='http://a/?b=1&amp;c=>/' TargetMode='External'",
    f'Relationship Target = "/word/nowhere.xml" Type="{OFFICE}/footer"\n Id="rIdMzsh3"',
]


@st.composite
def packages(draw: st.DrawFn) -> Package:
    parts = {"customXml/item1.xml": b"<i/>"}
    if draw(st.booleans()):
        children = draw(st.lists(st.sampled_from(_CHILDREN), unique=True))
        parts[RELS] = relationships(*children, **draw(_SHAPES), empty=draw(st.booleans()))
    content_types = types(**draw(_SHAPES))
    if draw(st.booleans()):
        content_types = content_types.replace(b'Extension="rels"', b'Extension="bin"')
    return package(parts, content_types)


@given(packages(), st.booleans())
def test_a_part_put_in_is_found_and_taken_out_without_a_trace(old: Package, saved: bool) -> None:
    name = old.unused_name("word/comments{}.xml")
    new, id = add(old, name)
    if saved:
        new = open_package(new.to_bytes())
    assert new.read(name) == b"<c/>"
    assert new.content_type(name) == f"{WORD}.comments+xml"
    assert new.content_type(RELS) == RELATIONSHIPS_TYPE or RELS in old.names
    assert [(r.type, r.target) for r in new.relationships(MAIN) if (r.id, r.part) == (id, name)] == [
        (f"{OFFICE}/comments", name.removeprefix("word/"))
    ]
    assert id.startswith("rIdMzsh")
    assert len({r.id for r in new.relationships(MAIN)}) == len(old.relationships(MAIN)) + 1
    assert new.relationships(MAIN)[:-1] == old.relationships(MAIN)
    assert_only_changed(old.data, new.to_bytes(), {TYPES, RELS, name})
    for listed in (TYPES, RELS):
        root = etree.fromstring(new.read(listed))
        assert {etree.QName(child).namespace for child in root.iterchildren("*")} == {etree.QName(root).namespace}
    back = new.remove_part(name)
    assert back.names == old.names
    assert {name: back.read(name) for name in back.names} == {name: old.read(name) for name in old.names}
    assert saved or back.to_bytes() is old.data


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.name)
def test_parts_come_and_go_in_real_files(path: Path) -> None:
    old = open_package(path.read_bytes())
    comments = old.unused_name("word/comments{}.xml")
    one, _ = add(old, comments, old.main_part)
    item = one.unused_name("customXml/item{}.xml", numbered=True)
    two, _ = one.add_part(item, b"<i/>", "application/xml", source=comments, relationship=f"{OFFICE}/customXml")
    root, _ = two.add_part("mzsh.xml", b"<i/>", "application/xml", source="", relationship="urn:x")
    rels = f"word/_rels/{comments.removeprefix('word/')}.rels"
    touched = {TYPES, "_rels/.rels", comments, item, rels, "mzsh.xml"}
    touched |= {name for name in old.names if name.endswith(f"_rels/{Path(old.main_part).name}.rels")}
    assert_only_changed(old.data, root.to_bytes(), touched)
    for package in (root, open_package(root.to_bytes())):
        assert [r.part for r in package.relationships("")][-1] == "mzsh.xml"
        assert [(r.target, r.part) for r in package.relationships(comments)] == [(f"../{item}", item)]
        bare = package.remove_part("mzsh.xml").remove_part(comments)
        assert item in bare.names
        bare = bare.remove_part(item)
        assert {name: bare.read(name) for name in bare.names} == {name: old.read(name) for name in old.names}
    assert root.remove_part("mzsh.xml").remove_part(item).remove_part(comments).to_bytes() is old.data


def test_the_last_part_taken_out_gives_back_an_empty_element() -> None:
    old = package({RELS: relationships(empty=True)})
    one, _ = add(old)
    two, _ = add(one, "word/b.xml")
    assert two.remove_part("word/comments.xml").relationships(MAIN)[0].part == "word/b.xml"
    assert two.remove_part("word/comments.xml").remove_part("word/b.xml").to_bytes() is old.data


def test_relationships_that_lead_elsewhere_stay() -> None:
    outside = f'Relationship Id="h" Type="{OFFICE}/hyperlink" Target="comments.xml" TargetMode="External"'
    old = package({RELS: relationships(outside), "word/_rels/other.xml.rels": NO_RELATIONSHIPS, "word/a.xml": b"<a/>"})
    new, id = add(old)
    assert [r.id for r in new.relationships(MAIN)] == ["h", id]
    assert new.remove_part("word/comments.xml").to_bytes() is old.data
    assert old.remove_part("word/a.xml").read("word/_rels/other.xml.rels") == NO_RELATIONSHIPS


def test_a_part_taken_out_takes_all_that_leads_to_it_and_its_own_relationships() -> None:
    here = f'Relationship Id="n" Type="{OFFICE}/footnotes" Target="Foot%6eotes.xml#x"'
    old = package(
        {
            RELS: relationships(here, noise="\n"),
            "word/footnotes.xml": b"<f/>",
            "word/_rels/footnotes.xml.rels": relationships(here),
            "other/_rels/a.xml.rels": relationships(here.replace("Foot", "/word/foot"), prefix="r"),
            "word/_rels/broken.xml.rels": b"<broken",
        },
        types('Override PartName="/word/Footnotes.xml" ContentType="notes"', noise="\n"),
    )
    new = old.remove_part("WORD/footnotes.xml")
    gone = {"word/footnotes.xml", "word/_rels/footnotes.xml.rels"}
    assert {*old.names} - {*new.names} == gone
    assert new.read(RELS) == old.read(RELS).replace(f"<{here}/>".encode(), b"")
    assert new.read("other/_rels/a.xml.rels") == relationships(prefix="r")
    assert new.read(TYPES) == old.read(TYPES).replace(
        b'<Override PartName="/word/Footnotes.xml" ContentType="notes"/>', b""
    )
    assert_only_changed(old.data, new.to_bytes(), gone | {RELS, TYPES, "other/_rels/a.xml.rels"})


def test_names_are_unused_by_parts_declarations_and_dangling_relationships() -> None:
    dangling = f'Relationship Id="d" Type="{OFFICE}/comments" Target="comments3.xml"'
    old = package(
        {RELS: relationships(dangling), "word/Comments.xml": b"<c/>", "word/_rels/broken.xml.rels": b"<broken"},
        types('Override PartName="/word/comments2.xml" ContentType="x"'),
    )
    assert old.unused_name("word/comments{}.xml") == "word/comments4.xml"
    assert old.unused_name("word/comments{}.xml", numbered=True) == "word/comments1.xml"
    for name in ("word/comments.xml", "word/comments2.xml", "word/comments3.xml"):
        with pytest.raises(BadEdit) as caught:
            add(old, name)
        assert caught.value.code == "part-exists"


@pytest.mark.parametrize(
    "name",
    ["", "/a.xml", "a/", "a//b", "../a", "./a", "a./b", "a b", "a\\b", "a%41", "a?b", "_rels/a.rels", "a/_rels/b.rels"],
)
def test_names_that_no_part_may_have_are_refused(name: str) -> None:
    with pytest.raises(BadEdit) as caught:
        add(package({}), name)
    assert caught.value.code == "part-name"


def test_a_part_is_only_led_to_from_a_part_that_is_there() -> None:
    with pytest.raises(BadEdit) as caught:
        add(package({}), source="word/nowhere.xml")
    assert caught.value.code == "part-missing"
    with pytest.raises(BadEdit) as caught:
        package({}).remove_part("word/nowhere.xml")
    assert caught.value.code == "part-missing"


def test_what_stands_in_attributes_is_escaped() -> None:
    new, id = package({}).add_part("word/é&.xml", b"", 'a"<&>é', source="", relationship="urn:<&\"'é")
    again = open_package(new.to_bytes())
    assert again.content_type("word/é&.xml") == 'a"<&>é'
    found = again.relationships("")[-1]
    assert (found.id, found.type, found.part) == (id, "urn:<&\"'é", "word/é&.xml")
    assert again.read("_rels/.rels").isascii()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", [TYPES, RELS])
def test_lists_in_utf_16_are_read_but_never_changed(name: str, encoding: str) -> None:
    mark = "" if encoding == "utf-16" else "\ufeff"
    there = f'Relationship Id="a" Type="{OFFICE}/footer" Target="a.xml"'
    listed = {TYPES: types('Override PartName="/word/a.xml" ContentType="x"'), RELS: relationships(there)}
    wide = (mark + listed[name].decode()).encode(encoding)
    parts = {RELS: listed[RELS], "word/a.xml": b"<a/>"} | {name: wide}
    old = package(parts, parts.pop(TYPES, listed[TYPES]))
    assert old.content_type("word/a.xml") == "x"
    for write in (lambda: add(old), lambda: old.remove_part("word/a.xml")):
        with pytest.raises(BadEdit) as caught:
            write()
        assert caught.value.code == "part-encoding"
    assert old.with_parts({MAIN: b"<other/>"}).read(name) == wide


def test_damaged_lists_are_refused() -> None:
    with pytest.raises(BadPackage):
        with_child(b"<a><b></a>", "a.xml", "c", {})
    for parts in ({RELS: b"<broken"}, {RELS: b"<!DOCTYPE a><a/>"}):
        with pytest.raises(BadPackage):
            add(package(parts))


def test_a_signature_is_noticed() -> None:
    origin = f'Relationship Id="s" Type="{PACKAGE}/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"'
    signed = relationships(f'Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{MAIN}"', origin)
    assert package({"_xmlsignatures/origin.sigs": b""}, root=signed).signed
    assert not package({}, root=signed).signed
    assert not package({"_xmlsignatures/origin.sigs": b""}).signed
    assert member(package({}).data, MAIN) == DOCUMENT
