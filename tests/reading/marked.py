"""Specimens with their annotation in them: drafts as clerks type them, marked by hand where each thing begins.

A file in `specimens/` is a head of `field: value` lines, `---`, and the draft. In the draft `‹i›` stands before the first
character of an issue (its enumerator left out), likewise `j` an issue of the members in a report, `c` cause, `m` measure
with `owner` and `due`, `p` prior issue, `r` case reflection, `s` personal matter, `t` step of the preparation, `k`
criticism with `critic` and `target`, `a` the name of an aspect, which the issues after it belong to, up to `z`. `‹i?›` may
be read or not. `⏎` is a soft break, `«一、»` a number that Word computes, a line of `|` a row of a table, `^` a cell merged with
the one above, `¶` the end of a paragraph in a cell; the last cell of a short row is as wide as the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.model.documents import Ledger, MeetingReport, SelfExamination
from tests.reading.word import word

SPECIMENS = Path(__file__).parent / "specimens"
_MARK = re.compile(r"‹(?P<kind>[a-z])(?P<free>\?)?(?P<fields>(?: \w+=[^ ›]*)*)›")
_UNCOUNTED = re.compile(r"[\s#*|⏎¶«»^]|<br>")
_FURNITURE = re.compile(r"\s*[-—]\s*\d+\s*[-—]\s*|[\s|:-]+")
_SLACK = 8
"""An item may begin so many characters before its mark: whether a lead-in word belongs to it is a matter of taste."""

_LISTS = {
    SelfExamination: {
        "i": "issues",
        "c": "causes",
        "m": "measures",
        "p": "prior_issues",
        "r": "case_reflections",
        "s": "personal_matters",
    },
    MeetingReport: {
        "i": "team_issues",
        "j": "member_issues",
        "c": "causes",
        "m": "measures",
        "t": "preparation",
        "k": "criticisms",
    },
}
_LISTS[mz.Circular] = _LISTS[MeetingReport]  # written as a report is


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation: what begins there, after how many characters of the draft, and what else is known of it."""

    kind: str
    at: int
    free: bool
    fields: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Specimen:
    """A draft, its form, what is known of it as a whole, and its marks in order."""

    name: str
    head: dict[str, str]
    rows: tuple[str, ...]
    marks: tuple[Mark, ...]

    @property
    def form(self) -> str:
        """How the draft is stored: docx, txt, md or gb18030."""
        return self.head.get("form", "txt")


@dataclass(slots=True)
class Score:
    """What was read rightly: per kind of mark hits, wanted, read; and everything that went wrong, in words."""

    counts: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    wrong: list[str] = field(default_factory=list[str])

    def add(self, kind: str, hit: int, wanted: int, got: int) -> None:
        """Count."""
        held = self.counts.setdefault(kind, [0, 0, 0])
        for index, n in enumerate((hit, wanted, got)):
            held[index] += n


