"""Which carriers there are, by the name that a person types."""

from __future__ import annotations

import io
from importlib import import_module
from typing import BinaryIO, NamedTuple, cast

from mzsh_model.batch.review import Review


class Carrier(NamedTuple):
    """One carrier: the module and the function that make it, and whether a console may show it.

    A function `…_into` writes into a file piece by piece; another returns the whole.
    """

    module: str
    function: str
    is_console: bool = True


CARRIERS: dict[str, Carrier] = {
    "json": Carrier("lines", "json_of"),
    "jsonl": Carrier("lines", "jsonl_of"),
    "sarif": Carrier("sarif", "sarif_of"),
    "junit": Carrier("junit", "junit_of"),
    "github": Carrier("github", "github_of"),
    "html": Carrier("page", "page_into", is_console=False),
    "xlsx": Carrier("workbook", "workbook_into", is_console=False),
    "parquet": Carrier("parquet", "parquet_into", is_console=False),
    "docx": Carrier("paper", "paper_of", is_console=False),
}
"""All of them; what makes one is loaded when it is asked for."""
_INTO = "_into"
TEXTS: tuple[str, ...] = tuple(name for name, one in CARRIERS.items() if one.is_console)


def carried(name: str, review: Review) -> str | bytes:
    """Return a run as the carrier `name`: text, or the bytes of a file.

    Raises:
        KeyError: there is no such carrier.
        MzshError: a package that it needs is not installed.
    """
    one = CARRIERS[name]
    make = getattr(import_module(f"mzsh_model.carriers.{one.module}"), one.function)
    if not one.function.endswith(_INTO):
        return cast(str | bytes, make(review))
    out = io.BytesIO()
    make(review, out)
    return out.getvalue()


def carry_into(name: str, review: Review, out: BinaryIO) -> None:
    """Write a run as the carrier `name` into a file; what can be written piece by piece is never whole in memory.

    Raises:
        KeyError: there is no such carrier.
        MzshError: a package that it needs is not installed.
    """
    one = CARRIERS[name]
    if one.function.endswith(_INTO):
        getattr(import_module(f"mzsh_model.carriers.{one.module}"), one.function)(review, out)
    else:
        out.write(as_bytes(carried(name, review)))


def as_bytes(told: str | bytes) -> bytes:
    """Return what goes into a file: text as UTF-8 with an end of line; half a surrogate pair is spelled out."""
    return told if isinstance(told, bytes) else (told + "\n").encode("utf-8", "backslashreplace")
