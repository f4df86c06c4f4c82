"""Which characters of a document a reading accounts for: told apart from what the reader itself finds left over."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from mzsh_model.chinese.fields import field_of
from mzsh_model.document.document import Document
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.model.documents import DocumentValue
from mzsh_model.outline.labels import label_at
from mzsh_model.reading.aspects import names_nothing_more
from mzsh_model.reading.items.named import names_part


def lost(doc: Document, outcome: Outcome[DocumentValue] | None = None) -> list[tuple[int, str]]:
    """Return what a person sees and nothing accounts for: not anchored, in no notice, no number, mark or name of a part."""
    outcome = doc.read() if outcome is None else outcome
    told: dict[int, set[int]] = {}
    for place in outcome.anchors.values():
        for part in place.parts:
            told.setdefault(part.line, set()).update(range(part.start, part.end))
    lines = {line.number: line for line in doc.lines if line.story in ("body", "textbox")}
    for notice in outcome.notices:
        line = lines.get(notice.line)
        at = -1 if line is None or not notice.text else line.text.find(notice.text)
        if at >= 0:
            told.setdefault(notice.line, set()).update(range(at, at + len(notice.text)))
    return [
        (number, words)
        for number, line in lines.items()
        for words in _open(line.text, told.get(number, set()))
        if not _is_furniture(words)
    ]


def _open(text: str, told: set[int]) -> Iterator[str]:
    run = ""
    for at, char in enumerate(text):
        if at in told:
            if run:
                yield run
            run = ""
        else:
            run += char
    if run:
        yield run


def _is_furniture(words: str) -> bool:
    """Whether a stretch is nothing but marks, a number, or the name of a part or of a field."""
    while words and not _shows(words[0]):
        words = words[1:]
    while words and not _shows(words[-1]):
        label = label_at(words)
        if label is not None and label.end >= len(words):
            return True
        words = words[:-1]
    if not words:
        return True
    label = label_at(f"{words}　")
    rest = words if label is None else words[label.end :].strip()
    return not rest or any(
        names_part(one) or field_of(one) is not None or names_nothing_more(one, 0, len(one)) for one in (words, rest)
    )


def _shows(char: str) -> bool:
    return unicodedata.category(char)[0] in "LN"
