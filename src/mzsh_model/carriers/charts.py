"""Distributions as bars: the numbers of an SVG, which the page's template draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from mzsh_model.batch.review import Review
from mzsh_model.batch.run import FileResult
from mzsh_model.carriers.rows import each_finding
from mzsh_model.kernel.columns import cut
from mzsh_model.rules.finding import Level
from mzsh_model.rules.registry import find_rule

_LABEL, _WIDE, _ROW = 220, 660, 22
"""Widths of the labels and of the whole, and the height of a row (user units of the SVG)."""
_MOST = 40
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: its level (empty where there is none), where it begins, how wide it is."""

    level: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: what it counts, how many, its parts, and its upper edge."""

    label: str
    total: int
    segments: tuple[Segment, ...]
    y: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its title, its rows, its size; `left_out` rows did not fit."""

    title: str
    bars: tuple[Bar, ...]
    width: int
    height: int
    label_width: int
    left_out: int


def charts_of(review: Review) -> tuple[Chart, ...]:
    """Return the charts of a run: findings by person and level, findings by rule, length by person."""
    persons = ((_named(one), _levels(one)) for one in review.files)
    rules = Counter(finding.code for _, finding in each_finding(review)).most_common()
    told = [(f"{code} {find_rule(code).title}", [("", count)]) for code, count in rules]
    long = ((_named(one), [("", one.result.metrics.get("characters", 0))]) for one in review.files)
    charts = [_chart("各人的提示", persons), _chart("各条规则的提示", iter(told)), _chart("各份的字数", long)]
    return tuple(chart for chart in charts if chart.bars)


def _named(one: FileResult) -> str:
    return one.whose or one.path


def _levels(one: FileResult) -> list[tuple[str, int]]:
    return [(str(level), one.result.count(level)) for level in Level]


def _chart(title: str, rows: Iterator[tuple[str, list[tuple[str, int]]]]) -> Chart:
    """The chart of the first rows; the others are counted."""
    shown = list(islice(rows, _MOST))
    most = max((sum(count for _, count in parts) for _, parts in shown), default=0) or 1
    room = _WIDE - _LABEL - 50
    bars: list[Bar] = []
    for number, (label, parts) in enumerate(shown):
        x, segments = _LABEL, list[Segment]()
        for level, count in parts:
            width = round(room * count / most)
            segments.append(Segment(level, x, width))
            x += width
        total = sum(count for _, count in parts)
        bars.append(Bar(cut(label, _LONGEST), total, tuple(segments), number * _ROW))
    return Chart(title, tuple(bars), _WIDE, len(bars) * _ROW, _LABEL, sum(1 for _ in rows))
