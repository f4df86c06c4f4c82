"""Which causes and measures answer each problem of a document, and who criticised whom: what tables of it are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.items import Issue, Link
from mzsh_model.model.parts import Criticism

BASIS_ZH = {
    "id": "绑定",
    "row": "同一行",
    "label": "文字点明",
    "aspect": "同一方面",
    "order": "同一序次",
    "likeness": "内容相近",
}
"""How two items are known to belong together, for people."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """One problem: what it says, the numbers (from 1) of the causes and measures that answer it, and how that is known."""

    statement: str
    causes: tuple[int, ...]
    measures: tuple[int, ...]
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correspondence:
    """The problems of a document with what answers them, and by critic and target how many criticisms it tells."""

    pairings: tuple[Pairing, ...] = ()
    criticisms: tuple[tuple[str, str], ...] = ()


def correspondence_of(value: DocumentValue) -> Correspondence:
    """Return the correspondence of a value; empty for one whose rows say themselves what belongs together."""
    return Correspondence(tuple(_pairings(value)), tuple(_criticisms(value)))


def _pairings(value: DocumentValue) -> Iterator[Pairing]:
    issues = cast(Sequence[Issue], getattr(value, "issues", None) or getattr(value, "team_issues", ()))
    causes, measures = (_numbers(getattr(value, name, ())) for name in ("causes", "measures"))
    links = cast(Sequence[Link], getattr(value, "links", ()))
    for issue in issues:
        mine = [link for link in links if link.issue == issue.id]
        yield Pairing(
            issue.statement,
            tuple(causes[link.cause] for link in mine if link.cause in causes),
            tuple(measures[link.measure] for link in mine if link.measure in measures),
            tuple(dict.fromkeys(BASIS_ZH[link.basis] for link in mine)),
        )


def _numbers(items: Sequence[object]) -> dict[object, int]:
    return {getattr(item, "id", ""): number for number, item in enumerate(items, 1)}


def _criticisms(value: DocumentValue) -> Iterator[tuple[str, str]]:
    for one in cast(Sequence[Criticism], getattr(value, "criticisms", ())):
        yield _named(one.critic), _named(one.target)


def _named(name: str | Placeholder | None) -> str:
    return name.raw if isinstance(name, Placeholder) else name or ""
