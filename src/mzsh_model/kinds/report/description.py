"""民主生活会情况报告 described."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar, cast

from mzsh_model.fresh.page import Page
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.figure_phrases import CRITICISMS, PREPARATION
from mzsh_model.kinds.measure_phrases import MEASURE
from mzsh_model.kinds.meeting_phrases import BASIS, MEETING
from mzsh_model.kinds.report.facts_told import telling_facts
from mzsh_model.kinds.report.form_chapters import form_chapters, lines_of
from mzsh_model.kinds.report.layout import lay_out_report
from mzsh_model.kinds.report.meeting import read_basis, read_meeting
from mzsh_model.kinds.report.reader import read_report
from mzsh_model.kinds.report.tabled import report_tables
from mzsh_model.kinds.seen import Seen
from mzsh_model.kinds.spec import AspectsIn, KindSpec, Paper, Sign, Texts
from mzsh_model.kinds.texts import item_texts, line_texts, remark_texts
from mzsh_model.model.base import Role
from mzsh_model.model.documents import MeetingReport
from mzsh_model.reading.draft import Span
from mzsh_model.reading.frame.preamble import prior_clauses, read_opinions, read_prior, read_talks
from mzsh_model.reading.skeleton import Skeleton

M = TypeVar("M", bound=MeetingReport)
_TITLE = lazy_pattern(r"情况(?:的)?(?:报告|汇报|通报)|(?:召开|开展).{0,12}(?:报告|汇报)")
_MEETING = lazy_pattern(r"民主生活会|组织生活会")
_HELD = lazy_pattern(r"(?:召开|举行|组织召开).{0,40}(?:民主|组织)生活会|(?:民主|组织)生活会[^。；]{0,24}(?:召开|举行)")
_MET = lazy_pattern(r"到会指导|主持(?:会议)?|相互批评|批评意见|会前")
_FOUND = lazy_pattern(
    r"(?:召开|开|举行)了[^。；]{0,24}(?:民主|组织)生活会[^。；]{0,30}?(?:找|查|梳理|检视|剖析)[^。；]{0,24}问题"
)


def _is_titled(seen: Seen) -> bool:
    return seen.titled(_TITLE) and (seen.titled(_MEETING) or _HELD.search(seen.opening) is not None)


def _tells_of_meeting(seen: Seen) -> bool:
    held = _HELD.search(seen.opening) is not None and _MET.search(seen.raw_body) is not None
    return held and Role.CAUSES not in seen.roles and not _is_titled(seen)


def _tells_what_was_found(seen: Seen) -> bool:
    return _FOUND.search(seen.opening) is not None and not (_tells_of_meeting(seen) or _is_titled(seen))


def _lay_out(value: M) -> tuple[M, Page]:
    laid, paragraphs = lay_out_report(value)
    return cast(M, laid), Page(tuple(paragraphs))


def _texts(value: MeetingReport) -> Texts:
    yield from line_texts(value, "preamble")
    yield from remark_texts(value, (Role.PREPARATION,))
    yield from item_texts(value, "preparation")
    yield from remark_texts(value, (role for role in Role if role is not Role.PREPARATION))
    for name in ("team_issues", "member_issues", "causes", "measures"):
        yield from item_texts(value, name)
    yield from line_texts(value, "followup")


def _told(value: MeetingReport, skeleton: Skeleton, texts: Mapping[ModelPath, Span]) -> dict[str, object]:
    draft, spans = skeleton.draft, list(texts.values())
    talks, talk_counts = read_talks(spans, draft)
    before = [span for path, span in texts.items() if _is_preparation(value, path)]
    return {
        "basis": read_basis(skeleton.front.preamble, draft),
        "meeting": read_meeting(spans, skeleton.year, draft),
        "opinions": read_opinions(before or spans, draft, "/opinions"),
        "talks": talks,
        "talk_counts": talk_counts,
        "prior": read_prior(prior_clauses(spans, skeleton.year), draft, "/prior"),
    }


def _is_preparation(report: MeetingReport, path: ModelPath) -> bool:
    steps = path.parts
    return steps[0] == "preparation" or (
        steps[0] == "sections" and report.sections[int(steps[1])].role is Role.PREPARATION
    )


def report_kind(value: type[M], zh: str, signs: Sequence[Sign], *, partly: str = "") -> KindSpec[M]:
    """Return the description of a kind that tells of a meeting as a report does; `partly` says what alone is judged of it."""

    def read(paper: Paper) -> Outcome[M]:
        told = form_chapters(paper.grids)
        tables = report_tables(paper.grids, lines_of(told))
        return read_report(paper.skeleton, value, tables, told, linked=paper.linked)

    return KindSpec(
        value=value,
        zh=zh,
        signs=tuple(signs),
        read=read,
        lay_out=_lay_out,
        items={"preparation": "s", "team_issues": "i", "member_issues": "i", "causes": "c", "measures": "m"},
        texts=_texts,
        told=_told,
        bearing=None,
        aspects=AspectsIn.TEXTS,
        judged=("team_issues", "member_issues", "preparation", "measures", "meeting"),
        needed=("team_issues", "member_issues"),
        phrases=(BASIS, *MEETING, *PREPARATION, CRITICISMS, *MEASURE),
        telling=telling_facts,
        partly=partly,
    )


REPORT = report_kind(
    MeetingReport,
    "情况报告",
    (
        Sign("标题写明情况报告，写的是民主生活会", 9, _is_titled),
        Sign("开头写明召开了民主生活会，正文写了会议情况", 5, _tells_of_meeting),
        Sign("开头写明召开了民主生活会、会上找到哪些问题", 4, _tells_what_was_found),
    ),
)
