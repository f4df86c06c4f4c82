"""One folder as a value: its meetings, each with its papers, its roster, what is missing and what does not agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mzsh_model.document.checking import check
from mzsh_model.document.document import Document
from mzsh_model.dossier.intake import Stray
from mzsh_model.kernel.errors import BadPath
from mzsh_model.rules.comparing import Comparison, DossierFinding, by_paper, compare
from mzsh_model.rules.finding import CheckResult, Unchecked
from mzsh_model.rules.package import Missing, missing_papers
from mzsh_model.rules.papers import MeetingPapers, Paper, Roster


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

    def _checked(self, paper: Paper) -> CheckResult:
        document, setting = self.documents[paper.path], self.papers.profile
        return check(document.read().value, document, profile=setting, today=self.papers.today)

    def annotated(self, *, all_findings: bool = False) -> Mapping[str, Document]:
        """Return the documents that a finding concerns, with the findings as comments on their words, by path.

        A finding on two papers stands in both, each time naming the other place. With `all_findings` those of the single
        papers stand there, too. Text files hold no comments and are left out.
        """
        told = by_paper(self.findings)
        marked: dict[str, Document] = {}
        for path in self.results if all_findings else told:
            document = self.documents[path]
            if document.package is None:
                continue
            own = self.results[path].findings if all_findings else ()
            found = (*own, *told.get(path, ()))
            if found:
                marked[path] = document.annotate(CheckResult(found, None, True))
        return marked


@dataclass(frozen=True, eq=False)
class Dossier:
    """A folder of papers: its meetings, the largest first, and the files that belong to none."""

    meetings: tuple[DossierMeeting, ...]
    strays: tuple[Stray, ...]

    def meeting_of(self, path: str) -> DossierMeeting:
        """Return the meeting that the file at `path` (relative to the folder) belongs to.

        Raises:
            BadPath: no paper of any meeting stands there.
        """
        for one in self.meetings:
            if path in one.documents:
                return one
        raise BadPath("dossier-path", f"{path} 不是卷宗里某次会的材料。路径从文件夹写起，如 个人/张三.docx")
