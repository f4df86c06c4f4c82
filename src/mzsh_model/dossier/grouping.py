"""Papers that lie in one folder sorted by meeting: by unit and year, as most of each group say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mzsh_model.chinese.units import may_be_one_unit
from mzsh_model.dossier.intake import Received, Stray
from mzsh_model.dossier.roster import roster_of

_FEW = 2
_MAIN = 3
_NO_UNIT = "看不出是哪个单位、哪一年的会。请把它和同一次会的材料放在一个文件夹里，或写明单位"


@dataclass(slots=True)
class Group:
    """The papers of one meeting; `unit` and `year` are what those that say so say."""

    unit: str
    year: int | None
    papers: list[Received] = field(default_factory=list[Received])

    def lacks(self, one: Received) -> bool:
        """Whether the group has no paper of that kind of that member or team."""
        return _key(one) not in {_key(other) for other in self.papers}

    @property
    def names(self) -> frozenset[str]:
        """Everybody whom the group's papers name."""
        return frozenset(roster_of(one.paper for one in self.papers).names)


def _key(one: Received) -> tuple[str, str, str]:
    return one.paper.kind, one.paper.scope, one.paper.member


def grouped(received: Sequence[Received]) -> tuple[list[Group], list[Stray]]:
    """Return the meetings, the largest first, and the papers that belong to none.

    A paper that names its unit and its year goes by them; one that does not, by the folder it lies in and by whose it is. A
    paper or two whose year or unit nobody else has, and which fill a gap in a meeting, are of that meeting: they slipped.
    """
    units = _units(received)
    groups: dict[tuple[str, int | None], Group] = {}
    later: list[Received] = []
    for one in received:
        unit = units.get(one.unit, "")
        if unit and one.year is not None:
            groups.setdefault((unit, one.year), Group(unit, one.year)).papers.append(one)
        else:
            later.append(one)
    strays: list[Stray] = []
    for one in later:
        home = _home(one, units.get(one.unit, ""), list(groups.values()))
        if home is not None:
            home.papers.append(one)
        elif units.get(one.unit, "") or (not groups and len(units) <= 1):
            unit = units.get(one.unit, "") or next(iter(units.values()), "")
            groups.setdefault((unit, one.year), Group(unit, one.year)).papers.append(one)
        else:
            strays.append(Stray(one.paper.path, _NO_UNIT))
    return _settled(list(groups.values())), strays


def _units(received: Iterable[Received]) -> dict[str, str]:
    """Each unit's name to the one that stands for it: 教育局 to 某县教育局 where only one full name ends so."""
    names = Counter(one.unit for one in received if one.unit)
    found: dict[str, str] = {}
    for name in sorted(names, key=len, reverse=True):
        longer = {found[other] for other in found if may_be_one_unit(other, name)}
        found[name] = longer.pop() if len(longer) == 1 else name
    return found


def _home(one: Received, unit: str, groups: Sequence[Group]) -> Group | None:
    """The one group that a paper without unit or year fits best; None where two fit as well."""
    fitting = [g for g in groups if unit in ("", g.unit) and one.year in (None, g.year)]
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    ranked = sorted(((_fit(one, g), n) for n, g in enumerate(fitting)), reverse=True)
    return fitting[ranked[0][1]] if ranked[0][0] > ranked[1][0] else None


def _fit(one: Received, group: Group) -> tuple[bool, bool, int]:
    beside = sum(other.place == one.place for other in group.papers)
    named = bool(one.paper.member) and one.paper.member in group.names
    return named, beside > 0, beside


def _settled(groups: list[Group]) -> list[Group]:
    """The groups with those that are slips of another put into it."""
    groups.sort(key=lambda g: (-len(g.papers), g.unit, -(g.year or 0)))
    kept: list[Group] = []
    for group in groups:
        homes = [home for home in kept if len(home.papers) >= _MAIN and _slipped(group, home)]
        if len(group.papers) <= _FEW and len(homes) == 1:
            homes[0].papers += group.papers
        else:
            kept.append(group)
    return kept


def _slipped(few: Group, home: Group) -> bool:
    """Whether a few papers differ from a meeting in unit or in year alone, and are what it lacks."""
    same_unit, same_year = few.unit == home.unit, few.year == home.year
    if same_unit is same_year or not all(home.lacks(one) for one in few.papers):
        return False
    beside = {one.place for one in home.papers}
    known = same_unit or all(one.paper.member in home.names for one in few.papers if one.paper.member)
    return known and all(one.place in beside for one in few.papers)
