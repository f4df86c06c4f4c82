"""What a command says: its report on stdout, everything beside it on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import NoReturn

import typer


def say(lines: Iterable[str]) -> None:
    """Write lines of the report."""
    for line in lines:
        sys.stdout.write(line + "\n")


def say_json(value: object) -> None:
    """Write one line of JSON: as it is where the stream can carry it, escaped where it cannot, never with characters lost."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value)
    say([text])


def remark(line: str) -> None:
    """Write a line that is no part of the report: what was passed over, what is wrong."""
    sys.stderr.write(line + "\n")


def stop(line: str) -> NoReturn:
    """Say why nothing was done, and end the command with exit code 2."""
    remark(line)
    raise typer.Exit(2)
