"""Items that come, go and move: where a person would put them, in the form of their neighbours, the numbers kept right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from mzsh_model.binding.put.plan import Coming, Plan
from mzsh_model.binding.put.sites import Site
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.path import ModelPath
from mzsh_model.outline.labels import Label, relabel

_SEPARATORS = "；;，,、"
_ENDS = "。！？!?"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An item to write: its text, its own enumerator if it brings one, the heading it belongs under; or a bare paragraph."""

    text: str
    label: str | None = None
    aspect: str | None = None
    bare: bool = False


def newcomer(entry: object, where: ModelPath) -> Newcomer:
    """Return what is written of an item that comes.

    Raises:
        BadEdit: it has no text.
    """
    text: object = entry if isinstance(entry, str) else getattr(entry, "text", None) or getattr(entry, "heading", None)
    if not isinstance(text, str) or not text.strip():
        raise BadEdit("edit-no-text", f"{where} 里新增的一条没有文字，没法写进文件。请先写上内容")
    return Newcomer(text, getattr(entry, "label", None), getattr(entry, "aspect", None), isinstance(entry, str))


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of the model before and after.

    `sites` and `aspects` are of the old items; `order` has, for each new item, the old one's index, or None for a newcomer.
    `crossing` are the new items that come from under another aspect, with the one that they come under.
    """

    sites: Sequence[Site]
    aspects: Sequence[str | None]
    order: Sequence[int | None]
    newcomers: Mapping[int, Newcomer]
    moved: frozenset[int]
    crossing: Mapping[int, str | None] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def gone(self) -> frozenset[int]:
        """The old items that are not there any more."""
        return frozenset(range(len(self.sites))) - {i for i in self.order if i is not None}


def place_list(plan: Plan, listing: Listing) -> None:
    """Plan what makes the old list the new one.

    Raises:
        BadEdit: there is no neighbour to go by, or a change would overlap another.
    """
    beside, numbers = numbers_of(listing)
    for index in sorted(listing.gone):
        _remove(plan, listing, index)
    for new, old in enumerate(listing.order):
        if old is not None and old not in listing.moved:
            site = listing.sites[old]
            label = _label(site, numbers.get(new))
            if site.label is not None and label != site.raw:
                plan.retype(site.label.line, site.label.start, site.label.end, label)
            continue
        near, before = beside[new]
        if old is None:
            _come(plan, listing, near, listing.newcomers[new], numbers.get(new), before=before)
        else:
            _move(plan, listing, old, near, numbers.get(new), before=before)


def numbers_of(listing: Listing) -> tuple[dict[int, tuple[int, bool]], dict[int, int]]:
    """Return the neighbour of each item that comes or moves (and whether it goes before it), and each item's number."""
    beside = _neighbours(listing)
    return beside, _numbers(listing, beside)


def _neighbours(listing: Listing) -> dict[int, tuple[int, bool]]:
    """For each item that comes or moves, the old item beside which it goes, and whether before it."""
    staying = [i if i is not None and i not in listing.moved else None for i in listing.order]
    found: dict[int, tuple[int, bool]] = {}
    for new, stays in enumerate(staying):
        if stays is not None:
            continue
        ahead = next((i for i in reversed(staying[:new]) if i is not None), None)
        behind = next((i for i in staying[new:] if i is not None), None)
        old = listing.order[new]
        aspect = listing.newcomers[new].aspect if old is None else listing.crossing.get(new)
        if ahead is None and behind is None:
            found[new] = (len(listing.sites) - 1, False)  # nothing stays: where the last one goes
            continue
        if ahead is None or (
            behind is not None and aspect is not None and listing.aspects[ahead] != aspect == listing.aspects[behind]
        ):
            assert behind is not None
            found[new] = (behind, True)
        else:
            found[new] = (ahead, False)
        if new in listing.crossing and listing.aspects[found[new][0]] != aspect:
            raise BadEdit("edit-aspect", "那个方面下面没有别的同类条目，不知道写在哪里。请先在文件里写上一条")
    return found


def _chains(sites: Sequence[Site]) -> list[int]:
    """For each old item the number of its run of rising enumerators of one form, -1 where it has none."""
    chain = -1
    last: Label | None = None
    out: list[int] = []
    for site in sites:
        label = site.enumerator
        if label is None:
            out.append(-1)
        else:
            goes_on = last is not None and (label.kind, label.form) == (last.kind, last.form)
            if not (goes_on and last is not None and label.number > last.number):
                chain += 1
            out.append(chain)
        last = label
    return out


