"""`mzsh`: read, check, write, compare. Exit codes: 0 done, 1 there is something to look at, 2 it could not be done."""

from __future__ import annotations

import contextlib
import io
import os
import sys

import typer

from mzsh_model import __version__
from mzsh_model.cli.checking import check, demo
from mzsh_model.cli.chinese import help_text, usage_text
from mzsh_model.cli.comparing import diff, merge
from mzsh_model.cli.console import remark
from mzsh_model.cli.explaining import explain, profile, rules, schema
from mzsh_model.cli.marking import bind, clean, fates, finalize
from mzsh_model.cli.reading import read
from mzsh_model.cli.writing import write
from mzsh_model.kernel.errors import MzshError

app: typer.Typer = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="民主生活会材料：读入、检查、写回 Word、比较。",
    rich_markup_mode=None,
)
for _command in (
    demo,
    read,
    check,
    write,
    clean,
    diff,
    merge,
    bind,
    fates,
    finalize,
    explain,
    rules,
    schema,
    profile,
):
    app.command()(_command)


def main() -> None:
    """Run the command line; a console that cannot show a character gets a substitute, a closed pipe ends quietly."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    try:
        code = _run(sys.argv[1:] or ["--help"])
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        sys.stdout.write(f"mzsh {__version__}\n")
        return 0
    if "--help" in arguments:
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            code = _called(arguments)
        sys.stdout.write(help_text(told.getvalue()))
        return code
    return _called(arguments)


def _called(arguments: list[str]) -> int:
    """Call the command; whatever the library refuses is one line, with the code to look it up by."""
    try:
        return int(app(arguments, prog_name="mzsh", standalone_mode=False) or 0)
    except MzshError as error:
        remark(f"{error.message}（{error.code}）")
        return 2
    except typer.Abort:
        return 130
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        asked = context.command_path if context else "mzsh"
        remark(f"{usage_text(error.format_message())}  看用法：{asked} --help")
        return 2
