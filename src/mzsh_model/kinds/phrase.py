"""A fact in words, declared once: what reads it out of prose beside what words it; the facts that some prose does not tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import eq
from typing import Any, Generic, TypeVar, cast

from mzsh_model.model.base import Placeholder, Value

H = TypeVar("H")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrase(Generic[H, T]):
    """A fact of an `H`, and how prose states it; many wordings are read, one is written.

    The law of a phrase: `fact(read(printed(one))) == one`, or is `enough` for it.

    Attributes:
        zh: What the fact is called.
        fact: The fact as an `H` holds it; None, or empty, for none.
        read: What some text, one paragraph a line, states of an `H`: by the code that reads documents.
        printed: A clause or a sentence that states the fact.
        piecemeal: Whether texts may tell parts of it here and there: entries of a list, fields of a value.
        enough: Whether the first is told where a text tells the second.
    """

    zh: str
    fact: Callable[[H], T]
    read: Callable[[str], H]
    printed: Callable[[T], str]
    piecemeal: bool = False
    enough: Callable[[T, T], bool] = eq

    def untold(self, held: H, told: H) -> T | None:
        """Return what is left of the fact of `held` where a text tells what `told` holds; None where nothing is."""
        one, other = self.fact(held), self.fact(told)
        left = _left(one, other) if self.piecemeal else None if self.enough(one, other) else one
        return None if _is_nothing(left) else cast(T, left)


AnyPhrase = Phrase[Any, Any]
"""A phrase of whatever fact: for those that walk through all of them."""


def untold_clauses(phrases: Sequence[Phrase[H, Any]], held: H, said: str) -> Iterator[str]:
    """Yield, of these facts of `held`, the words for each that `said` does not tell."""
    told: dict[Callable[[str], H], H] = {}
    for phrase in phrases:
        if phrase.read not in told:
            told[phrase.read] = phrase.read(said)
        if (left := phrase.untold(held, told[phrase.read])) is not None:
            yield phrase.printed(left)


def sentence(clauses: Iterable[str], lead: str = "") -> str:
    """Return some clauses as one sentence behind its lead; nothing for none."""
    said = "，".join(clauses)
    return f"{lead}{said}。" if said else ""


def _left(one: object, told: object) -> object:
    """What of `one` is not in `told`: the entries of a list, the fields of a value."""
    if isinstance(one, tuple):
        known = cast(tuple[object, ...], told or ())
        return tuple(entry for entry in cast(tuple[object, ...], one) if entry not in known)
    if isinstance(one, Value) and not isinstance(one, Placeholder) and type(told) is type(one):
        parts = {name: _left(part, told.__dict__[name]) for name, part in one.__dict__.items()}
        return one.model_copy(update=parts)
    return None if one == told else one


def _is_nothing(left: object) -> bool:
    """Whether a fact is none: empty, or all of its parts are."""
    if isinstance(left, Value) and not isinstance(left, Placeholder):
        return all(map(_is_nothing, left.__dict__.values()))
    return left is None or (isinstance(left, tuple) and all(map(_is_nothing, cast(tuple[object, ...], left))))
