"""The command line called as its entry point calls it, in this process."""

from __future__ import annotations

import contextlib
import io
import sys
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from mzsh_model.cli.main import main

EXAMPLES = Path(str(files("mzsh_model.examples")))
MEMBER = EXAMPLES / "个人对照检查材料.docx"
TEAM = EXAMPLES / "班子对照检查材料.docx"
LEDGER = EXAMPLES / "整改台账.docx"


class Run(NamedTuple):
    code: int
    out: str
    err: str


def mzsh(*arguments: str | Path) -> Run:
    out, err = io.StringIO(), io.StringIO()
    with (
        patch.object(sys, "argv", ["mzsh", *map(str, arguments)]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
            code = 0
        except SystemExit as stopped:
            code = int(stopped.code or 0)
    return Run(code, out.getvalue(), err.getvalue())


def assert_refused(run: Run, code: str) -> None:
    """One line on stderr that ends with the code of the error, nothing on stdout, exit code 2."""
    assert (run.code, run.out) == (2, "")
    assert len(run.err.splitlines()) == 1
    assert run.err.endswith(f"（{code}）\n"), run.err


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
