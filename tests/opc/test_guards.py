"""Guards against harm, each tested apart from those that would hide that it is gone."""

from __future__ import annotations

import io
import os
import re
import struct
import subprocess
import sys
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from lxml import etree

import mzsh_model as mz
from mzsh_model.binding.put import write as writing
from mzsh_model.kernel.errors import BadEdit, BadPackage, SaveError
from mzsh_model.opc import save, xml
from mzsh_model.opc.archive import open_archive
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.save import TEMPORARY, save_bytes
from mzsh_model.opc.sniff import decode_text
from mzsh_model.opc.xml import parse_xml
from mzsh_model.testing.word_files import package
from mzsh_model.wml.editing.splice import Splice, spliced
from tests.cli.running import MEMBER
from tests.conftest import ROOT
from tests.wml.test_story import p

LINES = (
    "个人对照检查材料", "一、存在的问题", "一是学习不够系统。", "二是调研不够深入。", "- 3 -", "二、整改措施",
    "一是多读书，年底前见效。", "二是多走访，年底前见效。",
)  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_temporary_file_is_nobody_elses_and_takes_no_name_that_is_taken(tmp_path: Path) -> None:
    target = tmp_path / "稿.docx"
    target.write_bytes(b"old")
    made: list[tuple[int, int]] = []
    real = os.open

    def seen(path: str | os.PathLike[str], flags: int, mode: int = 0o777) -> int:
        if Path(path).name.startswith(TEMPORARY) and flags & os.O_CREAT:
            made.append((flags, mode))
        return real(path, flags, mode)

    with patch.object(save.os, "open", seen):
        save_bytes(target, b"new")
    assert [mode for _, mode in made] == [0o600]
    assert all(flags & os.O_EXCL for flags, _ in made)
    taken = tmp_path / f"{TEMPORARY}x"
    taken.write_bytes(b"theirs")
    with patch.object(save.secrets, "token_hex", return_value="x"), pytest.raises(SaveError):
        save_bytes(target, b"newer")
    assert (taken.read_bytes(), target.read_bytes()) == (b"theirs", b"new")


def forged(content: bytes, size: int) -> bytes:
    """An archive of one deflated member that says of itself to be shorter than it is."""
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = deflater.compress(content) + deflater.flush()
    facts = struct.pack("<4H3I2H", 0, 8, 0, 33, zlib.crc32(content[:size]), len(packed), size, 5, 0)
    body = b"PK\3\4\x14\0" + facts + b"a.xml" + packed
    record = b"PK\1\2\x14\0\x14\0" + facts + bytes(14) + b"a.xml"
    return body + record + b"PK\5\6" + struct.pack("<4H2IH", 0, 0, 1, 1, len(record), len(body), 0)


def test_a_member_that_lies_about_its_size_is_not_inflated() -> None:
    archive = open_archive(forged(bytes(64 * 1024 * 1024), 100), Limits())
    tracemalloc.start()
    with pytest.raises(BadPackage):
        archive.read("a.xml")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2 * 1024 * 1024


def test_members_are_counted_whatever_the_end_says() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for n in range(60):
            archive.writestr(f"{n}.xml", b"")
    data = bytearray(buffer.getvalue())
    end = data.rindex(b"PK\5\6")
    data[end + 8 : end + 12] = struct.pack("<2H", 3, 3)
    with pytest.raises(BadPackage) as caught:
        open_archive(bytes(data), Limits(members=50))
    assert caught.value.code == "package-limit"


def test_the_parser_is_made_in_one_place_and_hardened() -> None:
    asked: list[dict[str, object]] = []

    def made(**options: object) -> object:
        asked.append(options)
        return _REAL(**options)  # type: ignore[arg-type]

    with patch.object(xml.etree, "XMLParser", made):
        parse_xml(b"<a/>", "a.xml")
    hard = {
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "dtd_validation": False,
        "huge_tree": False,
    }
    assert {key: value for key, value in asked[0].items() if key in hard} == hard
    assert not asked[0].get("recover")
    assert not asked[0].get("remove_blank_text")
    elsewhere = [
        path.name
        for path in (ROOT / "src").rglob("*.py")
        if re.search(
            r"XMLParser\(|etree\.(?:fromstring|parse|iterparse|XML)\(|minidom|expat|xml\.sax\.(?!saxutils)",
            path.read_text("utf-8"),
        )
    ]
    assert elsewhere == ["xml.py"]


