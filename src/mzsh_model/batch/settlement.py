"""What takes findings out of the count: answers in the Word file, the file of acceptances, the baseline, in this order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from mzsh_model.batch.accepted import ACCEPTED_NAME, Acceptance, Accepted, load_accepted
from mzsh_model.batch.addresses import Address, located
from mzsh_model.batch.baseline import Baseline
from mzsh_model.batch.beside import above, is_below, named_from
from mzsh_model.batch.run import FileResult
from mzsh_model.batch.suppression import By, Suppressed
from mzsh_model.binding.annotation.answers import reasons_answered
from mzsh_model.document.document import Document
from mzsh_model.kernel.errors import MzshError
from mzsh_model.rules.finding import CheckResult

Notes = tuple[set[str], set[tuple[Path, str]]]
"""Fingerprints of findings that do not count, and the files, as acceptances name them, that were looked up."""


@dataclass(slots=True)
class Settlement:
    """What one run lets stand: for each draft every file of acceptances from its folder upwards, and the baseline."""

    baseline: Baseline | None = None
    _accepted: dict[Path, Accepted] = field(default_factory=dict[Path, Accepted])
    _used: set[str] = field(default_factory=set[str])
    _seen: set[tuple[Path, str]] = field(default_factory=set[tuple[Path, str]])
    _news: Notes = field(default_factory=lambda: (set[str](), set[tuple[Path, str]]()))

    def look(self, drafts: Iterable[Path], *, within: Path | None = None) -> tuple[Path, ...]:
        """Find and read the acceptances beside drafts; return where they stand, so that it can be told.

        Those that stand outside the folder `within` are none of this run's.

        Raises:
            BadProfile: one of them is not understood: nothing would be known of what it accepts.
        """
        for path in dict.fromkeys(found for draft in drafts for found in above(ACCEPTED_NAME, draft)):
            if within is None or is_below(path, within):
                self._accepted.setdefault(path, load_accepted(path))
        return tuple(self._accepted)

    def of(self, one: FileResult) -> FileResult:
        """Return the result of a file without the findings that do not count; these are told beside it.

        What keeps a file from being checked at all (a secrecy mark) cannot be accepted.
        """
        if not one.result.checked:
            return one
        reasons = self._reasons(one)
        hidden = tuple(
            Suppressed(finding, *reasons[finding.fingerprint])
            for finding in one.result.findings
            if finding.fingerprint in reasons
        )
        used = {each.finding.fingerprint for each in hidden}
        self._used |= used
        self._news[0].update(used)
        if not hidden:
            return one
        return replace(one, result=one.result.without(reasons), suppressed=(*one.suppressed, *hidden))

    def _reasons(self, one: FileResult) -> dict[str, tuple[By, str]]:
        """By fingerprint what takes a finding out of the count; the more a person said, the more it weighs."""
        reasons: dict[str, tuple[By, str]] = {}
        if self.baseline is not None:
            known = self.baseline.known(one.path)
            reasons |= dict.fromkeys(known, (By.BASELINE, f"{self.baseline.day} 的基线里已有"))
        beside = () if isinstance(located(one.path), Address) else tuple(above(ACCEPTED_NAME, Path(one.path)))
        for path in reversed(beside):
            if accepted := self._accepted.get(path):
                reasons |= {ident: (By.ACCEPTED, reason) for ident, reason in accepted.reasons(one.path).items()}
                seen = path, named_from(path.parent, one.path)
                self._seen.add(seen)
                self._news[1].add(seen)
        answered: Mapping[str, str] = {} if one.document is None else _answered(one.document, one.result)
        return reasons | {ident: (By.COMMENT, reason) for ident, reason in answered.items()}

    def noted(self) -> Notes:
        """Return what `of` took note of since this was asked last."""
        news, self._news = self._news, (set(), set())
        return news

    def learn(self, notes: Notes) -> None:
        """Take note of what `of` did in another process."""
        self._used |= notes[0]
        self._seen |= notes[1]

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files of acceptances that were found."""
        return tuple(self._accepted)

    def unused(self) -> tuple[Acceptance, ...]:
        """Return the acceptances of files of this run whose finding was not there any more."""
        return tuple(
            one
            for path, accepted in self._accepted.items()
            for one in accepted.entries
            if one.file is not None and (path, one.file) in self._seen and one.id not in self._used
        )


def _answered(document: Document, result: CheckResult) -> Mapping[str, str]:
    """The reasons in a Word file; a file whose comments cannot be read gives none, and all its findings count."""
    if document.package is None or not result.findings:
        return {}
    try:
        return reasons_answered(document.package, document.outline, result)
    except MzshError:
        return {}
