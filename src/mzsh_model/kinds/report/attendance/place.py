"""Where in a sentence persons are told, and a person as a value."""

from __future__ import annotations

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.people import Member
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.told_facts import name_value
from mzsh_model.reading.words.persons import Person

MARK = lazy_pattern(r"[，。；：:,;（(]|(?<![理自缘])由")
"""Behind which a list of persons may begin."""

_STOP = lazy_pattern("[。；;]")


def member_at(draft: Draft, path: str, span: Span, one: Person) -> Member:
    """Return a person that a stretch names, and note where."""
    name = Span(span.block, *one.name)
    draft.anchor(path, name.place())
    raw = draft.anchor_span(f"{path}/name", name)
    post = draft.anchor_span(f"{path}/post", Span(span.block, *one.post)) if one.post else None
    return Member(name=name_value(raw), post=post)


def name_at(span: Span, one: Person) -> str:
    """Return the name of a person without blanks; one that is masked (×××) is nobody else's, and is told by its place."""
    raw = "".join(span.block.text[slice(*one.name)].split())
    return raw if isinstance(name_value(raw), str) else f"{raw}@{span.block.line.number}:{one.name[0]}"


def opened(text: str, start: int, at: int) -> int:
    """Where the clause that ends at `at` begins, its list of persons whole."""
    marks = [mark.end() for mark in MARK.finditer(text, start, at)]
    return marks[-1] if marks else start


def closed(text: str, at: int, end: int) -> int:
    """Where the sentence that goes on at `at` ends, its mark left out."""
    found = _STOP.search(text, at, end)
    return found.start() if found else end
