"""A run as one JSON object, and as lines of JSON: the head, each file, the sums. Neither is ever whole in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from mzsh_model.batch.review import Review
from mzsh_model.batch.run import FileResult
from mzsh_model.carriers.contract import CHECK_VERSION
from mzsh_model.carriers.pieces import in_lines, json_pieces
from mzsh_model.carriers.told import told_file, told_profile, told_summary, told_tool
from mzsh_model.rules.profile import Profile


def check_pieces(review: Review) -> Iterator[str]:
    """Yield the run as the JSON contract has it, on one line."""
    yield from json_pieces(
        {
            **_head(review.profile, review.day),
            "files": (_plain(told_file(one, with_copy=review.has_copies)) for one in review.files),
            "summary": _plain(told_summary(review)),
        }
    )


def jsonl_pieces(review: Review) -> Iterator[str]:
    """Yield the run line by line: `{"run": …}`, `{"file": …}` for each file, `{"summary": …}`."""
    return in_lines(_lines(review))


def _lines(review: Review) -> Iterator[str]:
    yield head_line(review.profile, review.day)
    for one in review.files:
        yield file_line(one, with_copy=review.has_copies)
    yield summary_line(review)


def head_line(profile: Profile, day: date) -> str:
    """Return the line that goes before those of the files."""
    return _line({"run": _head(profile, day)})


def file_line(one: FileResult, *, with_copy: bool) -> str:
    """Return the line of one file."""
    return _line({"file": _plain(told_file(one, with_copy=with_copy))})


def summary_line(review: Review) -> str:
    """Return the line with the sums."""
    return _line({"summary": _plain(told_summary(review))})


def _head(profile: Profile, day: date) -> dict[str, object]:
    return {
        "schema_version": CHECK_VERSION,
        "tool": _plain(told_tool()),
        "profile": _plain(told_profile(profile)),
        "day": day.isoformat(),
    }


def _plain(told: BaseModel) -> dict[str, object]:
    """What was told, and nothing that was not: a part that was not asked for is left out."""
    return told.model_dump(exclude_unset=True)


def _line(told: object) -> str:
    return json.dumps(told, ensure_ascii=False)
