"""Packages that must open, and those that must be refused with one typed line."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.kernel.errors import BadPackage
from mzsh_model.opc.archive import open_archive
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.package import open_package
from mzsh_model.testing.word_files import package

GOOD = package("<w:p><w:r><w:t>正文</w:t></w:r></w:p>")


def rebuilt(**parts: bytes | str) -> bytes:
    """The good package with parts replaced; `__` in a name stands for a slash, `_x` for `.xml`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            key = name.replace("/", "__").replace(".xml", "_x").replace("[", "").replace("]", "")
            new.writestr(name, parts.pop(key, old.read(name)))
        for name, data in parts.items():
            new.writestr(name.replace("__", "/").replace("_x", ".xml"), data)
    return buffer.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(BadPackage) as caught:
        mz.open(data).read()
    assert "\n" not in str(caught.value)
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "package-empty"),
        (b"\0" * 100, "package-empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "package-doc"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "package-encrypted",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "package-wps"),
        (b"{\\rtf1\\ansi hello}", "package-rtf"),
        (b"%PDF-1.7\n...", "package-pdf"),
        (b"<!DOCTYPE html><html><body>hi</body></html>", "package-html"),
        (b"\x89PNG\r\n\x1a\n....", "package-image"),
        (b"\x01\x02\0\0\0\x05binary", "package-binary"),
        (GOOD[:-30], "package-truncated"),
        (GOOD[:200], "package-truncated"),
    ],
)
def test_other_files_are_named(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_other_zips_are_named() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "x")
    assert refused(buffer.getvalue()) == "package-not-word"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"word__document_x": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "xml-dtd"),
        ({"word__document_x": b"<a><b></a>"}, "xml-damaged"),
        ({"word__document_x": b"<?xml version='1.0' encoding='GB18030'?><a/>"}, "xml-encoding"),
        ({"word__document_x": b"<a/>"}, "part-not-word"),
        (
            {
                "word__document_x": b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                + b"<w:p>" * 5000
            },
            "xml-depth",
        ),
        ({"_rels__.rels": b"<Relationships/>"}, "package-no-document"),
        ({"_rels__.rels": b""}, "xml-damaged"),
    ],
)
def test_broken_parts_are_refused(parts: dict[str, bytes], code: str) -> None:
    assert refused(rebuilt(**parts)) == code


def test_duplicate_names_are_refused() -> None:
    buffer = io.BytesIO(GOOD)
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<a/>")
    assert refused(buffer.getvalue()) == "package-duplicate"


def test_limits_are_named() -> None:
    with pytest.raises(BadPackage, match="part_size"):
        open_package(GOOD, Limits(part_size=10))
    with pytest.raises(BadPackage, match="members"):
        open_package(GOOD, Limits(members=1))
    bomb = rebuilt(word__big_x=b"0" * (9 * 1024 * 1024))
    with pytest.raises(BadPackage, match="ratio"):
        open_package(bomb)


def test_a_member_that_lies_about_its_size_is_refused() -> None:
    at = GOOD.rindex(b"PK\x01\x02", 0, GOOD.rindex(b"PK\x01\x02") + 1)
    lying = bytearray(GOOD)
    (size,) = struct.unpack("<I", GOOD[at + 24 : at + 28])
    lying[at + 24 : at + 28] = struct.pack("<I", max(1, size - 5))
    assert refused(bytes(lying)) == "package-damaged"


def test_overlapping_members_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.xml", "same")
        archive.writestr("b.xml", "same")
    forged = bytearray(buffer.getvalue())
    second = forged.rindex(b"PK\x01\x02")
    forged[second + 42 : second + 46] = struct.pack("<I", 0)
    with pytest.raises(BadPackage, match="重叠"):
        open_archive(bytes(forged), Limits())


def test_a_member_whose_content_was_changed_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.xml", "same")
    changed = buffer.getvalue().replace(b"same", b"sane")
    with pytest.raises(BadPackage, match="不符"):
        open_archive(changed, Limits()).read("a.xml")


