"""A draft as a file: text, Word, workbook or CSV. Lines that begin with ‖ are rows of a table.

In a row ‖ parts the cells, a cell ^ is merged with the one above, < with the one before, ⏎ parts the paragraphs of a cell.
In Word ↵ is a soft break; in a text it is a new line. Lines that begin with №0 … №3 are numbered by Word itself.
"""

from __future__ import annotations

import csv
import io
from itertools import groupby

from docx import Document as new_word
from docx.document import Document as Word
from xlsxwriter import Workbook

from tests.marked_drafts.draft import Draft
from tests.marked_drafts.numbered import add_numbering, level_of, number

CELL = "‖"


def paper(draft: Draft) -> bytes:
    """The bytes of the file that the draft is."""
    return {"docx": _word, "xlsx": _workbook, "csv": _csv}.get(draft.form, _text)(draft)


def _cells(line: str) -> list[str]:
    return [cell.strip(" ") for cell in line.removeprefix(CELL).split(CELL)]


def _text(draft: Draft) -> bytes:
    parting = {"md": " | ", "pipe": "|", "tab": "\t", "spaces": "    "}.get(draft.form, "\t")
    lines: list[str] = []
    for line in draft.text.split("\n"):
        if not line.startswith(CELL):
            lines += line.split("↵")
            continue
        cells = ["" if cell in ("^", "<") else cell.replace("⏎", " ") for cell in _cells(line)]
        lines.append(f"| {' | '.join(cells)} |" if draft.form == "md" else parting.join(cells))
    return "\n".join(lines).encode()


def _word(draft: Draft) -> bytes:
    word: Word = new_word()
    add_numbering(word)
    for in_table, lines in groupby(draft.text.split("\n"), lambda line: line.startswith(CELL)):
        if in_table:
            _table(word, [_cells(line) for line in lines])
            continue
        for line in lines:
            level, words = level_of(line)
            paragraph = word.add_paragraph()
            if level is not None:
                number(paragraph, level)
            run = paragraph.add_run()
            for broken, part in enumerate(words.split("↵")):
                if broken:
                    run.add_break()
                run.add_text(part)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _table(word: Word, rows: list[list[str]]) -> None:
    table = word.add_table(len(rows), max(map(len, rows)))
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            if text == "^":
                table.cell(down - 1, across).merge(table.cell(down, across))
            elif text == "<":
                table.cell(down, across - 1).merge(table.cell(down, across))
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            if text in ("^", "<", ""):
                continue
            cell = table.cell(down, across)
            first, *more = text.split("⏎")
            cell.paragraphs[0].text = first
            for part in more:
                cell.add_paragraph(part)


def _csv(draft: Draft) -> bytes:
    out = io.StringIO()
    sheet = csv.writer(out)
    for line in draft.text.split("\n"):
        cells = _cells(line) if line.startswith(CELL) else [line]
        sheet.writerow("" if cell in ("^", "<") else cell.replace("⏎", "\n") for cell in cells)
    return out.getvalue().encode("utf-8-sig")


def _workbook(draft: Draft) -> bytes:
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for down, line in enumerate(draft.text.split("\n")):
        for across, cell in enumerate(_cells(line) if line.startswith(CELL) else [line]):
            if cell not in ("^", "<", ""):
                sheet.write_string(down, across, cell.replace("⏎", "\n"))
    book.close()
    return out.getvalue()
