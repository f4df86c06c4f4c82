"""The zip64 extension (APPNOTE 4.3.14–15, 4.5.3), which some writers use for small files, too: read, and kept where it stands.

A file that needs it (over 4 GiB, or 65,535 members) is over our limits anyway.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

END64, LOCATOR = b"PK\x06\x06", b"PK\x06\x07"
_END64_SIZE, _LOCATOR_SIZE = 56, 20
_FIELD = 1
WIDE, WIDE_COUNT = 0xFFFFFFFF, 0xFFFF
"""What stands in a field of the plain format whose value is in the extension."""


class Ending(NamedTuple):
    """What an archive's end says: disks, members, and size and offset of the directory; `start` is where the directory ends."""

    disk: int
    first_disk: int
    listed: int
    members: int
    size: int
    offset: int
    start: int


def ending(data: bytes, end: int) -> Ending | None:
    """Return what the end record at `end` and the extension before it say together, None where they disagree."""
    plain: tuple[int, int, int, int, int, int] = struct.unpack("<4x4H2I", data[end : end + 20])
    at = end - _LOCATOR_SIZE
    if at < 0 or data[at : at + 4] != LOCATOR:
        return None if WIDE in plain[4:] or WIDE_COUNT in plain[:4] else Ending(*plain, end)
    disk, offset, disks = struct.unpack("<4xIQI", data[at : at + _LOCATOR_SIZE])
    start = at - _END64_SIZE if data[at - _END64_SIZE :][:4] == END64 else offset
    if disk or disks > 1 or not 0 <= start <= at - _END64_SIZE or data[start : start + 4] != END64:
        return None
    (rest,) = struct.unpack("<4xQ", data[start : start + 12])
    wide: tuple[int, int, int, int, int, int] = struct.unpack("<16x2I4Q", data[start : start + _END64_SIZE])
    agreed = all(p in (w, WIDE if n > 3 else WIDE_COUNT) for n, (p, w) in enumerate(zip(plain, wide, strict=True)))
    return Ending(*wide, start) if agreed and start + 12 + rest == at else None


def widened(sizes: tuple[int, int, int], extra: bytes) -> tuple[int, int, int] | None:
    """Return size, packed size and offset of a directory record, those that are in its extra field taken from there."""
    wanted = [n for n, value in enumerate(sizes) if value == WIDE]
    if not wanted:
        return sizes
    found = _field(extra)
    if found is None or len(extra) < found + 8 * len(wanted):
        return None
    (length,) = struct.unpack_from("<H", extra, found - 2)
    if length < 8 * len(wanted):
        return None
    values = list(sizes)
    for n, value in zip(wanted, struct.unpack_from(f"<{len(wanted)}Q", extra, found), strict=True):
        values[n] = value
    return values[0], values[1], values[2]


def moved(record: bytes, offset: int) -> bytes:
    """Return a directory record whose member stands at `offset`; written where the record has its offset."""
    packed, size, name = struct.unpack("<2IH", record[20:30])
    found = _field(record[46 + name :]) if record[42:46] == b"\xff\xff\xff\xff" else None
    if found is None:
        return record[:42] + struct.pack("<I", offset) + record[46:]
    at = 46 + name + found + 8 * (packed == WIDE) + 8 * (size == WIDE)
    return record[:at] + struct.pack("<Q", offset) + record[at + 8 :]


def closed(data: bytes, start: int, end: int, count: int, size: int, offset: int, at: int) -> bytes:
    """Return the ends of `data` (the extension at `start` where that is before `end`) as they close another directory.

    `offset` is where that directory is said to be, `at` where the ends come to stand.
    """
    plain = [count, count, size, offset]
    written = b""
    if start < end:
        locator = end - _LOCATOR_SIZE
        (told,) = struct.unpack("<8xQ", data[locator : locator + 16])
        written += data[start : start + 24] + struct.pack("<4Q", *plain) + data[start + _END64_SIZE : locator]
        written += data[locator : locator + 8] + struct.pack("<Q", at - start + told) + data[locator + 16 : end]
        said = struct.unpack("<2H2I", data[end + 8 : end + 20])
        plain = [
            old if old == (WIDE if n > 1 else WIDE_COUNT) else new
            for n, (old, new) in enumerate(zip(said, plain, strict=True))
        ]
    return written + data[end : end + 8] + struct.pack("<2H2I", *plain) + data[end + 20 :]


def _field(extra: bytes) -> int | None:
    """Where the content of the zip64 field begins in extra fields."""
    at = 0
    while at + 4 <= len(extra):
        field, length = struct.unpack_from("<2H", extra, at)
        if field == _FIELD:
            return at + 4
        at += 4 + length
    return None
