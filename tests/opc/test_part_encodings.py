"""A part keeps to the encoding that it names: what it cannot hold is written as references."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.opc.children import with_child
from mzsh_model.opc.xml import fitted, parse_xml
from mzsh_model.wml.editing.splice import Splice, spliced
from tests.oddities.encodings import recoded
from tests.oddities.specimen import MAIN

HEAD = b'<?xml version="1.0" encoding="%s"?>'


@pytest.mark.parametrize("name", [b"ascii", b"US-ASCII", b"us-ascii"])
def test_a_part_in_ascii_stays_in_ascii(name: bytes) -> None:
    xml = HEAD % name + b"<a><b/></a>"
    after = spliced(xml, [Splice(len(xml) - 4, len(xml) - 4, "<c>张𠮷</c>".encode())])
    assert after.isascii()
    assert parse_xml(after, "a.xml").findtext("c") == "张𠮷"
    held = with_child(xml, "a.xml", "d", {"e": "张"}, "<f xmlns='urn:f'>𠮷</f>".encode())
    assert held.isascii()
    assert "".join(parse_xml(held, "a.xml").itertext()) == "𠮷"


@pytest.mark.parametrize("head", [HEAD % b"UTF-8", HEAD % b"utf-8", b"", b"\xef\xbb\xbf" + HEAD % b"UTF-8"])
def test_a_part_in_utf_8_holds_characters_as_they_are(head: bytes) -> None:
    assert fitted("张".encode(), head + b"<a/>") == "张".encode()


@pytest.mark.parametrize("author", [None, "张三"])
@pytest.mark.parametrize("parts", [(MAIN,), (MAIN, "word/comments.xml"), ("word/comments.xml",)])
def test_what_is_written_into_ascii_is_read_back_and_rejected_to_what_was(
    parts: tuple[str, ...], author: str | None
) -> None:
    doc = mz.open(recoded("ascii", *parts)())
    new = mz.replace(doc.read().value, "/measures/0/text", "办好《汉字》这件事，2027年1月底前完成，责任人：王五。")
    written = mz.open(doc.write(new, tracked=author).to_bytes())
    assert written.read().value == new
    assert written.package is not None
    assert all(written.package.read(part).isascii() for part in parts)
    noted = mz.open(written.annotate(mz.check(written.read().value, written)).to_bytes())
    assert noted.clean().text == written.text
    assert author is None or written.reject().text == doc.text
