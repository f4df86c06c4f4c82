"""A run over many files as a file of lines that grows while it goes: killed at any time, it goes on where it was.

The lines are those of the stream; each has beside them what tells whether it still holds (the SHA-256 of the file's content).
What was judged by other code, settings, rules or acceptances is judged anew. At the end the lines stand in the order of the
files, as if nobody had interrupted. Only an index of them is in memory.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, cast

from mzsh_model.batch.addresses import Draft
from mzsh_model.batch.many import bare_finding
from mzsh_model.batch.memory import content_of, judged_by
from mzsh_model.batch.run import FileResult
from mzsh_model.batch.selection import Selection
from mzsh_model.kernel.errors import SaveError
from mzsh_model.model.base import Kind
from mzsh_model.rules.finding import CheckResult, Level, Verdict
from mzsh_model.rules.profile import Profile

_KEY = "resume"
_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class _Entry(NamedTuple):
    start: int
    size: int
    content: str
    dated: bool


@dataclass(slots=True)
class Journal:
    """What is done of a run; `said` tells of one that was begun by other rules."""

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
            SaveError: a file of that name is there and is none, or it cannot be written.
        """
        told = sha256(judged_by(profile, selection).encode())
        for one in settled:
            told.update(one.read_bytes())
        made = cls(path, told.hexdigest()[:16], day)
        begin = json.dumps({**json.loads(head), _KEY: {"by": made.by}}, ensure_ascii=False)
        try:
            if path.exists() and path.stat().st_size:
                made._take()
                if not made.said:
                    return made
            with open(path, "wb", opener=_private) as file:
                made._size = file.write(begin.encode("utf-8", "replace") + b"\n")
        except OSError as error:
            raise _unwritten(path) from error
        made._entries = {}
        return made

    def recall(self, draft: Draft) -> FileResult | None:
        """Return what was found in a draft whose content is the same, without words; None where it must be judged."""
        entry = self._entries.get(str(draft))
        if entry is None or entry.content != content_of(draft):
            return None
        line = cast("dict[str, Any]", json.loads(self._line(entry)))
        told, held = line["file"], line[_KEY]
        if held["dated"] and held["day"] != self.day.isoformat():
            return None
        found = tuple(bare_finding(f["code"], f["name"], Level(f["level"])) for f in told["findings"])
        verdict = None if told["verdict"] is None else Verdict(told["verdict"])
        return FileResult(told["path"], Kind.UNKNOWN, CheckResult(found, verdict, True, whole=held["whole"]))

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
            with open(self.path, "ab") as file:
                file.write(data)
        except OSError as error:
            raise _unwritten(self.path) from error
        self._entries[one.path] = _Entry(self._size, len(data), content if whole else "", one.result.dated)
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
                for path in paths:
                    entry = self._entries.get(str(path))
                    if entry is not None:
                        file.write(self._line(entry))
                file.write(summary.encode("utf-8", "replace") + b"\n")
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self.path)
        except OSError as error:
            temporary.unlink(missing_ok=True)
            raise _unwritten(self.path) from error

    def _line(self, entry: _Entry) -> bytes:
        with open(self.path, "rb") as file:
            file.seek(entry.start)
            return file.read(entry.size)

    def _take(self) -> None:
        """Read the index of what is there; a line that was torn off is cut."""
        with open(self.path, "r+b") as file:
            first = _parsed(file.readline())
            if first is None or _KEY not in first:
                raise SaveError("target-exists", f"{self.path.name} 不是 --resume 写的文件，没有覆盖。请换一个文件名")
            if first[_KEY].get("by") != self.by:
                self.said = "规则、配置或接受的提示变了，从头检查"
                return
            at = file.tell()
            for line in file:
                told = _parsed(line) if line.endswith(b"\n") else None
                if told is None:
                    break
                if "file" in told:
                    held: dict[str, Any] = told.get(_KEY) or {}
                    self._entries[told["file"]["path"]] = _Entry(
                        at, len(line), held.get("content", ""), bool(held.get("dated"))
                    )
                at += len(line)
            file.truncate(at)
            self._size = at


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return cast("dict[str, Any]", told) if isinstance(told, dict) else None


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | _FLAGS, 0o600)


def _unwritten(path: Path) -> SaveError:
    return SaveError(
        "resume-unwritten", f"写不了 {path.name}（磁盘满了，或没有权限）。已写的没有丢，腾出空间再运行同一条命令"
    )
