"""A marked draft: its name, what is said of the whole of it, its text and its marks; and where drafts are kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.marked_drafts import further
from tests.marked_drafts.marks import Mark, unmarked

HERE = Path(__file__).parent
JUDGED = ("SelfExamination", "MeetingReport", "Ledger")
KINDS = (*JUDGED, *further.NAMES)
HEADER = {"kind", "year", "scope", "subject", "form", "fault", "clean", "called"}


@cache
def spent() -> frozenset[str]:
    """The drafts that were held out once and were opened when others took their place."""
    return frozenset((HERE / "spent.txt").read_text(encoding="utf-8").split())


def is_held_out(name: str) -> bool:
    """Whether whoever edits readers, weights or rules may not look at the draft (or voice) of that name: a third, by hash."""
    return name not in spent() and int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def folder_of(name: str) -> Path:
    """The folder in which a draft of that name stands."""
    return HERE / ("held_out" if is_held_out(name) else "open")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft. Of the header: kind, year, scope and subject as they must be read; form: txt, docx, csv, xlsx, md;

    fault: the one planted 必改; clean: yes where nothing is missing and no 必改 is right; called: a word of the name by which a paper of another kind must be told.
    """

    name: str
    header: Mapping[str, str]
    text: str
    marks: tuple[Mark, ...]

    @property
    def kind(self) -> str:
        return self.header["kind"]

    @property
    def is_generated(self) -> bool:
        return self.name.startswith("gen-")

    @property
    def form(self) -> str:
        return self.header.get("form", "docx" if "\n‖" in self.text else "txt")

    def words(self, mark: Mark) -> str:
        """What stands in the mark."""
        return self.text[mark.start : mark.end]


def parse(name: str, source: str) -> Draft:
    """A draft as it is kept: lines `key: value`, a line of dashes, the marked text."""
    head, _, body = source.partition("\n---\n")
    header = dict(line.split(": ", 1) for line in head.splitlines())
    if not header.keys() <= HEADER or header.get("kind") not in (*KINDS, "other"):
        raise ValueError(f"{name}: unknown header {header}")
    text, marks = unmarked(body.rstrip("\n"))
    for mark in marks:
        if mark.tag[0] == "." and mark.tag[1:] not in further.fields(header["kind"]):
            raise ValueError(f"{name}: {header['kind']} has no field {mark.tag}")
    return Draft(name, header, text, marks)


def written() -> Iterator[Draft]:
    """The drafts written by hand, those of both halves."""
    for path in sorted(HERE.glob("open/*.txt")) + sorted(HERE.glob("held_out/*.txt")):
        yield parse(path.stem, path.read_text(encoding="utf-8"))
