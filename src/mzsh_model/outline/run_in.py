"""Numbers that only the paragraphs around tell: run into a figure (2.…… / 3.5600本证…… / 4.……, 2、2号高炉……), with no mark (1 学习 / 2 调研), or of what the
paper calls its things (第一面镜子：…… / 第二面镜子：……).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.labels import DIGIT, ORDINAL, THINGS, Label

_RUN_IN = lazy_pattern(r"(\d{1,2})\s*[.．、](?=\d)")
_LONG = lazy_pattern(r"\d{1,2}\s*[.．]\d{3,}(?![\d.．]|\s*[万亿%％倍])")
"""So many decimals has no figure of running text, unless it counts in 万 or 亿."""

_APART = lazy_pattern(rf"(\d{{1,2}})\s*(?:、\s*(\d{{1,4}})|[.．](?:[2-9]|[1-9]\d{{1,3}})(?=[{THINGS}][\u4e00-\u9fff]))")
"""Two numbers that a mark parts: as 2、3 they may be two of one kind; 2.11件 is neither a figure nor the first of a second list."""

_BARE = lazy_pattern(r"(\d{1,2})[ \t\u3000]+(?=[\u4e00-\u9fff“《])(?![年月日号时分个条项人次名家元万亿份场天])")

_CALLED = lazy_pattern(
    r"第\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*([条味桩件点笔层关宗面道记把剂块课重页问类句声张幅盏本堂座][\u4e00-\u9fff]{0,4})\s*[：:，,]\s*"
)
"""A number of what the paper calls its things by a word of its own: 第一面镜子：, 第二记警钟，"""


def run_in_labels(texts: Sequence[str], labels: Sequence[Label | None]) -> dict[int, Label]:
    """Return the numbers that only the paragraphs around tell, by place; `labels` are those that each begins with by itself.

    A list counts 2. and 4. around the paragraph, or it goes on from 2. and no figure is written like that: 3.5600, 3、1.

    >>> two, four = (Label(DIGIT, n, f"{n}.", 2) for n in (2, 4))
    >>> found = run_in_labels(["2.学习不够", "3.5600本证未发", "4.调研不够"], [two, None, four])
    >>> {at: label.number for at, label in found.items()}
    {1: 3}
    """
    maybe = [_run_in(text, own) for text, own in zip(texts, labels, strict=True)]
    after: list[Label | None] = []  # the nearest number behind each paragraph
    near: Label | None = None
    for told, own in zip(reversed(maybe), reversed(labels), strict=True):
        after.append(near)
        near = told or own or near
    after.reverse()
    found: dict[int, Label] = {}
    last: Label | None = None
    for at, told in enumerate(maybe):
        if told is not None and _goes_on(last, told.number) and _is_sure(last, told, after[at], texts[at]):
            found[at] = told
        last = found.get(at) or labels[at] or last
    return found | _counting_on(texts, labels, _bare) | _counting_on(texts, labels, _called)


def _counting_on(
    texts: Sequence[str], labels: Sequence[Label | None], label_of: Callable[[str], Label | None]
) -> dict[int, Label]:
    """The numbers that paragraphs begin with for `label_of`, and that have none else: two or more of one form that count on from 1."""
    found: dict[int, Label] = {}
    run: dict[int, Label] = {}
    form = ""
    for at, (text, own) in enumerate(zip(texts, labels, strict=True)):
        label = label_of(text) if own is None else None
        if label is None:
            continue
        if label.number != len(run) + 1 or label.form != form:
            run, form = {}, label.form
        if label.number == len(run) + 1:
            run[at] = label
            found |= run if len(run) > 1 else {}
    return found


def _bare(text: str) -> Label | None:
    """A number with nothing but a blank behind it: 1 政治忠诚."""
    told = _BARE.match(text)
    return None if told is None else Label(DIGIT, int(told[1]), told[1], told.end())


def _called(text: str) -> Label | None:
    told = _CALLED.match(text)
    number = None if told is None else parse_numeral(told[1])
    if told is None or number is None:
        return None
    return Label(ORDINAL, number, told[0].rstrip("：:，, \t\u3000"), told.end(), told[2])


def _run_in(text: str, own: Label | None) -> Label | None:
    """The number that may be run into a figure."""
    told = _RUN_IN.match(text)
    if told is None or (own is not None and own.end <= told.end()):
        return None
    return Label(DIGIT, int(told[1]), told[0].rstrip(), told.end())


def _is_sure(last: Label | None, told: Label, after: Label | None, text: str) -> bool:
    """Whether the list goes on behind it, or nobody writes such a figure, or one so behind the list's last number."""
    if last is None or told.number == 1 or _is(after, told.number + 1):
        return _is(after, told.number + 1)
    parted = _APART.match(text)
    if parted is None:
        return _LONG.match(text) is not None
    alone = parted[2] is None or int(parted[2]) != told.number + 1
    return alone and last.raw[-1] == told.raw[-1]


def _goes_on(last: Label | None, number: int) -> bool:
    """Whether a list in digits may count `number` behind the last number: it goes on with it, or begins below a higher form."""
    if last is None or last.kind < DIGIT:
        return number == 1
    return _is(last, number - 1)


def _is(label: Label | None, number: int) -> bool:
    return label is not None and (label.kind, label.number) == (DIGIT, number)
