"""Many files judged, each by itself, in the order they are given: in one process, in several, or wherever an executor works."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import NoneType

from mzsh_model.batch.addresses import Draft, located
from mzsh_model.batch.correspondence import Correspondence
from mzsh_model.batch.elsewhere import Away, in_turn
from mzsh_model.batch.run import FileResult, check_file, failed
from mzsh_model.batch.settlement import Settlement
from mzsh_model.batch.workers import Lost, in_processes
from mzsh_model.kernel.errors import BadPackage, expect
from mzsh_model.rules.finding import Finding, Level
from mzsh_model.rules.profile import Profile, load_profile


@dataclass(frozen=True, slots=True)
class _Check:
    """The judgement of one file, as it is sent to another process: what was found, without the document itself."""

    profile: Profile
    today: date
    here: Path = Path()

    def __call__(self, path: Draft) -> FileResult:
        one = check_file(placed(self.here, path), profile=self.profile, today=self.today)
        return replace(told(one), path=str(path))


def check_many(
    paths: Iterable[str | os.PathLike[str]],
    *,
    executor: Executor | None = None,
    profile: Profile | str | Path | None = None,
    today: date | None = None,
) -> Iterator[FileResult]:
    """Yield what was found in each file, in the order of `paths`, as soon as it and those before it are done.

    A path may be the address of a file that fsspec knows (`zip://甲.docx::全省.zip`, `s3://…`; extra `url`): nothing else makes
    this library fetch anything.

    Nothing of a document is kept but its findings, and no more than some tens of files are under way: memory does not grow
    with their number. With an `executor` (threads hardly help, processes do, and so does Dask's `Client.get_executor()`) files
    are read and judged there; what is yielded is the same. A file that cannot be read, or whose process was lost with it,
    gives a result with an error, never an exception. `profile` and `today` are as in `check`.

    Raises:
        BadProfile: the profile cannot be used.
        CallerError: an argument of another type.
    """
    expect(executor, (Executor, NoneType), "executor", "concurrent.futures 的 Executor")
    expect(profile, (Profile, str, Path, NoneType), "profile", "Profile 或 TOML 文件的路径")
    expect(today, (date, NoneType), "today", "datetime.date")
    setting = profile if isinstance(profile, Profile) else load_profile(profile)
    day, files = today or date.today(), map(located, paths)
    if executor is None:
        return map(_Check(setting, day), files)
    made = in_turn(executor, _Check(setting, day, Path.cwd()), files)
    return (away(path, done) if isinstance(done, Away) else done for path, done in made)


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
    result = replace(one.result, findings=findings, unchecked=(), links=(), metrics={})
    return replace(one, result=result, correspondence=Correspondence())


@cache
def bare_finding(code: str, name: str, level: Level) -> Finding:
    """Return a finding that counts and says nothing."""
    return Finding(code, name, level, "", "", "", "", "", 0, 0, 0, "", "")


def placed(here: Path, draft: Draft) -> Draft:
    """Return where a draft is found from another folder, or on another machine, than the one that it was named in."""
    return here / draft if isinstance(draft, Path) else draft


def lost(path: Draft, seconds: float | None) -> FileResult:
    """Return the result of a file whose process was ended after so many seconds, or died (None)."""
    if seconds is None:
        said = "处理这个文件的进程意外结束（可能内存不够），没有检查；其他文件不受影响。请单独检查这一份"
        return failed(path, BadPackage("file-died", said))
    said = f"{seconds:g} 秒内没有处理完，已停下，没有检查；其他文件不受影响。请用 --seconds 给更长的时间"
    return failed(path, BadPackage("file-overtime", said))


def away(path: Draft, what: Away) -> FileResult:
    """Return the result of a file that an executor took and did not bring to an end."""
    if what.error is not None:
        return failed(path, what.error)
    if not what.closed:
        return lost(path, None)
    said = "替它检查的一方（调度器、进程池）断开了，没有检查。请重新连接后再查；用了 --resume 的，同一条命令接着查"
    return failed(path, BadPackage("executor-gone", said))
