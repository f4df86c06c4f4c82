"""Everything that one run found, as whoever carries it further needs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from mzsh_model.batch.files import Found
from mzsh_model.batch.run import FileResult
from mzsh_model.rules.finding import Level
from mzsh_model.rules.profile import Profile


@dataclass(frozen=True, slots=True)
class Review:
    """One run: its files in order, what was passed over on the walk, by which settings it judged, on which day.

    `fail_on` is the level from which a finding counts as a failure, None where none does; `has_copies` tells that annotated
    copies were asked for, `shows_suppressed` that findings which do not count are to be told, too.
    `unchanged` are files that were checked before and are the same: they are not told again, but what they lack still counts.
    """

    files: Sequence[FileResult]
    found: Found
    profile: Profile
    day: date
    fail_on: Level | None = Level.MUST
    has_copies: bool = False
    shows_suppressed: bool = False
    unchanged: Sequence[FileResult] = ()

    @property
    def exit_code(self) -> int:
        """0 nothing at or above `fail_on`, 1 something, 2 a file that could not be checked, not in full, or got no verdict."""
        told, failed = False, False
        for one in chain(self.files, self.unchanged):
            if not one.is_done:
                return 2
            told, failed = True, failed or any(self.fails(f.level) for f in one.result.findings)
        return int(failed) if told else 2

    def fails(self, level: Level) -> bool:
        """Tell whether a finding of that level is a failure."""
        return self.fail_on is not None and level.weight >= self.fail_on.weight
