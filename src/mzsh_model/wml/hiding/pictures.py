"""Whether words stand in what is not XML: pictures and fonts, whose dots and outlines chance makes look like short words."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from mzsh_model.wml.hiding.replace import Search

_ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_SURE = 6
"""Bytes from which a word is no chance anywhere: among 10 million bytes of noise one in 30 million."""
_LIKELY = 4
"""Bytes from which a word is no chance where people's words stand."""
_READ = 0x40000
"""Bytes up to which words are read in every encoding, not only looked for as they are spelled."""
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_RIFF = b"RIFF"
_GZIP = b"\x1f\x8b"
_DOTTED = (b"GIF8", b"BM", b"II*\0", b"MM\0*")
_SCAN, _END = 0xDA, 0xD9
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Marks of JPEG without a length (ITU-T T.81, table B.1)."""
_DOTS = frozenset({b"IDAT", b"fdAT", b"PLTE"})
_COLOURS = frozenset({b"VP8", b"VP8L", b"ALPH", b"ANMF"})
_PRESSED = {b"zTXt": 2, b"iTXt": 5, b"iCCP": 2}
"""Chunks of PNG that may be compressed, with at most how many fields before (W3C PNG, 11.3)."""
_MOST = 8_000_000


def holds(data: bytes, search: Search, *, outlines: bool = False) -> bool:
    """Tell whether one of the words stands in data: any in what tells of a picture, those long enough among its dots, too.

    A font is nothing but `outlines`.
    """
    codes = {code for word in search.words for e in _ENCODINGS if len(code := word.encode(e, "ignore")) >= _LIKELY}
    if any(code in data for code in codes if len(code) >= _SURE):
        return True
    stretches = () if outlines else _worded(data)
    return any(any(code in one for code in codes) or _is_read(one, search) for one in stretches)


def _is_read(data: bytes, search: Search) -> bool:
    for encoding in _ENCODINGS if len(data) <= _READ else ():
        for at in range(1 + encoding.startswith("utf-16")):
            text = data[at:].decode(encoding, "replace")
            found = (text[one.start : one.end] for one in search.known(text))
            if any(not word.isascii() or len(word) >= _LIKELY for word in found):
                return True
    return False


def _worded(data: bytes) -> Iterator[bytes]:
    """The stretches in which people's words may stand; nothing of a format that is all dots or outlines."""
    if data.startswith(_PNG):
        yield from _chunks(data)
    elif data.startswith(_JPEG):
        yield from _segments(data)
    elif data.startswith(_RIFF):
        yield from _riff(data)
    elif data.startswith(_GZIP):  # .emz, .wmz
        yield _inflated(data, 31)
    elif not data.startswith(_DOTTED):
        yield data


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 8 <= len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4], "big")
        kind, content = data[at + 4 : at + 8], data[at + 8 : end]
        if kind not in _DOTS:
            yield content
        for n in range(len(content)) if kind in _PRESSED else ():
            if content[n] == 0x78 and (told := _inflated(content[n:], 15)):
                yield told
                break
        if kind == b"IEND":
            break
        at = end + 4
    else:
        end = at
    yield data[end:]


def _segments(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if mark in _ALONE or mark == 0xFF:
            at += 1 if mark == 0xFF else 2
            continue
        if mark == _END:
            break
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        yield data[at + 4 : end]
        at = end
        if mark == _SCAN:
            at = _behind_scan(data, at)
    yield data[at:]


def _behind_scan(data: bytes, at: int) -> int:
    """Where the coded dots end: at the next mark that is none of theirs."""
    while (at := data.find(b"\xff", at)) >= 0:
        if at + 1 < len(data) and data[at + 1] != 0 and data[at + 1] not in _ALONE:
            return at
        at += 2
    return len(data)


def _riff(data: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(data):
        end = at + 8 + int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4].rstrip() not in _COLOURS:
            yield data[at + 8 : end]
        at = end + end % 2


def _inflated(data: bytes, bits: int) -> bytes:
    try:
        return zlib.decompressobj(bits).decompress(data, _MOST)
    except zlib.error:
        return b""
