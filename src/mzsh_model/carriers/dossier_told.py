"""A dossier in the terms of its JSON contract."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.carriers.contract import ToldTool, ToldUnchecked
from mzsh_model.carriers.dossier_contract import (
    DOSSIER_VERSION,
    ToldAt,
    ToldDossier,
    ToldDossierFinding,
    ToldMeeting,
    ToldMissing,
    ToldPaper,
    ToldPlace,
    ToldStep,
    ToldStray,
    ToldTrace,
)
from mzsh_model.dossier.dossier import Dossier, DossierMeeting
from mzsh_model.dossier.trace import trace
from mzsh_model.model.parts import Meeting
from mzsh_model.rules.comparing import DossierFinding, FindingPlace
from mzsh_model.rules.cross.holders import issues_of, matched
from mzsh_model.rules.cross.themes import theme_of
from mzsh_model.rules.finding import Finding


def told_dossier(dossier: Dossier, version: str, *, all_findings: bool = False) -> ToldDossier:
    """Return what `mzsh dossier --format json` prints; with `all_findings` those of the single papers are among the findings."""
    return ToldDossier(
        schema_version=DOSSIER_VERSION,
        tool=ToldTool(name="mzsh_model", version=version),
        meetings=[_meeting(one, all_findings=all_findings) for one in dossier.meetings],
        strays=[ToldStray(path=one.path, reason=one.reason) for one in dossier.strays],
    )


def _meeting(meeting: DossierMeeting, *, all_findings: bool) -> ToldMeeting:
    findings = [_finding(one, one.places) for one in meeting.findings]
    for path, result in meeting.results.items() if all_findings else ():
        findings += [_finding(one, (_place(path, one),)) for one in result.findings]
    return ToldMeeting(
        year=meeting.year,
        organisation=meeting.organisation or None,
        theme=next((theme.text for one in meeting.papers.papers if (theme := theme_of(one))), None),
        held_on=_held_on(meeting),
        documents=list(_documents(meeting)),
        roster=list(meeting.roster.names),
        missing=[ToldMissing(kind=m.kind, member=m.member or None, message=m.message) for m in meeting.missing],
        findings=findings,
        unchecked=[ToldUnchecked(what=one.what, reason=one.reason, line=one.line) for one in meeting.unchecked],
        trace=list(_traces(meeting)),
    )


def _documents(meeting: DossierMeeting) -> Iterator[ToldPaper]:
    for paper in (*meeting.papers.papers, *meeting.papers.others):
        result = meeting.results[paper.path]
        yield ToldPaper(
            path=paper.path,
            kind=paper.kind,
            member=paper.member or None,
            version=paper.version or None,
            verdict=None if result.verdict is None else result.verdict.value,
            checked=result.checked,
        )


def _held_on(meeting: DossierMeeting) -> str | None:
    """The day that a paper tells which was read as what it is, else that of any."""
    told = [
        (bool(paper.doubts.refusal), one.held_on) for paper, _, one in meeting.papers.having(Meeting) if one.held_on
    ]
    return min(told, key=lambda one: one[0])[1] if told else None


def _finding(one: DossierFinding | Finding, places: tuple[FindingPlace, ...]) -> ToldDossierFinding:
    return ToldDossierFinding(
        code=one.code,
        name=one.name,
        level=one.level.value,
        message=one.message,
        why=one.why,
        how=one.how,
        places=[
            ToldPlace(path=at.path, at=at.at, line=at.line, start=at.start, end=at.end, quote=at.quote) for at in places
        ],
    )


def _place(path: str, one: Finding) -> FindingPlace:
    return FindingPlace(path, one.at, one.line, one.start, one.end, one.quote)


def _traces(meeting: DossierMeeting) -> Iterator[ToldTrace]:
    found = matched(meeting.papers)
    for issue in issues_of(meeting.papers):
        steps = trace(meeting.papers, issue.paper.path, issue.at, found)
        yield ToldTrace(
            issue=ToldAt(path=issue.paper.path, at=issue.at),
            steps=[ToldStep(kind=step.kind, path=step.path, at=step.at, basis=step.basis.value) for step in steps],
        )
