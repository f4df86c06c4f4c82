"""Papers that tell how the meeting was prepared for: opinions collected, talks held, what became of last year's problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, TypeVar

from pydantic import Field

from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.figure_phrases import of_last_year, of_preparation
from mzsh_model.kinds.prose import Prose
from mzsh_model.kinds.texts import said_in_prose, with_opening
from mzsh_model.model.base import Count
from mzsh_model.model.documents import TalkCounts
from mzsh_model.model.parts import OpinionSummary, PriorSummary
from mzsh_model.reading.draft import Span
from mzsh_model.reading.frame.preamble import prior_clauses, read_opinions, read_prior, read_talks
from mzsh_model.reading.skeleton import Skeleton


class Prepared(Prose):
    """The base of such papers."""

    opinions: Annotated[OpinionSummary | None, Field(description="写到的征求意见情况")] = None
    talks: Annotated[Count | None, Field(description="写到的谈心谈话人次")] = None
    talk_counts: TalkCounts = ()
    prior: Annotated[PriorSummary | None, Field(description="上年度整改的总数")] = None


P = TypeVar("P", bound=Prepared)


def told_of_preparation(_: Prepared, skeleton: Skeleton, spans: Mapping[ModelPath, Span]) -> dict[str, object]:
    """Return the figures that the texts state."""
    draft, texts = skeleton.draft, list(spans.values())
    talks, talk_counts = read_talks(texts, draft)
    return {
        "opinions": read_opinions(texts, draft, "/opinions"),
        "talks": talks,
        "talk_counts": talk_counts,
        "prior": read_prior(prior_clauses(texts, skeleton.year), draft, "/prior"),
    }


def with_figures(value: P) -> P:
    """Return the value with a paragraph for the figures that it holds and no text of it states."""
    said = said_in_prose(value)
    return with_opening(value, of_preparation(value, said) + of_last_year(value.prior, said))
