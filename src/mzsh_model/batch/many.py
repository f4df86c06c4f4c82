"""Many files judged, each by itself, in the order they are given: in one process, in several, or wherever an executor works."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import NoneType

from mzsh_model.batch.run import FileResult, check_file, failed
from mzsh_model.batch.settlement import Settlement
from mzsh_model.batch.workers import Lost, in_processes
from mzsh_model.kernel.errors import BadPackage, expect
from mzsh_model.rules.finding import Finding, Level
from mzsh_model.rules.profile import Profile, load_profile

_AHEAD = 64
"""So many files an executor is given before the first of them is done."""


@dataclass(frozen=True, slots=True)
class _Check:
    """The judgement of one file, as it is sent to another process: what was found, without the document itself."""

    profile: Profile
    today: date

    def __call__(self, path: Path) -> FileResult:
        return told(check_file(path, profile=self.profile, today=self.today))


def check_many(
    paths: Iterable[str | os.PathLike[str]],
    *,
    executor: Executor | None = None,
    profile: Profile | str | Path | None = None,
    today: date | None = None,
) -> Iterator[FileResult]:
    """Yield what was found in each file, in the order of `paths`, as soon as it and those before it are done.

    Nothing of a document is kept but its findings, and no more than some tens of files are under way: memory does not grow
    with their number. With an `executor` (threads hardly help, processes do) files are judged there; what is yielded is the
    same. A file that cannot be read gives a result with an error, never an exception. `profile` and `today` are as in `check`.

    Raises:
        BadProfile: the profile cannot be used.
        CallerError: an argument of another type.
    """
    expect(executor, (Executor, NoneType), "executor", "concurrent.futures 的 Executor")
    expect(profile, (Profile, str, Path, NoneType), "profile", "Profile 或 TOML 文件的路径")
    expect(today, (date, NoneType), "today", "datetime.date")
    setting = profile if isinstance(profile, Profile) else load_profile(profile)
    job = _Check(setting, today or date.today())
    files = map(Path, paths)
    return map(job, files) if executor is None else _ahead(executor, job, files)


def _ahead(executor: Executor, job: _Check, paths: Iterable[Path]) -> Iterator[FileResult]:
    pending: deque[Future[FileResult]] = deque()
    for path in paths:
        pending.append(executor.submit(job, path))
        if len(pending) >= _AHEAD:
            yield pending.popleft().result()
    while pending:
        yield pending.popleft().result()


@dataclass(frozen=True, slots=True)
class _Settled:
    """The judgement of one file, and what of it does not count."""

    profile: Profile
    today: date
    settlement: Settlement

    def __call__(self, path: Path) -> FileResult:
        return told(self.settlement.of(check_file(path, profile=self.profile, today=self.today)))


def check_apart(
    paths: Sequence[Path], *, profile: Profile, today: date, settlement: Settlement, count: int, seconds: float
) -> Iterator[FileResult]:
    """Yield what was found in each file, in order, by `count` processes of our own; a file that takes too long is named."""
    job = _Settled(profile, today, settlement)
    for path, done in zip(paths, in_processes(job, paths, count, seconds=seconds), strict=True):
        yield lost(path, done.seconds) if isinstance(done, Lost) else done


def told(one: FileResult) -> FileResult:
    """Return a result without document and value: a thousand of them would fill the memory."""
    return replace(one, document=None, value=None)


def counted(one: FileResult) -> FileResult:
    """Return a result that still counts as it did, without the words of its findings: of thousands only the sums are told."""
    findings = tuple(bare_finding(f.code, f.name, f.level) for f in one.result.findings)
    return replace(one, result=replace(one.result, findings=findings, unchecked=(), links=(), metrics={}))


@cache
def bare_finding(code: str, name: str, level: Level) -> Finding:
    """Return a finding that counts and says nothing."""
    return Finding(code, name, level, "", "", "", "", "", 0, 0, 0, "", "")


def lost(path: Path, seconds: float | None) -> FileResult:
    """Return the result of a file whose process was ended after so many seconds, or died (None)."""
    if seconds is None:
        said = "处理这个文件的进程意外结束（可能内存不够），没有检查；其他文件不受影响。请单独检查这一份"
        return failed(path, BadPackage("file-died", said))
    said = f"{seconds:g} 秒内没有处理完，已停下，没有检查；其他文件不受影响。请用 --seconds 给更长的时间"
    return failed(path, BadPackage("file-overtime", said))
