"""Last year's problems told one after the other in paragraphs: 1.关于“学习不够”问题的整改。全年集中学习12次。已完成。"""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.chinese.states import state_of
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.column import NUMBER, Column
from mzsh_model.kinds.prior_account.bare import bare_accounts
from mzsh_model.kinds.rows_in_text import Row, Told, rows_in_text
from mzsh_model.outline.labels import RUN_IN
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Span, trimmed

_NAMED = lazy_pattern(
    r"\s*(?:(?:关于|针对|对于)\s*(?:[“\"](?P<quoted>[^”\"]+)[”\"]|(?P<bare>[^。；：:]+?))|[“\"](?P<alone>[^”\"]+)[”\"])"
    r"\s*(?:的|这一|这个|方面)*(?:问题|方面)(?:的)?(?:整改)?(?:落实)?(?:情况)?\s*(?:[。：:，,；;]|$)"
)
_BRACKET = lazy_pattern(r"[（(]([^（）()]{2,10})[）)]\s*。?\s*$")
_DONE_NAME = lazy_pattern(r"\s*(?:整改|落实|完成|进展)[^。；，,：:]{0,8}[：:]\s*")
_PROBLEM = "问题"
_MARKS = "。；;，,：:、（）() "
_LONGEST_STATE = 10
_FEWEST = 2


def accounts_in_text(columns: Sequence[Column], spans: Sequence[Span]) -> Told:
    """Return the rows that labels make of paragraphs; else those of paragraphs that begin with the problem they account for.

    What such a paragraph goes on to say was done, or the next one where it says nothing more; a state at its end is the state.
    Where nothing leads in the problems, they may be what the members of a list begin with.
    """
    fields = {column.field: column for column in columns}
    told = {fields["done"], fields["status"]}
    labelled = rows_in_text(columns, spans, lambda row: fields["issue"] in row and bool(told & row.keys()))
    if labelled.rows:
        return Told([_stated(row, fields) for row in labelled.rows], labelled.others)
    rows: list[Row] = []
    others: list[Span] = []
    for span in spans:
        row = _named(span, fields)
        if row is not None:
            rows.append(row)
        elif rows and not told & rows[-1].keys() and _goes_on(span):
            rows[-1] |= _done(_behind_name(span), fields)
        else:
            others.append(span)
    if len(rows) < _FEWEST or not all(told & row.keys() for row in rows):
        return bare_accounts(spans, fields, _done)
    return Told(rows, others)


def _stated(row: Row, fields: dict[str, Column]) -> Row:
    """A row with the state that what was done ends with, where no label names one."""
    done = row.get(fields["done"])
    return row if done is None or fields["status"] in row else row | _done(done, fields)


def _named(span: Span, fields: dict[str, Column]) -> Row | None:
    block, text = span.block, span.block.text
    label = block.label if span.start == 0 else None
    if label is None:
        return None
    number = {NUMBER: Span(block, 0, len(label.raw))}
    if label.raw.startswith(_PROBLEM):
        return number | {fields["issue"]: trimmed(Span(block, label.end, span.end), _MARKS)}
    if (found := _NAMED.match(text, label.end, span.end)) is None:
        return None
    group = next(name for name in ("quoted", "bare", "alone") if found[name] is not None)
    return (
        number | {fields["issue"]: Span(block, *found.span(group))} | _done(Span(block, found.end(), span.end), fields)
    )


def _goes_on(span: Span) -> bool:
    """Whether a paragraph can say what was done about the problem before it: it has no number of its own, or begins a list in prose."""
    label = span.block.label
    return label is None or (label.kind in RUN_IN and not label.raw.startswith(_PROBLEM))


def _behind_name(span: Span) -> Span:
    named = _DONE_NAME.match(span.block.text, span.start, span.end)
    return Span(span.block, named.end() if named else span.start, span.end)


def _done(span: Span, fields: dict[str, Column]) -> Row:
    """What was done, and the state that the stretch ends with: a sentence of its own, or a bracket."""
    row: Row = {}
    block, text = span.block, span.block.text
    at, end = _state(span)
    if at < end:
        row[fields["status"]] = Span(block, at, end)
        while at > span.start and text[at - 1] in "（(":
            at -= 1
    if (said := trimmed(Span(block, span.start, at if row else span.end))).text:
        row[fields["done"]] = said
    return row


def _state(span: Span) -> tuple[int, int]:
    """Where the stretch says at its end how far it is; nothing where it does not."""
    text = span.block.text
    bracket = _BRACKET.search(text, span.start, span.end)
    low, high = bracket.span(1) if bracket else [(span.end, span.end), *sentences(text, span.start, span.end)][-1]
    while high > low and text[high - 1] in _MARKS:
        high -= 1
    while low < high and text[low] in _MARKS:
        low += 1
    said = text[low:high]
    return (
        (low, high)
        if len(said) <= _LONGEST_STATE and "，" not in said and state_of(said) is not None
        else (span.end, span.end)
    )
