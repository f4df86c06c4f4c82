"""Chinese typed with the marks of Latin script: 学习不够,调研少. read as 学习不够，调研少。; every place stays."""

from __future__ import annotations

import re

from mzsh_model.kernel.patterns import lazy_pattern

_HAN = r"\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0003ffff"
_SETS = rf"[{_HAN}”’）》】%％)\"]"
"""What a mark of a Chinese sentence stands behind; behind a digit it may belong to a figure or a number of a list."""
_MARK = lazy_pattern(
    rf"(?<={_SETS})[,;:!?](?![,;:!?.\dA-Za-z/])|(?<={_SETS})[,;:](?=[\dA-Za-z])"
    rf"|(?<=[%％”’）》】)\"{_HAN}])(?<![一二三四五六七八九十])[.．](?![A-Za-z.．])|(?<=[一二三四五六七八九十])[.．]$"
    rf"|(?<=[\dA-Za-z])[,;](?=[{_HAN}“《])|(?<=.{3}\d)[.．]$"
)
_BRACKETS = lazy_pattern(rf"\((?=[^()（）]*[{_HAN}])(?![一二三四五六七八九十百]+\))([^()（）]{{2,120}})\)")
_ANY = lazy_pattern("[,;:!?.．(]")
_FULL = dict(zip(",;:!?.．", "，；：！？。。", strict=True))


def full_width(text: str) -> str:
    """Return `text` with the marks of Chinese sentences in their own width, as long as it was.

    Numbers of lists (1. and (一)), figures and Latin words keep theirs.

    >>> full_width('(1)学习不够,全年3,200元;办法(试行)未订.')
    '(1)学习不够，全年3,200元；办法（试行）未订。'
    """
    if _ANY.search(text) is None:
        return text
    text = _MARK.sub(_widened, text)
    return _BRACKETS.sub(r"（\1）", text) if "(" in text else text


def _widened(found: re.Match[str]) -> str:
    return _FULL[found[0]]
