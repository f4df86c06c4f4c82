"""A run as a workbook (.xlsx): who lacks what, every finding with room for a decision, what answers what, what is unchecked.

Everything that comes from a document is written as a string, never as a formula or a link, so that no program computes it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import BinaryIO, Protocol, cast

from mzsh_model import __version__
from mzsh_model.batch.ours import FINDINGS, PAIRINGS, SUMMARY, UNCHECKED
from mzsh_model.batch.review import Review
from mzsh_model.carriers.persons import HEADER, person_rows
from mzsh_model.carriers.rows import each_finding, numbers, place_words, why_no_verdict
from mzsh_model.carriers.sheets import DECISION, DECISIONS, FINDING_COLUMNS, Column
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.printable import printable
from mzsh_model.rules.finding import Level

_FILLS = {Level.MUST: "#F8D7DA", Level.SHOULD: "#FFF3CD", Level.HINT: "#E7F1FF"}
_LONGEST = 32_767
"""So many characters a cell holds (Excel specifications and limits)."""
_LAST_ROW = 1_048_575
"""So many rows a sheet holds below its header (the same); more would be left out without a word."""
_A4 = 9


class _Sheet(Protocol):
    """What is used of a sheet of xlsxwriter, which says nothing of its types."""

    def set_landscape(self) -> None: ...
    def set_paper(self, paper_size: int) -> None: ...
    def fit_to_pages(self, width: int, height: int) -> None: ...
    def repeat_rows(self, first_row: int) -> None: ...
    def freeze_panes(self, row: int, col: int) -> None: ...
    def autofilter(self, top: int, left: int, bottom: int, right: int) -> object: ...
    def set_column(self, first_col: int, last_col: int, width: int) -> object: ...
    def write_string(self, row: int, col: int, string: str, cell_format: object) -> object: ...
    def write_number(self, row: int, col: int, number: int, cell_format: object) -> object: ...
    def data_validation(self, top: int, left: int, bottom: int, right: int, options: dict[str, object]) -> object: ...


class _Workbook(Protocol):
    def set_properties(self, properties: dict[str, object]) -> None: ...
    def add_format(self, properties: dict[str, object]) -> object: ...
    def add_worksheet(self, name: str) -> _Sheet: ...
    def close(self) -> None: ...


def workbook_into(review: Review, out: BinaryIO) -> None:
    """Write the run as a workbook, row by row; the same run gives the same bytes.

    Raises:
        BadEdit: xlsxwriter (extra `report`) is not installed, or a sheet would have more rows than Excel takes.
    """
    try:
        made = import_module("xlsxwriter").Workbook(out, {"constant_memory": True, "strings_to_formulas": False})
    except ImportError as error:
        raise BadEdit("report-extra", "写 Excel 报告要先安装：pip install 'mzsh-model[report]'") from error
    book = _Book(cast(_Workbook, made))
    try:
        _summary(book, review)
        _findings(book, review)
        _pairings(book, review)
        _unchecked(book, review)
    finally:
        book.close()  # the rows of each sheet stand in a temporary file until then


class _Book:
    """A workbook with the formats of our sheets."""

    def __init__(self, book: _Workbook) -> None:
        self._book = book
        book.set_properties({"created": dt.datetime(1980, 1, 1), "comments": f"mzsh_model {__version__}"})
        base: dict[str, object] = {"text_wrap": True, "valign": "top", "border": 1}
        self._head = book.add_format({**base, "bold": True, "align": "center", "bg_color": "#EDEDED"})
        self._plain = book.add_format(base)
        self._levels = {level: book.add_format({**base, "bg_color": fill}) for level, fill in _FILLS.items()}

    def table(self, name: str, columns: Sequence[Column], rows: Iterable[tuple[object, ...]]) -> tuple[_Sheet, int]:
        """Add a sheet with a header and rows; return it and how many rows there are. A Level colours its cell."""
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 0)
        for col, column in enumerate(columns):
            sheet.write_string(0, col, column.header, self._head)
            sheet.set_column(col, col, column.width)
        count = 0
        for row in rows:
            count += 1
            if count > _LAST_ROW:
                said = f"“{name}”超过 {_LAST_ROW} 行，Excel 一张表放不下。请分几次查，或写成 Parquet：--report parquet:结果.parquet"
                raise BadEdit("report-rows", said)
            for col, value in enumerate(row):
                if isinstance(value, int):
                    sheet.write_number(count, col, value, self._plain)
                    continue
                style = self._levels[value] if isinstance(value, Level) else self._plain
                sheet.write_string(count, col, printable(str(value))[:_LONGEST], style)
        sheet.autofilter(0, 0, count, len(columns) - 1)
        return sheet, count

    def close(self) -> None:
        self._book.close()


def _summary(book: _Book, review: Review) -> None:
    columns = [Column(name, 44 if name == HEADER[-1] else 12) for name in (*HEADER, "文件", "不计的")]
    rows = (
        (one.whose, one.kind, *(one.counts or ("",) * len(Level)), one.conclusion, one.lacks, one.path, one.suppressed)
        for one in person_rows(review.files, review.profile)
    )
    book.table(SUMMARY, columns, rows)


def _findings(book: _Book, review: Review) -> None:
    rows = (
        (
            finding.fingerprint,
            one.whose,
            one.path,
            place_words(finding),
            finding.level,
            finding.code,
            finding.quote,
            finding.message,
            finding.how,
            "",
            "",
        )
        for one, finding in each_finding(review)
    )
    sheet, count = book.table(FINDINGS, FINDING_COLUMNS, rows)
    at = [column.header for column in FINDING_COLUMNS].index(DECISION)
    told = {"validate": "list", "source": list(DECISIONS), "error_title": DECISION, "error_message": "请从列表中选"}
    if count:
        sheet.data_validation(1, at, count, at, cast(dict[str, object], told))


def _pairings(book: _Book, review: Review) -> None:
    columns = [Column("谁", 12), Column("文件", 28), Column("问题", 60), Column("原因", 10), Column("措施", 10)]
    rows = (
        (
            one.whose,
            one.path,
            f"{number}. {pairing.statement}",
            numbers(pairing.causes) or "—",
            numbers(pairing.measures) or "缺",
            "、".join(pairing.basis),
        )
        for one in review.files
        for number, pairing in enumerate(one.correspondence.pairings, 1)
    )
    book.table(PAIRINGS, [*columns, Column("凭什么对应", 16)], rows)


def _unchecked(book: _Book, review: Review) -> None:
    columns = [Column("文件", 28), Column("谁", 12), Column("没有检查的", 24), Column("原因", 60), Column("行", 6)]
    book.table(UNCHECKED, columns, _unchecked_rows(review))


def _unchecked_rows(review: Review) -> Iterator[tuple[object, ...]]:
    for one in review.files:
        if why := why_no_verdict(one.result):
            yield one.path, one.whose, "没有结论", why, ""
        yield from ((one.path, one.whose, u.what, u.reason, u.line or "") for u in one.result.unchecked)
