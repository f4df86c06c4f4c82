"""Enumerations inside one paragraph: `…主要有：一是…；二是…。`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mzsh_model.kernel.patterns import by_first, lazy_pattern
from mzsh_model.outline.labels import CIRCLED, PART, SHI, Label, label_at, takes_over
from mzsh_model.outline.sentences import stops

_FORMS = (
    r"(?:[一二三四五六七八九十]{1,3}\s?(?:是|要|靠|抓|则|看)|(?:第|头(?=一))\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:[条味桩件点笔层关宗]|个(?:问题|原因|措施)?)?[，,、：:是]"
    r"|(?<=[。；：:])[一二三四五六七八九十]{1,2}、(?![一二三四五六七八九十])"
    r"|其[一二三四五六七八九十][，,、：:是]|首先|其次|再次|再者|再一个|再就是|再一点|最后"
    r"|[0-9０-９]{1,3}\s*[、.．）)]|[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[）)])"
)
# each begins with a set of characters: the engine skips all others without trying an alternative
_FORM = lazy_pattern(_FORMS)
_AFTER_MARK = lazy_pattern(rf"[。；;：:，,、！？!?.．）)”\"’\s》】\]〕—-](?={_FORMS})")
_SIGN = lazy_pattern(r"[①-⑳⑴-⒇]")
_SHI = lazy_pattern(r"[一二三四五六七八九十]\s?[是要靠抓则看]|其次|再[次者一就]|最后")
_SECOND = lazy_pattern(
    by_first(
        ("二三2２3３", r"\s?(?:是|要|靠|抓|则|看|[、.．）)])"),
        ("五七九", r"\s?(?:是|要|靠|抓|则|看)"),
        ("第", r"\s*[二三2]"),
        ("其", "[二次]"),
        ("再", "[次者一就]"),
        ("最", "后"),
        ("②③④⑤⑥⑦⑧⑨⑩⑵⑶⑷⑸⑹⑺⑻⑼⑽", ""),
    )
)
"""What no list is without: its second or third enumerator, or its last; one that goes on with another has an uneven one."""

_GOES_ON = frozenset({CIRCLED, SHI})
"""Enumerators that stand for nothing else: a list of them may go on with the numbers of the list before it."""

_SEPARATORS = "；;，,、 \u3000\t\n"


@dataclass(frozen=True, slots=True)
class Member:
    """One item of a chain: its enumerator stands at `at`, its text is `text[start:end]` without the separator after it."""

    label: Label
    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Chain:
    """An enumeration in running text: the lead before it from `lead` on, its members, and where the text after it begins."""

    lead: int
    members: tuple[Member, ...]
    tail: int


def chains(text: str, start: int, end: int) -> tuple[Chain, ...]:
    """Return the enumerations of `text[start:end]` in order; nested ones stay inside the members of the outer one.

    A list is two or more enumerators of one form whose numbers rise; numbers may skip or repeat, a fresh 一 begins the next
    list.
    """
    return _chains(text, start, end) if _SECOND.search(text, start, end) else ()


@lru_cache(maxsize=512)
def _chains(text: str, start: int, end: int) -> tuple[Chain, ...]:
    labels = list(_labels(text, start, end))
    runs = list(_runs(text, labels)) if len(labels) > 1 else []
    found: list[Chain] = []
    lead = start
    for index, run in enumerate(runs):
        stop = end
        if index + 1 < len(runs):
            stop = _lead_start(text, run[-1][1].end, runs[index + 1][0][0])
        members, tail = _members(text, run, stop)
        found.append(Chain(lead, members, tail))
        lead = tail
    return tuple(found)


def begins_list(text: str, label: Label) -> bool:
    """Tell whether `text`, which begins with `label`, is a whole list in itself."""
    if label.kind is SHI and not _SHI.search(text, label.end):
        return False
    found = chains(text, 0, len(text))
    return bool(found) and found[0].members[0].at == 0 and found[0].members[0].label.kind is label.kind


def labels_in(text: str) -> list[tuple[int, Label]]:
    """Return the enumerators that may stand in `text`, with their places."""
    return list(_labels(text, 0, len(text)))


def _labels(text: str, start: int, end: int) -> Iterator[tuple[int, Label]]:
    for at in _starts(text, start, end):
        label = label_at(text, at)
        if label is not None and label.kind is not PART and label.end < end:
            yield at, label


def _starts(text: str, start: int, end: int) -> list[int]:
    """Where an enumerator may stand in `text[start:end]`: at the text's beginning, after a mark or a space; a sign anywhere."""
    found = [0] if start == 0 and _FORM.match(text, 0, end) else []
    found += [mark.end() for mark in _AFTER_MARK.finditer(text, max(0, start - 1), end)]
    found += [sign.start() for sign in _SIGN.finditer(text, start, end)]
    return sorted(found)


def _runs(text: str, labels: list[tuple[int, Label]]) -> Iterator[list[tuple[int, Label]]]:
    """Group labels into lists, outermost first: a list holds the labels of its form up to the next fresh start."""
    at = 0
    while at < len(labels):
        first = labels[at][1]
        run = [labels[at]]
        after = at + 1
        for index in range(at + 1, len(labels)):
            label = labels[index][1]
            last = run[-1][1]
            if _alike(label, last):
                spoken = not _alike(label, first) and label.number >= last.number > 1
            else:
                spoken = takes_over(text, label, last) and not _begun(labels[at + 1 : index], label)
            if spoken:
                run.append(labels[index])
                after = index + 1
                continue
            if not _alike(label, first):
                continue
            if label.number == first.number == 1 or (label.number < run[-1][1].number and label.number == 1):
                break
            if label.number < run[-1][1].number:
                continue
            run.append(labels[index])
            after = index + 1
        if len(run) > 1 and (first.number in (1, 2, 3) or first.kind in _GOES_ON):
            yield run
            at = after
            # labels of other forms after the last member may begin a list of their own inside it: they stay there
            while at < len(labels) and not _alike(labels[at][1], first):
                if labels[at][1].number == 1 and labels[at][1].kind <= first.kind:
                    break
                at += 1
        else:
            at += 1


def _alike(label: Label, other: Label) -> bool:
    return (label.kind, label.form) == (other.kind, other.form)


def _begun(labels: Sequence[tuple[int, Label]], label: Label) -> bool:
    """Whether a list of the form of `label` begins among `labels`: then it goes on with that one."""
    return any(one.kind is label.kind and one.number == 1 for _, one in labels)


def _lead_start(text: str, low: int, high: int) -> int:
    """Where the sentence that leads in the list at `high` begins: after the last sentence end before it."""
    last = low
    for stop in stops(text, low, high, clauses=False):
        if stop < high:
            last = stop
    return last if last > low else high


def _members(text: str, run: list[tuple[int, Label]], stop: int) -> tuple[tuple[Member, ...], int]:
    members: list[Member] = []
    for index, (at, label) in enumerate(run):
        close = run[index + 1][0] if index + 1 < len(run) else stop
        while close > label.end and text[close - 1] in _SEPARATORS:
            close -= 1
        members.append(Member(label, at, label.end, close))
    return tuple(members), stop
