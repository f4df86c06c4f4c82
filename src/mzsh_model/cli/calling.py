"""One verb called with its arguments: Typer reads them, and only the module of that verb is loaded."""

from __future__ import annotations

import contextlib
import io
import sys
from importlib import import_module

import typer

from mzsh_model.cli.chinese import help_text, usage_text
from mzsh_model.cli.console import remark
from mzsh_model.cli.verbs import Verb
from mzsh_model.kernel.errors import MzshError


def call(verb: Verb, arguments: list[str]) -> int:
    """Return the exit code of a verb; whatever the library refuses is one line, with the code to look it up by."""
    if "--help" not in arguments:
        return _called(verb, arguments)
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        code = _called(verb, arguments)
    sys.stdout.write(help_text(told.getvalue()))
    return code


def _called(verb: Verb, arguments: list[str]) -> int:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(getattr(import_module(f"{__package__}.{verb.module}"), verb.name))
    name = f"mzsh {verb.name}"
    try:
        return int(app(arguments, prog_name=name, standalone_mode=False) or 0)
    except MzshError as error:
        remark(f"{error.message}（{error.code}）")
        return 2
    except typer.Abort:
        return 130
    except typer.TyperException as error:
        remark(f"{usage_text(error.format_message())}  看用法：{name} --help")
        return 2
