"""The figures that prose tells, in phrases: opinions collected, talks held, criticisms made, last year's account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from mzsh_model.kinds.ledger.reader import read_stated
from mzsh_model.kinds.meeting_phrases import counted
from mzsh_model.kinds.phrase import AnyPhrase, Phrase, sentence, untold_clauses
from mzsh_model.kinds.report.noted import Noted, issues_found
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import LedgerCounts
from mzsh_model.model.parts import Channel, OpinionSummary, PriorSummary, TalkCount
from mzsh_model.reading.draft import paragraphs
from mzsh_model.reading.frame.preamble import prior_clauses, read_account, read_opinions, read_prior, read_talks
from mzsh_model.reading.told_facts import count_value

Count = int | Placeholder
Talks = tuple[Count | None, tuple[TalkCount, ...]]
"""How many talks were held in all, and by who talked with whom."""


class OfTeam(NamedTuple):
    """How many problems the team has, and how many criticisms were made."""

    issues: Count | None
    criticisms: Count | None


_CHANNELS = {
    "座谈会": ("召开座谈会", "场"),
    "征求意见表": ("发放征求意见表", "份"),
    "意见箱": ("设置意见箱", "个"),
    "个别访谈": ("个别访谈", "人"),
    "网络": ("网络征求意见", ""),
    "调查问卷": ("发放调查问卷", "份"),
}
"""By the name of a channel: how it is said, and its unit."""

_OPINIONS = {
    "total": "征求意见建议{}条",
    "merged": "归并为{}条",
    "aspects": "意见归纳为{}个方面",
    "for_team": "其中对班子{}条",
    "for_members": "对成员{}条",
    "adopted": "采纳{}条",
}
_PRIOR = {
    "issues": "查摆的{}个问题",
    "measures": "制定整改措施{}条",
    "done": "已完成{}个",
    "ongoing": "正在推进{}个",
    "standing": "长期坚持{}个",
    "rate": "完成率{}",
}
_TOTALS = {"issues": "共有{}个问题", "measures": "措施{}条"}


def _opinions_in(text: str) -> OpinionSummary | None:
    draft, spans = paragraphs(text)
    return read_opinions(spans, draft, "")


def _opinions(opinions: OpinionSummary | None) -> OpinionSummary | None:
    return opinions


def _collected(opinions: OpinionSummary | None) -> str:
    return "" if opinions is None else "，".join([*map(_channel, opinions.channels), *_counts(opinions, _OPINIONS)])


def _channel(channel: Channel) -> str:
    said, unit = _CHANNELS.get(channel.name, (channel.name, ""))
    return f"{said}{counted(channel.count)}{unit}" if channel.count is not None and unit else said


def _counts(figures: OpinionSummary | PriorSummary | LedgerCounts, forms: dict[str, str]) -> Iterator[str]:
    for name, form in forms.items():
        if (count := figures.__dict__[name]) is not None:
            yield form.format(counted(count))


@lru_cache(maxsize=8)
def _talks_in(text: str) -> Talks:
    draft, spans = paragraphs(text)
    return read_talks(spans, draft)


def _total(talks: Talks) -> Count | None:
    """How many in all; a sum that no text states stands in its parts."""
    total, parts = talks
    numbers = [one.count for one in parts if isinstance(one.count, int)]
    return None if len(parts) > 1 and len(numbers) == len(parts) and sum(numbers) == total else total


def _parts(talks: Talks) -> tuple[TalkCount, ...]:
    return talks[1]


def _talked(total: Count | None) -> str:
    return f"开展谈心谈话{counted(total)}人次"


def _talked_with(parts: Sequence[TalkCount]) -> str:
    return "，".join(f"{one.between}谈心谈话{counted(one.count)}人次" for one in parts)


def _prior_in(text: str) -> PriorSummary | None:
    draft, spans = paragraphs(text)
    return read_prior(prior_clauses(spans, None), draft, "")


def _prior(prior: PriorSummary | None) -> PriorSummary | None:
    return prior


def _looked_back_in(text: str) -> PriorSummary | None:
    draft, spans = paragraphs(text)
    return read_prior(spans, draft, "")


def _account_in(text: str) -> PriorSummary | None:
    draft, spans = paragraphs(text)
    return read_account(spans, draft, "")


def _accounted(prior: PriorSummary | None) -> str:
    return "" if prior is None else f"上年度民主生活会{'，'.join(_counts(prior, _PRIOR))}"


def _totals_in(text: str) -> LedgerCounts | None:
    draft, spans = paragraphs(text)
    return read_stated(draft, [span for span in spans if not prior_clauses([span], None)])


def _totals(counts: LedgerCounts | None) -> LedgerCounts | None:
    return None if counts is None else LedgerCounts(issues=counts.issues, measures=counts.measures)


def _summed(counts: LedgerCounts | None) -> str:
    return "" if counts is None else "，".join(_counts(counts, _TOTALS))


@lru_cache(maxsize=8)
def _of_team_in(text: str) -> OfTeam:
    noted = Noted()
    noted.figures(paragraphs(text)[1])
    told = noted.stated(members=False, listed=0), noted.criticism_count
    return OfTeam(*(None if span is None else count_value(span.text) for span in told))


def _team_issues(told: OfTeam) -> Count | None:
    return told.issues


def _found(count: Count | None) -> str:
    return f"领导班子查摆出{counted(count)}个问题"


def _criticisms(told: OfTeam) -> Count | None:
    return told.criticisms


def _criticised(count: Count | None) -> str:
    return f"会上提出批评意见{counted(count)}条"


class Found(NamedTuple):
    """How many problems were found in the team, and in its members."""

    team: Count | None
    members: Count | None


@lru_cache(maxsize=8)
def _found_in(text: str) -> Found:
    told = issues_found(paragraphs(text)[1], None)
    return Found(*(None if span is None else count_value(span.text) for span in told))


def _team_found(told: Found) -> Count | None:
    return told.team


def _members_found(told: Found) -> Count | None:
    return told.members


def _found_in_members(count: Count | None) -> str:
    return f"班子成员查摆出{counted(count)}个问题"


OPINIONS = Phrase("征求意见", _opinions, _opinions_in, _collected, piecemeal=True)
TALKS: tuple[AnyPhrase, ...] = (
    Phrase("谈心谈话人次", _total, _talks_in, _talked),
    Phrase("谈心谈话对象", _parts, _talks_in, _talked_with, piecemeal=True),
)
PRIOR = Phrase("上年度整改总数", _prior, _prior_in, _accounted, piecemeal=True)
PREPARATION: tuple[AnyPhrase, ...] = (OPINIONS, *TALKS, PRIOR)
"""All that prose tells in figures of how a meeting was prepared for."""
LOOKED_BACK = Phrase("上年度整改回顾", _prior, _looked_back_in, _accounted, piecemeal=True)
"""Last year's account in paragraphs that speak of nothing else, among others that do not."""
ACCOUNT = Phrase("上年度整改完成数", _prior, _account_in, _accounted, piecemeal=True)
"""Last year's account in a paper that is about nothing else."""
TOTALS = Phrase("问题和措施总数", _totals, _totals_in, _summed, piecemeal=True)
CRITICISMS = Phrase("批评意见条数", _criticisms, _of_team_in, _criticised)
TEAM_FIGURES: tuple[AnyPhrase, ...] = (Phrase("班子问题数", _team_issues, _of_team_in, _found), CRITICISMS)

