"""Each of many files checked, here, in other processes, or on other machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mzsh_model.batch.addresses import Draft
from mzsh_model.batch.apart import Apart
from mzsh_model.batch.collector import collector_held
from mzsh_model.batch.copies import Copies
from mzsh_model.batch.elsewhere import Away, in_turn
from mzsh_model.batch.machines import Alike, Machines, machines_of
from mzsh_model.batch.many import away, lost, placed, told
from mzsh_model.batch.memory import code_digits
from mzsh_model.batch.run import FileResult, check_file
from mzsh_model.batch.selection import Selection
from mzsh_model.batch.settlement import Notes, Settlement
from mzsh_model.batch.workers import Lost, in_processes
from mzsh_model.cli.console import remark, stop
from mzsh_model.cli.report import text_report
from mzsh_model.opc.source import digest
from mzsh_model.rules.profile import Profile

LOCAL, DASK = "local", "dask"
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
    """What is done with each file, here or elsewhere: which rules to ask and to leave out travels as typed.

    `here` is the folder that relative paths start from where that is not the one this job runs in.
    """

    setting: Profile
    today: date
    asked: tuple[tuple[str, ...], tuple[str, ...]]
    settlement: Settlement
    copies: Copies | None
    is_text: bool
    verbose: bool
    full: bool
    here: Path = Path()

    @collector_held()
    def __call__(self, path: Draft) -> Done:
        """Return what was found in one file."""
        selection = Selection.of(*self.asked)
        found = check_file(placed(self.here, path), profile=self.setting, today=self.today, selection=selection)
        one = replace(self.settlement.of(found), path=str(path))
        if self.copies is not None:
            one = self.copies.make(one)
        read = None if one.document is None else one.document.origin
        content = None if read is None else digest([read.data]) if read.identity is None else read.identity.digest
        return Done(told(one), self.report(one), content.hex() if content else None, self.settlement.noted())

    def report(self, one: FileResult) -> list[str]:
        """Return the report of one file, where people read it."""
        if not self.is_text:
            return []
        return [*text_report(one, self.setting, verbose=self.verbose, full=self.full), ""]


@dataclass(frozen=True, slots=True)
class Engine:
    """Who works: so many processes of this machine, or the workers of a scheduler; each file within so many seconds and MiB."""

    jobs: int = 1
    seconds: float | None = None
    memory: int | None = None
    scheduler: str | None = None

    @classmethod
    def of(
        cls, name: str, scheduler: str | None, jobs: int, seconds: float | None, memory: int | None, *, copies: bool
    ) -> Engine:
        """Return the engine that is asked for, or end the command where what is asked for does not go together."""
        if name not in (LOCAL, DASK):
            stop(f"--engine 只能是 {LOCAL} 或 {DASK}")
        if (name == DASK) != (scheduler is not None):
            stop("--engine dask 和 --scheduler 要一起写，如 --engine dask --scheduler tcp://主机:8786")
        if name == DASK and (jobs > 1 or copies):
            stop("--engine dask 不能和 -j、--annotate 一起用：几份同时查由 dask worker 自己定")
        return cls(jobs, seconds, memory, scheduler)

    def checked(self, job: Job, paths: Sequence[Draft]) -> Iterator[Done]:
        """Return what becomes of each file, in order, as it becomes of it; a scheduler is asked at once.

        Raises:
            BadEdit: Dask is asked for and not installed.
            InputError: no scheduler there, no worker, or one of another code.
        """
        if self.scheduler is not None:
            if not paths:
                return iter(())
            # the workers find the files by the same paths
            bound = Apart(replace(job, here=Path.cwd()), self.seconds or _SECONDS, self.memory)
            return _by_machines(job, bound, paths, machines_of(self.scheduler))
        return _by_processes(job, paths, self.jobs, self.seconds, self.memory)


def _by_processes(
    job: Job, paths: Sequence[Draft], jobs: int, seconds: float | None, memory: int | None
) -> Iterator[Done]:
    if job.copies is not None and (jobs > 1 or seconds or memory):
        remark("写批注稿时一份一份地查：-j、--seconds 和 --memory 不起作用")
    if job.copies is not None or (jobs == 1 and seconds is None and memory is None):
        yield from map(job, paths)
        return
    for path, done in zip(
        paths, in_processes(job, paths, jobs, seconds=seconds or _SECONDS, memory=memory), strict=True
    ):
        yield _done(job, path, done)


def _by_machines(job: Job, bound: Apart[Draft, Done], paths: Sequence[Draft], machines: Machines) -> Iterator[Done]:
    there = Alike(bound, code_digits())
    with closing(machines):
        for path, done in in_turn(machines.executor, there, paths, machines.ahead, alive=machines.alive):
            yield _done(job, path, done)


def _done(job: Job, path: Draft, done: Done | Lost | Away) -> Done:
    """What became of a file, also of one that whoever took it did not bring to an end."""
    if isinstance(done, Done):
        return done
    one = lost(path, done.seconds) if isinstance(done, Lost) else away(path, done)
    return Done(one, job.report(one), None, (set(), set()))
