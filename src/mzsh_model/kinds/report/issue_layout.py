"""Where a report's problems and causes stand: in running text under the headings about the meeting, as numbered paragraphs
there, or in chapters of their own.

The model has the items without the sentence that leads them in. It is worded anew, so that a reader knows whose problems
they are and how many are said to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from mzsh_model.fresh.body import chain, heading, items
from mzsh_model.fresh.enumerators import LADDER, numbered, parsed
from mzsh_model.fresh.laid_parts import Entry, Part
from mzsh_model.fresh.missing_headings import aspect_of
from mzsh_model.fresh.paragraph_xml import Paragraph, Style
from mzsh_model.fresh.placing import lists_of, place
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Placeholder, Role
from mzsh_model.model.items import Aspect, Issue
from mzsh_model.model.parts import Section

_NAMED = lazy_pattern(
    r"(?:存在|查摆|检视|梳理|查找|主要|突出|共性)(?:出)?(?:的|来的)?(?:主要|突出|共性|具体)?(?:问题|不足)(?:和不足|情况)?$"
)
CAUSES_LEAD = "产生上述问题的原因主要有："
_COMES_LAST = "点评"


class Problems(NamedTuple):
    """The problems of the team or of its members, and how many the report says they are."""

    whose: str
    entries: list[Entry]
    stated: int | Placeholder | None


class Prose(NamedTuple):
    """A list in running text: the sentence that leads it in, and its items; or a list for each aspect that they name."""

    lead: str
    entries: list[Entry]

    def lists(self) -> Iterator[tuple[str, list[Entry]]]:
        """Yield what leads in each list, and its items."""
        for aspect, group in groupby(self.entries, key=_leading_aspect):
            yield (f"{aspect}：" if aspect else self.lead), list(group)

    @property
    def by_aspect(self) -> bool:
        """Whether an aspect leads in the first list: nothing else may stand before it in its paragraph."""
        return _leading_aspect(self.entries[0]) is not None


def is_chapter_of_problems(part: Part) -> bool:
    """Tell whether a heading says that its chapter holds problems: others are taken for chapters about the meeting."""
    section = part.section
    named = _NAMED.search(section.heading) is not None
    return named and section.role is Role.ISSUES and part.above is None


def chapters_of_problems(parts: Sequence[Part]) -> list[Part]:
    """Return the headings that problems stand under: such chapters, or what they hold for the team and its members apart."""
    found: list[Part] = []
    for chapter in filter(is_chapter_of_problems, parts):
        apart = [
            p for p in chapter.below if _NAMED.search(p.section.heading) and re.search("班子|成员", p.section.heading)
        ]
        found += apart or [chapter]
    return found


def is_in_chapter_of_problems(part: Part) -> bool:
    """Tell whether a heading stands in a chapter of problems: it names the aspect of those below it."""
    while part.above is not None:
        part = part.above
    return is_chapter_of_problems(part)


def numbered_headings(parts: Sequence[Part], entries: Sequence[Entry]) -> dict[int, Entry]:
    """Return the headings that are nothing but the beginning of a problem, by their position, with the problem.

    Readers of reports note every numbered paragraph about the meeting as a heading.
    """
    left = list(entries)
    found: dict[int, Entry] = {}
    for index, part in enumerate(parts):
        entry = next((one for one in left if _begins(part, one)), None)
        if entry is not None:
            left.remove(entry)
            found[index] = entry
    return found


def _begins(part: Part, entry: Entry) -> bool:
    section = part.section
    alone = part.above is not None and not part.below
    return alone and entry.item.label == section.label and entry.item.text.startswith(section.heading)


def place_problems(parts: Sequence[Part], lists: Sequence[Problems], year: int | None, *, room: bool) -> list[Prose]:
    """Put problems into the chapters that are called so and return those left for running text, list by list.

    `room` says whether a heading has room for running text.
    """
    prose: list[Prose] = []
    for whose, entries, stated in lists:
        own = [p for p in chapters_of_problems(parts) if ("成员" in p.section.heading) is ("成员" in whose)]
        runs = _joined(list(lists_of(entries))) if entries else []
        before = max(0, len(runs) - len(own)) if room else 0
        for index, run in enumerate(runs[before:]):
            _share_out(own[min(index, len(own) - 1)], run, year)
        prose += (Prose(_lead(whose, None if index else stated), run) for index, run in enumerate(runs[:before]))
    return prose


def _joined(runs: Sequence[list[Entry]]) -> list[list[Entry]]:
    """The lists with those that follow each other under the names of their aspects as one."""
    found: list[list[Entry]] = []
    for run in runs:
        if found and _leading_aspect(found[-1][-1]) is not None and _leading_aspect(run[0]) is not None:
            found[-1] += run
        else:
            found.append(run)
    return found


def _share_out(chapter: Part, run: Sequence[Entry], year: int | None) -> None:
    """Put problems under the headings of their aspects, with new ones for aspects that neither have any nor are named."""
    for aspect, group in groupby(run, key=_unnamed_aspect):
        if aspect is None:
            (chapter.below[-1] if chapter.below else chapter).entries += group
            continue
        part = next((p for p in chapter.below if p.section.heading == aspect), None)
        if part is None:
            level = chapter.section.level + 1
            label = numbered(LADDER[min(level, len(LADDER)) - 1], len(chapter.below) + 1)
            ident = aspect_of(aspect, year).id
            below = Section(label=label, heading=aspect, level=level, role=Role.ISSUES, aspect_id=ident)
            part = Part(below, aspect, True, chapter, -1, [])
            chapter.below.append(part)
        part.entries += group


def place_causes(parts: Sequence[Part], entries: list[Entry], *, room: bool) -> list[Prose]:
    """Put causes into their chapters and return those left for running text, list by list."""
    own = sum(part.section.role is Role.CAUSES for part in parts)
    runs: list[list[Entry]] = []
    for entry in entries:
        label = parsed(entry.item.label)
        if not runs or (label is not None and label.number == 1):
            runs.append([])
        runs[-1].append(entry)
    before = max(0, len(runs) - own) if room else 0
    homeless = place(parts, [entry for run in runs[before:] for entry in run])
    return [Prose(CAUSES_LEAD, run) for run in (*runs[:before], *([homeless] if homeless else []))]


def all_parts(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the headings in order, with those that were made for aspects behind their neighbours."""
    known = {id(part) for part in parts}
    for index, part in enumerate(parts):
        yield part
        following = parts[index + 1].section.level if index + 1 < len(parts) else 0
        top: Part | None = part
        while top is not None and top.section.level >= following:
            yield from (new for new in top.below if id(new) not in known)
            top = top.above


