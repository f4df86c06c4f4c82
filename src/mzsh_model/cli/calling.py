"""One verb called with its arguments: Typer reads them, and only the module of that verb is loaded."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module

import typer

from mzsh_model.cli.chinese import help_text, usage_text
from mzsh_model.cli.console import remark
from mzsh_model.cli.ending import FAILED, InterruptedRunError, write_raw
from mzsh_model.cli.verbs import Verb
from mzsh_model.kernel.errors import MzshError


def call(verb: Verb, arguments: list[str]) -> int:
    """Return the exit code of a verb; whatever the library refuses is one line, with the code to look it up by."""
    if "--help" not in arguments:
        return _called(verb, arguments)
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        code = _called(verb, arguments)
    write_raw(sys.stdout, help_text(told.getvalue()))
    return code


def _called(verb: Verb, arguments: list[str]) -> int:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(_interruptible(getattr(import_module(f"{__package__}.{verb.module}"), verb.name)))
    name = f"mzsh {verb.name}"
    try:
        return int(app(arguments, prog_name=name, standalone_mode=False) or 0)
    except MzshError as error:
        remark(f"{error.message}（{error.code}）")
        return FAILED
    except typer.Abort as error:
        raise InterruptedRunError from error
    except typer.TyperException as error:
        remark(f"{usage_text(error.format_message())}  看用法：{name} --help")
        return FAILED


def _interruptible(function: Callable[..., None]) -> Callable[..., None]:
    """The function of a verb, but that Ctrl-C ends it as an error of ours."""

    @wraps(function)
    def called(*arguments: object, **named: object) -> None:
        try:
            function(*arguments, **named)
        except KeyboardInterrupt as error:
            raise InterruptedRunError from error

    return called
