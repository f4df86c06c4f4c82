"""对照检查材料、发言提纲 described."""

from __future__ import annotations

from collections.abc import Mapping

from mzsh_model.fresh.page import Page
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.examination.layout import BYLINE, lay_out_examination, telling_figures
from mzsh_model.kinds.examination.reader import read_examination, read_subject
from mzsh_model.kinds.figure_phrases import LOOKED_BACK, OPINIONS, TALKS
from mzsh_model.kinds.measure_phrases import MEASURE
from mzsh_model.kinds.seen import Seen
from mzsh_model.kinds.spec import AspectsIn, KindSpec, Paper, Sign, Texts
from mzsh_model.kinds.texts import item_texts, line_texts, remark_texts
from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.outline.labels import RUN_IN
from mzsh_model.reading.draft import Span
from mzsh_model.reading.frame.front import TITLE_WORDS
from mzsh_model.reading.frame.preamble import read_opinions, read_prior, read_talks
from mzsh_model.reading.gathered import tables_beside
from mzsh_model.reading.roles import chapters_of
from mzsh_model.reading.skeleton import Skeleton, skeleton_of
from mzsh_model.reading.tables.titles import LEDGER_TITLE

_TITLE = lazy_pattern(
    r"对照检[查视]|检视(?:剖析|材料|情况)|查摆剖析|剖析材料|发言(?:提纲|材料|稿)|生活会上?的?(?:个人)?(?:对照检查)?发言|党性分析|自我(?:剖析|检查)|个人检[查视]|对照(?:剖析|材料)|检查材料"
)

_REGISTER = lazy_pattern("清单|台[账帐]|整改|销号")
_GETS_ON = frozenset({"progress", "status", "closed_on", "closed_by", "evidence"})


def _is_titled(seen: Seen) -> bool:
    return seen.titled(_TITLE)


def _is_table_of_its_own(seen: Seen) -> bool:
    """Whether a table tells problems with their causes under the title of such a paper, and nothing of how things get on."""
    own = seen.titled(_TITLE) and not seen.titled(_REGISTER)
    return own and "cause" in seen.table_fields and seen.table_fields.isdisjoint(_GETS_ON)


def _has_chapters(seen: Seen) -> bool:
    return Role.ISSUES in seen.roles and bool(seen.roles & {Role.CAUSES, Role.MEASURES})


def _is_list_in_prose(seen: Seen) -> bool:
    return not seen.has_tables and seen.titled(LEDGER_TITLE) and Role.ISSUES in seen.roles


def _is_fragment(seen: Seen) -> bool:
    """Whether a text without a title has a chapter of problems, and neither causes nor measures: a part of a paper, most likely."""
    headed = any(one.told and one.node.label is not None and one.node.label.kind not in RUN_IN for one in seen.chapters)
    alone = headed and Role.ISSUES in seen.roles and not _has_chapters(seen)
    return alone and not seen.has_tables and not seen.titled(TITLE_WORDS)


def _read(paper: Paper) -> Outcome[SelfExamination]:
    tables = tables_beside(paper.grids)
    if tables or not paper.tables:
        return read_examination(paper.skeleton, paper.chapters, tables, linked=paper.linked)
    if not all(table.form for table in paper.tables):
        return read_examination(
            paper.skeleton, paper.chapters, paper.tables, linked=paper.linked
        )  # rows pasted into the text
    # paragraphs with labels (【问题1】, 【整改措施】) are no ledger here: parts stand among them that have none
    skeleton = skeleton_of(paper.outline)
    return read_examination(skeleton, chapters_of(skeleton), linked=paper.linked)


def _lay_out(value: SelfExamination) -> tuple[SelfExamination, Page]:
    laid, paragraphs = lay_out_examination(value)
    return laid, Page(tuple(paragraphs))


def _texts(value: SelfExamination) -> Texts:
    yield from remark_texts(value, (Role.PRIOR,))
    yield from item_texts(value, "prior_issues")
    yield from line_texts(value, "preamble")


def _told(value: SelfExamination, skeleton: Skeleton, spans: Mapping[ModelPath, Span]) -> dict[str, object]:
    draft, opening = skeleton.draft, skeleton.front.preamble
    scope, subject = read_subject(skeleton, value.title, opening)
    talks, talk_counts = read_talks(opening, draft)
    return {
        "scope": scope,
        "subject": subject,
        "opinions": read_opinions(opening, draft, "/opinions"),
        "talks": talks,
        "talk_counts": talk_counts,
        "prior": read_prior(list(spans.values()), draft, "/prior", skeleton.year),
    }


EXAMINATION = KindSpec(
    value=SelfExamination,
    zh="对照检查材料",
    signs=(
        Sign("标题写明对照检查、检视剖析或发言材料", 10, _is_titled),
        Sign("标题写明对照检查、检视剖析，表格写的是问题和原因，没有进展、销号", 12, _is_table_of_its_own),
        Sign("有存在问题和原因或措施的标题", 3, _has_chapters),
        Sign("没有标题，只有存在问题一部分，像是材料的片段", 3, _is_fragment),
        Sign("标题写明清单或台账，但不是表格，有存在问题的标题", 3, _is_list_in_prose),
    ),
    read=_read,
    proof=("issues",),
    lay_out=_lay_out,
    items={
        "issues": "i",
        "causes": "c",
        "measures": "m",
        "prior_issues": "p",
        "case_reflections": "r",
        "personal_matters": "s",
    },
    texts=_texts,
    told=_told,
    bearing=frozenset({"title", "preamble", "sections", "prior_issues"}),
    aspects=AspectsIn.HEADINGS,
    tells_closing=True,
    phrases=(BYLINE, OPINIONS, *TALKS, LOOKED_BACK, *MEASURE),
    telling=telling_figures,
    judged=("issues",),
)