ISSUES_FOUND: tuple[AnyPhrase, ...] = (
    Phrase("会前班子问题数", _team_found, _found_in, _found),
    Phrase("会前成员问题数", _members_found, _found_in, _found_in_members),
)
"""How many problems were found before the meeting."""


class Prepared(Protocol):
    """What tells of the opinions collected and the talks held."""

    @property
    def opinions(self) -> OpinionSummary | None:
        """The opinions."""
        ...

    @property
    def talks(self) -> Count | None:
        """How many talks there were."""
        ...

    @property
    def talk_counts(self) -> tuple[TalkCount, ...]:
        """The talks by who talked with whom."""
        ...


def of_preparation(value: Prepared, said: str, prepared: str = "") -> str:
    """Return a sentence for the opinions collected and the talks held, as far as `said` does not tell of them; of opinions,
    as far as `prepared` does not, what is said of the preparation, where anything is.
    """
    opinions = untold_clauses((OPINIONS,), value.opinions, prepared or said)
    talks = untold_clauses(TALKS, (value.talks, value.talk_counts), said)
    return sentence((*opinions, *talks), "会前，")


def of_last_year(prior: PriorSummary | None, said: str, phrase: AnyPhrase = PRIOR) -> str:
    """Return a sentence for last year's account, as far as `said` does not tell it."""
    return sentence(untold_clauses((phrase,), prior, said))


def of_totals(counts: LedgerCounts | None, said: str) -> str:
    """Return a sentence for the totals of problems and measures, as far as `said` does not tell them."""
    return sentence(untold_clauses((TOTALS,), counts, said))


def of_meeting_figures(issues: Count | None, criticisms: Count | None, said: str) -> str:
    """Return sentences for how many problems the team told and how many criticisms were made, as far as `said` does not tell."""
    return "".join(sentence((one,)) for one in untold_clauses(TEAM_FIGURES, OfTeam(issues, criticisms), said))


def of_issues_found(team: Count | None, members: Count | None, said: str) -> str:
    """Return a sentence for how many problems were found before the meeting, as far as `said` does not tell."""
    return sentence(untold_clauses(ISSUES_FOUND, Found(team, members), said))
