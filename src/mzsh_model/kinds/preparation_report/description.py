"""会前准备情况报告 described."""

from __future__ import annotations

from mzsh_model.kinds.figure_phrases import PREPARATION
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.preparation_report.value import PreparationReport
from mzsh_model.kinds.prepared import told_of_preparation, with_figures
from mzsh_model.kinds.prose import prose_kind

PREPARATION_REPORT = prose_kind(
    PreparationReport,
    "会前准备情况报告",
    named_signs("会前准备情况报告"),
    told=told_of_preparation,
    telling=with_figures,
    phrases=PREPARATION,
)
