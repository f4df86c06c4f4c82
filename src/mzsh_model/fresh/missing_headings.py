"""Headings for items that have none: the chapters that the genre uses most, in its order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mzsh_model.fresh.laid_parts import Entry, parts_of
from mzsh_model.model.base import Role
from mzsh_model.model.catalogue import match_aspect
from mzsh_model.model.items import Aspect
from mzsh_model.model.parts import Section

CHAPTERS = {
    Role.PRIOR: "上年度查摆问题整改落实情况",
    Role.ISSUES: "存在的主要问题",
    Role.CASE: "典型案例剖析",
    Role.MATTERS: "个人有关事项说明",
    Role.CAUSES: "原因剖析",
    Role.MEASURES: "整改措施",
}
"""The chapters of papers that hold problems, causes and measures."""


class Headings(NamedTuple):
    """The headings of a paper, the aspects that some of them name, and the year whose catalogue has these."""

    sections: tuple[Section, ...]
    aspects: tuple[Aspect, ...]
    year: int | None


def headed(found: Headings, homeless: Sequence[Entry]) -> Headings:
    """Return the headings with those for items that have none: chapters, and in them their aspects."""
    sections, aspects = found.sections, list(found.aspects) if found.sections else []
    for role, heading in CHAPTERS.items():
        for aspect in dict.fromkeys(entry.aspect for entry in homeless if entry.role is role):
            parts = parts_of(sections, aspects)
            if not any(p.above is None and p.section.role is role and not p.is_aspect for p in parts):
                sections = with_chapter(sections, Section(heading=heading, level=1, role=role), tuple(CHAPTERS))
                parts = parts_of(sections, aspects)
            if aspect is None:
                continue
            at = next(n for n, p in enumerate(parts) if p.above is None and p.section.role is role and not p.is_aspect)
            end = next((n for n in range(at + 1, len(sections)) if sections[n].level == 1), len(sections))
            own = aspect_of(aspect, found.year)
            aspects.insert(sum(part.is_aspect for part in parts[:end]), own)
            below = Section(heading=aspect, level=2, role=role, aspect_id=own.id)
            sections = (*sections[:end], below, *sections[end:])
    return Headings(sections, tuple(aspects), found.year)


def with_chapter(sections: Sequence[Section], chapter: Section, order: Sequence[Role]) -> tuple[Section, ...]:
    """Return the headings with a chapter more, before those that come later in `order`: they are to be numbered anew."""
    later = order[order.index(chapter.role) + 1 :]
    at = next((n for n, s in enumerate(sections) if s.level == 1 and s.role in later), len(sections))
    behind = (s.model_copy(update={"label": None}) if s.level == 1 else s for s in sections[at:])
    return (*sections[:at], chapter, *behind)


def aspect_of(name: str, year: int | None) -> Aspect:
    """Return the aspect of that name, as the catalogue of the year has it."""
    known = match_aspect(name, year)
    return Aspect(name=name) if known is None else Aspect(id=known.id, name=name, canonical=known.canonical)
