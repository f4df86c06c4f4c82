"""One meeting's papers side by side, as the rules that compare them see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar, cast

from mzsh_model.kernel.errors import BadPath
from mzsh_model.model.base import Value
from mzsh_model.model.walk import resolve, walk

if TYPE_CHECKING:  # these know the rules, and the rules know this
    from mzsh_model.rules.context import Context
    from mzsh_model.rules.doubts import Doubts
    from mzsh_model.rules.profile import Profile

V = TypeVar("V", bound=Value)
Scope = Literal["team", "member", "all"]
"""Whose a paper is: the team's, one member's, or the whole meeting's."""


@dataclass(frozen=True, eq=False)
class Paper:
    """One file of a meeting: where it stands, of which kind, whose, which version, and what was read from it.

    `path` is relative to the folder, with `/`; `kind` the name of the value type, of a kind that is only named too; `doubts`
    what of it was not read surely; `member` the name of the member it is of, empty for the team's and the meeting's; `version` is empty where none is told.
    """

    path: str
    kind: str
    kind_zh: str
    context: Context
    doubts: Doubts
    scope: Scope = "all"
    member: str = ""
    version: str = ""
    rank: int = 0
    _held: dict[type[Value], tuple[tuple[str, Value], ...]] = field(
        default_factory=dict[type[Value], tuple[tuple[str, Value], ...]], repr=False
    )

    @property
    def value(self) -> Value:
        """What was read."""
        return self.context.value

    def stated(self, at: str) -> int | None:
        """Return the number at a path, None for a blank, for none, and where there is no such field."""
        try:
            count = resolve(self.value, at)
        except BadPath:
            return None
        return count if isinstance(count, int) else None

    def each(self, kind: type[V]) -> tuple[tuple[str, V], ...]:
        """Return every value of a type that stands in the paper, with its path; whatever kind of document it is."""
        if kind not in self._held:
            self._held[kind] = tuple((str(path), node) for path, node in walk(self.value, frozenset({kind})))
        return cast(tuple[tuple[str, V], ...], self._held[kind])

    @property
    def is_read(self) -> bool:
        """Whether it was read whole and surely: only then can be said what it does not have."""
        return not self.doubts.refusal and not self.unread

    @property
    def unread(self) -> str:
        """Why it was not read whole, empty where it was."""
        if self.doubts.refusal:
            return self.doubts.refusal
        return self.doubts.parts[0].reason if self.doubts.parts else ""

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """The lines of its body with their numbers (1-based)."""
        source = self.context.source
        lines = source.outline.lines if source is not None else ()
        return tuple((line.number, line.text) for line in lines if line.story in ("body", "textbox"))

    @property
    def whose(self) -> str:
        """What to call whom it is of: the member's name, 班子, or nothing."""
        return self.member or ("班子" if self.scope == "team" else "")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a member is named: in which paper, at which path of its value, as what, how, with which post."""

    path: str
    at: str
    role: Literal["subject", "attendee", "absent", "chair", "owner", "row", "named"]
    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class RosterMember:
    """A member of the team, and every place that names them; none where only the settings do.

    `also` are names of one other character by which some papers seem to mean them: 王维 for 王伟.
    """

    name: str
    seen: tuple[Sighting, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """The members of the team in the order in which they became known; `given` says that the settings list them all."""

    members: tuple[RosterMember, ...] = ()
    given: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(one.name for one in self.members)

    def find(self, name: str) -> RosterMember | None:
        """Return the member whom a name means, None for nobody."""
        return next((one for one in self.members if name == one.name or name in one.also), None)

    def meant(self, name: str) -> str:
        """Return the name of the member whom a name means; a stranger's name as it is."""
        found = self.find(name)
        return found.name if found else name


@dataclass(frozen=True, eq=False)
class MeetingPapers:
    """What one meeting left on paper: of each document the version in use, and the others beside it.

    `year` and `unit` are what most papers say; `unit` is the shortest full form of the unit's name. `last_year` is the
    meeting before, where its papers are there. `kept` says that it is itself the meeting before another one, and that only some of
    its papers were kept to compare with.
    """

    year: int | None
    unit: str
    papers: tuple[Paper, ...]
    roster: Roster
    profile: Profile
    today: date
    others: tuple[Paper, ...] = ()
    doubles: tuple[tuple[Paper, Paper], ...] = ()
    last_year: MeetingPapers | None = None
    kept: bool = False

    def of(self, *kinds: str, scope: Scope | None = None) -> tuple[Paper, ...]:
        """Return the papers of these kinds (names of value types), of one scope where one is given."""
        return tuple(one for one in self.papers if one.kind in kinds and scope in (None, one.scope))

    def having(self, kind: type[V]) -> Iterator[tuple[Paper, str, V]]:
        """Yield every value of a type in any of the papers: the paper, the path, the value."""
        for paper in self.papers:
            for at, value in paper.each(kind):
                yield paper, at, value

    def named(self, path: str) -> Paper:
        """Return the paper at a path.

        Raises:
            KeyError: none of the meeting's papers stands there.
        """
        last = self.last_year
        for one in (*self.papers, *self.others, *(last.papers if last else ()), *(last.others if last else ())):
            if one.path == path:
                return one
        raise KeyError(path)
