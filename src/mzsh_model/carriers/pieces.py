"""A text in pieces, so that it is never whole in memory, however many files it tells of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import cast


def in_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines with ends of lines between them."""
    between = ""
    for line in lines:
        yield between + line
        between = "\n"


def json_pieces(told: object) -> Iterator[str]:
    """Yield a value as one line of JSON, as `json.dumps` writes it.

    An iterator that stands in its objects and lists is written as the list of what it yields, a piece each.
    """
    if isinstance(told, dict):
        yield "{"
        for n, (name, held) in enumerate(cast(dict[str, object], told).items()):
            yield f"{', ' if n else ''}{_whole(name)}: "
            yield from json_pieces(held)
        yield "}"
    elif isinstance(told, list):
        yield "["
        for n, held in enumerate(cast(list[object], told)):
            yield ", " if n else ""
            yield from json_pieces(held)
        yield "]"
    elif isinstance(told, Iterator):
        yield "["
        for n, held in enumerate(cast(Iterator[object], told)):
            yield f"{', ' if n else ''}{_whole(held)}"
        yield "]"
    else:
        yield _whole(told)


def _whole(told: object) -> str:
    return json.dumps(told, ensure_ascii=False)
