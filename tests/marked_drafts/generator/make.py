"""The generated drafts, by name: kind, planted fault if any, and a number."""

from __future__ import annotations

from collections.abc import Iterator

from tests.marked_drafts.draft import Draft, parse
from tests.marked_drafts.generator.examinations import Examination
from tests.marked_drafts.generator.ledgers import LedgerDraft
from tests.marked_drafts.generator.material import Material
from tests.marked_drafts.generator.reports import Report
from tests.marked_drafts.generator.surface import dirty

HOW_MANY = {Examination: 70, Report: 40, LedgerDraft: 40}
PLANTED = {
    Examination: ("CAU001", "MEA001", "ISS001", "NUM001", "NUM002", "PRI001", "TXT004", "MEA005"),
    Report: ("RPT002", "MTG002", "MEA001", "NUM001"),
    LedgerDraft: ("LDG001", "LDG002", "LDG003", "LDG004"),
}
TIMES = 2
"""How often each fault is planted."""


def generated() -> Iterator[Draft]:
    """Every generated draft, of both halves."""
    for maker, number in HOW_MANY.items():
        kind = maker.__name__.removesuffix("Draft").lower()
        for n in range(number):
            yield _draft(f"gen-{kind}-{n:02}", maker)
        for fault in PLANTED[maker]:
            for n in range(TIMES):
                yield _draft(f"gen-{kind}-{fault}-{n}", maker, fault)


def _draft(name: str, maker: type[Examination | Report | LedgerDraft], fault: str = "") -> Draft:
    made = maker(name, fault)
    got: Material = made.got
    header, _, body = made.source().partition("\n---\n")
    if not fault and "form: " not in header:
        body = dirty(body, got.dice)
        header += f"\nform: {got.dice.choice(('txt', 'docx'))}"
    return parse(name, f"{header}\n---\n{body}")