def load(path: Path) -> Specimen:
    """Return the specimen of a file."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    return specimen(path.stem, body, **dict(line.split(": ", 1) for line in head.splitlines()))


def specimen(name: str, body: str, **head: str) -> Specimen:
    """Return the specimen that a marked draft is."""
    marks: list[Mark] = []
    rows: list[str] = []
    at = 0
    for row in body.strip("\n").split("\n"):
        bare = ""
        last = 0
        for found in _MARK.finditer(row):
            bare += row[last : found.start()]
            last = found.end()
            pairs = (pair.split("=", 1) for pair in found["fields"].split())
            fields = {key: None if value == "-" else value for key, value in pairs}
            marks.append(Mark(found["kind"], at + len(_counted(bare)), bool(found["free"]), fields))
        bare += row[last:]
        rows.append(bare)
        at += 0 if _FURNITURE.fullmatch(bare) else len(_counted(bare))
    return Specimen(name, head, tuple(rows), tuple(marks))


def _counted(text: str) -> str:
    return _UNCOUNTED.sub("", text)


def stored(one: Specimen) -> bytes:
    """Return the file that the clerk would send."""
    if one.form == "docx":
        return word(one.rows, header=one.head.get("header", ""), footer=one.head.get("footer", ""))
    text = "\n".join(one.rows).replace("⏎", "\n").translate({ord("«"): None, ord("»"): None})
    if (width := int(one.head.get("wrap", 0))) > 0:
        text = _wrapped(text, width)
    return text.encode("gb18030" if one.form == "gb18030" else "utf-8")


def _wrapped(text: str, width: int) -> str:
    """The text in lines of one width with a page number after every twentieth, as a PDF copy has it."""
    lines = [row[at : at + width] for row in text.split("\n") for at in range(0, max(1, len(row)), width)]
    pages = range(20, len(lines), 21)
    for number, at in enumerate(pages, 1):
        lines.insert(at, f"— {number} —")
    return "\n".join(lines)


def score(one: Specimen, doc: Document | None = None) -> Score:
    """Read a specimen and compare it with its marks."""
    doc = doc or mz.open(stored(one))
    outcome = doc.read()
    value, out = outcome.value, Score()
    kind = one.head["kind"]
    _fact(out, "kind", kind in ("*", doc.kind), f"kind {doc.kind}, not {kind}")
    offsets = _offsets(doc)

    def place(path: str) -> int | None:
        anchor = outcome.anchors.get(path)
        return None if anchor is None else offsets[anchor.line] + _before(doc, anchor.line, anchor.start)

    items = _items(value)
    aspects = [mark for mark in one.marks if mark.kind in "az"]
    for letter in sorted({*items, *(mark.kind for mark in one.marks)} - {"a", "z"}):
        marks = [mark for mark in one.marks if mark.kind == letter]
        got = {path: at for path in items.get(letter, {}) if (at := place(f"{path}/text")) is not None}
        missed = 0
        for mark in marks:
            path = next((p for p, at in got.items() if 0 <= mark.at - at <= _SLACK), None)
            if path is None:
                if not mark.free:
                    missed += 1
                    out.wrong.append(f"missed {letter}: {_words(doc, mark.at)}")
                continue
            del got[path]
            if mark.free:
                continue
            out.add(letter, 1, 1, 1)
            item = items[letter][path]
            for name, wanted in mark.fields.items():
                held = getattr(item, name)
                _fact(out, name, held == wanted, f"{name} {held!r}, not {wanted!r}, at {_words(doc, mark.at)}")
            if letter == "i" and aspects:
                above = next((a for a in reversed(aspects) if a.at <= mark.at), None)
                wanted_at = None if above is None or above.kind == "z" else above.at
                named = place(f"{path}/aspect")
                right = wanted_at == named or (None not in (wanted_at, named) and 0 <= wanted_at - named <= _SLACK)
                _fact(out, "aspect", right, f"aspect of {_words(doc, mark.at)}: {getattr(item, 'aspect', None)}")
        out.add(letter, 0, missed, len(got))
        out.wrong += [f"extra {letter}: {_words(doc, at)}" for at in got.values()]
    told = value.model_dump(mode="json")
    for name, wanted in one.head.items():
        if name in ("form", "kind", "wrap", "footer", "header"):
            continue
        held = _look(told, "subject.name" if name == "subject" else name)
        _fact(out, "facts", str(held) == wanted, f"{name} {held!r}, not {wanted!r}")
    odd = [n for n in outcome.notices if n.code in ("unplaced-line", "front-line", "unread-footer")]
    out.wrong += [f"notice {n.code}: {n.text[:20]}" for n in odd]
    return out


def _fact(out: Score, name: str, right: bool, words: str) -> None:
    out.add(name, int(right), 1, 1)
    if not right:
        out.wrong.append(words)


def _items(value: object) -> dict[str, dict[str, object]]:
    """The items that were read, by letter and path."""
    if isinstance(value, Ledger):
        entries = list(enumerate(value.entries))
        return {
            "i": {f"/entries/{n}/issue": e.issue for n, e in entries if e.issue is not None},
            "m": {f"/entries/{n}/measures/{m}": x for n, e in entries for m, x in enumerate(e.measures)},
        }
    lists = _LISTS.get(type(value), {})
    return {letter: {f"/{name}/{n}": x for n, x in enumerate(getattr(value, name))} for letter, name in lists.items()}


def _look(told: object, path: str) -> object:
    for step in path.split("."):
        if isinstance(told, dict):
            told = told.get(step)
        elif isinstance(told, list) and int(step) < len(told):
            told = told[int(step)]
        else:
            return None
    return told


def _offsets(doc: Document) -> dict[int, int]:
    """How many characters of the draft stand before each line."""
    found: dict[int, int] = {}
    at = 0
    for line in doc.lines:
        found[line.number] = at
        if not _FURNITURE.fullmatch(line.text):
            at += len(_counted(line.text))
    return found


def _before(doc: Document, line: int, start: int) -> int:
    return len(_counted(doc.lines[line - 1].text[:start]))


def _words(doc: Document, at: int) -> str:
    text = "".join(_counted(line.text) for line in doc.lines if not _FURNITURE.fullmatch(line.text))
    return text[at : at + 16]


def specimens(folder: Path = SPECIMENS) -> list[Specimen]:
    """Return every specimen of a folder."""
    return [load(path) for path in sorted(folder.glob("*.txt"))]
