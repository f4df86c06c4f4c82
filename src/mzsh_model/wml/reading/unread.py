"""What of a part is shown, and is no text: pictures that fill a paragraph, embedded tables and texts, parts taken in whole.

Anchored pictures are seals and emblems as a rule, and so are the objects of seal programs: neither holds what a reader seeks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from mzsh_model.kernel.outcome import Notice
from mzsh_model.outline.lines import Line
from mzsh_model.wml.reading.fields import unended_in
from mzsh_model.wml.reading.stray import strays

_INLINE = "{*}inline"
_IMAGES = ("{*}blip", "{*}imagedata")
_OFFICE = ("Excel.", "Word.", "PowerPoint.", "Package", "AcroExch.", "ET.", "KET.", "WPS.", "KWPS.")
"""Programs whose embedded objects hold texts and tables (w:object/o:OLEObject ProgID); ET and WPS are those of WPS Office."""
_TAKEN_IN = {"altChunk": "插入的另一个文件（altChunk）", "subDoc": "子文档"}
_STRAY = "正文里有 {count} 处文字放在不该有文字的地方（文件结构反常，Word 也不显示），没有读入，请人工检查"
_UNENDED = "文件里有没有结束标记的域，按普通文字读入。请在 Word 里删去这个域"


def unread(lines: Sequence[Line], root: etree._Element, w: str, dropped: tuple[str, ...]) -> Iterator[Notice]:
    """Name what a main part holds besides its lines, and the fields in it that never end (outside `dropped` elements)."""
    for name, said in _TAKEN_IN.items():
        for _ in root.iter(w + name):
            yield Notice("unread-object", 0, "", f"正文里有{said}，其中的内容没有读入，请人工检查")
    if next(root.iter(_INLINE, w + "pict", w + "object"), None) is not None:
        paragraphs = list(root.iter(w + "p"))
        for line in lines:
            what = _object(line.text, [paragraphs[n] for n in line.origin], w) if line.story == "body" else None
            if what is not None:
                yield Notice("unread-object", line.number, "", f"这一段是{what}，其中的内容没有读入，请人工检查")
    if (count := strays(root, w)) > 0:
        yield Notice("unread-object", 0, "", _STRAY.format(count=count))
    if unended_in(root, w, dropped):
        yield Notice("field-unended", 0, "", _UNENDED)


def _object(text: str, paragraphs: Sequence[etree._Element], w: str) -> str | None:
    """What stands in place of text in a line, or beside it where it holds text itself."""
    for paragraph in paragraphs:
        if any((ole.get("ProgID") or "").startswith(_OFFICE) for ole in paragraph.iter("{*}OLEObject")):
            return "嵌入的表格或文件"
        pictured = (*paragraph.iter(_INLINE), *paragraph.iter(w + "pict"))
        if not text.strip() and any(next(found.iter(*_IMAGES), None) is not None for found in pictured):
            return "图片"
    return None
