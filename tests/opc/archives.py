"""Zip archives made by hypothesis, byte by byte, with all that the format allows and Word files were seen to have."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, replace

from hypothesis import strategies as st

_NAMES = st.one_of(
    st.from_regex(r"[a-z]{1,6}(/[a-z]{1,4}){0,2}\.xml", fullmatch=True).map(lambda s: (s.encode(), 0)),
    st.sampled_from(["文/表.xml", "ä.xml", "𠮷.xml"]).map(lambda s: (s.encode(), 0x800)),
    st.sampled_from(["图.png", "é"]).map(lambda s: (s.encode(), 0)),
    st.sampled_from(["ü.bin", "Çé.xml"]).map(lambda s: (s.encode("cp437"), 0)),
    st.sampled_from(["a\\b.xml", " ", "..", "/x", "[Content_Types].xml", "empty/"]).map(lambda s: (s.encode(), 0)),
)
_FIELDS = st.lists(
    st.sampled_from(
        [
            struct.pack("<2H", 0xA220, 6) + b"\x28\xa0\x02\0\0\0",  # the growth hint that Word writes
            struct.pack("<2HB", 0x5455, 5, 1) + b"\0\0\0\x50",
            struct.pack("<2H2Q", 1, 16, 7, 7),  # zip64 where it is not needed
            struct.pack("<2H", 0xCAFE, 0),
        ]
    ),
    max_size=3,
).flatmap(lambda fields: st.sampled_from([b"", b"\0", b"\0\0\0"]).map(lambda rest: b"".join(fields) + rest))
_LAYOUTS = [("", ""), ("", "<III"), ("PK\7\x08", "<III"), ("", "<IQQ"), ("PK\7\x08", "<IQQ")]
_SLACK = st.one_of(st.just(b""), st.binary(max_size=20).map(lambda b: b"\xaa" + b))
_CONTENT = st.one_of(st.binary(max_size=60), st.sampled_from([b"", b"<a/>" * 500, b"PK\5\6", b"PK\3\4" + bytes(40)]))


@dataclass(frozen=True)
class Made:
    """A member before it is written."""

    name: bytes
    flags: int
    deflated: bool
    signature: str
    layout: str
    content: bytes
    stamp: tuple[int, int]
    local_extra: bytes
    extra: bytes
    comment: bytes
    versions: tuple[int, int]
    attributes: tuple[int, int]
    slack: bytes


@st.composite
def members(draw: st.DrawFn) -> Made:
    name, flags = draw(_NAMES)
    signature, layout = draw(st.sampled_from(_LAYOUTS))
    return Made(
        name,
        flags | draw(st.sampled_from([0, 2, 4, 6])),
        draw(st.booleans()),
        signature,
        layout,
        draw(_CONTENT),
        (draw(st.integers(0, 0xFFFF)), draw(st.integers(0x21, 0xFFFF))),
        draw(_FIELDS),
        draw(_FIELDS),
        draw(st.binary(max_size=10)),
        (draw(st.integers(0, 0xFFFF)), draw(st.integers(10, 45))),
        (draw(st.integers(0, 0xFFFF)), draw(st.integers(0, 0xFFFFFFFF))),
        draw(_SLACK),
    )


def _name(raw: bytes) -> str:
    try:
        return raw.decode().replace("\\", "/").lstrip("/")
    except UnicodeDecodeError:
        return raw.decode("cp437")


@st.composite
def archives(draw: st.DrawFn) -> tuple[bytes, dict[str, bytes]]:
    """An archive and what must be read from it, in the order of its directory."""
    made = draw(st.lists(members(), max_size=6, unique_by=lambda m: _name(m.name).casefold()))
    prefix = draw(_SLACK)
    counted_from = draw(st.sampled_from([0, len(prefix)]))
    comment = draw(st.binary(max_size=12).filter(lambda b: b"PK" not in b))
    tail = draw(st.sampled_from([b"", b"", b"\r\n\0"]))
    return write(made, draw(st.permutations(made)), prefix, counted_from, comment, tail), {
        _name(m.name): m.content for m in made
    }


def write(
    listed: list[Made],
    placed: list[Made] | None = None,
    prefix: bytes = b"",
    counted_from: int = 0,
    comment: bytes = b"",
    tail: bytes = b"",
) -> bytes:
    """An archive of the members `listed` in its directory, `placed` in this order in the file."""
    data = prefix
    records: dict[bytes, bytes] = {}
    for one in placed or listed:
        packed = one.content
        if one.deflated:
            deflater = zlib.compressobj(1, zlib.DEFLATED, -15)
            packed = deflater.compress(packed) + deflater.flush()
        told = (zlib.crc32(one.content), len(packed), len(one.content))
        flags = one.flags | (8 if one.layout else 0)
        method = 8 if one.deflated else 0
        facts = struct.pack("<4H", flags, method, *one.stamp)
        start = len(data) - counted_from
        data += b"PK\3\4" + struct.pack("<H", one.versions[1]) + facts
        data += struct.pack("<3I2H", *((0, 0, 0) if one.layout else told), len(one.name), len(one.local_extra))
        data += one.name + one.local_extra + packed
        data += one.signature.encode() + struct.pack(one.layout, *told) if one.layout else b""
        data += one.slack
        lengths = (len(one.name), len(one.extra), len(one.comment))
        records[one.name] = (
            b"PK\1\2"
            + struct.pack("<2H", *one.versions)
            + facts
            + struct.pack("<3I4HHII", *told, *lengths, 0, *one.attributes, start)
            + one.name
            + one.extra
            + one.comment
        )
    directory = b"".join(records[one.name] for one in listed)
    count = len(listed)
    end = struct.pack("<4H2IH", 0, 0, count, count, len(directory), len(data) - counted_from, len(comment))
    return data + directory + b"PK\5\6" + end + comment + tail


PLAIN = Made(b"a.xml", 0, True, "", "", b"<a/>", (0, 0x21), b"", b"", b"", (20, 20), (0, 0), b"")


def plain(name: str, content: bytes = b"<a/>", **other: object) -> Made:
    return replace(PLAIN, name=name.encode(), content=content, **other)
