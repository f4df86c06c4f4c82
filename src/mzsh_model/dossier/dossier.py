"""One folder as a value: its meetings, each with its papers, its roster, what is missing and what does not agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from mzsh_model.document.checking import check
from mzsh_model.document.document import Document
from mzsh_model.dossier.intake import Stray
from mzsh_model.dossier.trace import TraceStep, trace
from mzsh_model.dossier.versions import COPY
from mzsh_model.edit.compare import changes
from mzsh_model.edit.words import in_words
from mzsh_model.kernel.errors import BadPath
from mzsh_model.rules.comparing import Comparison, DossierFinding, by_paper, compare
from mzsh_model.rules.cross.holders import issues_of
from mzsh_model.rules.finding import CheckResult, Unchecked
from mzsh_model.rules.package import Missing, missing_papers
from mzsh_model.rules.papers import MeetingPapers, Paper, Roster

_ALONE = Unchecked("这份材料自己的问题", "这里只写了各份材料之间对不上的地方")
_COMPARED = CheckResult((), None, True, (_ALONE,))


@dataclass(frozen=True, slots=True)
class IssueAt:
    """Where an issue stands: in which paper (path from the folder), at which path of its value."""

    path: str
    at: str


@dataclass(frozen=True, slots=True)
class VersionStep:
    """From one version of a paper to the next: both paths, and what changed, each change one sentence in Chinese."""

    old: str
    new: str
    said: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class DossierMeeting:
    """One meeting of a dossier: its papers, and everything that is told of them together."""

    papers: MeetingPapers
    documents: Mapping[str, Document]

    @property
    def year(self) -> int | None:
        """The year that the meeting is for."""
        return self.papers.year

    @property
    def organisation(self) -> str:
        """The unit, without 党组 and 领导班子; empty where no paper tells it."""
        return self.papers.unit

    @property
    def roster(self) -> Roster:
        """The members, and where each is named."""
        return self.papers.roster

    @property
    def issues(self) -> tuple[IssueAt, ...]:
        """The issues of the self-examinations in use, in the order of the papers."""
        return tuple(IssueAt(one.paper.path, one.at) for one in issues_of(self.papers))

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """What the package asks for and was not recognised."""
        return tuple(missing_papers(self.papers))

    @cached_property
    def comparison(self) -> Comparison:
        """What the papers do not agree in, and what could not be compared."""
        return compare(self.papers)

    @property
    def findings(self) -> tuple[DossierFinding, ...]:
        """What the papers do not agree in, by rule."""
        return self.comparison.findings

    @property
    def unchecked(self) -> tuple[Unchecked, ...]:
        """What could not be compared, and why."""
        return self.comparison.unchecked

    @cached_property
    def results(self) -> Mapping[str, CheckResult]:
        """The check of each paper by itself, by path."""
        return {one.path: self._checked(one) for one in (*self.papers.papers, *self.papers.others)}

    @cached_property
    def version_steps(self) -> tuple[VersionStep, ...]:
        """What changed from each version of a paper to the next, the one in use last; copies and doubles are no versions."""
        apart = {paper.path for pair in self.papers.doubles for paper in pair[1:]}
        found: list[VersionStep] = []
        for used in self.papers.papers:
            key = used.kind, used.scope, used.member
            older = [one for one in self.papers.others if (one.kind, one.scope, one.member) == key]
            row = sorted((one for one in older if one.version != COPY and one.path not in apart), key=lambda p: p.rank)
            found += [self._step(old.path, new.path) for old, new in pairwise([*row, used])]
        return tuple(found)

    def _step(self, old: str, new: str) -> VersionStep:
        before, now = (self.documents[path].read().value for path in (old, new))
        return VersionStep(old, new, tuple(in_words(before, now, changes(before, now))))

    def _checked(self, paper: Paper) -> CheckResult:
        document, setting = self.documents[paper.path], self.papers.profile
        return check(document.read().value, document, profile=setting, today=self.papers.today)

    def told(self, *, all_findings: bool = False) -> Mapping[str, CheckResult]:
        """Return what is to be told in each paper that a finding concerns, by path.

        A finding on two papers is told in both, each time naming the other place. With `all_findings` those of the single
        papers are told, too.
        """
        told = by_paper(self.findings)
        results: dict[str, CheckResult] = {}
        for path in self.results if all_findings else told:
            if path not in self.documents:  # of last year's folder
                continue
            own = self.results[path] if all_findings else _COMPARED
            if found := (*own.findings, *told.get(path, ())):
                results[path] = replace(own, findings=found)
        return results

    def annotated(self, *, all_findings: bool = False) -> Mapping[str, Document]:
        """Return the documents that a finding concerns, with what is told in them as comments on their words, by path.

        Text files hold no comments and are left out.
        """
        told = self.told(all_findings=all_findings)
        documents = ((path, self.documents[path], result) for path, result in told.items())
        return {path: doc.annotate(result) for path, doc, result in documents if doc.package is not None}


@dataclass(frozen=True, eq=False)
class Dossier:
    """A folder of papers: its meetings, the largest first, and the files that belong to none."""

    meetings: tuple[DossierMeeting, ...]
    strays: tuple[Stray, ...]

    def trace(self, issue: IssueAt) -> tuple[TraceStep, ...]:
        """Return where an issue came from and what became of it, step by step; see `TraceStep`.

        Raises:
            BadPath: no paper of any meeting stands there, or no issue in it.
        """
        steps = trace(self.meeting_of(issue.path).papers, issue.path, issue.at)
        if not steps:
            raise BadPath(
                "dossier-issue", f"{issue.path} 的 {issue.at} 不是对照检查材料里的问题。用 meeting.issues 看有哪些"
            )
        return steps

    def meeting_of(self, path: str) -> DossierMeeting:
        """Return the meeting that the file at `path` (relative to the folder) belongs to.

        Raises:
            BadPath: no paper of any meeting stands there.
        """
        for one in self.meetings:
            if path in one.documents:
                return one
        raise BadPath("dossier-path", f"{path} 不是卷宗里某次会的材料。路径从文件夹写起，如 个人/张三.docx")
