"""A run that goes on where it was: what `check --resume` reads before, writes in between, and puts in order at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mzsh_model.batch.addresses import Draft
from mzsh_model.batch.journal import Journal
from mzsh_model.batch.review import Review
from mzsh_model.batch.run import FileResult
from mzsh_model.batch.selection import Selection
from mzsh_model.carriers.lines import file_line, head_line, summary_line
from mzsh_model.cli.console import remark, stop
from mzsh_model.rules.profile import Profile

STREAM = "jsonl"


@dataclass(slots=True)
class Resumed:
    """A journal, the head of the run, and what it had of the files already."""

    journal: Journal
    head: str
    known: dict[Draft, FileResult]

    @classmethod
    def of(
        cls,
        path: Path,
        paths: Sequence[Draft],
        profile: Profile,
        selection: Selection,
        day: date,
        settled: Sequence[Path],
    ) -> Resumed:
        """Return what a run can go on from.

        Raises:
            SaveError: another file is there, or nothing can be written.
        """
        head = head_line(profile, day)
        journal = Journal.of(path, head, profile, selection, day, settled)
        known = {one: result for one in paths if (result := journal.recall(one)) is not None}
        if journal.said:
            remark(journal.said)
        if known:
            remark(f"{len(known)} 份已查过、没有变，接着查其余 {len(paths) - len(known)} 份")
        return cls(journal, head, known)

    def keep(self, one: FileResult, digest: str | None) -> None:
        """Write down what was found in one file."""
        self.journal.keep(one, digest, file_line(one, with_copy=False))

    def finish(self, review: Review, drafts: Sequence[Draft]) -> None:
        """Put the lines in order, the sums last."""
        self.journal.finish(drafts, self.head, summary_line(review))
        remark(f"结果在 {self.journal.path}")


def refuse_beside(form: str, *others: object) -> None:
    """End the command where something else is asked for that needs the words of every finding at the end."""
    if form not in ("text", STREAM) or any(others):
        stop("--resume 自己就是 jsonl 的结果文件，不能和别的格式、--out、--report、--annotate、--only-changed 一起用")
