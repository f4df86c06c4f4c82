"""The ledger of a meeting drawn up from its self-examinations: one entry a problem, what the papers do not say left to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.dossier.dossier import DossierMeeting
from mzsh_model.kernel.errors import BadModel
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import Ledger, LedgerEntry
from mzsh_model.model.items import Cause, Issue, Link, LinkBasis, Measure
from mzsh_model.model.people import Organisation
from mzsh_model.rules.cross.holders import Held, issues_of

TO_FILL = "【待补充】"
"""What stands where a person's word is needed: readers take it for a blank, never for a name or a sentence."""


def draft_ledger(meeting: DossierMeeting) -> Ledger:
    """Return the ledger of a meeting: every problem of the team and its members, with the measures that are tied to it.

    Measures that only likeness ties to a problem are left out: whoever fills in the ledger decides. A member's measure
    without an owner is the member's own; an owner or a time limit that no paper names is 【待补充】, a cell of measures is
    left empty. `mz.write` makes a Word file or a workbook of it.

    Raises:
        BadModel: there is no self-examination with a problem.
    """
    issues = list(issues_of(meeting.papers))
    if not issues:
        raise BadModel(
            "dossier-no-issues", "文件夹里没有读出问题的对照检查材料，列不出台账。请先用 mzsh dossier 看认出了什么"
        )
    with_aspects = all(one.issue.aspect for one in issues)
    entries = [_entry(n, one, with_aspects=with_aspects) for n, one in enumerate(issues, 1)]
    unit = _unit(meeting)
    year = f"{meeting.year}年度" if meeting.year else ""
    return Ledger(
        title=f"{unit}{year}民主生活会整改台账",
        year=meeting.year,
        organisation=Organisation(name=unit) if unit else None,
        entries=tuple(entries),
    )


def _unit(meeting: DossierMeeting) -> str:
    """The unit as the papers of the team write it, else without what they add."""
    for paper in meeting.papers.papers:
        for _, one in paper.each(Organisation) if paper.scope != "member" else ():
            if isinstance(one.name, str):
                return one.name
    return meeting.organisation


def _entry(number: int, held: Held, *, with_aspects: bool) -> LedgerEntry:
    causes, measures = {one.id: one for _, one in held.paper.each(Cause)}, dict(_measures(held))
    links = [link for _, link in held.paper.each(Link) if link.issue == held.issue.id]
    told = [link for link in links if link.basis is not LinkBasis.LIKENESS]
    cause = next((causes[link.cause] for link in told if link.cause in causes), None)
    return LedgerEntry(
        number=str(number),
        member=held.holder or Placeholder(raw=TO_FILL, of="person"),
        aspect=held.issue.aspect if with_aspects else None,
        issue=Issue(text=held.said),
        cause=(cause.title or cause.text) if cause else None,
        measures=tuple(_measure(measures[link.measure], held) for link in told if link.measure in measures),
    )


def _measures(held: Held) -> Iterator[tuple[str, Measure]]:
    for _, measure in held.paper.each(Measure):
        yield measure.id, measure


def _measure(measure: Measure, held: Held) -> Measure:
    own = held.holder if held.paper.member else Placeholder(raw=TO_FILL, of="person")
    return Measure(
        text=measure.text,
        owner=measure.owner or own,
        department=measure.department,
        due=measure.due or TO_FILL,
    )
