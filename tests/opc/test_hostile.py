"""Packages made to harm or to mislead: each refused with its true reason, and what is merely unusual read."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import BadPackage
from mzsh_model.opc.archive import open_archive
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.prolog import has_dtd
from mzsh_model.testing.word_files import W, package
from tests.wml.test_story import p, with_parts

DTD = '<!DOCTYPE a [<!ENTITY x "y">]>'
PARTS = ["styles", "settings", "numbering", "footnotes", "header", "comments", "theme", "fontTable"]
PADDED = ["", "<!-- x -->", "<!--" + "x" * 600 + "-->", "<?a " + "<!DOCTYPE" * 90 + "?>\n"]


def refused(data: bytes) -> str:
    with pytest.raises(BadPackage) as caught:
        mz.open(data)
    assert "\n" not in str(caught.value)
    return caught.value.code


def added(data: bytes, name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return buffer.getvalue()


GOOD = with_parts(p("正文"), **{part: f'<w:{part} xmlns:w="{W}"/>' for part in PARTS})


@pytest.mark.parametrize("padding", PADDED)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "name",
    [
        *(f"word/{part}.xml" for part in PARTS), "docProps/core.xml", "docProps/app.xml", "_rels/.rels", "word/more.VML",
        "word/_rels/document.xml.rels", "word/_rels/header.xml.rels", "[Content_Types].xml", "word/document.xml",
    ],
)  # fmt: skip
def test_a_dtd_in_any_part_is_refused(name: str, encoding: str, padding: str) -> None:
    content = f'<?xml version="1.0"?>{padding}{DTD}<a>&x;</a>'.encode(encoding)
    assert refused(added(GOOD, name, content)) == "xml-dtd"


@pytest.mark.parametrize("padding", PADDED)
def test_what_only_speaks_of_a_dtd_is_read(padding: str) -> None:
    said = f'<?xml version="1.0"?>{padding}<w:styles xmlns:w="{W}"><!-- {DTD} --><![CDATA[{DTD}]]></w:styles>'
    assert mz.open(added(GOOD, "word/styles.xml", said.encode())).text == "正文"
    assert mz.open(added(GOOD, "customXml/item1.xml", DTD.encode() + b"<a/>")).text == "正文"
    assert mz.open(added(GOOD, "word/media/a.bin", DTD.encode())).text == "正文"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("", None), ("  ", None), ("<", None), ("<?xml", None), ("<!--a", None), ("<a", False), ("text", False),
        ("\n<!DOCTYPE a>", True), ("<!-- a --> <!DOCTYPE", True), ("<?a b?><w:a", False), ("<!ELEMENT", None),
    ],
)  # fmt: skip
def test_a_prolog_is_known_or_read_on(head: str, told: bool | None) -> None:
    assert has_dtd(head) is told


@pytest.mark.parametrize("rels", [b"<no", b"", b"<Relationships>", b"\xff\xfe<", b"<a>\x01</a>"])
@pytest.mark.parametrize("name", ["_rels/.rels", "word/_rels/document.xml.rels"])
def test_relationships_that_cannot_be_read_refuse_the_file(name: str, rels: bytes) -> None:
    assert refused(added(GOOD, name, rels)) == "xml-damaged"


@pytest.mark.parametrize("other", [b"word/documenu.xml", b"WORD/document.xml", b"../rd/../evil.ex"])
def test_a_local_header_of_another_name_is_refused(other: bytes) -> None:
    data = bytearray(package(p("正文")))
    at = data.index(b"word/document.xml")
    data[at : at + len(b"word/document.xml")] = other.ljust(len(b"word/document.xml"), b"x")
    assert refused(bytes(data)) == "package-damaged"


@pytest.mark.parametrize("name", ["材料.docx", "材料.DOCX", "台账.xlsx", "a.docm", "a.dotx"])
@pytest.mark.parametrize(
    "data", ["一、存在的问题".encode(), "一、存在的问题".encode("gb18030"), "一、".encode("utf-16")]
)
def test_a_text_that_is_named_a_package_is_refused_with_its_remedy(name: str, data: bytes) -> None:
    file = io.BytesIO(data)
    file.name = name
    with pytest.raises(BadPackage, match=r"\.txt") as caught:
        mz.open(file)
    assert caught.value.code == "package-text"
    file.seek(0)
    file.name = "材料.txt"
    assert mz.open(file).text.startswith("一、")


@pytest.mark.parametrize("levels", [60, 150, 3000])
def test_tables_in_tables_are_read_or_named(levels: int) -> None:
    inner = p("最里面")
    for _ in range(levels):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    if levels < 80:
        assert mz.open(package(inner)).text == "最里面"
    else:
        assert refused(package(inner)) == "xml-depth"


def test_a_text_longer_than_the_parser_takes_is_named() -> None:
    long = "".join(chr(0x4E00 + n * 7919 % 20_000) for n in range(3_400_000))
    assert refused(package(p(long))) == "xml-length"
    assert refused(package(f'<w:p w:x="{long}"/>')) == "xml-length"


def zip64(data: bytes, *, sizes: bool = True, ends: bool = True, prefix: bytes = b"", extra: bytes = b"") -> bytes:
    """The same archive with the values of its directory or its end in the extension."""
    archive = open_archive(data, Limits())
    body, directory = prefix + data[: archive.directory], b""
    for entry in archive.entries.values():
        record = data[entry.record]
        name = struct.unpack("<H", record[28:30])[0]
        if sizes:
            wide = struct.pack("<2H3Q", 1, 24, entry.size, entry.packed, entry.header)
            record = record[:20] + b"\xff" * 8 + record[28:30] + struct.pack("<H", len(wide)) + record[32:42]
            record += b"\xff" * 4 + data[entry.record][46 : 46 + name] + wide
        directory += record
    count, start = len(archive.entries), len(body)
    where = start - len(prefix)
    if not ends:
        plain = struct.pack("<4H2IH", 0, 0, count, count, len(directory), where, 0)
        return body + directory + b"PK\5\6" + plain
    end = struct.pack("<Q2H2I4Q", 44 + len(extra), 45, 45, 0, 0, count, count, len(directory), where) + extra
    locator = struct.pack("<IQI", 0, where + len(directory), 1)
    plain = struct.pack("<4H2IH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 3) + b"abc"
    return body + directory + b"PK\6\6" + end + b"PK\6\7" + locator + b"PK\5\6" + plain


FORMS = [
    {"sizes": True, "ends": True}, {"sizes": True, "ends": False}, {"sizes": False, "ends": True},
    {"prefix": b"PK\7\10"}, {"extra": b"\1\0\0\0\0\0"},
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_small_file_with_the_zip64_extension_is_read_and_kept(form: dict[str, bool | bytes]) -> None:
    plain = package(
        "".join(p(text) for text in ("个人对照检查材料", "一、存在的问题", "一是学习不够。", "二是调研不够。"))
    )
    data = zip64(plain, **form)  # type: ignore[arg-type]
    doc = mz.open(data)
    assert doc.text == mz.open(plain).text
    assert doc.to_bytes() is data
    new = mz.replace(doc.read().value, "/issues/0/text", "学习很不系统。")
    written = doc.write(new).to_bytes()
    assert written.count(b"PK\6\6") == data.count(b"PK\6\6")
    assert mz.open(written).read().value == new
    if "extra" in form:  # zipfile knows of no data behind the fields of the extension
        return
    with zipfile.ZipFile(io.BytesIO(written)) as again:
        assert again.testzip() is None
        assert again.namelist() == list(open_archive(plain, Limits()).entries)
    assert mz.open(written).write(doc.read().value).text == doc.text
    assert mz.open(data).annotate(mz.check(doc.read().value, doc)).clean().text == doc.text


@pytest.mark.parametrize("at", range(0, 130, 3))
def test_a_forged_extension_is_refused_or_says_the_same(at: int) -> None:
    data = bytearray(zip64(package(p("正文"))))
    start = data.index(b"PK\6\6") + at
    if start >= len(data) - 3:
        return
    data[start] ^= 0x55
    try:
        assert mz.open(bytes(data)).text == "正文"
    except BadPackage as error:
        assert error.code in {"package-damaged", "package-truncated", "package-limit"}


@pytest.mark.parametrize("size", [0, 8, 23])
def test_an_extension_that_is_too_short_is_refused(size: int) -> None:
    data = zip64(package(p("正文")))
    forged = data.replace(struct.pack("<2H", 1, 24), struct.pack("<2H", 1, size), 1)
    assert refused(forged) == "package-damaged"
