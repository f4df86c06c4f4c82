"""Papers of headings and paragraphs, some parts of which list items: problems, their causes, what shall be done about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, TypeVar, cast

from pydantic import Field

from mzsh_model.fresh.laid_parts import MARKS, Entry
from mzsh_model.fresh.missing_headings import Headings
from mzsh_model.fresh.page import Page
from mzsh_model.fresh.settling import settle
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.measure_phrases import MEASURE, telling
from mzsh_model.kinds.meeting_phrases import MEETING
from mzsh_model.kinds.phrase import AnyPhrase
from mzsh_model.kinds.prose import (
    PARTLY,
    Prose,
    nothing_more,
    prose_paragraphs,
    prose_texts,
    read_around,
    said_under,
    spans_of_preamble,
    spans_of_section,
    telling_with,
    told_of_meeting,
    with_agenda_and_title,
)
from mzsh_model.kinds.spec import AspectsIn, KindSpec, Paper, Sign
from mzsh_model.model.base import Role
from mzsh_model.model.items import Aspect, Cause, Issue, Measure
from mzsh_model.outline.tree import Node
from mzsh_model.reading.aspects import AspectFinder, AspectList
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.gathered import gather, sections_of, tables_beside
from mzsh_model.reading.items.find_items import Harvester
from mzsh_model.reading.items.harvest import Context, Harvest
from mzsh_model.reading.links import link_items
from mzsh_model.reading.roles import Chapter, is_item
from mzsh_model.reading.skeleton import Skeleton, finish, nodes

_ROLES = MappingProxyType({"issues": Role.ISSUES, "causes": Role.CAUSES, "measures": Role.MEASURES})
_LETTERS = MappingProxyType({"issues": "i", "causes": "c", "measures": "m"})


class Parted(Prose):
    """The base of such papers; each has those lists that its description names."""

    aspects: Annotated[tuple[Aspect, ...], Field(description="问题所属的方面，按先后")] = ()


P = TypeVar("P", bound=Parted)


def parted_kind(
    value: type[P],
    zh: str,
    signs: Sequence[Sign],
    lists: Sequence[str],
    beside: re.Pattern[str] | None = None,
    *,
    asking: re.Pattern[str] | None = None,
    told: Callable[[P, Skeleton, Mapping[ModelPath, Span]], dict[str, object]] = nothing_more,
    telling: Callable[[P], P] = lambda value: value,
    phrases: Sequence[AnyPhrase] = (),
    partly: str = "",
) -> KindSpec[P]:
    """Return the description of a kind whose parts hold these lists: some of `issues`, `causes`, `measures`.

    `beside` finds the headings of chapters that list something else, however it is worded; `asking` those that ask for
    measures in words that say so in this kind alone (几点希望); `told` reads what its texts tell
    beside the meeting, in these `phrases`; `telling` gives a value texts for what it holds and none tells; `partly` says what alone is judged of the
    kind, where that is more than numbers and dates.
    """

    def all_told(one: P, skeleton: Skeleton, spans: Mapping[ModelPath, Span]) -> dict[str, object]:
        return told_of_meeting(one, skeleton, spans) | told(one, skeleton, spans)

    return KindSpec(
        value=value,
        zh=zh,
        signs=tuple(signs),
        read=_reader_of(value, lists, beside, asking, all_told),
        lay_out=_layout_of(zh, lists, telling),
        items={name: _LETTERS[name] for name in lists},
        texts=prose_texts,
        told=all_told,
        bearing=frozenset({"title", "preamble", "sections"}),
        aspects=AspectsIn.HEADINGS,
        phrases=(*MEETING, *(MEASURE if "measures" in lists else ()), *phrases),
        telling=telling_with(telling),
        partly=partly or f"{zh}{PARTLY}",
    )


def _reader_of(
    make: type[P],
    lists: Sequence[str],
    beside: re.Pattern[str] | None,
    asking: re.Pattern[str] | None,
    told: Callable[[P, Skeleton, Mapping[ModelPath, Span]], dict[str, object]],
) -> Callable[[Paper], Outcome[P]]:
    wanted = frozenset(_ROLES[name] for name in lists)

    def read(paper: Paper) -> Outcome[P]:
        skeleton = paper.skeleton
        draft = skeleton.draft
        harvest = _harvest(skeleton, paper.chapters, wanted, beside, asking)
        listed = AspectList(skeleton.year, draft)
        sections = sections_of(draft, harvest, listed)
        gathered = gather(draft, harvest, listed, tables_beside(paper.grids), wanted)
        held: dict[str, object] = {name: tuple(getattr(gathered, name)) for name in lists}
        if paper.linked and "links" in make.model_fields:
            held["links"] = link_items(gathered.issues, gathered.causes, gathered.measures, gathered.beside)
        value = make(sections=sections, aspects=tuple(listed.values), **read_around(skeleton)).model_copy(update=held)
        said = spans_of_preamble(skeleton) | _said(harvest)
        value = value.model_copy(update=told(value, skeleton, said))
        finish(skeleton)
        return Outcome(value, tuple(draft.notices), draft.anchors)

    return read


def _said(harvest: Harvest) -> dict[ModelPath, Span]:
    """The headings and what is said below them, by their paths in the value."""
    told: dict[ModelPath, Span] = {}
    headings = [(node.block, node.title, n) for n, (node, _) in enumerate(harvest.headings)]
    for index, (block, title, n) in enumerate(one for one in headings if one[0] is not None):
        assert block is not None
        told |= spans_of_section(index, trimmed(Span(block, *title), MARKS), harvest.remarks.get(n, ()))
    return told


def _asks(chapter: Chapter, asking: re.Pattern[str] | None) -> bool:
    """Whether a chapter whose heading tells no part by itself asks for measures in the words of its kind."""
    undecided = not chapter.told or chapter.context.role is Role.OTHER
    return (
        undecided
        and not is_item(chapter.node)
        and asking is not None
        and asking.search(chapter.node.heading) is not None
    )


def _harvest(
    skeleton: Skeleton,
    chapters: Sequence[Chapter],
    wanted: frozenset[Role],
    beside: re.Pattern[str] | None,
    asking: re.Pattern[str] | None,
) -> Harvest:
    """The items of the chapters that list some; of the others the headings, with what is said below each.

    What an item names that such papers have no list for (原因：…) is taken for none: its words are left to be noticed.
    """
    harvester = Harvester(AspectFinder(skeleton.year).of_heading)
    for chapter in chapters:
        other = beside is not None and beside.search(chapter.node.heading) is not None
        if chapter.context.role in wanted and chapter.told and not other:
            harvester.part(chapter.node, chapter.context, heads=not is_item(chapter.node))
        elif _asks(chapter, asking):
            harvester.part(chapter.node, chapter.context.of(Role.MEASURES), heads=True)
        else:
            _note_plain(harvester, chapter.node)
    found = harvester.found
    found.items = [item for item in found.items if item.context.role in wanted]
    return found


def _note_plain(harvester: Harvester, chapter: Node) -> None:
    for node in nodes(chapter):
        at = harvester.open(node, Context(Role.OTHER))
        if said := said_under(node):
            harvester.found.remarks[at] = said


def _layout_of(zh: str, lists: Sequence[str], stating: Callable[[P], P]) -> Callable[[P], tuple[P, Page]]:
    def lay_out(value: P) -> tuple[P, Page]:
        value = telling_with(stating)(with_agenda_and_title(value, zh))
        entries = {name: [Entry(item, _ROLES[name], item.aspect) for item in _items(value, name)] for name in lists}
        settled = settle(Headings(value.sections, value.aspects, value.year), entries)
        value = value.model_copy(update=settled.fields)
        return value, Page(tuple(prose_paragraphs(value, settled.parts)))

    return lay_out


def _items(value: Parted, name: str) -> Iterator[Issue | Cause | Measure]:
    held = cast(tuple[Issue | Cause | Measure, ...], value.__dict__[name])
    yield from telling(cast(tuple[Measure, ...], held)) if name == "measures" else held
