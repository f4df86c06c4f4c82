"""What a person sees of a file, whatever its format, as lines."""

from __future__ import annotations

from mzsh_model.kernel.outcome import Notice
from mzsh_model.opc.package import Package
from mzsh_model.opc.sniff import decode_text
from mzsh_model.opc.source import Source
from mzsh_model.opc.workbook import Sheet
from mzsh_model.outline.lines import Outline
from mzsh_model.outline.sheet import outline_of_csv, outline_of_sheets
from mzsh_model.outline.text import outline_of_text
from mzsh_model.wml.reading.story import read_story

_PROBLEM = "部件 {part} 读不了（{code}），其中的样式或文字没有算进来"


def is_csv(origin: Source) -> bool:
    """Return whether a text file is a table."""
    return origin.name.lower().endswith(".csv")


def seen(
    origin: Source, package: Package | None, sheets: tuple[Sheet, ...] | None
) -> tuple[Outline, tuple[Notice, ...]]:
    """Return the lines of a Word file, a workbook or a text, and what could not be made out."""
    if sheets is not None:
        return outline_of_sheets([(sheet.rows, sheet.merged) for sheet in sheets]), ()
    if package is None:
        text, encoding = decode_text(origin.data)
        notices = () if encoding == "utf-8-sig" else (Notice("encoding", 0, "", f"按 {encoding.upper()} 编码读入"),)
        return outline_of_csv(text) if is_csv(origin) else outline_of_text(text), notices
    story = read_story(package)
    return story.outline, story.notices + tuple(
        Notice("side-part", 0, "", _PROBLEM.format(part=part, code=code.strip()))
        for part, _, code in (problem.partition(":") for problem in story.problems)
    )
