"""A run as one HTML page: no network, no script, prints on A4; what comes from a document is escaped and shown, never obeyed."""

from __future__ import annotations

from importlib import import_module
from importlib.resources import files
from typing import Protocol, cast

from mzsh_model import __version__
from mzsh_model.batch.review import Review
from mzsh_model.carriers.charts import charts_of
from mzsh_model.carriers.grouping import grouped
from mzsh_model.carriers.matrix import matrix_of
from mzsh_model.carriers.persons import conclusion, person_rows, verdict_words
from mzsh_model.carriers.rows import numbers, place_words, why_no_verdict
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.printable import printable
from mzsh_model.model.base import SCHEMA_VERSION
from mzsh_model.rules.finding import Level, Verdict

_TEMPLATE = "page.html"


class _Template(Protocol):
    """What is used of a template of jinja2."""

    def render(self, **context: object) -> str: ...


def page_of(review: Review) -> str:
    """Return the run as a page.

    Raises:
        BadEdit: jinja2 (extra `report`) is not installed.
    """
    findings = [f for one in review.files for f in one.result.findings]
    return _template().render(
        review=review,
        version=__version__,
        model_version=SCHEMA_VERSION,
        levels=[(str(level), sum(f.level is level for f in findings)) for level in Level],
        verdicts=[
            (verdict_words(verdict, review.profile), sum(one.result.verdict is verdict for one in review.files))
            for verdict in Verdict
        ],
        undecided=sum(bool(why_no_verdict(one.result)) for one in review.files),
        hidden=sum(len(one.suppressed) for one in review.files),
        rows=list(person_rows(review.files, review.profile)),
        places={one.path: number for number, one in enumerate(review.files, 1)},
        charts=charts_of(review),
        files=[
            {
                "one": one,
                "conclusion": conclusion(one.result, review.profile),
                "why": why_no_verdict(one.result),
                "groups": grouped(one.result.findings),
                "matrix": matrix_of(one.correspondence),
            }
            for one in review.files
        ],
    )


def _template() -> _Template:
    try:
        jinja2 = import_module("jinja2")
    except ImportError as error:
        raise BadEdit("report-extra", "写网页报告要先安装：pip install 'mzsh-model[report]'") from error
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_shown
    )
    environment.filters |= {"numbers": numbers, "place": place_words}
    text = files("mzsh_model.carriers").joinpath(_TEMPLATE).read_text(encoding="utf-8")
    return cast(_Template, environment.from_string(text))


def _shown(value: object) -> object:
    """Every value that the template prints: text of documents with what would command a reader spelled out."""
    return printable(value) if type(value) is str else value