def without(entries: Sequence[Entry], taken: Iterable[Entry]) -> list[Entry]:
    """Return the items that are not taken."""
    ids = {id(entry) for entry in taken}
    return [entry for entry in entries if id(entry) not in ids]


def prose_places(parts: Sequence[Part], numbered_at: Mapping[int, Entry]) -> list[int]:
    """Return the positions of the headings that have room for lists in running text, none where there are none.

    Those that readers know by such lists come before others about the meeting, and before those with numbered problems.
    """
    taken = {id(parts[index].above) for index in numbered_at}
    open_to = [n for n, p in enumerate(parts) if n not in numbered_at and not is_in_chapter_of_problems(p)]
    for role in (Role.ISSUES, Role.CRITICISM):
        if at := [n for n in open_to if parts[n].section.role is role and id(parts[n]) not in taken]:
            return at
    return [n for n in open_to if parts[n].section.role is Role.ISSUES]


def meeting_paragraphs(part: Part, prose: Sequence[Prose], facts: str) -> Iterator[Paragraph]:
    """Yield a heading about the meeting, what is said there, and the lists; the supervisors' words come last."""
    yield heading(part.section)
    last = next((n for n, text in enumerate(part.said) if _COMES_LAST in text), len(part.said))
    if part.section.role is Role.CRITICISM:
        last = 0  # its lists stand before what makes it one
    yield from (Paragraph(Style.BODY, text) for text in part.said[:last])
    for one in prose:
        style = Style.CAUSE if one.entries[0].role is Role.CAUSES else Style.ISSUE
        for lead, entries in one.lists():
            yield Paragraph(style, chain(facts + lead, entries))
            facts = ""
    yield from (Paragraph(Style.BODY, text) for text in part.said[last:])


def problems_below(part: Part) -> Iterator[Paragraph]:
    """Yield a heading in a chapter of problems, what is said there, and the problems."""
    yield heading(part.section)
    yield from items(part.said, part.entries)


def named_aspects(entries: Sequence[Entry], year: int | None) -> Iterator[Aspect]:
    """Yield the aspects that problems name, each for itself, and those of the headings that others stand under."""
    for aspect, group in groupby(entries, key=_unnamed_aspect):
        names = [entry.item.aspect for entry in group if isinstance(entry.item, Issue)]
        yield from (aspect_of(name, year) for name in ([aspect] if aspect else names) if name is not None)


def _unnamed_aspect(entry: Entry) -> str | None:
    item = entry.item
    aspect = item.aspect if isinstance(item, Issue) else None
    return None if aspect is not None and item.text.startswith(aspect) else aspect


def _leading_aspect(entry: Entry) -> str | None:
    """The aspect that an item names not itself, if readers know it for one before a list."""
    aspect = _unnamed_aspect(entry)
    return aspect if aspect is not None and aspect.endswith("方面") else None


def _lead(whose: str, stated: int | Placeholder | None) -> str:
    common = "共性" if "成员" in whose else "主要"
    if stated is None:
        return f"{whose}查摆出的{common}问题有："
    return f"{whose}查摆出{stated.raw if isinstance(stated, Placeholder) else stated}个方面的{common}问题："
