"""A run as one HTML page: no network, no script, prints on A4; what comes from a document is escaped and shown, never obeyed."""

from __future__ import annotations

from collections import Counter
from typing import BinaryIO

from mzsh_model import __version__
from mzsh_model.batch.review import Review
from mzsh_model.batch.run import FileResult
from mzsh_model.carriers.charts import charts_of
from mzsh_model.carriers.grouping import grouped
from mzsh_model.carriers.matrix import matrix_of
from mzsh_model.carriers.persons import conclusion, person_rows, verdict_words
from mzsh_model.carriers.rows import why_no_verdict
from mzsh_model.carriers.templates import rendered_in_pieces
from mzsh_model.model.base import SCHEMA_VERSION
from mzsh_model.rules.finding import Level, Verdict
from mzsh_model.rules.profile import Profile


def page_into(review: Review, out: BinaryIO) -> None:
    """Write the run as a page, a file after the other.

    Raises:
        BadEdit: jinja2 (extra `report`) is not installed.
    """
    pieces = rendered_in_pieces(
        "carriers/page.html",
        **told_sums(review),
        places={one.path: number for number, one in enumerate(review.files, 1)},
        charts=charts_of(review),
        files=(told_one(one, review.profile) for one in review.files),
    )
    for piece in pieces:
        out.write(piece.encode("utf-8", "backslashreplace"))
    out.write(b"\n")


def told_sums(review: Review) -> dict[str, object]:
    """Return what templates need to tell the whole of a run: sums, who lacks what, versions."""
    levels = Counter(f.level for one in review.files for f in one.result.findings)
    return {
        "review": review,
        "version": __version__,
        "model_version": SCHEMA_VERSION,
        "levels": [(str(level), levels[level]) for level in Level],
        "verdicts": [
            (verdict_words(verdict, review.profile), sum(one.result.verdict is verdict for one in review.files))
            for verdict in Verdict
        ],
        "undecided": sum(bool(why_no_verdict(one.result)) for one in review.files),
        "hidden": sum(len(one.suppressed) for one in review.files),
        "rows": list(person_rows(review.files, review.profile)),
    }


def told_one(one: FileResult, profile: Profile) -> dict[str, object]:
    """Return what templates need to tell one file."""
    return {
        "one": one,
        "conclusion": conclusion(one.result, profile),
        "why": why_no_verdict(one.result),
        "groups": grouped(one.result.findings),
        "matrix": matrix_of(one.correspondence),
    }
