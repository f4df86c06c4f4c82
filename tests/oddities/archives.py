"""Oddities of the zip archive: its members, its records, what stands around them."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

from tests.oddities.oddity import Oddity
from tests.oddities.specimen import MAIN, Parts, paper, zipped

_FLAGS = {b"PK\3\4": 6, b"PK\1\2": 8}
_METHODS = {b"PK\3\4": 8, b"PK\1\2": 10}


def _written(change: Callable[[zipfile.ZipFile, Parts], None]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        change(archive, paper())
    return buffer.getvalue()


def _info(name: str, extra: bytes = b"") -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.extra, info.compress_type = extra, zipfile.ZIP_DEFLATED
    return info


def streamed() -> bytes:
    """Written to where nobody can go back: flags of bit 3, sizes behind the data."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.got = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.got += bytes(data)
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in paper().items():
            archive.writestr(_info(name), content)
    return bytes(pipe.got)


def wide() -> bytes:
    """Each member with the fields of zip64, which none of them needs."""

    def change(archive: zipfile.ZipFile, files: Parts) -> None:
        for name, content in files.items():
            with archive.open(_info(name), "w", force_zip64=True) as member:
                member.write(content)

    return _written(change)


def with_extra(extra: bytes) -> bytes:
    """Each member with a field that is none of ours."""

    def change(archive: zipfile.ZipFile, files: Parts) -> None:
        for name, content in files.items():
            archive.writestr(_info(name, extra), content)

    return _written(change)


def with_members(*more: tuple[str, bytes]) -> bytes:
    """More members, whatever their names."""

    def change(archive: zipfile.ZipFile, files: Parts) -> None:
        for name, content in (*files.items(), *more):
            archive.writestr(_info(name), content)

    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that are there twice
        return _written(change)


def renamed(change: Callable[[str], str]) -> bytes:
    """Other names of the members."""
    return zipped({change(name): content for name, content in paper().items()})


def patched(at: dict[bytes, int], value: bytes) -> bytes:
    """The same bytes put into every record of a sort."""
    data = bytearray(zipped(paper()))
    for mark, offset in at.items():
        start = -1
        while (start := data.find(mark, start + 1)) >= 0:
            data[start + offset : start + offset + len(value)] = value
    return bytes(data)


def commented() -> bytes:
    """A remark on the whole archive."""

    def change(archive: zipfile.ZipFile, files: Parts) -> None:
        for name, content in files.items():
            archive.writestr(_info(name), content)
        archive.comment = b"by a zip program"

    return _written(change)


def _last_first(data: bytes) -> bytes:
    """The directory the other way round."""
    end = data.rfind(b"PK\5\6")
    size, start = struct.unpack("<2I", data[end + 12 : end + 20])
    records = [b"PK\1\2" + one for one in data[start : start + size].split(b"PK\1\2")[1:]]
    return data[:start] + b"".join(reversed(records)) + data[end:]


def _gap(data: bytes) -> bytes:
    """Bytes between the last member and the directory that belong to nobody."""
    end = data.rfind(b"PK\5\6")
    _, start = struct.unpack("<2I", data[end + 12 : end + 20])
    return (
        data[:start]
        + b"\0" * 64
        + data[start:end]
        + data[end : end + 16]
        + struct.pack("<I", start + 64)
        + data[end + 20 :]
    )


_LONG = "customXml/" + "很长" * 200 + ".xml"

