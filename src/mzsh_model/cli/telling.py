"""Where what a run found goes: to the console, into a file, into reports beside it."""

from __future__ import annotations

import os
import weakref
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from mzsh_model.batch.review import Review
from mzsh_model.carriers.formats import CARRIERS, TEXTS, as_bytes, carried_in_pieces, carry_into
from mzsh_model.carriers.standing import refuse_loss
from mzsh_model.cli.console import say, say_machine, stop
from mzsh_model.kernel.errors import SaveError
from mzsh_model.kernel.printable import printable
from mzsh_model.opc.limits import MIB
from mzsh_model.opc.save import save_file
from mzsh_model.rules.registry import find_rule

TEXT = "text"
_STREAM = "jsonl"
_IN_MEMORY = 16 * MIB
"""Bytes of a report that are held in memory; a longer one is written to disk as it grows."""


@dataclass(slots=True)
class Telling:
    """What a person asked to be told: in which form, in which file (the console where None), in which reports besides."""

    form: str
    out: Path | None = None
    reports: Sequence[tuple[str, Path]] = ()
    _text: _Text = field(default_factory=lambda: _Text())

    @classmethod
    def of(cls, form: str, out: Path | None, reports: Iterable[str]) -> Telling:
        """Return what is asked for, or end the command where there is no such form."""
        if form not in (TEXT, *CARRIERS):
            stop(f"--format 只能是 {'、'.join((TEXT, *CARRIERS))}")
        if form not in (TEXT, *TEXTS) and out is None:
            stop(f"{form} 不能显示在屏幕上，要写进文件：--format {form} -o 文件")
        told: list[tuple[str, Path]] = []
        for report in reports:
            name, colon, path = report.partition(":")
            if name not in CARRIERS or not colon or not path:
                stop(f"--report 写作 格式:文件，格式是 {'、'.join(CARRIERS)}，如 html:结果.html")
            told.append((name, Path(path)))
        return cls(form, out, told)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that will be written: they are no drafts."""
        return (*(() if self.out is None else (self.out,)), *(path for _, path in self.reports))

    def keep_off(self, drafts: Iterable[Path], *, force: bool) -> None:
        """Refuse to write over a file that is to be checked, and (unless `force`) over other work of people.

        Raises:
            SaveError: a result would take the place of a draft, or of a list that somebody filled in.
        """
        taken = set(map(os.path.realpath, drafts))
        for path in self.files:
            if os.path.realpath(path) in taken:
                raise SaveError("target-is-input", f"{path} 是要检查的文件，不会覆盖它。请换一个文件名")
            if not force:
                refuse_loss(path, hint="，要覆盖请加 --force")

    @property
    def is_text(self) -> bool:
        """Whether people read it here."""
        return self.form == TEXT

    def add(self, lines: Iterable[str]) -> None:
        """Tell lines of the text."""
        if self.out is None:
            say(lines)
        else:
            self._text.add(lines)

    @property
    def streams(self) -> bool:
        """Whether each file is told on the console as soon as it is done, and nothing needs its findings afterwards."""
        return self.form == _STREAM and self.out is None and not self.reports

    def stream(self, line: str, *given: object, **named: object) -> None:
        """Write one line of the stream: the function of `carriers.lines` that makes it, and what it takes."""
        make = getattr(import_module("mzsh_model.carriers.lines"), line)
        say_machine([str(make(*given, **named))])

    def finish(self, review: Review) -> None:
        """Write what is left to be written: the form that was asked for, and the reports.

        Raises:
            SaveError: a file cannot be written.
            BadEdit: a package that a report needs is not installed.
        """
        if self.streams:
            self.stream("summary_line", review)
            return
        if self.out is None:
            if not self.is_text:
                say_machine(carried_in_pieces(self.form, review))
        elif self.is_text:
            self._text.save(self.out)
        else:
            _save(self.form, review, self.out)
        for name, path in self.reports:
            _save(name, review, path)


def _save(form: str, review: Review, path: Path) -> None:
    """Write a run into a file, by way of one that has no name: what is not whole never stands there."""
    with SpooledTemporaryFile(_IN_MEMORY) as made:
        held = cast(BinaryIO, made)
        with _told_of(path.name):
            carry_into(form, review, held)
        save_file(path, held)


class _Text:
    """Lines of a report that goes into a file at the end: of a long one no more than a few are in memory."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 -- as long as this lives
        weakref.finalize(self, self._file.close)

    def add(self, lines: Iterable[str]) -> None:
        with _told_of("报告"):
            for line in lines:
                self._file.write(as_bytes(printable(line)))

    def save(self, path: Path) -> None:
        with _told_of(path.name):
            self._file.write(b"" if self._file.tell() else b"\n")
        save_file(path, cast(BinaryIO, self._file))


@contextmanager
def _told_of(name: str) -> Generator[None]:
    """Say of a temporary file that cannot be written what it was for."""
    try:
        yield
    except OSError as error:
        said = f"写 {name} 时临时文件夹写不了（磁盘满了，或没有权限）。原有文件没有动，腾出空间再运行"
        raise SaveError("report-unwritten", said) from error


def statistics(review: Review) -> Iterator[str]:
    """Yield how often each rule struck, the most frequent first, and in how many files."""
    counts = Counter(f.code for one in review.files for f in one.result.findings)
    files = Counter(code for one in review.files for code in {f.code for f in one.result.findings})
    for code, count in sorted(counts.items(), key=lambda told: (-told[1], told[0])):
        yield f"{count:>6} 处 {files[code]:>4} 份  {code}  {find_rule(code).title}"


def suppressed(review: Review) -> Iterator[str]:
    """Yield the findings that do not count, each with its reason."""
    for one in review.files:
        for hidden in one.suppressed:
            finding = hidden.finding
            where = f"第{finding.line}行" if finding.line else ""
            yield f"{one.path}  {where}  {finding.level} {finding.code} {printable(finding.message)}"
            yield f"    {hidden.by.zh}（{finding.fingerprint}）：{printable(hidden.reason) or '没有写理由'}"