_REAL = etree.XMLParser


@pytest.mark.parametrize("levels", [300, 1000])
def test_bounds_of_the_parser_stay_on(levels: int) -> None:
    with pytest.raises(BadPackage) as caught:
        parse_xml(b"<a>" * levels + b"</a>" * levels, "a.xml")
    assert caught.value.code == "xml-depth"
    with pytest.raises(BadPackage) as caught:
        parse_xml(b"<a>" + b"x" * 10_000_100 + b"</a>", "a.xml")
    assert caught.value.code == "xml-length"


def test_entities_are_not_resolved_even_where_a_dtd_would_pass() -> None:
    held: list[etree._Element] = []
    real = etree.fromstring

    def parsed(data: bytes, parser: etree.XMLParser) -> etree._Element:
        held.append(real(data, parser))
        return held[-1]

    for told in ('"boom"', f'SYSTEM "{(ROOT / "LICENSE").as_uri()}"'):
        data = f"<!DOCTYPE a [<!ENTITY x {told}>]><a>&x;</a>".encode()
        with patch.object(xml.etree, "fromstring", parsed), pytest.raises(BadPackage):
            parse_xml(data, "a.xml")
        assert "".join(held[-1].itertext(etree.Element)) == ""
        assert "boom" not in etree.tostring(held[-1], with_tail=False).decode().rpartition("]>")[2]


def draft() -> mz.Document:
    return mz.open(package("".join(p(line) for line in LINES)))


def also(old: str, new: str) -> object:
    """Writing that changes more than it was asked to."""

    def written(part: bytes, splices: Iterator[Splice]) -> bytes:
        return spliced(part, splices).replace(old.encode(), new.encode())

    return patch.object(writing, "spliced", written)


@pytest.fixture
def whole() -> Iterator[None]:
    """The whole document is read again, as after every change that is more than words."""
    with patch.object(writing, "verify_through_window", return_value=False):
        yield


@pytest.mark.usefixtures("whole")
def test_a_line_that_was_not_to_change_is_seen() -> None:
    doc = draft()
    new = mz.replace(doc.read().value, "/issues/0/text", "学习很不系统。")
    assert "- 3 -" in doc.text
    assert doc.read().value == mz.open(package("".join(p(x.replace("3", "4")) for x in LINES))).read().value
    with also("- 3 -", "- 4 -"), pytest.raises(BadEdit):  # type: ignore[attr-defined]
        doc.write(new)
    assert doc.write(new).read().value == new


@pytest.mark.usefixtures("whole")
def test_a_field_that_was_not_to_change_is_seen() -> None:
    doc = draft()
    new = mz.replace(doc.read().value, "/issues/0/text", "学习很不系统。")
    with patch.object(writing, "verify_lines"), also("多走访", "少走访"), pytest.raises(BadEdit) as caught:  # type: ignore[attr-defined]
        doc.write(new)
    assert caught.value.code == "edit-reads-otherwise"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_zeros_in_a_text_are_refused_wherever_they_stand(encoding: str) -> None:
    data = ("一、存在的问题\n" * 900 + "\0").encode(encoding)
    with pytest.raises(BadPackage) as caught:
        decode_text(data)
    assert caught.value.code == "text-encoding"
    with pytest.raises(BadPackage):
        mz.open(data)


_NO_SOCKETS = """
import socket, sys
def refuse(*given, **named):
    raise AssertionError("a connection was tried")
for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
    setattr(socket, name, refuse)
from mzsh_model.cli.main import main
sys.argv = ["mzsh", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["read", "--json"],
        ["clean", "-o"],
        ["bind", "-o"],
        ["revisions"],
        ["redact", "-o"],
        ["check", "--annotate"],
    ],
)
def test_no_verb_opens_a_connection(arguments: list[str], tmp_path: Path) -> None:
    verb, *rest = arguments
    more = [str(tmp_path / ("批注" if "--annotate" in rest else "x.docx"))] if rest and rest[-1] != "--json" else []
    command = [sys.executable, "-c", _NO_SOCKETS, verb, str(MEMBER), *rest, *more]
    run = subprocess.run(command, capture_output=True, check=False)
    assert run.returncode in (0, 1), run.stderr.decode()
    assert b"a connection was tried" not in run.stderr + run.stdout
