"""Several files of one document: versions of it in their order, copies, or two papers where one should be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mzsh_model.binding.identity.fingerprint import fingerprint, likeness
from mzsh_model.rules.package import kind_named, package_kinds
from mzsh_model.rules.papers import Paper

_SAME_DOCUMENT = 0.5
"""From this likeness of their texts on, two papers of one kind and one person are versions of one document."""

_UNNAMED, _FINAL = 3.5, 8
COPY = "副本"
"""The version that a copy, word for word, is said to be."""


@dataclass(frozen=True, slots=True)
class Versions:
    """The papers in use, those before them, and pairs of which cannot be told which is in use."""

    used: tuple[Paper, ...]
    others: tuple[Paper, ...]
    doubles: tuple[tuple[Paper, Paper], ...]


def by_version(papers: Iterable[Paper]) -> Versions:
    """Tell versions of one document from doubles, by their names and by the likeness of their texts."""
    alike: dict[tuple[str, str, str], list[Paper]] = {}
    used: list[Paper] = []
    for paper in papers:
        kind = kind_named(paper.kind)
        if (kind is not None and kind.many) or (paper.scope == "member" and not paper.member):
            used.append(paper)
        else:
            alike.setdefault((paper.kind, paper.scope, paper.member), []).append(paper)
    others: list[Paper] = []
    doubles: list[tuple[Paper, Paper]] = []
    for several in alike.values():
        last, *before = sorted(several, key=lambda one: (-_rank(one), COPY in one.path, one.path))
        used.append(last)
        for one in before:
            copy = _text(one) == _text(last)
            others.append(replace(one, version=one.version or (COPY if copy else "")))
            if not copy and (_is_unsure(one, last) or _apart(one, last)):
                doubles.append((last, one))
    return Versions(tuple(used), tuple(others), tuple(doubles))


def _rank(paper: Paper) -> float:
    """The place in the order of reviewing; a paper that names none stands after the drafts, before what was reviewed."""
    return paper.rank if paper.version else _UNNAMED


def _is_unsure(one: Paper, last: Paper) -> bool:
    """Whether it cannot be told which of two is in use: both name the same version, or one names none and neither is final."""
    if one.version and last.version:
        return one.rank == last.rank
    return not (one.version or last.version) or _UNNAMED < last.rank < _FINAL


def _apart(one: Paper, other: Paper) -> bool:
    return likeness(fingerprint(_text(one)), fingerprint(_text(other))) < _SAME_DOCUMENT


def _text(paper: Paper) -> str:
    return "".join("".join(text.split()) for _, text in paper.lines)


def in_package_order(papers: Sequence[Paper], names: Sequence[str]) -> tuple[Paper, ...]:
    """Return papers as the package lists them: by kind, the team's before its members', those in the roster's order."""
    kinds = {one.kind: n for n, one in enumerate(package_kinds())}
    people = {name: n for n, name in enumerate(names)}
    scopes = {"team": 0, "all": 0, "member": 1}
    return tuple(
        sorted(
            papers,
            key=lambda p: (kinds.get(p.kind, len(kinds)), scopes[p.scope], people.get(p.member, len(people)), p.path),
        )
    )
