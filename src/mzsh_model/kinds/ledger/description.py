"""问题清单、整改清单、整改台账 described."""

from __future__ import annotations

from collections.abc import Mapping

from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.figure_phrases import TOTALS, of_totals
from mzsh_model.kinds.ledger.layout import lay_out_ledger
from mzsh_model.kinds.ledger.reader import read_ledger, read_stated
from mzsh_model.kinds.ledger.tabular import column_places, row_texts
from mzsh_model.kinds.seen import Seen
from mzsh_model.kinds.spec import AspectsIn, KindSpec, Paper, Sign, Tabular, Texts
from mzsh_model.kinds.texts import line_texts, with_opening
from mzsh_model.model.documents import Ledger
from mzsh_model.reading.draft import Span
from mzsh_model.reading.skeleton import Skeleton
from mzsh_model.reading.tables.titles import LEDGER_TITLE

_OURS = lazy_pattern(rf"{LEDGER_TITLE.pattern}|民主生活会")
_OTHER = lazy_pattern(
    r"(?:报告|汇报|总结|小结|简报|要点|材料|提纲|意见|通知|讲话|发言|纪要|记录|计划|信息|说明|体会|方案|安排)[）)]?$"
)
"""Titles of other papers: a table of problems and measures within them is no ledger of a meeting."""

_OTHER_TABLE = lazy_pattern(r"(?:汇总|统计|明细|登记|情况|一览|办理|反馈)表?[）)]?$")
_SAYS_PROBLEMS = lazy_pattern(rf"{_OURS.pattern}|问题|整改|措施|查摆|检视|不足")
"""Titles of tables: one that says nothing of problems is of another work (群众意见办理情况汇总表)."""

_OF_A_MEETING = lazy_pattern("生活会|查摆|检视|整改|问题|对照|批评|不足|差距|短板|巡[视察]")
"""Words of which a ledger has one at least, in its title, its headers or its cells; a list of other work can do without."""

_REPORT = lazy_pattern(r"(?:民主|组织)生活会(?:召开|开展)?(?:的)?(?:有关)?情况(?:的)?(?:报告|汇报|通报)表?$")
"""The title of a report of a meeting, in whatever form it is laid out."""


def _has_tables(seen: Seen) -> bool:
    return seen.has_tables


def _is_titled(seen: Seen) -> bool:
    return seen.has_tables and seen.titled(LEDGER_TITLE)


def _is_all_table(seen: Seen) -> bool:
    return seen.has_tables and not seen.has_headings and _REPORT.search(seen.title or "") is None


def _is_titled_otherwise(seen: Seen) -> bool:
    if not seen.has_tables or not seen.title:
        return False
    other = seen.titled(_OTHER) and not seen.titled(_OURS)
    return other or (seen.titled(_OTHER_TABLE) and not seen.titled(_SAYS_PROBLEMS))


def _is_of_other_work(seen: Seen) -> bool:
    if not seen.has_tables or not seen.title or seen.titled(_OF_A_MEETING):
        return False
    return all(_OF_A_MEETING.search(line.text) is None for line in seen.lines)


def _read(paper: Paper) -> Outcome[Ledger]:
    return read_ledger(paper.skeleton, paper.tables)


def _texts(value: Ledger) -> Texts:
    yield from line_texts(value, "preamble")
    yield from line_texts(value, "closing")


def _telling(value: Ledger) -> Ledger:
    return with_opening(value, of_totals(value.stated, "\n".join((*value.preamble, *value.closing))))


def _told(_: Ledger, skeleton: Skeleton, spans: Mapping[ModelPath, Span]) -> dict[str, object]:
    return {"stated": read_stated(skeleton.draft, list(spans.values()))}


LEDGER = KindSpec(
    value=Ledger,
    zh="整改台账",
    signs=(
        Sign("有问题和措施两栏的表格", 4, _has_tables),
        Sign("标题写明台账或清单，并有问题和措施两栏的表格", 10, _is_titled),
        Sign("有问题和措施两栏的表格，此外没有各部分的标题", 6, _is_all_table),
        Sign("标题没有说是台账，说的是另一种材料", -4, _is_titled_otherwise),
        Sign("标题和表里都没有提到民主生活会、查摆、问题、整改", -13, _is_of_other_work),
    ),
    read=_read,
    lay_out=lambda value: lay_out_ledger(_telling(value)),
    items={"entries": "e", "issue": "i", "measures": "m"},
    texts=_texts,
    told=_told,
    bearing=frozenset({"title", "preamble", "closing"}),
    aspects=AspectsIn.CELLS,
    in_cells=True,
    tabular=Tabular("entries", column_places, row_texts),
    judged=("entries",),
    phrases=(TOTALS,),
    telling=_telling,
)
