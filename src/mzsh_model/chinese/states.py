"""How far a measure is, from the words of a ledger: open, done, or standing (kept up for good)."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

State = Literal["open", "done", "standing"]


class _Words(NamedTuple):
    words: tuple[tuple[str, State], ...]
    cells: dict[str, State]
    ending: tuple[str, ...]
    going: tuple[str, ...]


@cache
def _table() -> _Words:
    table = tomllib.loads(files("mzsh_model.chinese").joinpath("states.toml").read_text(encoding="utf-8"))
    words: list[tuple[str, State]] = []
    cells: dict[str, State] = {}
    for row in table["state"]:
        name: State = row["name"]
        words.extend((str(word), name) for word in row["words"])
        cells.update((str(cell), name) for cell in row["cells"])
    return _Words(
        tuple(sorted(words, key=lambda one: -len(one[0]))), cells, tuple(table["ending"]), tuple(table["going"])
    )


@lru_cache(maxsize=1024)
def state_of(text: str) -> State | None:
    """Return the state that the text of a status tells; None where it tells none, or several.

    >>> state_of("已整改到位"), state_of("√"), state_of("尚未完成"), state_of("长期坚持"), state_of("张三")
    ('done', 'done', 'open', 'standing', None)
    """
    bare = "".join(text.split()).strip("。.；;").replace("％", "%")
    if (cell := _table().cells.get(bare.lower())) is not None:
        return cell
    found: set[State] = {state for _, state in _told(bare)}
    if found == {"done", "standing"}:
        return "standing"
    return found.pop() if len(found) == 1 else None


def may_be_done(text: str) -> bool:
    """Whether a text may say in words of its own that something is done: then nobody can say that it is not.

    >>> may_be_done("已全部补发到位，回单在册"), may_be_done("已改正，多收的钱全部退还"), may_be_done("接待点均已建成")
    (True, True, True)
    >>> may_be_done("已挂120株，其余正在制作"), may_be_done("开会2次")
    (False, False)
    """
    table = _table()
    return any(word in text for word in table.ending) and not any(word in text for word in table.going)


def state_words(text: str) -> tuple[str, ...]:
    """Return the words of `text` that tell a state, in order, the longest where several begin together."""
    return tuple(word for word, _ in _told(text)) if text else ()


def _told(text: str) -> list[tuple[str, State]]:
    hits: list[tuple[int, int, str, State]] = [
        (at, at + len(word), word, state) for word, state in _table().words if (at := text.find(word)) >= 0
    ]
    kept: list[tuple[int, str, State]] = [
        (start, word, state)
        for start, end, word, state in hits
        if not any(low <= start and end <= high and high - low > end - start for low, high, _, _ in hits)
    ]
    return [(word, state) for _, word, state in sorted(kept)]
