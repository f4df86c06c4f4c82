"""The law of locality for zip archives, checked by a reader of its own: it shares no code with the library.

`assert_only_changed` compares two archives byte for byte; `member` gives a member's content. Names are those the library
uses: UTF-8 where they are, else code page 437, with slashes.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

UTF8 = 1 << 11
DESCRIBED = 1 << 3


@dataclass(frozen=True)
class Member:
    """The bytes of a member: all that stands in its place, and its directory record without the offset."""

    name: str
    place: int
    header: bytes
    data: bytes
    descriptor: bytes
    record: bytes
    flags: int
    method: int
    crc: int
    size: int

    @property
    def content(self) -> bytes:
        content = self.data if self.method == 0 else zlib.decompress(self.data, -15)
        assert (len(content), zlib.crc32(content)) == (self.size, self.crc), self.name
        return content


@dataclass(frozen=True)
class Zip:
    """An archive taken apart without a byte left over."""

    members: dict[str, Member]
    between: bytes
    """What stands before, between and behind the members, up to the directory."""
    end: bytes
    """The end record without counts, size and offset, the archive's comment, and what follows it."""


def taken_apart(data: bytes) -> Zip:
    """Read an archive by its directory and check that each local header tells the same as the directory."""
    at = len(data)
    while at + 22 > len(data) or at + 22 + struct.unpack("<H", data[at + 20 : at + 22])[0] > len(data):
        at = data.rfind(b"PK\5\6", 0, at)
        assert at >= 0, "no end record"
    _, disk, first, here, count, size, offset, _ = struct.unpack("<4s4H2IH", data[at : at + 22])
    assert (disk, first, here) == (0, 0, count)
    directory = at - size
    moved = directory - offset
    rows: list[tuple[int, bytes]] = []
    position = directory
    for _ in range(count):
        assert data[position : position + 4] == b"PK\1\2"
        lengths = struct.unpack("<3H", data[position + 28 : position + 34])
        stop = position + 46 + sum(lengths)
        record = data[position:stop]
        rows.append((struct.unpack("<I", record[42:46])[0] + moved, record[:42] + record[46:]))
        position = stop
    assert position == at
    starts = sorted(place for place, _ in rows)
    members: dict[str, Member] = {}
    holes: list[tuple[int, int]] = []
    for place, record in rows:
        limit = next((start for start in starts if start > place), directory)
        member = _member(data, place, limit, record)
        assert member.name not in members
        members[member.name] = member
        holes.append((place, place + len(member.header) + len(member.data) + len(member.descriptor)))
    between, done = b"", 0
    for start, stop in sorted(holes):
        assert start >= done
        between += data[done:start]
        done = stop
    return Zip(members, between + data[done:directory], data[at : at + 8] + data[at + 20 :])


def _member(data: bytes, place: int, limit: int, record: bytes) -> Member:
    flags, method = struct.unpack("<2H", record[8:12])
    crc, packed, size, length = struct.unpack("<3IH", record[16:30])
    assert data[place : place + 4] == b"PK\3\4"
    name_length, extra_length = struct.unpack("<2H", data[place + 26 : place + 30])
    body = place + 30 + name_length + extra_length
    raw = record[42 : 42 + length]
    assert data[place + 30 : place + 30 + name_length] == raw
    after = data[body + packed : limit]
    descriptor = b""
    if flags & DESCRIBED:
        for wide in (True, False):
            told = struct.pack("<I", crc) + struct.pack("<2Q" if wide else "<2I", packed, size)
            for form in (b"PK\7\x08" + told, told):
                if not descriptor and after[: len(form)] == form:
                    descriptor = form
    else:
        assert struct.unpack("<3I", data[place + 14 : place + 26]) == (crc, packed, size)
    header = data[place:body]
    return Member(_name(raw), place, header, data[body : body + packed], descriptor, record, flags, method, crc, size)


def _name(raw: bytes) -> str:
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("cp437")
    return name.replace("\\", "/").lstrip("/")


def member(archive: bytes, name: str) -> bytes:
    """Return the content of the member `name`."""
    return taken_apart(archive).members[name].content


def assert_only_changed(before: bytes, after: bytes, changed: set[str]) -> None:
    """Of `before` nothing but the members `changed` differs in `after`: all else is there, byte for byte and in order."""
    old, new = taken_apart(before), taken_apart(after)
    assert {*old.members} - {*new.members} <= changed, "members lost"
    assert {*new.members} - {*old.members} <= changed, "members from nowhere"
    assert old.end == new.end, "the end record, the comment or what follows it differs"
    assert old.between == new.between, "what stands between the members differs"
    added = [name for name in new.members if name not in old.members]
    kept = [name for name in old.members if name in new.members]
    assert [*new.members] == kept + added, "the directory's order differs"
    assert _by_place(new) == [name for name in _by_place(old) if name in new.members] + added, "the order differs"
    for name in kept:
        one, other = old.members[name], new.members[name]
        if name not in changed:
            assert one.header == other.header, f"the local header of {name} differs"
            assert one.data == other.data, f"the data of {name} differs"
            assert one.descriptor == other.descriptor, f"the data descriptor of {name} differs"
            assert one.record == other.record, f"the directory record of {name} differs"
        elif one.data != other.data:
            assert _identity(one) == _identity(other), f"{name} is not the member it was"
            assert other.flags == one.flags & UTF8
            assert not other.descriptor
    assert changed or before == after


def _by_place(archive: Zip) -> list[str]:
    return [m.name for m in sorted(archive.members.values(), key=lambda m: m.place)]


def _identity(of: Member) -> tuple[object, ...]:
    """What a member keeps when its content changes: versions, method, date, name, attributes, comment, extra fields."""
    name, extra, comment = struct.unpack("<3H", of.record[28:34])
    names = 42 + name
    header_name = 30 + name
    return (
        *(of.record[4:8], of.record[10:16], of.record[34:42], of.record[42:names]),
        _fields(of.record[names : names + extra]),
        of.record[names + extra : names + extra + comment],
        *(of.header[4:6], of.header[8:14], of.header[30:header_name]),
        _fields(of.header[header_name:]),
    )


def _fields(extra: bytes) -> list[tuple[int, bytes]]:
    """The extra fields but zip64's, and what is left over at the end."""
    fields: list[tuple[int, bytes]] = []
    while len(extra) >= 4:
        kind, size = struct.unpack("<2H", extra[:4])
        fields.append((kind, extra[4 : 4 + size]))
        extra = extra[4 + size :]
    return [field for field in fields if field[0] != 1] + [(-1, extra)]
