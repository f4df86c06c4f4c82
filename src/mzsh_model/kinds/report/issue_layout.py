"""Where a report's problems, causes and measures stand in its part about the meeting.

The model has headings, what is said under each, and the items; not which words lead in which items. A list stands where
a reader takes it for what it is: behind the words that lead it in, or right below a heading that does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from mzsh_model.fresh.body import STYLES, chain, heading, holds, item
from mzsh_model.fresh.enumerators import parsed, typed
from mzsh_model.fresh.laid_parts import Entry, Part
from mzsh_model.fresh.paragraph_xml import Paragraph, Style
from mzsh_model.fresh.placing import lists_of, number
from mzsh_model.kinds.report.criticisms import speaker_of
from mzsh_model.kinds.report.listing import Lead, told_by
from mzsh_model.kinds.report.standing import Standing, tells_else
from mzsh_model.model.base import Placeholder, Role
from mzsh_model.model.items import Issue
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.labels import RUN_IN, Label, label_at
from mzsh_model.outline.lines import Line
from mzsh_model.outline.tree import heading_alone
from mzsh_model.reading.aspects import AspectFinder, aspect_in_item
from mzsh_model.reading.draft import Span, whole
from mzsh_model.reading.words.lexicon import lead_role, role_of_label

CAUSES_LEAD = "产生上述问题的原因主要有："
_MEASURES_LEAD = "下一步整改措施主要有："
_COMES_LAST = "点评"


@dataclass(eq=False, slots=True)
class List:
    """Items that stand one behind the other, and of whom they are."""

    entries: list[Entry]
    of_members: bool

    @property
    def role(self) -> Role:
        """The part that they are of."""
        return self.entries[0].role

    @property
    def member(self) -> str | Placeholder | None:
        """The member whose problems they are."""
        item = self.entries[0].item
        return item.member if isinstance(item, Issue) else None

    @property
    def aspect(self) -> str | None:
        """The aspect that they stand under without naming it."""
        return unnamed_aspect(self.entries[0])

    @property
    def texts(self) -> list[str]:
        """What the items say."""
        return [entry.item.text for entry in self.entries]


@dataclass(slots=True)
class Slots:
    """The lists under one heading: those right below it, and those behind the words at each position."""

    below: list[List] = field(default_factory=list[List])
    behind: dict[int, list[List]] = field(default_factory=dict[int, list[List]])


def lists_in(entries: Sequence[Entry], *, of_members: bool) -> Iterator[List]:
    """Yield the items list by list: a list ends where numbers begin anew, or aspect or member change."""
    for _, group in groupby(entries, key=lambda entry: (unnamed_aspect(entry), _member(entry))):
        for run in lists_of(list(group)):
            start = 0
            for index in range(1, len(run)):
                before, label = parsed(run[index - 1].item.label), parsed(run[index].item.label)
                if before is not None and label is not None and label.number == 1 and label.kind is not before.kind:
                    yield List(run[start:index], of_members)
                    start = index
            yield List(run[start:], of_members)


def place_lists(parts: Sequence[Part], lists: Sequence[List], year: int | None) -> dict[Part, Slots]:
    """Put each list where it reads as what it is, giving words to those that nothing leads in; return them by their part.

    Lists of one kind keep their order.
    """
    found: dict[Part, Slots] = {part: Slots() for part in parts}
    finder = AspectFinder(year)
    standings = {part: _standing(part, finder) for part in parts}
    at: dict[tuple[Role, bool], tuple[int, int]] = {}
    for one in lists:
        kind = one.role, one.of_members
        start = at.get(kind, (0, -1))
        spot = _spot(parts, standings, one, start, found)
        if spot is None:
            spot = _given_lead(parts, one, start)
        part, position = spot
        at[kind] = spot
        slots = found[parts[part]]
        (slots.below if position < 0 else slots.behind.setdefault(position, [])).append(one)
    return found


def _spot(
    parts: Sequence[Part],
    standings: dict[Part, Standing],
    one: List,
    start: tuple[int, int],
    found: dict[Part, Slots],
) -> tuple[int, int] | None:
    """The place from `start` on that most speaks for reading it so."""
    fitting: list[tuple[int, int, int]] = []
    for index in range(start[0], len(parts)):
        part = parts[index]
        standing = standings[part]
        taken = found[part].behind
        for position in range(start[1] if index == start[0] else -1, len(part.said)):
            said = part.said[position] if position >= 0 else None
            if position in taken or (position < 0 and found[part].below):
                continue
            above = part.above
            if above is not None and part.is_aspect and said is not None and tells_else(whole(_block(said))):
                weight = _reads(one, said, standings.get(above, standing), above)
            else:
                weight = 0 if part.is_aspect and part.aspect != one.aspect else _reads(one, said, standing, part)
            if weight:
                fitting.append((-weight, index, position))
    if not fitting:
        return None
    _, index, position = min(fitting)
    return index, position


def _reads(one: List, said: str | None, standing: Standing, part: Part) -> int:
    """What speaks for reading the list as what it is behind these words, or below the heading alone; 0 where it would not be."""
    lead, place, text = Lead(None, standing.headings, standing.about), standing.place, ""
    if said is not None:
        span = whole(_block(said))
        lead = Lead(span, standing.headings, standing.about)
        speaker = speaker_of(said, 0, len(said))
        if speaker is not None and speaker[1] >= len(said):
            lead = Lead(None, standing.headings, standing.about or Role.ISSUES)
            text = said[slice(*speaker[0])]
        named = aspect_in_item(said, 0, len(said))
        if named is not None:
            if said[slice(*named)] != one.aspect:
                return False
            place = place.under(Span(span.block, *named), None)
    aspect = place.aspect.text if place.aspect is not None else None
    if one.role is Role.ISSUES and (aspect or part.aspect if part.is_aspect else aspect) != one.aspect:
        return 0
    whose = standing.of_members
    told = told_by(lead, one.texts, place, whose=one.of_members if whose is None else whose, attributed=False)
    member = text or (told.member.text if told.member is not None else None)
    wanted = one.member.raw if isinstance(one.member, Placeholder) else one.member
    same = told.role is one.role and (text != "" or told.of_members is one.of_members) and member == wanted
    return told.weight if same else 0


def _given_lead(parts: Sequence[Part], one: List, start: tuple[int, int]) -> tuple[int, int]:
    """Give a list words of its own, under the heading that the last one of its kind stands under, else the first."""
    part = parts[start[0]]
    position = next((n for n, text in enumerate(part.said) if _COMES_LAST in text), len(part.said))
    position = max(position, start[1] + 1) if start[1] >= 0 else len(part.said)
    part.said.insert(position, _lead(one))
    return start[0], position


def _lead(one: List) -> str:
    if one.role is Role.CAUSES:
        return CAUSES_LEAD
    if one.role is Role.MEASURES:
        return _MEASURES_LEAD
    if one.member is not None:
        return f"{one.member.raw if isinstance(one.member, Placeholder) else one.member}同志："
    if one.aspect is not None:
        return f"{one.aspect}："
    return "班子成员查摆的共性问题主要有：" if one.of_members else "领导班子查摆的主要问题有："


def number_lists(part: Part, slots: Slots) -> None:
    """Give the items of each list the numbers that they lack, and the heading the role that a reader gives it for them.

    One alone below a heading, or behind a name or an aspect, goes without.
    """
    for position, lists in ((-1, slots.below), *slots.behind.items()):
        alone = position < 0 or (_takes_one(part.said[position]) and not _is_name(part.said[position]))
        for one in lists:
            if len(one.entries) > 1 or one.entries[0].item.label is not None or not alone:
                number(one.entries)
            if part.section.role is Role.MEETING or one.role is Role.ISSUES:
                part.section = part.section.model_copy(update={"role": one.role})


def _takes_one(said: str) -> bool:
    """Whether what stands behind these words in their paragraph is read as a problem, numbered or not."""
    speaker = speaker_of(said, 0, len(said))
    return (speaker is not None and speaker[1] >= len(said)) or aspect_in_item(said, 0, len(said)) is not None


def meeting_paragraphs(part: Part, slots: Slots) -> Iterator[Paragraph]:
    """Yield a heading about the meeting, what is said there, and the lists."""
    yield heading(part.section)
    own = parsed(part.section.label)
    crowded = len(slots.below) + len(slots.behind) > 1  # paragraphs of one list would come under those of another
    for one in slots.below:
        if (crowded or _is_higher(one, own) or _name_aspects(one)) and holds("", one.entries):
            yield Paragraph(STYLES[one.role], chain("", one.entries))
        else:
            yield from _items(one)
    for position, said in enumerate(part.said):
        lists = slots.behind.get(position, [])
        if lists and _runs_on(said, lists[0], own, crowded=crowded):
            yield Paragraph(STYLES[lists[0].role], chain(said, lists[0].entries))
            lists = lists[1:]
        else:
            yield Paragraph(Style.BODY, said)
        for one in lists:
            yield from _items(one)


def _is_higher(one: List, heading_label: Label | None) -> bool:
    """Whether the numbers of a list are as high as its heading's: its paragraphs would not stand under it."""
    kinds = [label.kind for entry in one.entries if (label := parsed(entry.item.label)) is not None]
    return heading_label is not None and any(kind <= heading_label.kind for kind in kinds)


