"""A whole run for a program that shows it: found, judged by processes of their own, settled by what is kept beside the drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from mzsh_model.batch.files import find_documents
from mzsh_model.batch.many import check_apart
from mzsh_model.batch.review import Review
from mzsh_model.batch.run import FileResult
from mzsh_model.batch.settlement import Settlement
from mzsh_model.kernel.errors import InputError
from mzsh_model.rules.profile import Profile

_PROCESSES = 2


def reviewed(
    paths: Sequence[Path],
    *,
    profile: Callable[[Iterable[Path]], Profile],
    within: Path | None = None,
    seconds: float = 60.0,
    stops: Callable[[], bool] = lambda: False,
) -> Review:
    """Return what a run over files and folders found, as `mzsh check` would.

    `profile` is asked for the settings once the drafts are known; acceptances outside the folder `within` do not count. A draft
    may take so many `seconds`. `stops` is asked between two drafts whether to go on.

    Raises:
        BadProfile: settings or acceptances cannot be used.
        InputError: it was stopped.
    """
    found = find_documents(paths)
    settlement = Settlement()
    settlement.look(found.paths, within=within)
    setting, today = profile(found.paths), date.today()
    results: list[FileResult] = []
    for one in check_apart(
        found.paths,
        profile=setting,
        today=today,
        settlement=settlement,
        count=_PROCESSES,
        seconds=seconds,
    ):
        if stops():
            raise InputError("run-stopped", "已经停止，没有检查完")
        if one.is_report and Path(one.path) not in paths:
            found.copies += 1
        else:
            results.append(one)
    return Review(results, found, setting, today)