def test_cut_anywhere_is_refused() -> None:
    codes = {refused(GOOD[:end]) for end in range(4, len(GOOD), 97)}
    assert codes <= {"package-truncated", "package-damaged"}


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_flipped_bytes_open_or_are_refused(flips: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, byte in flips:
        data[at] = byte
    try:
        doc = mz.open(bytes(data))
        assert doc.to_bytes() == bytes(data)
        doc.read()
    except mz.MzshError as error:
        assert "\n" not in str(error)


@given(st.data())
def test_members_read_as_zipfile_reads_them(data: st.DataObject) -> None:
    names = data.draw(
        st.lists(st.from_regex(r"[a-z]{1,8}(/[a-z]{1,5})?\.xml", fullmatch=True), unique=True, min_size=1, max_size=6)
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.comment = data.draw(st.binary(max_size=30).filter(lambda b: b"PK\x05\x06" not in b))
        for name in names:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.extra = data.draw(st.sampled_from([b"", b"\xfe\xca\x02\0hi"]))
            with archive.open(info, "w") as member:
                member.write(data.draw(st.binary(max_size=200)))
    opened = open_archive(buffer.getvalue(), Limits())
    with zipfile.ZipFile(buffer) as archive:
        assert list(opened.entries) == archive.namelist()
        assert all(opened.read(name) == archive.read(name) for name in names)


def test_sources(tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(GOOD)
    with path.open("rb") as file:
        assert mz.open(path).text == mz.open(str(path)).text == mz.open(file).text == mz.open(GOOD).text == "正文"
    for bad, code in (
        (tmp_path, "source-folder"),
        (tmp_path / "没有.docx", "source-missing"),
        (tmp_path / "~$稿.docx", "source-lock-file"),
    ):
        with pytest.raises(BadPackage) as caught:
            mz.open(bad)
        assert caught.value.code == code
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(BadPackage) as caught:
        mz.open(pipe)
    assert caught.value.code == "source-device"


def test_a_dangling_relationship_and_a_broken_side_part_are_no_reason_to_refuse() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        f'<Relationships><Relationship Id="a" Type="{kind}/header" Target="nowhere.xml"/>'
        f'<Relationship Id="b" Type="{kind}/footer" Target="../../../etc/passwd"/>'
        f'<Relationship Id="c" Type="{kind}/footnotes" Target="foot.xml"/></Relationships>'
    )
    doc = mz.open(rebuilt(**{"word/_rels/document.xml.rels": relations, "word/foot.xml": "<broken"}))
    assert doc.text == "正文"
    assert [notice.code for notice in doc.read().notices if notice.code == "side-part"] == ["side-part"]


def zipped(method: int = zipfile.ZIP_STORED, content: bytes = b"same") -> bytearray:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("a.xml", content)
        archive.writestr("b.xml", content)
    return bytearray(buffer.getvalue())


@pytest.mark.parametrize(
    ("at", "value", "code"),
    [
        (8, 1, "package-encrypted"),
        (10, 9, "package-method"),
        (20, 0xFFFFFFFF, "package-damaged"),
        (42, 10**6, "package-damaged"),
    ],
)
def test_directory_records_that_cannot_be_read_are_named(at: int, value: int, code: str) -> None:
    data = zipped()
    record = data.index(b"PK\x01\x02")
    size = 2 if at in (8, 10) else 4
    data[record + at : record + at + size] = value.to_bytes(size, "little")
    with pytest.raises(BadPackage) as caught:
        open_archive(bytes(data), Limits())
    assert caught.value.code == code


@pytest.mark.parametrize("at", [8, 10, 12, 16])
def test_ends_that_leave_a_value_to_an_extension_that_is_not_there_are_refused(at: int) -> None:
    data = zipped()
    size = 2 if at in (8, 10) else 4
    end = data.rindex(b"PK\x05\x06")
    data[end + at : end + at + size] = b"\xff" * size
    with pytest.raises(BadPackage) as caught:
        open_archive(bytes(data), Limits())
    assert caught.value.code == "package-damaged"


def test_the_total_counts_all_members() -> None:
    open_archive(bytes(zipped(content=b"x" * 60)), Limits(part_size=100, total_size=120))
    with pytest.raises(BadPackage, match="total_size"):
        open_archive(bytes(zipped(content=b"x" * 61)), Limits(part_size=100, total_size=120))


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "大.docx"
    path.write_bytes(GOOD)

    def never(*args: object, **kwargs: object) -> None:
        raise AssertionError("the file was read")

    monkeypatch.setattr(os, "fdopen", never)
    with pytest.raises(BadPackage, match="file_size"):
        mz.open(path, limits=Limits(file_size=10))


@pytest.mark.parametrize(
    "xml",
    [
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>',
        b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        b"<!DOCTYPE a []><a><b></a>",
        "\ufeff<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE a><a/>".encode("utf-16-le"),
        b" " * 0 + b"<!--" + b"x" * 70_000 + b"--><!DOCTYPE a><a/>",
    ],
)
def test_every_dtd_is_refused(xml: bytes) -> None:
    assert refused(rebuilt(word__document_x=xml)) == "xml-dtd"


def test_text_that_speaks_of_a_doctype_is_no_dtd() -> None:
    data = package("<w:p><w:r><w:t><![CDATA[<!DOCTYPE html>]]></w:t></w:r></w:p>")
    assert mz.open(data).text == "<!DOCTYPE html>"


def test_other_office_files_are_named() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old:
        types = old.read("[Content_Types].xml")
    sheet = types.replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")
    assert refused(rebuilt(Content_Types_x=sheet)) == "package-other-office"


@pytest.mark.parametrize("spelled", [str.upper, "/{}".format, "//{}".format, "\\{}".format, str.swapcase])
def test_names_are_compared_without_case_and_without_a_slash_before_them(spelled: Callable[[str], str]) -> None:
    plain = package("<w:p><w:r><w:t>一</w:t></w:r></w:p>")
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(spelled(name), old.read(name))
    found = open_package(buffer.getvalue())
    assert found.read("word/document.xml") == open_package(plain).read("word/document.xml")
    assert found.content_type(found.main_part).endswith("document.main+xml")
    added, _ = found.add_part("word/more.xml", b"<a/>", "text/xml", source="word/document.xml", relationship="r")
    assert added.content_type("word/more.xml") == "text/xml"
    assert open_package(added.remove_part("word/more.xml").to_bytes()).names == found.names
    assert added.remove_part("word/more.xml").to_bytes() == buffer.getvalue()


def test_names_that_differ_by_a_slash_alone_are_one_name_twice() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package(""))) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("/word/document.xml", "")
    with pytest.raises(BadPackage) as caught:
        open_package(buffer.getvalue())
    assert caught.value.code == "package-duplicate"


@pytest.mark.parametrize(
    "head",
    [
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
        b"From: <Saved by Blink>\nSubject: =?utf-8?Q?a?=\n b\nDate: Mon\nMIME-Version: 1.0\n\n",
        b"\xef\xbb\xbf\nX-Document-Type: Worksheet\r\nmime-version: 1.0\r\n",
    ],
)
def test_a_web_archive_is_refused_by_name(head: bytes) -> None:
    with pytest.raises(BadPackage) as caught:
        mz.open(head + "一、存在的问题".encode())
    assert caught.value.code == "package-mht"


def test_a_text_that_speaks_of_mime_is_a_text() -> None:
    assert mz.open("说明：\n附件里写着 MIME-Version: 1.0。\n".encode()).package is None
