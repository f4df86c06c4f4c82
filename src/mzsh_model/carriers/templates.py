"""Templates of pages, held as files of the package: whatever they print of a document is escaped, and commands nobody."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from typing import Protocol, cast

from mzsh_model.carriers.rows import numbers, place_words
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.printable import printable


class _Template(Protocol):
    """What is used of a template of jinja2."""

    def render(self, **context: object) -> str: ...
    def generate(self, **context: object) -> Iterator[str]: ...


class _Environment(Protocol):
    def get_template(self, name: str) -> _Template: ...


def rendered(name: str, **context: object) -> str:
    """Return a page: the template `name` (its path below the package, with `/`) filled with `context`.

    Raises:
        BadEdit: jinja2 (extra `report`) is not installed.
    """
    return _environment().get_template(name).render(**context)


def rendered_in_pieces(name: str, **context: object) -> Iterator[str]:
    """Return a page as `rendered` does, piece by piece.

    Raises:
        BadEdit: jinja2 (extra `report`) is not installed.
    """
    return _environment().get_template(name).generate(**context)


def _environment() -> _Environment:
    try:
        jinja2 = import_module("jinja2")
    except ImportError as error:
        raise BadEdit("report-extra", "写网页报告要先安装：pip install 'mzsh-model[report]'") from error
    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        loader=jinja2.FunctionLoader(_text),
    )
    environment.filters |= {"numbers": numbers, "place": place_words}
    return cast(_Environment, environment)


def _text(name: str) -> str:
    return files("mzsh_model").joinpath(*name.split("/")).read_text(encoding="utf-8")


def _shown(value: object) -> object:
    """Every value that a template prints: text of documents with what would command a reader spelled out."""
    return printable(value) if type(value) is str else value
