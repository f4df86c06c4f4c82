"""The paragraphs under a heading: what is said there, then its items, each in a paragraph of its own where that reads back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from mzsh_model.fresh.enumerators import numbered, parsed, typed
from mzsh_model.fresh.laid_parts import Entry, Part
from mzsh_model.fresh.paragraph_xml import HEADINGS, Paragraph, Style
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.model.catalogue import match_aspect
from mzsh_model.model.items import Issue
from mzsh_model.model.parts import Section
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import RUN_IN, LabelKind
from mzsh_model.outline.sentences import first_sentence

STYLES = {
    Role.PREPARATION: Style.STEP,
    Role.PRIOR: Style.PRIOR,
    Role.ISSUES: Style.ISSUE,
    Role.CASE: Style.CASE,
    Role.MATTERS: Style.MATTER,
    Role.CAUSES: Style.CAUSE,
    Role.MEASURES: Style.MEASURE,
}
"""The style of an item by the part it belongs to."""

_NAMES = {Role.ISSUES: "主要问题", Role.CAUSES: "产生原因", Role.MEASURES: "整改措施"}
"""How a paragraph names what it holds where its heading does not."""

_CLOSED = lazy_pattern(r"[。！？!?；;：:.．](?:[”’\"）)》】]*|（[^（）]*）|\([^()]*\))$")
_BREAKS_OFF = lazy_pattern(r"(?<!但)(?<!但是)(?<!存在)[^\W_]$")
_LONGEST_LEAD = 80
_UNTITLED = "有关工作"
"""Stands for a heading whose words the model does not keep."""

_STATES_PROBLEM = lazy_pattern(r"问题|不足|差距")
_NAMES_ASPECT = lazy_pattern(r"[^。；：:]{2,90}?方面[。：:，,；;\s]|(?:在|聚焦|围绕)?带头")


def part_paragraphs(part: Part) -> Iterator[Paragraph]:
    """Yield a heading and what stands between it and the next one."""
    section = part.section
    yield heading(section, "。" if _needs_stop(part) else "")
    remarks = list(part.said)
    if part.named:
        yield from (Paragraph(Style.BODY, remark) for remark in remarks)
        for role, group in groupby((*part.entries, *part.named), key=lambda entry: entry.role):
            yield Paragraph(STYLES[role], chain(f"{_NAMES.get(role, role.value)}：", list(group)))
    elif part.entries and _in_prose(part):
        lead = _lead(part)
        yield Paragraph(STYLES[section.role], chain(lead, part.entries))
        yield from (Paragraph(Style.BODY, remark) for remark in remarks[bool(lead) :])
    else:
        owned = _owned(remarks, part.entries)
        remarks = [remark for remark in remarks if remark not in owned.values()]
        leads = _leads_of_lists(remarks, part.entries)
        del remarks[len(remarks) - len(leads) :]
        if remarks and part.entries and _BREAKS_OFF.search(remarks[-1]):
            remarks[-1] += "，"  # the mark that a reader leaves off: the sentence goes on in the list
        yield from items(remarks, part.entries, leads, owned)
    yield from items((), part.behind)


def heading(section: Section, mark: str = "") -> Paragraph:
    """Return a heading with its number."""
    return Paragraph(HEADINGS[min(section.level, len(HEADINGS)) - 1], typed(section.label, section.heading) + mark)


def items(
    said: Sequence[str],
    entries: Sequence[Entry],
    leads: Sequence[str] = (),
    owned: Mapping[Entry, str] = MappingProxyType({}),
) -> Iterator[Paragraph]:
    """Yield what is said before the items, and the items.

    Items whose numbers are of a lower form than those before them stand below the next higher number: in one paragraph
    behind what leads them in (`leads`), where that is known, else under a heading.
    """
    yield from (Paragraph(Style.BODY, text) for text in said)
    waiting = list(leads)
    lists = list(_lists(entries))
    for index, (label, run) in enumerate(lists):
        if label is not None and waiting:
            yield Paragraph(STYLES[run[0].role], typed(label, chain(waiting.pop(0), run)))
            continue
        if label is not None:
            yield Paragraph(STYLES[run[0].role], typed(label, _UNTITLED))
        for at, entry in enumerate(run):
            yield from item(entry, last=index == len(lists) - 1 and at == len(run) - 1)
            if entry in owned:
                yield Paragraph(Style.BODY, owned[entry])


def _owned(remarks: Sequence[str], entries: Sequence[Entry]) -> dict[Entry, str]:
    """What owns up to problems of the team, by the problem whose `claims` they are: it stands behind that problem."""
    found: dict[Entry, str] = {}
    for entry in entries:
        claims = entry.item.claims if isinstance(entry.item, Issue) else ()
        beside = [claim for claim in claims if claim not in entry.item.text]
        named = next((one for one in remarks if beside and all(claim in one for claim in beside)), None)
        if named is not None:
            found[entry] = named
    return found


def _leads_of_lists(remarks: Sequence[str], entries: Sequence[Entry]) -> Sequence[str]:
    """The last remarks, one for each list that stands inside a numbered paragraph."""
    inner = sum(label is not None for label, _ in _lists(entries))
    leads = remarks[max(0, len(remarks) - inner) :]
    return leads if len(leads) == inner and all(len(lead) <= _LONGEST_LEAD for lead in leads) else ()


def item(entry: Entry, *, last: bool) -> Iterator[Paragraph]:
    """Yield the paragraphs of an item; a number of them in a row read better with a mark between, which no reader keeps."""
    text, *more = entry.item.text.split("\n")
    mark = "" if last or more or entry.item.label is None or _CLOSED.search(text) else "；"
    yield Paragraph(STYLES[entry.role], typed(entry.item.label, text) + mark)
    yield from (Paragraph(STYLES[entry.role], line) for line in more)


def chain(lead: str, entries: Sequence[Entry]) -> str:
    """Return the items as one paragraph of running text behind its lead."""
    text = lead + "，" if lead[-1:].isalnum() else lead
    for index, entry in enumerate(entries):
        text += typed(entry.item.label, entry.item.text)
        if index < len(entries) - 1 and not _CLOSED.search(text):
            text += "；"
    return text


def holds(lead: str, entries: Sequence[Entry]) -> bool:
    """Tell whether the items can be told apart again in one paragraph of running text."""
    text = chain(lead, entries)
    found = chains(text, 0, len(text))
    members = found[-1].members if found else ()
    *others, last = (text[m.start : m.end] for m in members) if members else ("",)
    if _is_one_sentence(last) < min(map(_is_one_sentence, others), default=False):
        return False  # after single sentences the rest of the last item would be text behind the list
    return [(m.label.raw, text[m.start : m.end]) for m in members] == [(e.item.label, e.item.text) for e in entries]


def _lead(part: Part) -> str:
    """The first remark, where it speaks of problems or breaks off: then it belongs to the list in running text."""
    first = part.said[0] if part.said else ""
    return first if _BREAKS_OFF.search(first) or (first[-1:] in "：:" and _STATES_PROBLEM.search(first)) else ""


def _is_one_sentence(text: str) -> bool:
    return first_sentence(text, 0, len(text)) >= len(text)


def _needs_stop(part: Part) -> bool:
    """Whether a heading needs a full stop: a bare one would be taken for the name of an aspect."""
    above, section = part.above, part.section
    if part.is_aspect or above is None or above.section.role is not section.role:
        return False
    named = section.heading.endswith("方面") or match_aspect(section.heading, None) is not None
    return named or (section.role is Role.ISSUES and not _STATES_PROBLEM.search(section.heading))


def _in_prose(part: Part) -> bool:
    """Whether the items would not stand under their heading as paragraphs: their numbers are as high as its own, or they
    begin as the headings of aspects do.
    """
    own = parsed(part.section.label)
    labels = [parsed(entry.item.label) for entry in part.entries]
    kinds = {label.kind for label in labels if label is not None}
    if not kinds or kinds <= RUN_IN:
        return False
    higher = own is not None and min(kinds) <= own.kind
    aspects = any(_NAMES_ASPECT.match(entry.item.text) for entry in part.entries)
    unsafe = higher or (aspects and part.section.role is Role.ISSUES)
    return unsafe and holds(_lead(part), part.entries)


def _lists(entries: Sequence[Entry]) -> Iterator[tuple[str | None, list[Entry]]]:
    """Yield the items in runs, with the number of the paragraph that a run stands in, None for paragraphs of their own."""
    labels = [parsed(entry.item.label) for entry in entries]
    kinds = [None if label is None else label.kind for label in labels]
    top = min((kind for kind in kinds if kind is not None), default=LabelKind.ADVERB)
    above: str | None = None
    for deep, group in groupby(
        zip(kinds, entries, strict=True), key=lambda pair: pair[0] is not None and pair[0] > top
    ):
        run = [entry for _, entry in group]
        before = parsed(above)
        if deep and above is not None and before is not None:
            yield numbered(above, before.number + 1), run
            continue
        above = run[-1].item.label
        yield None, run
