"""`mzsh`: read, check, write, compare. Exit codes: 0 done, 1 there is something to look at, 2 it could not be done.

Who asks for the version or the list of verbs waits for neither Typer nor pydantic nor lxml.
"""

from __future__ import annotations

import os
import sys

from mzsh_model import __version__
from mzsh_model.cli.verbs import VERBS, overview_page

_EXTRA = ("typer", "click", "rich")


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
    first, *rest = arguments
    if first == "--version":
        sys.stdout.write(f"mzsh {__version__}\n")
        return 0
    if first == "--help":
        sys.stdout.write(overview_page())
        return 0
    for verb in VERBS:
        if verb.name == first:
            try:
                from mzsh_model.cli.calling import call
            except ModuleNotFoundError as error:
                if error.name not in _EXTRA:
                    raise
                sys.stderr.write('命令行需要附加组件：pip install "mzsh-model[cli]"\n')
                return 2
            return call(verb, rest)
    sys.stderr.write(f"{_unknown(first)}  看用法：mzsh --help\n")
    return 2


def _unknown(first: str) -> str:
    from difflib import get_close_matches

    if first.startswith("-"):
        return f"没有选项 {first}。"
    near = get_close_matches(first, [verb.name for verb in VERBS])
    return f"没有命令 {first}。" + (f"是不是 {'、'.join(near)}？" if near else "")