def _numbers(listing: Listing, beside: Mapping[int, tuple[int, bool]]) -> dict[int, int]:
    """The number of each new item: those after a change shift by it, and no further than a gap of the author's own."""
    chains = _chains(listing.sites)
    numbers: dict[int, int] = {}
    touched = {chains[near] for near, _ in beside.values()} | {chains[i] for i in listing.gone | listing.moved}
    for chain in touched - {-1}:
        members = [new for new, old in enumerate(listing.order) if _chain_of(chains, new, old, beside) == chain]
        left = [i for i, c in enumerate(chains) if c == chain]
        reached = _number(listing.sites[left[0]]) - 1
        shift = 0
        for new in members:
            old = listing.order[new]
            if old is None or new in beside:
                shift += 1
                reached += 1
            else:
                shift -= left.index(old)
                left = left[left.index(old) + 1 :]
                number = _number(listing.sites[old])
                reached = max(reached + 1, number + min(shift, 0))
                shift = reached - number
            numbers[new] = reached
    return numbers


def _chain_of(chains: Sequence[int], new: int, old: int | None, beside: Mapping[int, tuple[int, bool]]) -> int:
    if new in beside:
        return chains[beside[new][0]]
    return -1 if old is None else chains[old]


def _number(site: Site) -> int:
    found = site.enumerator
    return 1 if found is None else found.number


def _label(site: Site, number: int | None) -> str:
    return site.raw if site.auto or number is None else relabel(site.raw, number)


def _come(plan: Plan, listing: Listing, near: int, item: Newcomer, number: int | None, *, before: bool) -> None:
    site = listing.sites[near]
    line = plan.lines[site.line - 1]
    between = line.text[site.label.end : site.parts[0].start] if _labelled_here(site) and site.label else ""
    own = item.label if number is None else None  # in a list that counts, what comes is counted with the rest
    label = "" if site.auto else own or _label(site, number)
    if site.auto or site.label is None:
        between = ""
    if site.own_lines:
        head, *rest = item.text.split("\n")
        indent = _indent(line.text[line.auto :])
        after = plan.lines[site.last - 1].text[site.parts[-1].end :]
        tail = "" if item.text[-1:] in _ENDS else after.strip()
        texts = [indent + label + between + head, *(indent + words for words in rest)]
        texts[-1] += tail
        for text in texts:
            plan.insert(site.line if before else site.last, Coming(text, site.line), before=before)
        return
    if item.bare and not before and not plan.lines[site.last - 1].text[site.parts[-1].end :].strip():
        plan.insert(site.last, Coming(item.text, site.last))  # it ran on behind its heading: no other does
        return
    if item.bare and before and not line.auto and not line.text[: site.head].strip():
        plan.insert(site.line, Coming(_indent(line.text) + item.text, site.line), before=True)
        return  # what it stands before goes on in the same line: a list that it leads in
    written = label + between + item.text
    if before:
        end = "" if item.text[-1:] in _ENDS + _SEPARATORS else "；"
        plan.retype(site.line, site.head, site.head, written + end)
        return
    last = plan.lines[site.last - 1].text
    at = site.parts[-1].end
    mark = last[at : at + 1] if last[at : at + 1] in _SEPARATORS else ""
    end = "" if item.text[-1:] in _ENDS + _SEPARATORS else mark
    plan.retype(site.last, at + len(mark), at + len(mark), written + end)


def _move(plan: Plan, listing: Listing, old: int, near: int, number: int | None, *, before: bool) -> None:
    site, beside = listing.sites[old], listing.sites[near]
    if not (site.own_lines and beside.own_lines):
        text = "\n".join(plan.lines[p.line - 1].text[p.start : p.end] for p in site.parts)
        _remove(plan, listing, old)
        _come(plan, listing, near, Newcomer(text), number, before=before)
        return
    for line in site.lines:
        plan.insert(beside.line if before else beside.last, Coming("", line, line), before=before)
    if site.label is None or site.auto or number is None or beside.enumerator is None:
        return
    own, other = site.enumerator, beside.enumerator
    same = own is not None and (own.kind, own.form) == (other.kind, other.form)
    label = relabel(site.raw if same else beside.raw, number)
    if label != site.raw:
        plan.retype(site.label.line, site.label.start, site.label.end, label)


def _remove(plan: Plan, listing: Listing, old: int) -> None:
    site = listing.sites[old]
    if site.own_lines:
        for line in site.lines:
            plan.delete(line)
        return
    first = plan.lines[site.line - 1].text
    stop = site.parts[0].end
    following = [other.head for other in listing.sites if other.line == site.line and other.head >= stop]
    reach = min(following, default=stop)
    if not first[stop:reach].strip(_SEPARATORS + " \t\u3000\n"):
        stop = reach
    plan.retype(site.line, site.head, stop, "")
    for part in site.parts[1:]:
        text = plan.lines[part.line - 1].text
        if text[: part.start].strip() or text[part.end :].strip():
            plan.retype(part.line, part.start, part.end, "")
        else:
            plan.delete(part.line)


def _labelled_here(site: Site) -> bool:
    return site.label is not None and site.label.line == site.line


def _indent(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def alone() -> BadEdit:
    """Return the error for an item that has no neighbour to stand beside."""
    return BadEdit("edit-no-neighbour", "这一类条目在文件里一条都没有，不知道写在哪里。请先在 Word 里写上标题和第一条")
