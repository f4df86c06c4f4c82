"""The headings of a value with what stands under each: the model keeps headings and items apart, a document does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mzsh_model.fresh.enumerators import LADDER, filled
from mzsh_model.model.base import Role
from mzsh_model.model.items import Aspect, Cause, Issue, Measure
from mzsh_model.model.parts import CaseReflection, PersonalMatter, PriorIssue, Section, Step

Item = Issue | Cause | Measure | PriorIssue | CaseReflection | PersonalMatter | Step
PROSE = frozenset({Role.PRIOR, Role.CASE, Role.MATTERS})
"""Parts that are written as paragraphs, unless something in them is numbered."""

MARKS = "。.．：:；;，,、 "


@dataclass(slots=True, eq=False)
class Entry:
    """An item on its way into the document: its label is given once it is known what stands beside it.

    `aspect` is the one whose heading it needs, None where it needs none.
    """

    item: Item
    role: Role
    aspect: str | None = None


@dataclass(slots=True, eq=False)
class Part:
    """A heading, the aspect it stands under (`is_aspect`: names itself), what is said below it, and the items there.

    `at` is its position among the headings.

    `named` are items of another role than the heading's: they stand in paragraphs that say so (原因：…). `behind` are
    numbered as the heading is and go on from it.
    """

    section: Section
    aspect: str | None
    is_aspect: bool
    above: Part | None
    at: int
    said: list[str]
    below: list[Part] = field(default_factory=list["Part"])
    entries: list[Entry] = field(default_factory=list[Entry])
    named: list[Entry] = field(default_factory=list[Entry])
    behind: list[Entry] = field(default_factory=list[Entry])

    @property
    def needs_items(self) -> bool:
        """Whether its lines would read as something else if no item stood under it."""
        if self.below or self.section.role is Role.OTHER:
            return False
        return self.is_stated or (self.section.level > 1 and not self.is_aspect)

    @property
    def is_stated(self) -> bool:
        """Whether something is said below it that does not only lead in."""
        return any(text[-1:] not in "：:" for text in self.said)


def parts_of(sections: Sequence[Section], aspects: Sequence[Aspect]) -> list[Part]:
    """Return the headings in order, each knowing the one above it. `aspects` are those of the headings that name one."""
    parts: list[Part] = []
    open_parts: list[Part] = []
    waiting = list(reversed(aspects))
    for section in sections:
        while open_parts and open_parts[-1].section.level >= section.level:
            open_parts.pop()
        above = open_parts[-1] if open_parts else None
        own = bool(waiting) and (waiting[-1].name.rstrip(MARKS), waiting[-1].id) == (
            section.heading,
            section.aspect_id,
        )
        aspect = waiting.pop().name if own else above.aspect if above else None
        part = Part(section, aspect, own, above, len(parts), list(section.remarks))
        if above is not None:
            above.below.append(part)
        open_parts.append(part)
        parts.append(part)
    return parts


def numbered_sections(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return the headings with a number for each: its neighbours' form, else the ladder's for its level."""
    known = {s.level: s.label for s in reversed(sections) if s.label is not None}
    labels: dict[int, str | None] = {}
    for siblings in _families(sections):
        level = sections[siblings[0]].level
        first = known.get(level) or LADDER[min(level, len(LADDER)) - 1]
        labels |= zip(siblings, filled([sections[i].label for i in siblings], first), strict=True)
    return tuple(s.model_copy(update={"label": labels[i]}) for i, s in enumerate(sections))


def _families(sections: Sequence[Section]) -> list[list[int]]:
    """The positions of the headings that stand side by side under one heading."""
    families: list[list[int]] = []
    open_at: list[tuple[int, list[int]]] = []
    for index, section in enumerate(sections):
        while open_at and open_at[-1][0] > section.level:
            open_at.pop()
        if not open_at or open_at[-1][0] < section.level:
            open_at.append((section.level, []))
            families.append(open_at[-1][1])
        open_at[-1][1].append(index)
    return families
