"""会前准备情况报告 described."""

from __future__ import annotations

from collections.abc import Mapping

from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.figure_phrases import ISSUES_FOUND, PREPARATION, of_issues_found
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.preparation_report.figures import read_issues_found
from mzsh_model.kinds.preparation_report.value import PreparationReport
from mzsh_model.kinds.prepared import told_of_preparation, with_figures
from mzsh_model.kinds.prose import prose_kind
from mzsh_model.kinds.texts import said_in_prose, with_opening
from mzsh_model.reading.draft import Span
from mzsh_model.reading.skeleton import Skeleton


def _told(value: PreparationReport, skeleton: Skeleton, spans: Mapping[ModelPath, Span]) -> dict[str, object]:
    return told_of_preparation(value, skeleton, spans) | read_issues_found(list(spans.values()), skeleton)


def _telling(value: PreparationReport) -> PreparationReport:
    value = with_figures(value)
    told = of_issues_found(value.stated_team_issues, value.stated_member_issues, said_in_prose(value))
    return with_opening(value, told)


PREPARATION_REPORT = prose_kind(
    PreparationReport,
    "会前准备情况报告",
    named_signs("会前准备情况报告"),
    told=_told,
    telling=_telling,
    phrases=(*PREPARATION, *ISSUES_FOUND),
)
