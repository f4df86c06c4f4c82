"""What a file is by its first bytes, and what to tell someone who brought another kind than Word."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from mzsh_model.kernel.errors import BadPackage
from mzsh_model.kernel.patterns import lazy_pattern

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096
_TAGS = lazy_pattern(rb"\s*(?:<!doctype\s+html|<html|<head|<body|<meta|<table)", re.IGNORECASE)


_MIME = lazy_pattern(rb"\s*(?:[A-Za-z-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){0,40}?MIME-Version:", re.IGNORECASE)
"""The head of a message (RFC 5322), in which Word stores a web page with its pictures (.mht)."""
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Format(StrEnum):
    """The formats that are told apart."""

    ZIP = "zip"
    TEXT = "text"


_REFUSALS = {
    "empty": "文件是空的。请确认是否保存成功，或重新索取",
    "encrypted": "文件加了打开密码。请在 Word 或 WPS 中去掉密码后另存",
    "doc": "这是旧版 Word 文件（.doc）。请用 Word 或 WPS 另存为 .docx",
    "wps": "这是 WPS 专有格式或其他旧版 Office 文件。请用 WPS 另存为 .docx",
    "rtf": "这是 RTF 文件。请用 Word 或 WPS 另存为 .docx",
    "html": "这是网页文件。请用 Word 打开后另存为 .docx，或另存为纯文本",
    "mht": "这是单个网页存档（.mht）。请用 Word 打开后另存为 .docx",
    "pdf": "这是 PDF 文件。请向作者索取 Word 原稿",
    "flat-xml": "这是单个 XML 的 Word 文档。请用 Word 另存为 .docx",
    "image": "这是图片。请提供可以编辑的 Word 文件",
    "text": "文件名说是 Word 或 Excel 文件，内容却是纯文本。请把文件名改成 .txt，或用 Word 打开后另存为 .docx",
    "binary": "认不出这是什么文件。请提供 .docx、.txt 或 .md 文件",
}


def refusal(what: str) -> BadPackage:
    """Return the error for a file of the format `what`."""
    return BadPackage(f"package-{what}", _REFUSALS[what])


def sniff(data: bytes) -> Format:
    """Tell a zip package from plain text.

    Raises:
        BadPackage: the file is neither; the code and the sentence say what it is and what to do.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise refusal("empty")
    head = data[:_HEAD]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK\x01\x02")):
        return Format.ZIP
    if head.startswith(_OLE):
        raise refusal(_ole_kind(data))
    if head.lstrip().startswith(b"{\\rtf"):
        raise refusal("rtf")
    if _MIME.match(head.removeprefix(b"\xef\xbb\xbf")):
        raise refusal("mht")
    if b"%PDF-" in head[:1024]:
        raise refusal("pdf")
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM\x00", b"II*\x00", b"MM\x00*")):
        raise refusal("image")
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if b"pkg:package" in head or b"<w:wordDocument" in head or b'progid="Word.Document"' in head:
        raise refusal("flat-xml")
    if _TAGS.match(bare) or (bare.lstrip().startswith(b"<?xml") and b"<html" in head):
        raise refusal("html")
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refusal("binary")
    return Format.TEXT


def _ole_kind(data: bytes) -> str:
    """OLE compound files name their streams in UTF-16: an encrypted package, a Word document, or something else."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "encrypted"
    return "doc" if "WordDocument".encode("utf-16-le") in data else "wps"


def decode_text(data: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding: UTF-8, UTF-16 with a mark, else GB18030.

    Raises:
        BadPackage: none of them fits.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise BadPackage("text-encoding", "文本既不是 UTF-8，也不是 GB18030 编码。请用记事本另存为 UTF-8")


def encode_text(text: str, like: bytes) -> bytes:
    """Return `text` in the encoding of the file `like`, with the byte order mark that it has."""
    for mark, encoding in _MARKS:
        if like.startswith(mark):
            return mark + text.encode(encoding)
    return text.encode(decode_text(like)[1].replace("utf-8-sig", "utf-8"))
