"""Which item stands under which heading, and with which number: the model keeps the two apart, a document does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from mzsh_model.fresh.enumerators import ITEM, filled, numbered, parsed
from mzsh_model.fresh.laid_parts import PROSE, Entry, Part
from mzsh_model.model.base import Role
from mzsh_model.model.items import Aspect, Cause, Issue, Measure

_PARAGRAPHS = frozenset({Role.CAUSES, Role.MEASURES})
"""Parts in which a paragraph without a number is an item as a whole."""


def place(parts: Sequence[Part], entries: Sequence[Entry]) -> list[Entry]:
    """Put the items of one list under the headings of their role and aspect, in order, and return those that have none.

    Under which of several such headings an item stands is not in the model: where their numbers begin anew, the next
    heading's begin. Items whose aspect has no heading of their role stand under the aspect's own.
    """
    homeless: list[Entry] = []
    runs = [list(group) for _, group in groupby(entries, key=lambda entry: entry.aspect)]
    at = 0
    for index, run in enumerate(runs):
        fitting = _fitting(parts, run[0])
        run = _put_beside(run, fitting, begun=bool(fitting) and fitting[0].at < at)
        if not run:
            continue
        ahead = [part for part in fitting if part.at >= at]
        if ahead:
            others = [part for other in runs[index + 1 : index + 2] for part in _fitting(parts, other[0])]
            stop = next((part.at for part in others if part.at > ahead[0].at), len(parts))
            at = _share(run, [part for part in ahead if part.at < stop]).at
        elif fitting:
            _last_below(fitting[-1]).behind += run
        elif (host := next((p for p in parts if p.is_aspect and p.aspect == run[0].aspect), None)) is not None:
            host.named += run
        elif (last := next((p for p in parts if _goes_on(p, run[0])), None)) is not None:
            last.behind += run
        else:
            homeless += run
    return homeless


def _fitting(parts: Sequence[Part], entry: Entry) -> list[Part]:
    prose = entry.role in PROSE
    return [p for p in parts if p.section.role is entry.role and (prose or p.aspect == entry.aspect)]


def _put_beside(run: list[Entry], fitting: Sequence[Part], *, begun: bool) -> list[Entry]:
    """Put items that are numbered as the headings under theirs are beside these, and return the others.

    A number that a heading has already is one of another list. `begun` says that later headings have their items.
    """
    below = [(label, p) for parent in fitting for p in parent.below if (label := parsed(p.section.label)) is not None]
    labels = [parsed(entry.item.label) for entry in run]
    used = {(label.kind, label.number) for label, _ in below}
    kinds = {label.kind for label, _ in below}
    if any(label is not None and (label.kind, label.number) in used for label in labels):
        return run
    left: list[Entry] = []
    for entry, own in zip(run, labels, strict=True):
        if own is None or own.kind not in kinds:
            left.append(entry)
            continue
        before = [p for label, p in below if label.kind is own.kind and label.number < own.number]
        if before or begun:
            _last_below(before[-1] if before else fitting[0]).behind.append(entry)
        else:
            fitting[0].entries.append(entry)
    return left


def _last_below(part: Part) -> Part:
    while part.below:
        part = part.below[-1]
    return part


def _goes_on(part: Part, entry: Entry) -> bool:
    """Whether an item in prose is the next of the headings that `part` is the last of: （四）…方面 and （五）个人有关事项."""
    label, above = parsed(part.section.label), part.above
    if entry.role not in PROSE or label is None or part.below or above is None or above.below[-1] is not part:
        return False
    return entry.item.label == numbered(label.raw, label.number + 1)


def _share(run: list[Entry], fitting: Sequence[Part]) -> Part:
    """Share the items out among the headings and return the last one that got some."""
    lowest = [part for part in fitting if not any(one in part.below for one in fitting)]
    lists = list(lists_of(run))
    if len(lists) < len(lowest):
        lowest = [part for part in lowest if part.needs_items] or lowest[: len(lists)]
    if len(lists) < len(lowest):
        lists = [run[len(run) * n // len(lowest) : len(run) * (n + 1) // len(lowest)] for n in range(len(lowest))]
    for index, one in enumerate(lists):
        lowest[min(index, len(lowest) - 1)].entries += one
    return lowest[min(len(lists), len(lowest)) - 1]


def lists_of(run: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield the items list by list: where their numbers begin anew, a list begins."""
    current: list[Entry] = []
    top = last = None
    for entry in run:
        label = parsed(entry.item.label)
        if label is not None:
            anew = top is not None and label.kind <= top.kind and label.number == 1
            back = last is not None and label.kind is last.kind and label.number < last.number
            if current and (anew or back):
                yield current
                current, top = [], None
            top, last = top or label, label
        current.append(entry)
    yield current


def identify(entries: Iterable[Entry], aspects: Iterable[Aspect]) -> None:
    """Give items that name an aspect its id in the year's catalogue."""
    ids = {aspect.name: aspect.id for aspect in aspects}
    for entry in entries:
        item = entry.item
        if isinstance(item, Issue | Cause | Measure) and item.aspect is not None and item.aspect_id is None:
            entry.item = item.model_copy(update={"aspect_id": ids.get(item.aspect)})


def number(entries: Sequence[Entry]) -> None:
    """Give the items of one list the numbers they lack."""
    for entry, label in zip(entries, filled([e.item.label for e in entries], ITEM), strict=True):
        if entry.item.label != label:
            entry.item = entry.item.model_copy(update={"label": label})


def number_items(parts: Sequence[Part]) -> None:
    """Give the items under each heading the numbers they lack; prose and a lone paragraph go without."""
    for part in parts:
        for entries in (part.entries, part.named, part.behind):
            for role, group in groupby(entries, key=lambda entry: entry.role):
                run = list(group)
                alone = len(run) == 1 and (bool(part.named) or (role in _PARAGRAPHS and not part.is_stated))
                if not _is_prose(run) or not (alone or role in PROSE):
                    number(run)


def _is_prose(run: Sequence[Entry]) -> bool:
    """Whether none of the items is numbered and each is one paragraph."""
    return all(entry.item.label is None and "\n" not in entry.item.text for entry in run)
