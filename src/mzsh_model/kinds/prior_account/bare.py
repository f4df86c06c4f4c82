"""Last year's problems as what the members of a list begin with, no word before them: 一、学用脱节。开设讲堂31期。已整改到位。"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mzsh_model.kinds.column import NUMBER, Column
from mzsh_model.kinds.rows_in_text import Row, Told
from mzsh_model.outline.chains import chains
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.weighing.lists import stated_count
from mzsh_model.reading.words.lexicon import role_of_heading, states_problem

_LONGEST = 40
_FEWEST = 2
_MARKS = "。；;，,：: "

Done = Callable[[Span, dict[str, Column]], Row]
"""Reads what was done, and how far it is, from the stretch behind a problem."""


class _Member(NamedTuple):
    number: Span
    issue: Span
    rest: Span


def bare_accounts(spans: Sequence[Span], fields: dict[str, Column], done: Done) -> Told:
    """Return the rows that the members of one list make, each a problem and what was done about it, as `done` reads it.

    That they are such is told by the states at their ends, by the number of problems that is stated before them, or by what
    their first sentences say; headings of parts (基本情况, 下一步打算) are none.
    """
    for listed, others in _lists(spans):
        members = [one for number, text in listed if (one := _member(number, text)) is not None]
        if len(members) < max(len(listed), _FEWEST):
            continue
        rows: list[Row] = [
            {NUMBER: one.number, fields["issue"]: one.issue, **done(one.rest, fields)} for one in members
        ]
        first = members[0].number.place().line
        stated = any(stated_count(span.text) == len(rows) for span in others if span.place().line < first)
        ended = sum(fields["status"] in row for row in rows)
        faults = sum(states_problem(one.issue.text) for one in members)
        if stated or 2 * max(ended, faults) > len(rows):
            return Told(rows, others)
    return Told([], list(spans))


def _lists(spans: Sequence[Span]) -> Iterator[tuple[list[tuple[Span, Span]], list[Span]]]:
    """The lists that there are, by their members' numbers and texts, each with the paragraphs that are not in it."""
    labelled = [(span, span.block.label) for span in spans if span.start == 0 and span.block.label is not None]
    for kind, _ in Counter(label.kind for _, label in labelled if label).most_common():
        own = [(span, label) for span, label in labelled if label and label.kind is kind]
        listed = [(Span(span.block, 0, len(label.raw)), Span(span.block, label.end, span.end)) for span, label in own]
        yield listed, [span for span in spans if all(span is not one for one, _ in own)]
    for span in spans:
        for chain in chains(span.block.text, span.start, span.end)[:1]:
            block = span.block
            numbers = [Span(block, one.at, one.at + len(one.label.raw)) for one in chain.members]
            texts = [Span(block, one.start, one.end) for one in chain.members]
            lead = Span(block, span.start, chain.members[0].at)
            others = [other for other in spans if other is not span]
            yield list(zip(numbers, texts, strict=True)), [lead, *others] if lead.text.strip() else others


def _member(number: Span, text: Span) -> _Member | None:
    """A member that says a problem in its first sentence and something more behind it."""
    block, end = text.block, first_sentence(text.block.text, text.start, text.end)
    issue, rest = trimmed(Span(block, text.start, end), _MARKS), trimmed(Span(block, end, text.end))
    is_heading = not issue.text or len(issue.text) > _LONGEST or role_of_heading(issue.text) is not None
    return None if is_heading or not rest.text else _Member(number, issue, rest)
