"""The paragraphs of a fresh document: what stands in each, and which kind of element it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from html import escape
from typing import NamedTuple

_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


class Style(StrEnum):
    """The paragraph styles of the template by their names in Word (`w:name`), one for each kind of element.

    All rest on Normal, so that a unit's own form is set at one place.
    """

    TITLE = "民会_标题"
    NUMBER = "民会_发文字号"
    BYLINE = "民会_标题下署名"
    ADDRESSEE = "民会_主送机关"
    HEADING_1 = "民会_一级标题"
    HEADING_2 = "民会_二级标题"
    HEADING_3 = "民会_三级标题"
    HEADING_4 = "民会_四级标题"
    BODY = "民会_正文"
    STEP = "民会_准备工作"
    PRIOR = "民会_上年度问题"
    ISSUE = "民会_问题"
    CASE = "民会_典型案例"
    MATTER = "民会_个人事项"
    CAUSE = "民会_原因"
    MEASURE = "民会_措施"
    CLOSING = "民会_结束语"
    SIGNER = "民会_落款"
    SIGNED_ON = "民会_落款日期"
    HEADER_CELL = "民会_表头"
    CELL = "民会_表格"

    @property
    def id(self) -> str:
        """The style's id (`w:styleId`), ASCII: `MzshHeading1`."""
        return "Mzsh" + self.name.title().replace("_", "")


HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4)


class Paragraph(NamedTuple):
    """One paragraph; `\\n` in `text` is a soft line break."""

    style: Style
    text: str


def body_xml(paragraphs: Iterable[Paragraph]) -> str:
    """Return the paragraphs as WordprocessingML, one run each; one without text has none."""
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>{f"<w:r>{_text_xml(text)}</w:r>" if text else ""}</w:p>'
        for style, text in paragraphs
    )


def _text_xml(text: str) -> str:
    return "".join(
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>'
        for piece in re.split(r"([\n\t])", text)
        if piece
    )
