"""Paragraphs that Word numbers by itself: a line that begins with № and a level has its number in the numbering, not in its text."""

from __future__ import annotations

import re

from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

_LINE = re.compile(r"№([0-3]) ")
_LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)
_ID = "77"


def level_of(line: str) -> tuple[int | None, str]:
    """The level of the line's automatic number, or None, and the line without the sign of it."""
    found = _LINE.match(line)
    return (int(found[1]), line[found.end() :]) if found else (None, line)


def add_numbering(word: Word) -> None:
    """The list whose levels are 一、 （一） 1. （1）: each begins anew under the one above."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (form, text) in enumerate(_LEVELS)
    )
    numbering = word.part.numbering_part.element
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_ID}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))  # the schema wants what is abstract before what uses it
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{_ID}"><w:abstractNumId w:val="{_ID}"/></w:num>'))


def number(paragraph: Paragraph, level: int) -> None:
    """Let Word number the paragraph."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = int(_ID)
