"""The lens over real Word files: one sentence changes, nothing else does, and no checker has anything new against it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.edit.change import replace
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.model.documents import DocumentValue, Unrecognised
from mzsh_model.outline.sentences import sentences
from tests.audit import new_findings
from tests.conftest import real_files
from tests.opc.ziplaw import assert_only_changed, member

REAL = real_files("docx/*.do[ct]x") + real_files("texts/*.docx") + real_files("report.docx")
SENTENCE = "这一句是改写的，2026年查了3次。"
_MARKUP = re.compile(rb"<!--.*?-->|<\?.*?\?>|<[^>]*>", re.DOTALL)


def opened(path: Path) -> Document:
    try:
        return mz.open(path)
    except mz.MzshError as error:
        pytest.skip(f"refused: {error.code}")


def candidates(value: DocumentValue) -> Iterator[tuple[str, str]]:
    if isinstance(value, Unrecognised):
        yield from ((f"/paragraphs/{n}", text) for n, text in enumerate(value.paragraphs))
        yield "/title", value.title or ""
        return
    for name in ("issues", "team_issues", "measures", "causes", "entries"):
        for n, item in enumerate(getattr(value, name, ())):
            held = getattr(item, "text", None)
            if held:
                yield f"/{name}/{n}/text", held
            if name == "entries" and item.issue is not None:
                yield f"/entries/{n}/issue/text", item.issue.text
    yield from ((f"/preamble/{n}", text) for n, text in enumerate(getattr(value, "preamble", ())))


def one_sentence_changed(doc: Document, tracked: str | None) -> tuple[str, str, Document]:
    """The path, the sentence that went, and the document with another in its place."""
    value = doc.read().value
    reasons: list[str] = []
    for path, text in candidates(value):
        for start, end in sentences(text):
            if not text[start:end].strip() or "\n" in text[start:end]:
                continue
            try:
                # as long as the one that goes: a checker of ours counts characters that were lost
                words = SENTENCE * ((end - start) // len(SENTENCE) + 1)
                wanted = replace(value, path, text[:start] + words + text[end:])
                return path, text[start:end], doc.write(wanted, tracked=tracked)
            except BadEdit as error:
                reasons.append(error.code)
    pytest.skip(f"no sentence can be changed: {sorted(set(reasons))}")


def changed_bytes(before: bytes, after: bytes) -> bytes:
    """The bytes of `before` between the first and the last that differ."""
    head = next(
        (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    most = min(len(before), len(after)) - head
    tail = next((n for n in range(most) if before[-1 - n] != after[-1 - n]), most)
    return before[head : len(before) - tail]


def shown(markup: bytes) -> str:
    """The visible text between the tags of a stretch, of which the first and last may be cut; blanks left out."""
    whole = re.sub(rb"^[^<]*?>(?=<)|<[^>]*$|<\w+:delText.*?</\w+:delText>", b"", markup, flags=re.DOTALL)
    return "".join(html.unescape(_MARKUP.sub(b"", whole).decode("utf-8", "ignore")).split())


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.name)
def test_one_sentence_changes_the_bytes_of_that_sentence_alone(path: Path) -> None:
    doc = opened(path)
    assert doc.package is not None
    where, sentence, after = one_sentence_changed(doc, None)
    part = doc.package.main_part
    before, written = doc.to_bytes(), after.to_bytes()
    assert_only_changed(before, written, {part})
    touched = changed_bytes(member(before, part), member(written, part))
    assert shown(touched) in "".join(sentence.split()), where
    assert SENTENCE in mz.open(written).text.replace("\n", "")
    assert new_findings(before, written) == []


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.name)
def test_a_tracked_sentence_keeps_every_other_member(path: Path) -> None:
    doc = opened(path)
    assert doc.package is not None
    _, _, after = one_sentence_changed(doc, "办公室")
    before, written = doc.to_bytes(), after.to_bytes()
    assert_only_changed(before, written, {doc.package.main_part})
    assert len(after.revisions) > len(doc.revisions)
    old = {(r.kind, r.author, r.date, r.text) for r in doc.revisions}
    assert old <= {(r.kind, r.author, r.date, r.text) for r in after.revisions}
    assert new_findings(before, written) == []


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.name)
def test_writing_what_was_read_is_the_document_itself(path: Path) -> None:
    doc = opened(path)
    assert doc.write(doc.read().value) is doc
