"""A fresh file of every kind, blank forms among them, as the checkers of Office files and LibreOffice get them."""

from __future__ import annotations

from functools import cache

import mzsh_model as mz
from mzsh_model.kinds.registry import kind_of, kinds
from tests.dossier import nine, rest_of_nine

ROSTER = [who.name for who in nine.MEMBERS]


@cache
def fresh_files() -> dict[str, bytes]:
    """The first paper of each kind in the meeting of nine by the kind's name, and one blank form of each sort."""
    papers: dict[str, mz.DocumentValue] = {}
    for value in (nine.team_paper(), *nine.papers().values(), *rest_of_nine.papers().values()):
        papers.setdefault(str(kind_of(value).kind), value)
    assert set(papers) == {str(one.kind) for one in kinds()} - {"Unknown"}
    for value in mz.blank_forms(ROSTER, organisation=nine.UNIT, year=2025).values():
        papers.setdefault(f"Blank{kind_of(value).kind}", value)
    return {name: mz.write(value) for name, value in papers.items()}
