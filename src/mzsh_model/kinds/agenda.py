"""会议程序: what a paper says is done at the meeting, one thing after another; read from its headings or one of its lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.model.parts import AgendaItem, Section
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import LabelKind, label_at
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Draft, Span, trimmed
from mzsh_model.reading.tables.cell_values import line_span
from mzsh_model.reading.weighing.lists import last_sentence

_NAMED = lazy_pattern(r"议程|议题|(?:会议|会中|召开)?(?:程序|流程|步骤)")
_LINE = lazy_pattern(r"\s*(?:会议)?(?:议程|议题|程序)\s*[：:]")
_FEWEST = 3
"""So many numbered lines in one cell are what was done, one after another."""

_MARKS = "。；;，,、"
_HEADING = "会议程序"
_AT = ROOT / "meeting" / "agenda"


def read_agenda(sections: Sequence[Section], said: Mapping[ModelPath, Span], draft: Draft) -> tuple[AgendaItem, ...]:
    """Return what is done at the meeting: the headings below one that names the agenda, else the list that something leads in.

    `said` are the texts of the paper with where they stand; what is found is anchored where its text is.
    """
    for at, section in enumerate(sections):
        if not _NAMED.search(section.heading):
            continue
        below = list(_below(sections, at))
        if below:
            return tuple(_of_heading(draft, n, sections[one], ROOT / "sections" / one) for n, one in enumerate(below))
        if found := _listed([span for path, span in said.items() if path.parts[:2] == ("sections", str(at))], draft):
            return found
    return _listed(list(said.values()), draft, led=True) or _in_a_cell(draft)


def _in_a_cell(draft: Draft) -> tuple[AgendaItem, ...]:
    """The numbered lines of the first cell that counts them from one, as the form of a record book has them: 一、…通报…"""
    cells: dict[tuple[int, int, int], list[tuple[str, Span]]] = {}
    for line in draft.outline.lines:
        label = label_at(line.text) if line.cell is not None else None
        if line.cell is not None and label is not None and label.kind is LabelKind.HAN:
            own = trimmed(Span(line_span(line).block, label.end, len(line.text)), _MARKS)
            cells.setdefault((line.cell.table, line.cell.row, line.cell.col), []).append((label.raw, own))
    for items in cells.values():
        numbers = [label_at(raw) for raw, _ in items]
        if len(items) >= _FEWEST and [one.number if one else 0 for one in numbers] == list(range(1, len(items) + 1)):
            for n, (_, own) in enumerate(items):
                draft.anchor_span(_AT / n / "text", own)
            return tuple(AgendaItem(label=raw, text=own.text) for raw, own in items)
    return ()


def _below(sections: Sequence[Section], at: int) -> Iterator[int]:
    """The headings right below the one at `at`."""
    level = None
    for index in range(at + 1, len(sections)):
        if sections[index].level <= sections[at].level:
            return
        level = sections[index].level if level is None else level
        if sections[index].level == level:
            yield index


def _of_heading(draft: Draft, index: int, section: Section, path: ModelPath) -> AgendaItem:
    draft.anchor_same(_AT / index / "text", path / "heading")
    return AgendaItem(label=section.label, text=section.heading)


def _listed(spans: Sequence[Span], draft: Draft, *, led: bool = False) -> tuple[AgendaItem, ...]:
    """The first list of the paragraphs; `led` asks for words before it that name the agenda."""
    for span in spans:
        if (items := _members(span, led=led) or _clauses(span)) and len(items) > 1:
            for n, (_, own) in enumerate(items):
                draft.anchor_span(_AT / n / "text", own)
            return tuple(AgendaItem(label=label, text=own.text) for label, own in items)
    return ()


def _members(span: Span, *, led: bool) -> list[tuple[str | None, Span]]:
    """The members of the first list in running text, with their numbers: 议程有五项：一是…；二是…"""
    text = span.block.text
    for chain in chains(text, span.start, span.end):
        if not led or _NAMED.search(text, *last_sentence(text, span.start, chain.members[0].at)):
            return [(m.label.raw, trimmed(Span(span.block, m.start, m.end), _MARKS)) for m in chain.members]
    return []


def _clauses(span: Span) -> list[tuple[str | None, Span]]:
    """What a line of its own sets side by side behind the name of the agenda: 会议议程：一、…；二、…"""
    text, found = span.block.text, list[tuple[str | None, Span]]()
    if (named := _LINE.match(text, span.start, span.end)) is None:
        return []
    for low, high in sentences(text, named.end(), span.end, clauses=True):
        label = label_at(text, low)
        own = trimmed(Span(span.block, label.end if label else low, high), _MARKS)
        found.append((label.raw if label else None, own))
    return found


def with_agenda(sections: Sequence[Section], agenda: Sequence[AgendaItem]) -> tuple[Section, ...]:
    """Return the headings with those of an agenda that none of them tells."""
    if not agenda or any(_NAMED.search(section.heading) for section in sections):
        return tuple(sections)
    below = (Section(label=one.label, heading=one.text, level=2, role=Role.OTHER) for one in agenda)
    return (*sections, Section(heading=_HEADING, level=1, role=Role.OTHER), *below)
