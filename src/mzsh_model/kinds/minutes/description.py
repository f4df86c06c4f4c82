"""会议记录 described."""

from __future__ import annotations

from collections.abc import Mapping

from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.kinds.exchange_phrases import HEADING, TURNS, lines_untold
from mzsh_model.kinds.figure_phrases import PREPARATION, TEAM_FIGURES
from mzsh_model.kinds.minutes.figures import read_figures, with_all_figures
from mzsh_model.kinds.minutes.turns import read_turns
from mzsh_model.kinds.minutes.value import Minutes
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.prepared import told_of_preparation
from mzsh_model.kinds.prose import prose_kind
from mzsh_model.model.base import Role
from mzsh_model.model.parts import Section
from mzsh_model.reading.draft import Span
from mzsh_model.reading.skeleton import Skeleton
from mzsh_model.reading.tables.cell_values import line_span

_PARTLY = "会议记录只核对到会人数、写明的数目和日期、证件号码和固定表述，记得全不全、批评意见怎么样没有检查"


def _told(value: Minutes, skeleton: Skeleton, spans: Mapping[ModelPath, Span]) -> dict[str, object]:
    cells = {ROOT / "cells" / n: line_span(line) for n, line in enumerate(skeleton.draft.outline.lines) if line.cell}
    said = {**spans, **cells}
    turns = read_turns(value.sections, said, skeleton.draft)._asdict()
    return turns | told_of_preparation(value, skeleton, said) | read_figures(said, skeleton.draft)


def _with_turns(value: Minutes) -> Minutes:
    """Minutes with a heading for what was said in turn, where no paragraph tells it."""
    said = "\n".join(remark for section in value.sections for remark in section.remarks)
    if not (untold := lines_untold(value.criticisms, value.responses, said)):
        return value
    section = Section(heading=HEADING, level=1, role=Role.OTHER, remarks=untold)
    return value.model_copy(update={"sections": (*value.sections, section)})


def _telling(value: Minutes) -> Minutes:
    return with_all_figures(_with_turns(value))


MINUTES = prose_kind(
    Minutes,
    "会议记录",
    named_signs("会议记录"),
    told=_told,
    telling=_telling,
    phrases=(*TURNS, *PREPARATION, *TEAM_FIGURES),
    partly=_PARTLY,
)
