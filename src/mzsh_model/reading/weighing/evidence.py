"""Why a stretch is read as what it is: named evidence with integer weights, summed for each reading it may have."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from mzsh_model.reading.weighing.weights import OWN, load_weights, sign_texts

R = TypeVar("R", bound=Hashable)


class Evidence(NamedTuple):
    """One sign and what it weighs for the reading it was counted for; `name` is `part.sign` of `weights.toml`."""

    name: str
    weight: int

    @property
    def text(self) -> str:
        """The sign in Chinese."""
        return sign_texts()[self.name]


@dataclass(slots=True)
class Scores(Generic[R]):
    """The evidence found for each reading of one stretch; readings that nothing speaks for score 0.

    >>> scores = Scores("list", {True: "weight"})
    >>> scores.add("counted")
    >>> scores.add("demands", share=0.5)
    >>> [(one.name, one.weight) for one in scores.found[True]], scores.total(True)
    ([('list.counted', 3), ('list.demands', -3)], 0)
    """

    part: str
    names: Mapping[R, str]
    found: dict[R, list[Evidence]] = field(default_factory=dict[R, list[Evidence]])

    def add(self, sign: str, *, share: float = 1.0, of: R | None = None) -> None:
        """Count a sign for the readings it speaks for, or for the reading `of` that it names; in part by `share`."""
        weights = load_weights()[self.part][sign]
        if of is not None:
            self._count(of, sign, weights[OWN], share)
            return
        for reading, name in self.names.items():
            if name in weights:
                self._count(reading, sign, weights[name], share)

    def _count(self, reading: R, sign: str, weight: int, share: float) -> None:
        if counted := round(weight * share):
            self.found.setdefault(reading, []).append(Evidence(f"{self.part}.{sign}", counted))

    def total(self, reading: R) -> int:
        """The sum for one reading."""
        return total(self.found.get(reading, ()))


@dataclass(frozen=True, slots=True)
class Decision(Generic[R]):
    """The reading taken, the best other one, by how much it is behind, and the evidence for both."""

    taken: R
    rival: R | None
    margin: int
    evidence: Sequence[Evidence] = ()
    against: Sequence[Evidence] = ()


def total(evidence: Iterable[Evidence]) -> int:
    """Return the sum of the weights."""
    return sum(one.weight for one in evidence)
