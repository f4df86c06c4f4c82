"""A zip archive written again with some members changed; all others are copied as they stand, byte for byte.

Kept of an untouched member: local header, data, data descriptor and directory record (raw name, flags, versions, dates,
attributes, extra fields, comment); only the record's offset is new. Kept of the archive: the order of its members, what
stands before, between and behind them, and its comment. Zip64 is kept where it is met and never needed: a result that would
need it is refused.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator, Mapping

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.opc.archive import (
    CENTRAL,
    CENTRAL_SIZE,
    DEFLATED,
    LOCAL,
    LOCAL_SIZE,
    STORED,
    UTF8,
    Archive,
    Entry,
    open_archive,
)
from mzsh_model.opc.zip64 import closed, moved

_LEVEL = 6
_DESCRIBED, _DESCRIPTOR = 0x8, b"PK\x07\x08"
_ZIP64 = 1
_LARGEST, _MOST, _LONGEST_NAME = 0xFFFFFFFE, 0xFFFE, 0xFFFF
_VERSION = 20
_FIRST_DAY = 1 << 5 | 1
"""1980-01-01, the earliest day the format knows: the date of a new member tells nothing and is always the same."""
_FACTS = struct.Struct("<4H3I2H")
"""What a local header and a directory record have alike: flags, method, time, date, CRC-32, packed size, size, two lengths."""


def rewrite(archive: Archive, changed: Mapping[str, bytes | None]) -> bytes:
    """Return the archive with the members named in `changed` replaced, removed (None), or appended (names it has not).

    A changed member keeps its place, raw name, date, attributes, comment and extra fields (zip64's aside); a stored one
    stays stored, others are deflated at level 6. An appended one is deflated and dated 1980-01-01. Content equal to what
    is there is no change; without a change the result is the very bytes object the archive was opened from. The same call
    gives the same bytes.

    Raises:
        BadEdit: a name that cannot stand in the archive; a result that only zip64 could hold.
        BadPackage: the result is over one of the archive's limits; a member it is compared with is damaged.
    """
    changes = {name: content for name, content in changed.items() if _differs(archive, name, content)}
    if not changes:
        return archive.data
    data, out = memoryview(archive.data), io.BytesIO()
    records: dict[str, tuple[bytes, int]] = {}
    copied = 0
    for entry, end in _extents(archive):
        out.write(data[copied : entry.header])
        copied = end
        content = changes.get(entry.name)
        if entry.name in changes and content is None:
            continue
        header, record = bytes(data[entry.header : entry.data]), bytes(data[entry.record])
        body: bytes | memoryview = data[entry.data : end]
        if content is not None:
            body, sizes = _packed(content, entry.method)
            header = _renewed(header, 6, LOCAL_SIZE, entry.method, sizes)
            record = _renewed(record, 8, CENTRAL_SIZE, entry.method, sizes)
        records[entry.name] = (record, out.tell())
        out.write(header)
        out.write(body)
    out.write(data[copied : archive.directory])
    for name, content in changes.items():
        if name not in archive.entries and content is not None:
            header, record, body = _new(name, content)
            records[name] = (record, out.tell())
            out.write(header)
            out.write(body)
    return _closed(archive, out, [records[name] for name in {**archive.entries, **changes} if name in records])


def _differs(archive: Archive, name: str, content: bytes | None) -> bool:
    """A name that is not there and is to be removed is no change either."""
    entry = archive.entries.get(name)
    if entry is None or content is None:
        return (entry is None) != (content is None)
    same = (entry.size, entry.crc) == (len(content), zlib.crc32(content))
    return not same or archive.read(name) != content


def _extents(archive: Archive) -> Iterator[tuple[Entry, int]]:
    """The members in the order of their data, each with the offset behind its data descriptor."""
    placed = sorted(archive.entries.values(), key=lambda entry: entry.header)
    limits = [*(entry.header for entry in placed), archive.directory][1:]
    for entry, limit in zip(placed, limits, strict=True):
        end = entry.data + entry.packed
        yield (
            entry,
            end + (_descriptor(archive.data[end : min(limit, end + 24)], entry) if entry.flags & _DESCRIBED else 0),
        )


def _descriptor(tail: bytes, entry: Entry) -> int:
    """The size of the data descriptor at the start of `tail`, 0 where none is.

    Its signature is optional and some writers give sizes eight bytes without zip64 (APPNOTE 4.3.9), so it is known by
    what it must say.
    """
    facts = (entry.crc, entry.packed, entry.size)
    for layout in ("<IQQ", "<III"):
        said = struct.pack(layout, *facts)
        for form in (_DESCRIPTOR + said, said):
            if tail.startswith(form):
                return len(form)
    return 0


def _packed(content: bytes, method: int) -> tuple[bytes, tuple[int, int, int]]:
    """The data of a member, and what its records say of it: CRC-32, packed size, size."""
    body = content
    if method != STORED:
        deflater = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
        body = deflater.compress(content) + deflater.flush()
    if max(len(body), len(content)) > _LARGEST:
        raise _too_large()
    return body, (zlib.crc32(content), len(body), len(content))


def _renewed(header: bytes, at: int, fixed: int, method: int, sizes: tuple[int, int, int]) -> bytes:
    """A local header or directory record for new data: `at` is where its facts begin, `fixed` where its name does.

    Of the flags only the name's encoding is kept: all others speak of the old data.
    """
    flags, _, time, day, _, _, _, name, extra = _FACTS.unpack_from(header, at)
    kept = _without_zip64(header[fixed + name : fixed + name + extra])
    facts = _FACTS.pack(flags & UTF8, method, time, day, *sizes, name, len(kept))
    return header[:at] + facts + header[at + _FACTS.size : fixed + name] + kept + header[fixed + name + extra :]


def _without_zip64(extra: bytes) -> bytes:
    """Bytes that form no whole field (alignment padding) are kept as they are."""
    kept = b""
    while len(extra) >= 4:
        field, size = struct.unpack_from("<2H", extra)
        if field != _ZIP64:
            kept += extra[: 4 + size]
        extra = extra[4 + size :]
    return kept + extra


def _new(name: str, content: bytes) -> tuple[bytes, bytes, bytes]:
    """The local header, directory record and data of a member that the archive does not have."""
    raw = name.encode("utf-8", "replace")
    if not name or len(raw) > _LONGEST_NAME or raw.decode() != name or "\0" in name or "\\" in name:
        raise BadEdit("member-name", f"压缩包成员不能叫 {name}。请换一个名字")
    body, sizes = _packed(content, DEFLATED)
    facts = _FACTS.pack(0 if name.isascii() else UTF8, DEFLATED, 0, _FIRST_DAY, *sizes, len(raw), 0)
    header = LOCAL + struct.pack("<H", _VERSION) + facts + raw
    record = CENTRAL + struct.pack("<2H", _VERSION, _VERSION) + facts + bytes(14) + raw
    return header, record, body


def _closed(archive: Archive, out: io.BytesIO, directory: list[tuple[bytes, int]]) -> bytes:
    """The archive with its directory (each record with its member's place), and the ends, comment and tail of the old.

    It is opened again, for its limits.
    """
    start, count, size = out.tell(), len(directory), sum(len(record) for record, _ in directory)
    if count > _MOST or start + size > _LARGEST:
        raise _too_large()
    for record, place in directory:
        out.write(moved(record, place - archive.shift))
    out.write(closed(archive.data, archive.closing, archive.end, count, size, start - archive.shift, out.tell()))
    result = out.getvalue()
    if len(result) > archive.limits.file_size:
        raise archive.limits.over("file_size", "写出的文件字节数", len(result))
    open_archive(result, archive.limits)
    return result


def _too_large() -> BadEdit:
    return BadEdit(
        "result-too-large",
        f"改后的文件超过 4 GiB 或 {_MOST} 个成员，要用 zip64 才放得下，而 Word 文件不用它。请减少内容",
    )
