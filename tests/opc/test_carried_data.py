"""Data of ours beside the text: custom XML and document properties come, are found after a re-save, and go to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from mzsh_model.kernel.errors import MzshError
from mzsh_model.opc.custom_xml import custom_xml, with_custom_xml, without_custom_xml
from mzsh_model.opc.package import Package, open_package
from mzsh_model.opc.properties import custom_properties, with_custom_properties, without_custom_properties
from mzsh_model.testing.word_files import package
from tests.conftest import real_files

URN = "urn:example:snapshot:1"
GUID = "0f3c8c1e-7f0a-5d3e-9a42-1f2e3d4c5b6a"
TEXT = '{"文":"a<b&c"}'
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VARIANTS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REAL = [path for path in real_files("docx/*.do[ct]x") + real_files("texts/*.docx")]
VALUES = {"mz_a": "甲", "mz_b": "2"}


def _parts(opened: Package) -> dict[str, bytes]:
    return {name: opened.read(name) for name in opened.names if not name.endswith("/")}


def _plain() -> Package:
    return open_package(package("<w:p><w:r><w:t>一是学习不够。</w:t></w:r></w:p>"))


def _with_item(content: str, name: str = "customXml/item1.xml") -> Package:
    opened = _plain()
    kind = f"{RELATIONSHIPS}/customXml"
    return opened.add_part(name, content.encode(), "application/xml", source=opened.main_part, relationship=kind)[0]


def _with_properties(inner: str) -> Package:
    xml = f'<?xml version="1.0"?><Properties xmlns="{CUSTOM}" xmlns:vt="{VARIANTS}">{inner}</Properties>'
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    relationship = f"{RELATIONSHIPS}/custom-properties"
    return _plain().add_part("docProps/custom.xml", xml.encode(), kind, source="", relationship=relationship)[0]


@pytest.mark.parametrize("path", [None, *REAL], ids=lambda p: p.name if p else "plain")
def test_both_come_and_go_to_the_byte(path: Path | None) -> None:
    try:
        opened = _plain() if path is None else open_package(path.read_bytes())
    except MzshError:
        return
    before = _parts(opened)
    held = custom_properties(opened)
    written = with_custom_properties(with_custom_xml(opened, URN, "snapshot", TEXT, GUID), VALUES)
    again = open_package(written.to_bytes())
    assert [one.text for one in custom_xml(again, URN)] == [TEXT]
    assert custom_properties(again) == held | VALUES
    item = custom_xml(again, URN)[0].part
    assert any(r.part == item for r in again.relationships(again.main_part))
    described = next(r.part for r in again.relationships(item) if r.type.endswith("/customXmlProps"))
    assert described is not None
    assert f'itemID="{{{GUID.upper()}}}"'.encode() in again.read(described)
    assert _parts(without_custom_properties(without_custom_xml(again, URN), VALUES)) == before


def test_what_is_there_already_changes_nothing() -> None:
    written = with_custom_properties(with_custom_xml(_plain(), URN, "snapshot", TEXT, GUID), VALUES)
    assert with_custom_xml(written, URN, "snapshot", TEXT, GUID) is written
    assert with_custom_properties(written, VALUES) is written


def test_another_text_takes_the_place_of_the_old_one() -> None:
    written = with_custom_xml(_plain(), URN, "snapshot", TEXT, GUID)
    changed = with_custom_xml(written, URN, "snapshot", "{}", GUID)
    assert [one.text for one in custom_xml(changed, URN)] == ["{}"]
    assert changed.names == written.names


def test_a_part_is_found_by_its_root_however_an_editor_wrote_it() -> None:
    item = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<ns0:snapshot xmlns:ns0="{URN}" >\n{{&quot;a&quot;:1}}</ns0:snapshot>'
    )
    assert [one.text.strip() for one in custom_xml(_with_item(item, "customXml/item7.xml"), URN)] == ['{"a":1}']
    unrelated = _plain().with_parts({"customXml/item3.xml": item.encode()})
    assert len(custom_xml(unrelated, URN)) == 1


@pytest.mark.parametrize("content", ["<a/>", f"<snapshot xmlns='{URN}'", f"<a>{URN}</a>", f"<a><b xmlns='{URN}'/></a>"])
def test_other_custom_xml_is_none_of_ours(content: str) -> None:
    opened = _with_item(content)
    assert custom_xml(opened, URN) == ()
    assert without_custom_xml(opened, URN) is opened


def test_a_second_part_of_ours_goes_when_one_is_written() -> None:
    two = _with_item(f"<snapshot xmlns='{URN}'>1</snapshot>").with_parts(
        {"customXml/item9.xml": f"<snapshot xmlns='{URN}'>2</snapshot>".encode()}
    )
    assert len(custom_xml(two, URN)) == 2
    assert [one.text for one in custom_xml(with_custom_xml(two, URN, "snapshot", TEXT, GUID), URN)] == [TEXT]


def test_properties_stand_beside_those_of_others() -> None:
    theirs = '<property fmtid="{X}" pid="4" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1</vt:lpwstr></property>'
    opened = _with_properties(theirs)
    written = with_custom_properties(opened, VALUES)
    assert theirs.encode() in written.read("docProps/custom.xml")
    assert [
        part.partition(b'pid="')[2].partition(b'"')[0]
        for part in written.read("docProps/custom.xml").split(b"<property")[1:]
    ] == [b"4", b"5", b"6"]
    changed = with_custom_properties(written, {"mz_a": "乙", "mz_b": "2"})
    assert custom_properties(changed) == {"KSOProductBuildVer": "2052-12.1", "mz_a": "乙", "mz_b": "2"}
    assert _parts(without_custom_properties(changed, ["MZ_A", "mz_b"])) == _parts(opened)


def test_an_empty_part_of_others_is_not_taken_for_ours() -> None:
    opened = _with_properties("")
    assert _parts(without_custom_properties(with_custom_properties(opened, VALUES), VALUES)) == _parts(opened)


def test_a_strict_package_gets_strict_names() -> None:
    data = _plain()
    rels = data.read("_rels/.rels").replace(
        RELATIONSHIPS.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    )
    strict = data.with_parts({"_rels/.rels": rels})
    written = with_custom_properties(with_custom_xml(strict, URN, "snapshot", TEXT, GUID), VALUES)
    kinds = [r.type for source in ("", written.main_part) for r in written.relationships(source)]
    assert all(kind.startswith("http://purl.oclc.org/ooxml/officeDocument/relationships/") for kind in kinds)
    assert b"purl.oclc.org/ooxml/officeDocument/docPropsVTypes" in written.read("docProps/custom.xml")
    assert _parts(without_custom_properties(without_custom_xml(written, URN), VALUES)) == _parts(strict)
