"""A zip archive read by its own rules (APPNOTE 6.3): every record checked before a byte is inflated.

The directory is walked here and not by `zipfile`, because that builds its list before anything can be refused, and because
members that nobody changes are later copied as they stand, byte for byte.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

from mzsh_model.kernel.errors import BadPackage
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.zip64 import ending, widened

END, CENTRAL, LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
END_SIZE, CENTRAL_SIZE, LOCAL_SIZE = 22, 46, 30
_LONGEST_COMMENT = 65_535
_ENCRYPTED, UTF8 = 0x1, 0x800
STORED, DEFLATED = 0, 8
_SLACK = 512
"""Bytes beside the packed ones that a block of deflated data may begin with."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One member: where its directory record, its local header and its data stand, and what the directory says of it.

    `name` is the name as read (slashes turned, none before it); the raw name stays in the records.
    """

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    record: slice
    header: int
    data: int


@dataclass(frozen=True, slots=True)
class Archive:
    """The bytes of an archive and its members in directory order.

    The directory stands from `directory` to `closing`, the end record at `end`; offsets in records count from `shift`.
    """

    data: bytes = field(repr=False)
    entries: dict[str, Entry]
    directory: int
    shift: int
    closing: int
    end: int
    limits: Limits

    def read(self, name: str) -> bytes:
        """Return a member's content.

        Raises:
            KeyError: no such member.
            BadPackage: its data is damaged or larger than it claims.
        """
        entry = self.entries[name]
        packed = self.data[entry.data : entry.data + entry.packed]
        if entry.method == STORED:
            content = packed
        else:
            inflater = zlib.decompressobj(-15)
            try:
                content = inflater.decompress(packed, entry.size + 1)
            except zlib.error as error:
                raise _damaged(f"成员 {name} 的数据损坏") from error
            if not inflater.eof and len(content) == entry.size:
                content += inflater.decompress(inflater.unconsumed_tail, 1)
        if len(content) != entry.size or zlib.crc32(content) != entry.crc:
            raise _damaged(f"成员 {name} 的内容与目录不符")
        return content

    def head(self, name: str, size: int) -> bytes:
        """Return the first `size` bytes of a member's content, or what of them can be had, without a check.

        Raises:
            KeyError: no such member.
        """
        entry = self.entries[name]
        packed = self.data[entry.data : entry.data + min(entry.packed, 2 * size + _SLACK)]
        if entry.method == STORED:
            return packed[:size]
        try:
            return zlib.decompressobj(-15).decompress(packed, size)
        except zlib.error:
            return b""


def open_archive(data: bytes, limits: Limits) -> Archive:
    """Check the directory of a zip archive and return its members.

    Raises:
        BadPackage: cut off, damaged, encrypted, a method or extension that Word files do not use, or over a limit.
    """
    end = _find_end(data)
    told = ending(data, end)
    if told is None or told.disk or told.first_disk or told.listed != told.members or told.size > told.start:
        raise _damaged("压缩包目录不完整")
    if told.members > limits.members:
        raise limits.over("members", "压缩包成员数", told.members)
    directory = told.start - told.size
    shift = directory - told.offset
    if shift < 0:
        raise _damaged("压缩包目录的位置不对")
    entries = _walk(data, directory, told.start, told.members, shift, limits)
    _check_layout(data, entries, directory)
    return Archive(data, {entry.name: entry for entry in entries}, directory, shift, told.start, end, limits)


def _find_end(data: bytes) -> int:
    low = max(0, len(data) - END_SIZE - _LONGEST_COMMENT)
    at = len(data)
    while (at := data.rfind(END, low, at)) >= 0:
        if at + END_SIZE <= len(data):
            (comment,) = struct.unpack("<H", data[at + 20 : at + 22])
            if at + END_SIZE + comment <= len(data):
                return at
    raise BadPackage("package-truncated", "文件不完整，结尾缺失。请重新下载或重新索取")


def _walk(data: bytes, at: int, end: int, count: int, shift: int, limits: Limits) -> list[Entry]:
    entries: list[Entry] = []
    names: set[str] = set()
    total = 0
    while at < end:
        if data[at : at + 4] != CENTRAL or at + CENTRAL_SIZE > end:
            break
        if len(entries) >= limits.members:
            raise limits.over("members", "压缩包成员数", len(entries) + 1)
        flags, method, crc, packed, size, n, extra, comment, header = struct.unpack(
            "<8x2H4x3I3H8xI", data[at : at + CENTRAL_SIZE]
        )
        stop = at + CENTRAL_SIZE + n + extra + comment
        if stop > end:
            raise _damaged("压缩包目录不完整")
        name = _name(data[at + CENTRAL_SIZE : at + CENTRAL_SIZE + n], flags)
        if name.casefold() in names:
            raise BadPackage("package-duplicate", "压缩包里有同名成员（OPC M1.12 不允许）。请用 Word 或 WPS 重新保存")
        names.add(name.casefold())
        if flags & _ENCRYPTED:
            raise BadPackage("package-encrypted", "压缩包加了密码。请去掉密码后重新保存")
        if method not in (STORED, DEFLATED):
            raise BadPackage(
                "package-method", f"压缩包用了 Word 文件不用的压缩方式（{method}）。请用 Word 或 WPS 重新保存"
            )
        field = at + CENTRAL_SIZE + n
        wide = widened((size, packed, header), data[field : field + extra])
        if wide is None:
            raise _damaged("压缩包目录不完整")
        size, packed, header = wide
        total += _checked_size(size, packed, limits)
        if total > limits.total_size:
            raise limits.over("total_size", "解压后总字节数", total)
        header += shift
        start = _data_start(data, header)
        entries.append(Entry(name, flags, method, crc, packed, size, slice(at, stop), header, start))
        at = stop
    if len(entries) != count or at != end:
        raise _damaged("压缩包目录与成员数不符")
    return entries


def _checked_size(size: int, packed: int, limits: Limits) -> int:
    if size > limits.part_size:
        raise limits.over("part_size", "一个成员解压后的字节数", size)
    if size > limits.ratio_from and size > limits.ratio * max(packed, 1):
        raise limits.over("ratio", "一个成员的压缩比", size // max(packed, 1))
    return size


def _name(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode("utf-8" if flags & UTF8 or not raw.isascii() else "ascii")
    except UnicodeDecodeError:
        name = raw.decode("cp437")
    if not name or "\0" in name:
        raise _damaged("压缩包里有没有名字的成员")
    # some writers put a slash before each name, as parts are named inside the package (OPC 6.2.2.2)
    name = name.replace("\\", "/").lstrip("/")
    if not name:
        raise _damaged("压缩包里有没有名字的成员")
    return name


def _data_start(data: bytes, header: int) -> int:
    if data[header : header + 4] != LOCAL or header + LOCAL_SIZE > len(data):
        raise _damaged("压缩包成员的位置不对")
    lengths: tuple[int, int] = struct.unpack("<26x2H", data[header : header + LOCAL_SIZE])
    return header + LOCAL_SIZE + sum(lengths)


def _check_layout(data: bytes, entries: list[Entry], directory: int) -> None:
    """Members may not overlap: overlapping ones make a small file inflate without end (CVE-2019-9674, CVE-2024-0450).

    Nor may their headers bear other names than the directory: which one holds would depend on who reads.
    """
    at = 0
    for entry in sorted(entries, key=lambda e: e.header):
        if entry.header < at or entry.data + entry.packed > directory:
            raise _damaged("压缩包成员互相重叠")
        at = entry.data + entry.packed
        if _raw_name(data, entry.header, 26, LOCAL_SIZE) != _raw_name(data, entry.record.start, 28, CENTRAL_SIZE):
            raise _damaged("压缩包成员的名字前后不一致")


def _raw_name(data: bytes, record: int, told: int, fixed: int) -> bytes:
    (length,) = struct.unpack("<H", data[record + told : record + told + 2])
    return data[record + fixed : record + fixed + length]


def _damaged(what: str) -> BadPackage:
    return BadPackage("package-damaged", f"{what}，文件已损坏。请重新下载，或用 Word 打开修复后另存")
