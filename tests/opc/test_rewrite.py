"""The law of locality in the archive: what nobody changed is copied byte for byte."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mzsh_model.kernel.errors import BadEdit, BadPackage
from mzsh_model.opc import rewrite as module
from mzsh_model.opc.archive import open_archive
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.package import open_package
from mzsh_model.opc.rewrite import rewrite
from tests.conftest import real_files
from tests.opc.archives import PLAIN, archives, plain, write
from tests.opc.ziplaw import assert_only_changed, member, taken_apart

REAL = [path for path in real_files("docx/**/*.do?x") if not path.name.startswith("~$")]
ANY = Limits()


def lawful(before: bytes, changed: dict[str, bytes | None]) -> bytes:
    """Rewrite, check the law with the independent reader, and that everybody reads the result."""
    archive = open_archive(before, ANY)
    after = rewrite(archive, changed)
    assert after == rewrite(open_archive(before, ANY), dict(changed)), "the same call gave other bytes"
    assert_only_changed(before, after, {*changed})
    wanted = {name: archive.read(name) for name in archive.entries} | changed
    wanted = {name: content for name, content in wanted.items() if content is not None}
    again = open_archive(after, ANY)
    assert {name: again.read(name) for name in again.entries} == wanted
    assert {name: member(after, name) for name in taken_apart(after).members} == wanted
    with zipfile.ZipFile(io.BytesIO(after)) as opened:
        assert opened.testzip() is None
        assert [opened.read(info) for info in opened.infolist()] == [wanted[name] for name in again.entries]
    return after


@given(archives())
def test_identity(made: tuple[bytes, dict[str, bytes]]) -> None:
    data, contents = made
    archive = open_archive(data, ANY)
    assert {name: archive.read(name) for name in archive.entries} == contents
    for nothing in ({}, contents, {"nobody has this.xml": None}):
        assert rewrite(archive, nothing) is data


@given(archives(), st.data())
def test_only_what_is_changed_changes(made: tuple[bytes, dict[str, bytes]], data: st.DataObject) -> None:
    before, contents = made
    names = data.draw(st.lists(st.sampled_from(sorted(contents)), unique=True)) if contents else []
    changed: dict[str, bytes | None] = {
        name: data.draw(st.one_of(st.none(), st.binary(max_size=80), st.just(b"<b/>" * 300))) for name in names
    }
    added = data.draw(
        st.lists(st.sampled_from(["new.xml", "新/部件.xml", "word/comments.xml"]), unique=True, max_size=2)
    )
    changed |= {name: data.draw(st.binary(max_size=40)) for name in added}
    after = lawful(before, changed)
    back = rewrite(open_archive(after, ANY), {name: contents.get(name) for name in changed})
    again = open_archive(back, ANY)
    assert {name: again.read(name) for name in again.entries} == contents


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.name)
def test_the_law_holds_for_real_files(path: Path) -> None:
    before = path.read_bytes()
    package = open_package(before)
    main = package.main_part
    assert rewrite(package.archive, {name: package.read(name) for name in package.names}) is before
    for name in package.names:
        lawful(before, {name: package.read(name) + b" "})
    lawful(before, {name: None for name in package.names if name != main})
    lawful(before, {main: package.read(main)[::-1], "word/新.xml": b"<a/>"})


@pytest.mark.parametrize("layout", ["<III", "<IQQ"])
@pytest.mark.parametrize("signature", ["", "PK\7\x08"])
@pytest.mark.parametrize("content", [b"", b"<a/>" * 100])
def test_a_data_descriptor_goes_with_its_member(layout: str, signature: str, content: bytes) -> None:
    described = plain("b.xml", content, layout=layout, signature=signature)
    before = write([PLAIN, described, plain("c.xml")], comment=b"end")
    size = struct.calcsize(layout) + len(signature)
    assert len(taken_apart(before).members["b.xml"].descriptor) == size
    kept = lawful(before, {"a.xml": b"<other/>", "c.xml": None})
    assert len(taken_apart(kept).members["b.xml"].descriptor) == size
    changed = lawful(before, {"b.xml": b"<other/>"})
    assert taken_apart(changed).between == b""
    assert lawful(before, {"b.xml": None}) == write([PLAIN, plain("c.xml")], comment=b"end")


def test_a_flag_without_its_descriptor_is_copied_as_it_stands() -> None:
    before = write([plain("b.xml", layout="<III", slack=b"\xaa" * 30), PLAIN])
    torn = before.replace(
        struct.pack("<3I", *struct.unpack("<3I", before[before.index(b"\xaa") - 12 :][:12])), b"x" * 12, 1
    )
    assert torn != before
    lawful(torn, {"a.xml": b"<other/>"})


def test_a_descriptor_never_reaches_into_the_next_member() -> None:
    """A flag without a descriptor, and a next header that says what a descriptor would: CRC "PK.." and sizes 8."""
    assert zlib.crc32(b"aadowlm3") == struct.unpack("<I", b"PK\3\4")[0]
    first = plain("b.xml", b"aadowlm3", deflated=False, flags=8)
    for name in ("b.xml", "c.xml"):
        lawful(write([first, plain("c.xml", versions=(20, 8))]), {name: b"<other/>"})


def test_contents_of_one_size_and_checksum_are_told_apart() -> None:
    assert zlib.crc32(b"plumless") == zlib.crc32(b"buckeroo")
    assert member(lawful(write([plain("b.xml", b"plumless")]), {"b.xml": b"buckeroo"}), "b.xml") == b"buckeroo"


def test_a_changed_member_stays_the_member_it_was() -> None:
    field = struct.pack("<2H", 0xA220, 2) + b"\x28\xa0"
    zip64 = struct.pack("<2H2Q", 1, 16, 4, 4)
    made = plain(
        "b\\c.xml",
        flags=6,
        local_extra=zip64 + field,
        extra=field + zip64,
        comment=b"note",
        stamp=(0x1234, 0x5678),
        versions=(0x031E, 45),
        attributes=(1, 0x81A40000),
    )
    after = taken_apart(lawful(write([made, PLAIN]), {"b/c.xml": b"<other/>"})).members["b/c.xml"]
    assert after.header[30:] == b"b\\c.xml" + field
    assert after.record.endswith(b"b\\c.xml" + field + b"note")
    assert after.flags == 0


def test_a_stored_member_stays_stored_and_a_new_one_is_deflated_on_the_first_day() -> None:
    after = taken_apart(
        lawful(write([plain("s.xml", deflated=False)]), {"s.xml": b"x" * 500, "n.xml": b"x" * 500, "新.xml": b""})
    )
    assert [(m.method, m.flags) for m in after.members.values()] == [(0, 0), (8, 0), (8, 0x800)]
    with_date = after.members["n.xml"].record
    assert struct.unpack("<2H", with_date[12:16]) == (0, 0x21)
    assert len(after.members["n.xml"].data) < 20


@pytest.mark.parametrize("name", ["", "a\0b", "a\\b", "\ud800", "长" * 22_000])
def test_names_that_cannot_stand_in_an_archive_are_refused(name: str) -> None:
    with pytest.raises(BadEdit) as caught:
        rewrite(open_archive(write([PLAIN]), ANY), {name: b""})
    assert caught.value.code == "member-name"


def test_a_name_that_differs_in_case_alone_is_refused() -> None:
    with pytest.raises(BadPackage) as caught:
        rewrite(open_archive(write([PLAIN]), ANY), {"A.XML": b""})
    assert caught.value.code == "package-duplicate"


@pytest.mark.parametrize(
    ("limits", "changed", "name"),
    [
        (Limits(part_size=10), {"a.xml": b"x" * 11}, "part_size"),
        (Limits(total_size=10), {"b.xml": b"x" * 7}, "total_size"),
        (Limits(members=1), {"b.xml": b""}, "members"),
        (Limits(file_size=300), {"a.xml": bytes(range(256))}, "file_size"),
        (Limits(ratio_from=100), {"a.xml": b"x" * 100_000}, "ratio"),
    ],
)
def test_limits_hold_for_what_is_written(limits: Limits, changed: dict[str, bytes], name: str) -> None:
    with pytest.raises(BadPackage, match=f"{name}="):
        rewrite(open_archive(write([PLAIN]), limits), changed)


@pytest.mark.parametrize("changed", [{"a.xml": b"x" * 5000}, {"b.xml": b"x" * 5000}, {"b.xml": b"", "c.xml": b""}])
def test_what_only_zip64_could_hold_is_refused(changed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    archive = open_archive(write([plain("a.xml", bytes(20))]), ANY)
    rewrite(archive, changed)
    monkeypatch.setattr(module, "_LARGEST", 240)
    rewrite(archive, {"a.xml": b"x" * 240})
    with pytest.raises(BadEdit) as caught:
        rewrite(archive, changed)
    assert caught.value.code == "result-too-large"


def test_more_members_than_the_format_counts_are_refused() -> None:
    archive = open_archive(write([PLAIN]), Limits(members=10**6))
    most = {f"{n}.xml": b"" for n in range(0xFFFE - 1)}
    assert len(open_archive(rewrite(archive, most), archive.limits).entries) == 0xFFFE
    with pytest.raises(BadEdit) as caught:
        rewrite(archive, most | {"one more.xml": b""})
    assert caught.value.code == "result-too-large"


def test_a_damaged_member_is_copied_as_it_stands() -> None:
    before = bytearray(write([plain("b.xml", b"sound", deflated=False), PLAIN]))
    before[before.index(b"sound")] ^= 1
    after = rewrite(open_archive(bytes(before), ANY), {"a.xml": b"<other/>"})
    assert_only_changed(bytes(before), after, {"a.xml"})
    whole = rewrite(open_archive(after, ANY), {"b.xml": b"mended"})
    assert member(whole, "b.xml") == b"mended"


@example(b"")
@given(st.binary(max_size=200))
def test_the_checker_sees_every_byte(noise: bytes) -> None:
    """An archive that differs in any byte outside the changed member does not pass the checker."""
    made = [plain("b.xml", b"b" + noise, layout="<III"), PLAIN, plain("c.xml", extra=b"\xfe\xca\0\0", comment=b"c")]
    before = write(made, comment=b"end")
    after = bytearray(rewrite(open_archive(before, ANY), {"a.xml": b"<other/>"}))
    spared = taken_apart(bytes(after)).members["a.xml"]
    inside = {*range(spared.place, spared.place + len(spared.header) + len(spared.data))}
    record = after.index(b"PK\1\2", after.index(b"PK\1\2") + 1)
    inside |= {*range(record, after.index(b"PK\1\2", record + 1))}
    for at in {*range(len(after))} - inside:
        after[at] ^= 0x41
        with pytest.raises((AssertionError, ValueError, struct.error)):
            assert_only_changed(before, bytes(after), {"a.xml"})
        after[at] ^= 0x41
    assert_only_changed(before, bytes(after), {"a.xml"})
