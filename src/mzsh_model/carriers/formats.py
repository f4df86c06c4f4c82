"""Which carriers there are, by the name that a person types."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import BinaryIO, NamedTuple, cast

from mzsh_model.batch.review import Review


class Carrier(NamedTuple):
    """One carrier: the module and the function that make it, and whether a console may show it.

    A function `…_pieces` yields its text piece by piece, `…_into` writes so into a file; another returns the whole.
    """

    module: str
    function: str
    is_console: bool = True


CARRIERS: dict[str, Carrier] = {
    "json": Carrier("lines", "check_pieces"),
    "jsonl": Carrier("lines", "jsonl_pieces"),
    "sarif": Carrier("sarif", "sarif_pieces"),
    "junit": Carrier("junit", "junit_pieces"),
    "github": Carrier("github", "github_pieces"),
    "html": Carrier("page", "page_into", is_console=False),
    "xlsx": Carrier("workbook", "workbook_into", is_console=False),
    "parquet": Carrier("parquet", "parquet_into", is_console=False),
    "docx": Carrier("paper", "paper_of", is_console=False),
}
"""All of them; what makes one is loaded when it is asked for."""
_INTO, _PIECES = "_into", "_pieces"
TEXTS: tuple[str, ...] = tuple(name for name, one in CARRIERS.items() if one.is_console)


def carried(name: str, review: Review) -> str | bytes:
    """Return a run as the carrier `name`: text, or the bytes of a file.

    Raises:
        KeyError: there is no such carrier.
        MzshError: a package that it needs is not installed.
    """
    if CARRIERS[name].function.endswith(_PIECES):
        return "".join(carried_in_pieces(name, review))
    out = io.BytesIO()
    carry_into(name, review, out)
    return out.getvalue()


def carried_in_pieces(name: str, review: Review) -> Iterator[str]:
    """Return a run as the carrier `name` that is a text, piece by piece.

    Raises:
        KeyError: there is no such carrier, or it is no text.
    """
    if not CARRIERS[name].function.endswith(_PIECES):
        raise KeyError(name)
    return cast(Iterator[str], _maker(name)(review))


def carry_into(name: str, review: Review, out: BinaryIO) -> None:
    """Write a run as the carrier `name` into a file; what can be written piece by piece is never whole in memory.

    Raises:
        KeyError: there is no such carrier.
        MzshError: a package that it needs is not installed.
    """
    function = CARRIERS[name].function
    if function.endswith(_INTO):
        _maker(name)(review, out)
    elif function.endswith(_PIECES):
        for piece in carried_in_pieces(name, review):
            out.write(piece.encode("utf-8", "backslashreplace"))
        out.write(b"\n")
    else:
        out.write(cast(bytes, _maker(name)(review)))


def _maker(name: str) -> Callable[..., object]:
    one = CARRIERS[name]
    return cast(Callable[..., object], getattr(import_module(f"mzsh_model.carriers.{one.module}"), one.function))


def as_bytes(told: str | bytes) -> bytes:
    """Return what goes into a file: text as UTF-8 with an end of line; half a surrogate pair is spelled out."""
    return told if isinstance(told, bytes) else (told + "\n").encode("utf-8", "backslashreplace")
