"""A run over many files as a file of lines that grows while it goes: killed at any time, it goes on where it was.

The lines are those of the stream; each has beside them what tells whether it still holds (the SHA-256 of the file's content).
What was judged by other code, settings, rules or acceptances is judged anew. At the end the lines stand in the order of the
files, as if nobody had interrupted. Only an index of them is in memory.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from mzsh_model.batch.addresses import Draft
from mzsh_model.batch.entries import parsed
from mzsh_model.batch.many import bare_finding
from mzsh_model.batch.memory import content_of, judged_by
from mzsh_model.batch.run import FileResult
from mzsh_model.batch.selection import Selection
from mzsh_model.kernel.errors import SaveError
from mzsh_model.kernel.regular import regular_bytes
from mzsh_model.model.base import Kind
from mzsh_model.rules.finding import CheckResult
from mzsh_model.rules.profile import Profile

_KEY = "resume"
_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)


class _Entry(NamedTuple):
    start: int
    size: int
    content: str


@dataclass(slots=True)
class Journal:
    """What is done of a run; `said` tells of one that was begun by other rules, or has lines that cannot be used."""

    path: Path
    by: str
    day: date
    said: str = ""
    _entries: dict[str, _Entry] = field(default_factory=dict[str, _Entry])
    _size: int = 0

    @classmethod
    def of(
        cls, path: Path, head: str, profile: Profile, selection: Selection, day: date, settled: Iterable[Path]
    ) -> Journal:
        """Open a journal, or begin one with the line `head`; `settled` are the files of acceptances and the baseline.

        Raises:
            SaveError: what is there is none (a folder, a device, a link, somebody's file), or it cannot be written.
        """
        made = cls(path, _by(profile, selection, settled), day)
        try:
            if not (_holds_something(path) and made._take()):
                made._begin(head)
        except OSError as error:
            raise _unwritten(path) from error
        return made

    def recall(self, draft: Draft) -> FileResult | None:
        """Return what was found in a draft whose content is the same, without words; None where it must be judged."""
        entry = self._entries.get(str(draft))
        if entry is None or not entry.content or entry.content != content_of(draft):
            return None
        line = parsed(self._line(entry))
        if line is None or line.file is None or line.resume.is_of_another_day(self.day):
            return None
        told = line.file
        found = tuple(bare_finding(f.code, f.name, f.level) for f in told.findings)
        result = CheckResult(found, told.verdict, True, whole=line.resume.whole)
        return FileResult(told.path, Kind.UNKNOWN, result)

    def keep(self, one: FileResult, digest: str | None, line: str) -> None:
        """Write down the line of a file with such content, at once; one that was not judged is judged anew next time.

        Raises:
            SaveError: the disk is full, or the file is gone.
        """
        content = digest or ""
        held = {"content": content, "dated": one.result.dated, "whole": one.result.whole, "day": self.day.isoformat()}
        whole = bool(digest) and one.is_done and not one.suppressed
        said = json.dumps({**json.loads(line), _KEY: held if whole else {}}, ensure_ascii=False)
        data = said.encode("utf-8", "replace") + b"\n"
        try:
            with open(self.path, "r+b", opener=_ours) as file:
                self._refuse_changed(file.seek(0, os.SEEK_END))
                file.write(data)
        except OSError as error:
            raise _unwritten(self.path) from error
        self._entries[one.path] = _Entry(self._size, len(data), content if whole else "")
        self._size += len(data)

    def finish(self, paths: Iterable[Draft], head: str, summary: str) -> None:
        """Put the lines into the order of the files, the sums last; all at once, or everything stays as it was.

        Raises:
            SaveError: it cannot be written.
        """
        begin = json.dumps({**json.loads(head), _KEY: {"by": self.by}}, ensure_ascii=False)
        temporary = self.path.with_name(f".{self.path.name}.{os.getpid()}.tmp")
        try:
            with open(temporary, "xb", opener=_private) as file:
                file.write(begin.encode("utf-8", "replace") + b"\n")
                self._refuse_changed(os.stat(self.path).st_size)
                for path in paths:
                    entry = self._entries.get(str(path))
                    if entry is not None:
                        file.write(self._line(entry))
                file.write(summary.encode("utf-8", "replace") + b"\n")
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self.path)
        except FileExistsError as error:
            raise _unwritten(self.path) from error  # it is somebody else's, and stays
        except BaseException as error:
            temporary.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise _unwritten(self.path) from error
            raise

    def _refuse_changed(self, size: int) -> None:
        if size != self._size:
            raise SaveError("resume-changed", f"{self.path.name} 被别的程序改了，没有写下去。请只用一个程序写它")

    def _line(self, entry: _Entry) -> bytes:
        with open(self.path, "rb") as file:
            file.seek(entry.start)
            return file.read(entry.size)

    def _begin(self, head: str) -> None:
        begin = json.dumps({**json.loads(head), _KEY: {"by": self.by}}, ensure_ascii=False)
        with open(self.path, "wb", opener=_private) as file:
            self._size = file.write(begin.encode("utf-8", "replace") + b"\n")

    def _take(self) -> bool:
        """Read the index of what is there, if other rules did not judge it; a line that was torn off is cut."""
        with open(self.path, "r+b", opener=_ours) as file:
            head = file.readline()
            first = parsed(head) if head.endswith(b"\n") else None
            if first is None or not first.resume.by or first.file is not None:
                raise SaveError("target-exists", f"{self.path.name} 不是 --resume 写的文件，没有覆盖。请换一个文件名")
            if first.resume.by != self.by:
                self.said = "规则、配置或接受的提示变了，从头检查"
                return False
            at, unusable = file.tell(), 0
            for line in file:
                if not line.endswith(b"\n"):
                    break
                told = parsed(line)
                if told is None:
                    unusable += 1
                elif told.file is not None:
                    self._entries[told.file.path] = _Entry(at, len(line), told.resume.content)
                at += len(line)
            file.truncate(at)
            self._size = at
        if unusable:
            self.said = f"{self.path.name} 里有 {unusable} 行坏了，没有用；它们的材料重新检查"
        return True


def _by(profile: Profile, selection: Selection, settled: Iterable[Path]) -> str:
    """Digits of all that a line depends on but the draft and the day; what is accepted depends on where it stands, too.

    Raises:
        SaveError: a file of acceptances, or the baseline, is gone since it was read.
    """
    told = sha256(judged_by(profile, selection).encode())
    for one in settled:
        try:
            content = sha256(regular_bytes(one)).digest()
        except OSError as error:
            raise SaveError("resume-settled", f"读不了 {one.name}，没有开始。请检查权限再运行") from error
        told.update(sha256(os.fsencode(os.path.realpath(one))).digest() + content)
    return told.hexdigest()[:16]


def _holds_something(path: Path) -> bool:
    """Whether there is a file with something in it.

    Raises:
        SaveError: what is there is no file: it would be lost, or hold us for ever.
    """
    try:
        info = os.lstat(path)
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(info.st_mode):
        raise SaveError("resume-target", f"{path} 不是普通文件（文件夹、链接、设备或管道），没有动它。请换一个文件名")
    return info.st_size > 0


def _ours(path: str, flags: int) -> int:
    return os.open(path, flags | _FLAGS)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | _FLAGS, 0o600)


def _unwritten(path: Path) -> SaveError:
    return SaveError(
        "resume-unwritten", f"写不了 {path.name}（磁盘满了，或没有权限）。已写的没有丢，腾出空间再运行同一条命令"
    )
