"""Each of many files checked, here or in other processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mzsh_model.batch.collector import collector_held
from mzsh_model.batch.copies import Copies
from mzsh_model.batch.many import lost, told
from mzsh_model.batch.run import FileResult, check_file
from mzsh_model.batch.selection import Selection
from mzsh_model.batch.settlement import Notes, Settlement
from mzsh_model.batch.workers import Lost, in_processes
from mzsh_model.cli.console import remark
from mzsh_model.cli.report import text_report
from mzsh_model.rules.profile import Profile

_SECONDS = 120.0
"""What a file may take where nobody says otherwise and several processes work."""


@dataclass(frozen=True, slots=True)
class Done:
    """One file: what was found, its report as lines, the SHA-256 of what it held, and what a settlement took note of."""

    result: FileResult
    lines: list[str]
    digest: str | None
    notes: Notes


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with each file, here or in another process: which rules to ask and to leave out travels as typed."""

    setting: Profile
    asked: tuple[tuple[str, ...], tuple[str, ...]]
    settlement: Settlement
    copies: Copies | None
    is_text: bool
    verbose: bool
    full: bool

    @collector_held()
    def __call__(self, path: Path) -> Done:
        """Return what was found in one file."""
        one = self.settlement.of(check_file(path, profile=self.setting, selection=Selection.of(*self.asked)))
        if self.copies is not None:
            one = self.copies.make(one)
        identity = None if one.document is None else one.document.origin.identity
        digest = None if identity is None else identity.digest.hex()
        return Done(told(one), self.report(one), digest, self.settlement.noted())

    def report(self, one: FileResult) -> list[str]:
        """Return the report of one file, where people read it."""
        if not self.is_text:
            return []
        return [*text_report(one, self.setting, verbose=self.verbose, full=self.full), ""]


def all_checked(
    job: Job, paths: Sequence[Path], jobs: int, seconds: float | None, memory: int | None = None
) -> Iterator[Done]:
    """Yield what became of each file, in order, from `jobs` processes; each may take so many seconds and MiB."""
    if job.copies is not None and (jobs > 1 or seconds or memory):
        remark("写批注稿时一份一份地查：-j、--seconds 和 --memory 不起作用")
    if job.copies is not None or (jobs == 1 and seconds is None and memory is None):
        yield from map(job, paths)
        return
    for path, done in zip(
        paths, in_processes(job, paths, jobs, seconds=seconds or _SECONDS, memory=memory), strict=True
    ):
        if isinstance(done, Lost):
            one = lost(path, done.seconds)
            yield Done(one, job.report(one), None, (set(), set()))
        else:
            yield done
