"""`mzsh`: read, check, write, compare. Exit codes: 0 done, 1 there is something to look at, 2 it could not be done, 130 interrupted.

Who asks for the version or the list of verbs waits for neither Typer nor pydantic nor lxml.
"""

from __future__ import annotations

import sys

from mzsh_model import __version__
from mzsh_model.cli.ending import (
    BROKEN_OFF,
    FAILED,
    INTERRUPTED,
    InterruptedRunError,
    UnheardError,
    heeding_interrupts,
    last_words,
    prepare,
    settle,
    write_line,
    write_raw,
)
from mzsh_model.cli.verbs import VERBS, overview_page

_EXTRA = ("typer", "click", "rich")


def main() -> None:
    """Run the command line; whatever happens ends in a code, and in one line where it is not what was asked for."""
    try:
        prepare()
        with heeding_interrupts():
            code = _run(sys.argv[1:] or ["--help"])
            settle()
    except UnheardError:
        last_words("输出写不出去（磁盘满了，或对方已经关闭），没有说完")
        code = FAILED
    except (KeyboardInterrupt, InterruptedRunError):
        last_words(BROKEN_OFF)
        code = INTERRUPTED
    except Exception as slip:
        last_words(f"程序出错（{type(slip).__name__}），是本工具的缺陷，请报告")
        code = FAILED
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    first, *rest = arguments
    if first == "--version":
        write_raw(sys.stdout, f"mzsh {__version__}\n")
        return 0
    if first == "--help":
        write_raw(sys.stdout, overview_page())
        return 0
    for verb in VERBS:
        if verb.name == first:
            try:
                from mzsh_model.cli.calling import call
            except ModuleNotFoundError as error:
                if error.name not in _EXTRA:
                    raise
                write_line(sys.stderr, '命令行需要附加组件：pip install "mzsh-model[cli]"')
                return FAILED
            return call(verb, rest)
    write_line(sys.stderr, f"{_unknown(first)}  看用法：mzsh --help")
    return FAILED


def _unknown(first: str) -> str:
    from difflib import get_close_matches

    if first.startswith("-"):
        return f"没有选项 {first}。"
    near = get_close_matches(first, [verb.name for verb in VERBS])
    return f"没有命令 {first}。" + (f"是不是 {'、'.join(near)}？" if near else "")
