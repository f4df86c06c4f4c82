"""Which kind of document (文种) a file is, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import spell_out
from mzsh_model.kinds.neighbours import neighbour_by_form, neighbour_by_title
from mzsh_model.model.base import Kind, Role
from mzsh_model.reading.roles import chapters_of
from mzsh_model.reading.skeleton import Skeleton
from mzsh_model.reading.tables.column_names import LedgerTable

_LEDGER = lazy_pattern(r"台[账帐]|(?:问题|整改|任务|责任)清单|整改(?:情况)?(?:一览|汇总|登记)表|整改方案表")
_EXAMINATION = lazy_pattern(
    r"对照检[查视]|检视(?:剖析|材料|情况)|查摆剖析|剖析材料|发言(?:提纲|材料|稿)|生活会上?的?(?:个人)?(?:对照检查)?发言|党性分析|自我(?:剖析|检查)|个人检[查视]|对照(?:剖析|材料)|检查材料"
)
_REPORT = lazy_pattern(r"情况(?:的)?(?:报告|汇报|通报)|(?:召开|开展).{0,12}(?:报告|汇报)")
_MEETING = lazy_pattern(r"民主生活会|组织生活会")
_HELD = lazy_pattern(r"(?:召开|举行|组织召开).{0,40}(?:民主|组织)生活会")
_MET = lazy_pattern(r"到会指导|主持(?:会议)?|相互批评|批评意见|会前")


@dataclass(frozen=True, slots=True)
class Detection:
    """The kind found, why in one sentence, whether it is sure; the name of the neighbouring kind that the file is, if so."""

    kind: Kind
    reason: str
    sure: bool
    neighbour: str = ""


def detect_kind(skeleton: Skeleton, tables: tuple[LedgerTable, ...]) -> Detection:
    """Tell the kind by the title first, then by what the document is made of; never by the file's name.

    A neighbouring kind is named by its own name and still read as the one of ours that is nearest.
    """
    title = spell_out(skeleton.front.words)
    found = _nearest(skeleton, tables, title)
    name = neighbour_by_title(title, has_ledger=bool(tables))
    if not name and not found.sure:
        name = neighbour_by_form(spell_out(_body(skeleton)))
    return replace(found, neighbour=name, sure=False) if name else found


def _nearest(skeleton: Skeleton, tables: tuple[LedgerTable, ...], title: str) -> Detection:
    if tables and (_LEDGER.search(title) or not _EXAMINATION.search(title)) and not skeleton.tree.children:
        return Detection(
            Kind.LEDGER, "有问题和措施两栏的表格" + ("，标题写明台账或清单" if _LEDGER.search(title) else ""), True
        )
    if tables and _LEDGER.search(title):
        return Detection(Kind.LEDGER, "标题写明台账或清单，并有问题和措施两栏的表格", True)
    if _EXAMINATION.search(title):
        return Detection(Kind.SELF_EXAMINATION, "标题写明对照检查、检视剖析或发言材料", True)
    opening = spell_out("".join(span.text for span in skeleton.front.preamble)[:600])
    if _REPORT.search(title) and (_MEETING.search(title) or _HELD.search(opening)):
        return Detection(Kind.MEETING_REPORT, "标题写明情况报告，写的是民主生活会", True)
    roles = {chapter.context.role for chapter in chapters_of(skeleton) if chapter.told}
    if _HELD.search(opening) and _MET.search(_body(skeleton)) and Role.CAUSES not in roles:
        return Detection(Kind.MEETING_REPORT, "开头写明召开了民主生活会，正文写了会议情况", False)
    if tables:
        return Detection(Kind.LEDGER, "有问题和措施两栏的表格", False)
    if Role.ISSUES in roles and _LEDGER.search(title):
        return Detection(Kind.SELF_EXAMINATION, "标题写明清单或台账，但不是表格，按存在问题和措施读", False)
    if Role.ISSUES in roles and roles & {Role.CAUSES, Role.MEASURES}:
        return Detection(Kind.SELF_EXAMINATION, "有存在问题和原因或措施的标题", False)
    return Detection(Kind.UNKNOWN, "标题和结构都看不出是哪一种材料", False)


def _body(skeleton: Skeleton) -> str:
    return "".join(block.text for block in skeleton.blocks.blocks[:80])[:8000]
