"""A run as a paper for those who sign (.docx): 审核意见汇总表, a row a person, and the findings below it, a row each."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.batch.ours import PAPER_TITLE
from mzsh_model.batch.review import Review
from mzsh_model.carriers.grouping import grouped
from mzsh_model.carriers.persons import person_rows
from mzsh_model.carriers.rows import each_finding, place_words
from mzsh_model.fresh.grid import Grid, GridCell
from mzsh_model.fresh.package import tables_file
from mzsh_model.fresh.paragraph_xml import Paragraph, Style
from mzsh_model.kernel.columns import cut
from mzsh_model.kernel.printable import printable
from mzsh_model.rules.finding import CheckResult, Level

_HEADER = ("序号", "姓名", "文种", "必改", "建议", "提示", "结论", "主要问题", "审核意见", "签字")
_WEIGHTS = (1, 2, 2, 1, 1, 1, 2, 8, 4, 2)
_LISTED = ("编号", "姓名", "位置", "级别", "规则", "原文", "问题")
_LIST_WEIGHTS = (3, 2, 2, 1, 2, 6, 6)
_MAIN = 4
_LONGEST = 120


def paper_of(review: Review) -> bytes:
    """Return the run as a Word file; the same run gives the same bytes."""
    return tables_file(_above(review), [_persons(review), _findings(review)], _below(review))


def _above(review: Review) -> Iterator[Paragraph]:
    yield Paragraph(Style.TITLE, PAPER_TITLE)
    yield Paragraph(
        Style.BYLINE, f"（{review.day.year}年{review.day.month}月{review.day.day}日检查，共{len(review.files)}份）"
    )


def _below(review: Review) -> Iterator[Paragraph]:
    hidden = sum(len(one.suppressed) for one in review.files)
    if hidden:
        yield Paragraph(Style.CLOSING, f"另有不计的{hidden}处：接受过的，或基线里已有的。")
    yield Paragraph(Style.CLOSING, "字体和版式、内容是否深刻不在检查范围，需人工判断。")


def _persons(review: Review) -> Grid:
    results = {one.path: one.result for one in review.files}
    rows: list[tuple[GridCell, ...]] = []
    for number, one in enumerate(person_rows(review.files, review.profile), 1):
        counts = map(str, one.counts or ("",) * len(Level))
        main = _main(results[one.path]) if one.path else ""
        cells = (str(number), one.whose, one.kind, *counts, one.conclusion, main or one.lacks, "", "")
        rows.append(tuple(GridCell(_shown(cell)) for cell in cells))
    return Grid(_HEADER, _WEIGHTS, tuple(rows))


def _main(result: CheckResult) -> str:
    """The gravest of what was found in a file, in numbered sentences."""
    groups = [group for group in grouped(result.findings) if group.level is not Level.HINT][:_MAIN]
    return "".join(f"{n}.{group.message}" for n, group in enumerate(groups, 1)) if result.checked else ""


def _findings(review: Review) -> Grid:
    rows = (
        (f.fingerprint, one.whose, place_words(f), str(f.level), f.code, f.quote, f.message)
        for one, f in each_finding(review)
    )
    return Grid(_LISTED, _LIST_WEIGHTS, tuple(tuple(GridCell(_shown(cell)) for cell in row) for row in rows))


def _shown(text: str) -> str:
    return cut(printable(text), _LONGEST)
