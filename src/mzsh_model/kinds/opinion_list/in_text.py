"""Opinions told in paragraphs instead of a table: 1.建议多到村里走走。（来源：座谈会）, below 对班子的意见 or behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.about_whom import about_whom, headings_among
from mzsh_model.kinds.column import NUMBER, Column
from mzsh_model.kinds.rows_in_text import Row, Told, rows_in_text
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import RUN_IN, Label, label_at
from mzsh_model.reading.draft import Span, trimmed

_FEWEST = 2
_LONGEST = 40
_WAY = lazy_pattern(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]+\s*)?(?:通过|经)?(?P<way>[\u4e00-\u9fff]{0,6}(?:座谈会|意见箱|意见表|征求意见函|问卷|访谈|走访|信箱|热线|网络|微信|谈话))"
    r"(?:中|上|里)?(?:(?:征求|征集|收集|收到|听取|反映|提出)(?:到|上来)?的?(?:主要)?(?:意见|建议|和|与|、)+)?(?:[（(][^（）()]{1,12}[）)])?[：:]?\s*"
)
_COUNT = lazy_pattern(r"\s*(?:共|有)?\s*[\d一二两三四五六七八九十]+\s*[条个项][。；;]?\s*")
_SOURCE = lazy_pattern(
    r"\s*[（(](?:意见)?(?:来源|征求方式|方式|渠道)[：:]\s*(?P<channel>[^（）()]{2,20})[）)]\s*。?\s*$"
)


def opinions_in_text(columns: Sequence[Column], spans: Sequence[Span]) -> Told:
    """Return the rows that labels make of paragraphs; else the paragraphs of the lowest number, each an opinion.

    A number above others is that of a heading: 一、对班子的意见. Whom it names is whom the opinions below it are of.
    """
    fields = {column.field: column for column in columns}
    told = rows_in_text(columns, spans)
    if not told.rows:
        told = _numbered(fields, spans)
    target = fields["target"]
    headings = headings_among(told.others)
    ways = [(span.place().line, way) for span in told.others if (way := _way(span)) is not None]
    for row in told.rows:
        line = next(iter(row.values())).place().line
        whom = next((span for at, span in reversed(headings) if at < line), None)
        if whom is not None:
            row.setdefault(target, whom)
        way = next((span for at, span in reversed(ways) if at < line), None)
        if way is not None:
            row.setdefault(fields["channel"], way)
    return told


def _way(span: Span) -> Span | None:
    """How the opinions below a heading came in: 一、座谈会征求到的意见."""
    found = _WAY.fullmatch(span.block.text, span.start, span.end)
    return None if found is None else Span(span.block, *found.span("way"))


def _numbered(fields: Mapping[str, Column], spans: Sequence[Span]) -> Told:
    """The paragraphs of the lowest number, and the members of lists behind words that say whom they are of."""
    lowest = max((kind.kind for span in spans if (kind := _label(span)) and kind.kind not in RUN_IN), default=None)
    rows: list[Row] = []
    others: list[Span] = []
    for span in spans:
        label = _label(span)
        if listed := list(_listed(fields, span)):
            rows += listed
        elif label is None or label.kind is not lowest:
            others.append(span)
        else:
            rows.append({NUMBER: Span(span.block, 0, len(label.raw)), **_opinion(fields, label.end, span)})
    return Told(rows, others) if len(rows) >= _FEWEST else Told([], list(spans))


def _listed(fields: Mapping[str, Column], span: Span) -> Iterator[Row]:
    """The opinions behind the words for whom they are of, in their paragraph: 对班子的意见有：（1）…；（2）…"""
    block, text = span.block, span.block.text
    label = _label(span)
    start = label.end if label else span.start
    colon = next((at for at in range(start, min(span.end, start + _LONGEST)) if text[at] in "：:"), span.end)
    about = about_whom(text, start, colon + 1) if colon + 1 < span.end else None
    if about is None or _COUNT.fullmatch(text, colon + 1, span.end):
        return
    members = [one for chain in chains(text, colon, span.end)[:1] for one in chain.members]
    only = label_at(text, colon + 1)
    number = None if only is None else Span(block, colon + 1, colon + 1 + len(only.raw))
    parts: list[tuple[Span | None, int, int]] = [(number, only.end if only else colon + 1, span.end)]
    if members:
        parts = [(Span(block, one.at, one.at + len(one.label.raw)), one.start, one.end) for one in members]
    for label_of, low, high in parts:
        row: Row = {} if label_of is None else {NUMBER: label_of}
        row |= _opinion(fields, low, Span(block, low, high))
        yield row if about.whom is None else row | {fields["target"]: Span(block, *about.whom)}


def _opinion(fields: Mapping[str, Column], start: int, span: Span) -> Row:
    """What stands behind a number: the opinion, and the way it came in where a bracket at its end says so."""
    block = span.block
    if (source := _SOURCE.search(block.text, start, span.end)) is None:
        return {fields["text"]: trimmed(Span(block, start, span.end))}
    return {
        fields["text"]: trimmed(Span(block, start, source.start())),
        fields["channel"]: Span(block, *source.span("channel")),
    }


def _label(span: Span) -> Label | None:
    return span.block.label if span.start == 0 else None