def _runs_on(said: str, one: List, heading_label: Label | None, *, crowded: bool) -> bool:
    """Whether a list goes on in the paragraph of the words that lead it in."""
    if len(one.entries) == 1:
        return said[-1:] in "：:" and _takes_one(said)
    labels = [parsed(entry.item.label) for entry in one.entries]
    spoken = all(label is None or label.kind in RUN_IN for label in labels)
    names = lead_role(said) is not None or role_of_label(said.rstrip("：:")) is not None
    apart = (
        crowded or names or _is_higher(one, heading_label) or _name_aspects(one)
    )  # as paragraphs they would make headings
    return (spoken or apart or _takes_one(said)) and not _is_name(said) and holds(said, one.entries)


def _is_name(said: str) -> bool:
    """Whether words are nothing but a name in a line of its own."""
    return said[-1:] not in "：:" and speaker_of(said, 0, len(said)) is not None


def _name_aspects(one: List) -> bool:
    return any(aspect_in_item(text, 0, len(text)) is not None for text in one.texts)


def _items(one: List) -> Iterator[Paragraph]:
    for index, entry in enumerate(one.entries):
        yield from item(entry, last=index == len(one.entries) - 1)


def unnamed_aspect(entry: Entry) -> str | None:
    """Return the aspect that a problem stands under, None where its own text names it."""
    item = entry.item
    aspect = item.aspect if isinstance(item, Issue) else None
    return None if aspect is not None and item.text.startswith(aspect) else aspect


def _member(entry: Entry) -> object:
    return entry.item.member if isinstance(entry.item, Issue) else None


def _standing(part: Part, finder: AspectFinder) -> Standing:
    """What a reader takes from the headings above the items of a part."""
    above = _standing(part.above, finder) if part.above is not None else Standing()
    block = _block(typed(part.section.label, part.section.heading))
    return above.below(heading_alone(block, label_at(block.text)), finder.of_heading)


def _block(text: str) -> Block:
    return Block(text, ((0, 1, 0, len(text)),), Line(1, text))
