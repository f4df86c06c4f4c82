"""Nothing stands in the model that no reader fills, no writer writes and no rule reads; what does, says why.

Readers and the fresh writer are tried: the papers of `full_papers` must fill every field, and once more when they were written
anew. Whether a rule, the dossier or its trace asks for a field is told by its name alone, as it stands in their code: a name that
two types have counts for both.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

import mzsh_model as mz
from mzsh_model.kinds.registry import kind_of, kinds
from mzsh_model.kinds.spec import Verb
from mzsh_model.model.base import Value
from tests.model.full_papers import FULL, MORE

SRC = Path(__file__).parents[2] / "src" / "mzsh_model"
JUDGES = ("rules", "dossier")
PAPERS = [*FULL.values(), *MORE]
Field = tuple[str, str]

UNWRITTEN = {
    "a paper of no kind that we know has no layout": ["Unrecognised.title", "Unrecognised.paragraphs", "Unrecognised.reviews"],
}  # fmt: skip
"""By the reason: fields that no fresh paper has."""

UNJUDGED = {
    "what stands there is anchored; rules that need it see the lines": ["Unrecognised.paragraphs"],
    "rules take the values in these lists, whatever holds them": [
        "MeetingReport.criticisms", "Circular.criticisms", "Minutes.criticisms", "CriticismSheet.criticisms",
    ],
    "anything else that a table says: no rule can know what it is": [
        "LedgerEntry.remark", "Opinion.remark", "Talk.remark", "CriticismRow.remark", "PriorAccountRow.remark", "LedgerEntry.goal",
    ],
    "no basis that we know asks for it: read for those who look at the value and for edits": [
        "Issue.claims", "Measure.closed_by", "Review.stage", "Minutes.responses", "Opinion.category", "Opinion.channel",
        "OpinionSummary.channels", "TalkRecord.category", "Meeting.held_until", "Meeting.recorder",
        "Supervision.group", "Supervision.leader",
    ],
    "counts of talks are held against one another by their totals; their parts are read for those who look": [
        "TalkCount.between", "SelfExamination.talk_counts", "MeetingReport.talk_counts", "Circular.talk_counts", "HostScript.talk_counts",
        "Minutes.talk_counts", "PreparationReport.talk_counts",
    ],
}  # fmt: skip
"""By the reason: fields that no rule and no step of the dossier asks for."""


def types() -> dict[str, type[Value]]:
    """Every type of value that a document can hold, by name."""
    found: dict[str, type[Value]] = {}
    pending: list[object] = [kind.value for kind in kinds()]
    while pending:
        at = pending.pop()
        if not (isinstance(at, type) and issubclass(at, Value)):
            pending += get_args(at)
        elif at.__name__ not in found:
            found[at.__name__] = at
            pending += [field.annotation for field in at.model_fields.values()]
    return found


def fields() -> set[Field]:
    """Every field of every such type; what kind a document is of is said by its type."""
    return {(name, field) for name, kind in types().items() for field in kind.model_fields if field != "kind"}


def filled(value: mz.DocumentValue) -> Iterator[Field]:
    """The fields of all values in a document that hold something other than what they hold by default."""
    for _, node in mz.walk(value):
        for name, field in type(node).model_fields.items():
            held = node.__dict__[name]
            if held not in (None, (), "") and (field.is_required() or held != field.default):
                yield type(node).__name__, name


@cache
def read() -> tuple[mz.DocumentValue, ...]:
    return tuple(mz.read_text(text).value for text in PAPERS)


def asked() -> set[str]:
    """The names that the code of rules and dossier asks values for: attributes, words, steps of paths."""
    names: set[str] = set()
    for path in (path for room in JUDGES for path in (SRC / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                names.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                names.update(node.value.split("/"))
    return names


def listed(table: dict[str, list[str]]) -> list[str]:
    return sorted(name for names in table.values() for name in names)


def shown(found: set[Field]) -> list[str]:
    return sorted(f"{kind}.{field}" for kind, field in found)


@pytest.mark.parametrize("kind", FULL)
def test_each_paper_is_read_as_what_it_is(kind: str) -> None:
    assert str(mz.read_text(FULL[kind]).value.kind) == kind


def test_a_reader_fills_every_field() -> None:
    assert shown(fields() - {one for value in read() for one in filled(value)}) == []


def test_the_fresh_writer_writes_every_field() -> None:
    written = [mz.write(value) for value in read() if Verb.WRITE not in kind_of(value).refuses]
    again = {one for data in written for one in filled(mz.open(data).read().value)}
    assert shown(fields() - again) == listed(UNWRITTEN)


def test_a_rule_or_the_dossier_asks_for_every_field() -> None:
    names = asked()
    unasked = shown({one for one in fields() if one[1] not in names})
    assert unasked == listed(UNJUDGED), (
        "a new field needs a rule or a reason in UNJUDGED; one that is asked for now leaves it"
    )


def test_a_field_that_nobody_fills_writes_or_asks_for_would_be_told() -> None:
    """The three questions can fail: of a field that there is not, each of them says so."""
    extra = ("Measure", "price")
    assert extra not in {one for value in read() for one in filled(value)}
    assert extra[1] not in asked()
