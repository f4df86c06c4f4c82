"""Word files spoiled in their structure and in their bytes, the same for the same seed."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from importlib.resources import files

import mzsh_model as mz
from mzsh_model.testing.word_files import MC, W
from tests.wml.test_story import with_parts

_TAG = re.compile(rb"<(/?)([A-Za-z_][\w:.-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>")
_ATTRIBUTE = re.compile(rb"([\w:]+)=\"([^\"]*)\"")
_TEXT = re.compile(rb">([^<>]+)<")
_VALUES = [
    b"", b"0", b"-1", b"1", b"99999999999", b"2147483648", b"NaN", b"on", b"off", "１".encode(), b"%1%9", b"&#x202e;", b"/",
    b"../../x", b"&amp;#0;", b"a" * 5000, b"begin", b"end", b"separate", b"restart", b"External", b"continue",
]  # fmt: skip
_WORDS = [
    b"", b" ", b"&#x2028;", b"&#xFEFF;", b"&#xD800;", b"&#0;", b"<![CDATA[]]>", b"<!-- x -->", b"<?x y?>", "一、".encode(),
    "（一）一是二是".encode(), "20２６年13月40日前".encode(), "责任人：".encode(), b"&#x1F600;", b"1." * 900, "𠮷\u0301".encode(),
    "机密★1年".encode(), b"&lt;", b"&#13;&#10;\t",
]  # fmt: skip
_PIECES = [
    b'<w:r><w:fldChar w:fldCharType="begin"/></w:r>', b'<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    b'<w:r><w:fldChar w:fldCharType="separate"/></w:r>', b"<w:r><w:instrText>LISTNUM \\l 3 \\s -1</w:instrText></w:r>",
    b'<w:fldSimple w:instr="AUTONUM \\* X"/>', b"<w:p/>", b"<w:tbl/>", b"<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
    b'<w:del w:id="1" w:author="a"><w:r><w:delText>x</w:delText></w:r></w:del>', b'<w:ins w:id="x"/>', b"<w:sdt/>",
    b"<w:sdt><w:sdtContent/></w:sdt>", b'<w:r><w:sym w:char="D800"/></w:r>', b'<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>',
    b'<w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge/></w:tcPr>', b"<w:trPr><w:del/></w:trPr>", b"<w:txbxContent><w:p/></w:txbxContent>",
    f'<mc:AlternateContent xmlns:mc="{MC}"/>'.encode(), f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent>'.encode(),
    b"<w:ruby/>", b"<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom>", b'<w:bookmarkStart w:id="0" w:name="_mz_x"/>', b'<w:bookmarkEnd w:id="0"/>',
    b'<w:commentRangeStart w:id="0"/>', b'<w:r><w:commentReference w:id="0"/></w:r>', b"<w:r><w:br/><w:tab/><w:cr/></w:r>", b"<x>y</x>",
    b'<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>', b"<w:cellDel/>", b"<w:sectPr/>", b"<w:altChunk/>", b"<w:r/>",
]  # fmt: skip


def seeds() -> list[bytes]:
    """The shipped examples, commented on and marked, and a file of everything that is rare."""
    found: list[bytes] = []
    for one in sorted(files("mzsh_model.examples").iterdir(), key=lambda path: path.name):
        if one.name.endswith(".docx"):
            doc = mz.open(one.read_bytes())
            found.append(doc.to_bytes())
            value = doc.read().value
            found.append(doc.annotate(mz.check(value, doc)).bind(value, seed="x").to_bytes())
    return [*found, _rare()]


def _rare() -> bytes:
    lines = (
        "个人对照检查材料",
        "一、存在的问题",
        "一是学习不够系统。",
        "二是调研不够深入。",
        "二、整改措施",
        "一是多读书，年底前见效。",
        "二是多走访。",
    )
    numbered = '<w:pPr><w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = "".join(
        f"<w:p>{numbered if n == 3 else ''}<w:r><w:t>{line}</w:t></w:r></w:p>" for n, line in enumerate(lines)
    )
    body += "".join(
        piece.decode()
        for piece in _PIECES
        if piece.startswith((b"<w:r", b"<w:fld", b"<w:del", b"<w:tbl><", b"<w:sdt><"))
    )
    cells = "".join(
        f"<w:tr><w:tc><w:tcPr><w:vMerge{' w:val=' + chr(34) + 'restart' + chr(34) if not n else ''}/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
        for n in range(3)
    )
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    return with_parts(
        body + f"<w:tbl>{cells}</w:tbl><w:p/>",
        numbering=f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        styles=f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="A"><w:name w:val="标题 1"/><w:basedOn w:val="A"/></w:style></w:styles>',
        comments=f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="张三"><w:p><w:r><w:t>看</w:t></w:r></w:p></w:comment></w:comments>',
        footnotes=f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>',
        header=f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>',
        settings=f'<w:settings xmlns:w="{W}"/>',
    )


def mutant(data: bytes, seed: int) -> bytes:
    """Return a file spoiled in one to three ways."""
    dice = random.Random(seed)
    for _ in range(dice.choice([1, 1, 1, 2, 3])):
        data = _of_bytes(data, dice) if dice.random() < 0.12 else _of_parts(data, dice)
    return data


def _of_bytes(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(max(1, len(data)))
    match dice.randrange(4):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]
        case 2:
            return data[:at] + dice.randbytes(dice.randrange(9)) + data[at:]
        case _:
            # the directory and its end, where every byte counts
            start = data.find(b"PK\1\2")
            at = dice.randrange(start, len(data)) if 0 <= start < len(data) else at
            return data[:at] + dice.choice([b"\0", b"\xff", b"\x7f"]) + data[at + 1 :]


def _of_parts(data: bytes, dice: random.Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except Exception:  # spoiled before: its bytes alone are left to be spoiled
        return _of_bytes(data, dice)
    if not parts:
        return data
    names = sorted(parts)
    name = "word/document.xml" if "word/document.xml" in parts and dice.random() < 0.6 else dice.choice(names)
    roll = dice.random()
    if roll < 0.03:
        del parts[name]
    elif roll < 0.05:
        parts[dice.choice([name.upper(), "/" + name, name + "x", dice.choice(names)])] = parts.pop(name)
    elif roll < 0.07:
        parts[name] = _recoded(parts[name], dice)
    else:
        parts[name] = dice.choice(_WAYS)(parts[name], dice)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", dice.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as new:
        for each, content in parts.items():
            new.writestr(zipfile.ZipInfo(each, (1980, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()


def _recoded(xml: bytes, dice: random.Random) -> bytes:
    text = xml.decode("utf-8", "replace").replace(
        'encoding="UTF-8"', dice.choice(["", 'encoding="UTF-16"', 'encoding="GB18030"'])
    )
    return text.encode(dice.choice(["utf-16", "utf-16-le", "utf-8-sig", "gb18030"]), "replace")


def _element(xml: bytes, dice: random.Random) -> tuple[int, int]:
    """Where some element stands; an empty stretch where there is none."""
    tags = [tag for tag in _TAG.finditer(xml) if not tag[1]]
    if not tags:
        return 0, 0
    tag = dice.choice(tags)
    if tag[4]:
        return tag.span()
    depth = 0
    for other in _TAG.finditer(xml, tag.start()):
        depth += -1 if other[1] else 0 if other[4] else 1
        if depth <= 0:
            return tag.start(), other.end()
    return tag.span()


def _gone(xml: bytes, dice: random.Random) -> bytes:
    low, high = _element(xml, dice)
    return xml[:low] + xml[high:]


def _doubled(xml: bytes, dice: random.Random) -> bytes:
    low, high = _element(xml, dice)
    return xml[:high] + xml[low:high] * dice.choice([1, 1, 2, 40]) + xml[high:]


def _moved(xml: bytes, dice: random.Random) -> bytes:
    low, high = _element(xml, dice)
    to = _element(xml, dice)[0]
    return xml[:to] + xml[low:high] + xml[to:]


def _wrapped(xml: bytes, dice: random.Random) -> bytes:
    low, high = _element(xml, dice)
    name = dice.choice(
        [
            b"w:ins",
            b"w:del",
            b"w:sdtContent",
            b"w:tbl",
            b"w:tc",
            b"w:p",
            b"w:r",
            b"w:txbxContent",
            b"w:smartTag",
            b"w:hyperlink",
        ]
    )
    times = dice.choice([1, 1, 2, 30, 300])
    return xml[:low] + b"<%s>" % name * times + xml[low:high] + b"</%s>" % name * times + xml[high:]


def _renamed(xml: bytes, dice: random.Random) -> bytes:
    found = sorted({tag[2] for tag in _TAG.finditer(xml)})
    if len(found) < 2:
        return xml
    one, other = dice.sample(found, 2)
    return re.sub(rb"(</?)%s(?=[\s/>])" % re.escape(one), rb"\1" + other, xml, count=dice.choice([0, 2]))


def _valued(xml: bytes, dice: random.Random) -> bytes:
    found = list(_ATTRIBUTE.finditer(xml))
    if not found:
        return xml
    one = dice.choice(found)
    if dice.random() < 0.2:
        return xml[: one.start()] + xml[one.end() :]
    return xml[: one.start(2)] + dice.choice([*_VALUES, dice.choice(found)[2]]) + xml[one.end(2) :]


def _worded(xml: bytes, dice: random.Random) -> bytes:
    found = list(_TEXT.finditer(xml))
    if not found:
        return xml
    one = dice.choice(found)
    low = dice.randrange(one.start(1), one.end(1) + 1) if dice.random() < 0.5 else one.start(1)
    while low < one.end(1) and 0x80 <= xml[low] < 0xC0:
        low += 1
    return xml[:low] + dice.choice(_WORDS) + xml[low if dice.random() < 0.5 else one.end(1) :]


def _grown(xml: bytes, dice: random.Random) -> bytes:
    at = dice.choice(_element(xml, dice))
    return xml[:at] + dice.choice(_PIECES) * dice.choice([1, 1, 1, 2, 50]) + xml[at:]


def _flipped(xml: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(max(1, len(xml)))
    return xml[:at] + dice.choice([b"<", b">", b"&", b'"', b"\0", b"\xff", b" "]) + xml[at + dice.randrange(2) :]


_WAYS: Sequence[Callable[[bytes, random.Random], bytes]] = (
    _gone, _doubled, _moved, _wrapped, _renamed, _valued, _valued, _worded, _worded, _grown, _grown, _grown, _flipped,
)  # fmt: skip
