"""What a paragraph and an item can hold so that it reads back as it was given."""

from __future__ import annotations

from mzsh_model.edit.label import is_run_in, labelled
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import RUN_IN, label_at
from mzsh_model.reading.frame.closing import is_attachment, is_closing, is_date_line

_UNSTORABLE = lazy_pattern("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All but what XML 1.0 (§2.2, Char) allows; and the carriage return, which no reader of XML keeps."""

_CLOSERS = '。！？!?.．）)”"’》】'
"""Marks after which a number of running prose begins the next item."""

_CUT_OFF = "；;，,、"
"""Marks that a reader takes for the end of an item, not for a part of it."""


def check_words(text: str, path: str, *, lines: bool = False) -> None:
    """Refuse what no paragraph can hold; `lines` allows several, one a line.

    Raises:
        BadEdit: control characters, a line break, a blank line, white space at either end.
    """
    if _UNSTORABLE.search(text):
        raise BadEdit("edit-characters", f"{path} 里有 Word 存不了的控制字符。请去掉")
    if not lines and "\n" in text:
        raise BadEdit("edit-lines", f"{path} 是一个段落，不能换行。请去掉换行，或分成几项添加")
    if any(not line or line != line.strip() for line in text.split("\n")):
        raise BadEdit("edit-blank", f"{path} 不能是空行，行首行尾也不能有空格。请写上文字，去掉空格")


def check_paragraph(text: str, path: str, old: str = "") -> None:
    """Refuse what would not be read as a plain paragraph.

    Raises:
        BadEdit: also a number of a heading at its beginning, unless the paragraph has one already.
    """
    check_words(text, path)
    if _is_numbered(text) and not _is_numbered(old):
        raise BadEdit("edit-number", f"{path} 不能以“一、”“（一）”这样的序号开头，否则会读成标题。请去掉序号")


def check_closing(text: str, path: str, old: str | None = None) -> None:
    """Refuse what would not be read as the end of a self-examination, unless the paragraph was told as such otherwise.

    Raises:
        BadEdit: it neither closes nor names an attachment.
    """
    if (old is None or _closes(old)) and not _closes(text):
        raise BadEdit("edit-closing", f"{path} 是结束语，要能看出来，如“以上发言，请批评指正。”“附件：……”")


def check_item(text: str, path: str, old: str = "", label: str | None = None) -> None:
    """Refuse what would not be read as one item behind its number, `label`.

    Raises:
        BadEdit: also a number at its beginning, an enumeration within, a separator at its end, a digit that makes one
            number of the item's (`4、3项`).
    """
    check_words(text, path, lines=True)
    if any(label_at(line) for line in text.split("\n")) and not any(label_at(line) for line in old.split("\n")):
        raise BadEdit("edit-number", f"{path} 不含序号，序号在 label。请去掉开头的序号")
    if chains(text, 0, len(text)) and not chains(old, 0, len(old)):
        raise BadEdit("edit-several", f"{path} 里又分了几条，会读成几项。请逐条用 insert 添加")
    if labelled(label, text) is None and labelled(label, old) is not None:
        raise BadEdit("edit-number", f"{path} 的开头会和前面的序号连读（如“4、3项”）。请换个开头")
    if is_run_in(label) and old[-1:] in _CLOSERS and text[-1] not in _CLOSERS:
        raise BadEdit("edit-end", f"{path} 要以句号等标点结尾，否则会和同一段里的下一条连读")
    if text[-1] in _CUT_OFF and old[-1:] not in _CUT_OFF:
        raise BadEdit("edit-end", f"{path} 不能以分号、逗号或顿号结尾：那是条目之间的标点，读的时候不算在内")


def _is_numbered(text: str) -> bool:
    found = label_at(text)
    return found is not None and found.kind not in RUN_IN


def _closes(text: str) -> bool:
    return is_closing(text) or is_attachment(text) or is_date_line(text)
