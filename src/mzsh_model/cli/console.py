"""What a command says: its report on stdout, everything beside it on stderr. No document text passes here as it is."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import NoReturn

import typer

from mzsh_model.cli.ending import FAILED, write_line, write_raw
from mzsh_model.kernel.printable import is_command, printable

_JSON = ("{", "[")
"""How a line of JSON begins here."""


def say(lines: Iterable[str]) -> None:
    """Write lines of the report."""
    for line in lines:
        write_line(sys.stdout, line)


def say_text(text: str) -> None:
    """Write a text of several lines."""
    say(text.split("\n"))


def say_json(value: object) -> None:
    """Write one line of JSON."""
    say_machine([json.dumps(value, ensure_ascii=False)])


def say_machine(pieces: Iterable[str]) -> None:
    """Write a form for programs, as it comes.

    JSON, one object a line, loses no character: what the stream cannot carry, and what a terminal would obey, is escaped. In
    other forms that is spelled out, or replaced.
    """
    line = ""  # how the line begins that is being written
    for piece in pieces:
        for n, part in enumerate(piece.split("\n")):
            if n:
                write_raw(sys.stdout, "\n")
                line = ""
            line = line or part[:1]
            write_raw(sys.stdout, "".join(map(_spelled, part)) if line in _JSON else printable(part))
    write_raw(sys.stdout, "\n")


def _spelled(character: str) -> str:
    return character if _carries(character) else _escaped(character)


def remark(line: str) -> None:
    """Write a line that is no part of the report: what was passed over, what is wrong."""
    write_line(sys.stderr, line)


def stop(line: str) -> NoReturn:
    """Say why nothing was done, and end the command with exit code 2."""
    remark(line)
    raise typer.Exit(FAILED)


def _carries(character: str) -> bool:
    if character.isascii():
        return character >= " "
    if is_command(character):
        return False
    try:
        character.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _escaped(character: str) -> str:
    data = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[at : at + 2].hex()}" for at in range(0, len(data), 2))
