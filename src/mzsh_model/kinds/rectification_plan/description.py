"""整改方案 described."""

from __future__ import annotations

from collections.abc import Mapping

from mzsh_model.kernel.path import ModelPath
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.figure_phrases import TOTALS, of_totals
from mzsh_model.kinds.ledger.reader import read_stated
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.parted import parted_kind
from mzsh_model.kinds.rectification_plan.value import RectificationPlan
from mzsh_model.kinds.texts import said_in_prose, with_opening
from mzsh_model.reading.draft import Span
from mzsh_model.reading.frame.preamble import prior_clauses
from mzsh_model.reading.skeleton import Skeleton

_UPHOLDS = lazy_pattern(r"组织(?:领导|保障)|保障(?:措施|机制)|(?:工作|有关|几点)要求|(?:实施|时间|方法)步骤")
"""What a plan says of how it is to be carried out; it begins as measures do and answers no problem."""

_PARTLY = "整改方案只核对数目、完成时限和开会日期的先后、证件号码和固定表述，措施写得怎么样没有检查"


_OF_MEETING = lazy_pattern(r"(?P<year>(?:19|20)\d\d)\s*年\s*度[^。；]{0,30}?民主生活会")
"""The meeting whose problems a plan is for; any other paper tells with such words of the one before its own."""


def _told(value: RectificationPlan, skeleton: Skeleton, spans: Mapping[ModelPath, Span]) -> dict[str, object]:
    """The totals that the paragraphs state; a heading may count what stands below it, and last year's are no totals of the plan."""
    said = [span for path, span in spans.items() if path.parts[-1] != "heading"]
    own = [span for span in said if not prior_clauses([span], skeleton.year)]
    return {"stated": read_stated(skeleton.draft, own)} | ({} if value.year else _year(skeleton))


def _year(skeleton: Skeleton) -> dict[str, object]:
    for span in skeleton.front.preamble:
        if found := _OF_MEETING.search(span.block.text, span.start, span.end):
            return {"year": int(skeleton.draft.anchor_span("/year", Span(span.block, *found.span("year"))))}
    return {}


def _with_totals(value: RectificationPlan) -> RectificationPlan:
    return with_opening(value, of_totals(value.stated, said_in_prose(value)))


RECTIFICATION_PLAN = parted_kind(
    RectificationPlan,
    "整改方案",
    named_signs("整改方案"),
    ("issues", "causes", "measures"),
    _UPHOLDS,
    told=_told,
    telling=_with_totals,
    phrases=(TOTALS,),
    partly=_PARTLY,
)