ARCHIVES = (
    Oddity("zip-data-descriptors", streamed),
    Oddity("zip64-fields-in-each-member", wide),
    Oddity("zip-extra-field-of-unix", lambda: with_extra(struct.pack("<2HB2I", 0x5455, 9, 3, 1, 1))),
    Oddity("zip-extra-field-of-ntfs", lambda: with_extra(struct.pack("<2H32s", 0x000A, 32, b"\0" * 32))),
    Oddity("zip-extra-field-cut-short", lambda: with_extra(b"\x55\x54\x09")),
    Oddity("zip-extra-unicode-path", lambda: with_extra(struct.pack("<2HBI4s", 0x7075, 9, 1, 0, b"name"))),
    Oddity("zip-all-stored", lambda: zipped(paper(), zipfile.ZIP_STORED)),
    Oddity("zip-remark", commented),
    Oddity("zip-leading-junk", lambda: b"\r\n--boundary\r\n" + zipped(paper()), refused="package-binary"),
    Oddity("zip-trailing-line-end", lambda: zipped(paper()) + b"\r\n"),
    Oddity("zip-trailing-page-of-zeros", lambda: zipped(paper()) + b"\0" * 4096),
    Oddity("zip-directory-backwards", lambda: _last_first(zipped(paper()))),
    Oddity("zip-gap-before-directory", lambda: _gap(zipped(paper()))),
    Oddity("zip-spanning-mark", lambda: b"PK\7\10" + zipped(paper())),
    Oddity("zip-folders-as-members", lambda: with_members(("word/", b""), ("_rels/", b""), ("docProps/", b""))),
    Oddity("zip-folder-with-content", lambda: with_members(("word/", b"what"),)),
    Oddity("zip-names-with-backslashes", lambda: renamed(lambda name: name.replace("/", "\\"))),
    Oddity("zip-names-with-a-slash-before", lambda: renamed(lambda name: "/" + name)),
    Oddity("zip-names-in-upper-case", lambda: renamed(str.upper)),
    Oddity("zip-names-in-lower-case", lambda: renamed(str.lower)),
    Oddity("zip-name-twice", lambda: with_members((MAIN, b"<a/>")), refused="package-duplicate"),
    Oddity("zip-name-twice-but-for-case", lambda: with_members(("WORD/Document.xml", b"<a/>")), refused="package-duplicate"),
    Oddity("zip-name-twice-but-for-slashes", lambda: with_members(("word\\document.xml", b"<a/>")), refused="package-duplicate"),
    Oddity("zip-name-that-climbs", lambda: with_members(("../../evil.sh", b"x"))),
    Oddity("zip-name-of-a-drive", lambda: with_members(("C:\\evil.bat", b"x"))),
    Oddity("zip-name-very-long", lambda: with_members((_LONG, b"<a/>"))),
    Oddity("zip-name-in-gbk", lambda: with_members(("word/media/zzzz.png", b"\x89PNG")).replace(b"zzzz", "图片".encode("gbk"))),
    Oddity("zip-name-of-blanks", lambda: with_members((" ", b"x"))),
    Oddity("zip-name-with-controls", lambda: with_members(("word/a\x1b[31m\u202e.bin", b"x"))),
    Oddity("zip-thumbs-and-mac-members", lambda: with_members(("__MACOSX/word/._document.xml", b"\0\5\x16\7"), (".DS_Store", b"\0"), ("Thumbs.db", b"\xd0\xcf"))),
    Oddity("zip-mimetype-first", lambda: zipped({"mimetype": b"application/octet-stream", **paper()})),
    Oddity("zip-main-part-first", lambda: zipped({MAIN: paper()[MAIN], **paper()})),
    Oddity("zip-encrypted-flag", lambda: patched(_FLAGS, b"\1\0"), refused="package-encrypted"),
    Oddity("zip-strong-encryption-flag", lambda: patched(_FLAGS, b"\x41\0"), refused="package-encrypted"),
    Oddity("zip-flags-of-deflation", lambda: patched(_FLAGS, b"\6\0")),
    Oddity("zip-deflate64", lambda: patched(_METHODS, b"\x09\0"), refused="package-method"),
    Oddity("zip-bzip2", lambda: zipped(paper(), zipfile.ZIP_BZIP2), refused="package-method"),
    Oddity("zip-lzma", lambda: zipped(paper(), zipfile.ZIP_LZMA), refused="package-method"),
    Oddity("zip-method-only-in-local-header", lambda: patched({b"PK\3\4": 8}, b"\x09\0")),
    Oddity("zip-checksum-wrong", lambda: patched({b"PK\1\2": 16}, b"\1\2\3\4"), refused="package-damaged"),
    Oddity("zip-size-too-large", lambda: patched({b"PK\1\2": 24}, b"\xff\xff\xff\x7f"), refused="package-limit"),
    Oddity("zip-size-too-small", lambda: patched({b"PK\1\2": 24}, b"\1\0\0\0"), refused="package-damaged"),
    Oddity("zip-disk-number", lambda: patched({b"PK\5\6": 4}, b"\1\0"), refused="package-damaged"),
    Oddity("zip-count-too-small", lambda: patched({b"PK\5\6": 8}, b"\1\0\1\0"), refused="package-damaged"),
    Oddity("zip-of-nothing", lambda: zipped({}), refused="package-not-word"),
    Oddity("zip-around-a-word-file", lambda: zipped({"材料.docx": zipped(paper())}), refused="package-not-word"),
    Oddity("zip-folder-around-all", lambda: renamed(lambda name: "材料/" + name), refused="package-not-word"),
    *(
        Oddity(f"zip-cut-at-{part}-tenths", lambda part=part: zipped(paper())[: len(zipped(paper())) * part // 10], refused="package-truncated")
        for part in (1, 3, 5, 9)
    ),
)  # fmt: skip
