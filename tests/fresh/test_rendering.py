"""A fresh document of every kind as LibreOffice sets it: on the right page, nothing of its text missing, no page empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

import pypdfium2
import pytest

import mzsh_model as mz
from mzsh_model.kinds.registry import kinds
from tests.fresh.every_kind import fresh_files
from tests.office import saved_by_libreoffice

A4 = (595, 842)
FORMS = ("OpinionForm", "TalkRecord", "BlankOpinionForm", "BlankTalkRecord")
TABLES = (
    "Ledger", "OpinionList", "TalkSummary", "PriorAccount", "CriticismSheet", "BlankCriticismSheet",
)  # fmt: skip
NAMES = (
    *(str(one.kind) for one in kinds() if str(one.kind) != "Unknown"),
    *(name for name in (*FORMS, *TABLES) if name.startswith("Blank")),
)


@cache
def pages() -> Mapping[str, list[tuple[tuple[int, int], str]]]:
    """The pages of every document: how large each is, and what stands on it, blanks aside."""
    made = saved_by_libreoffice(fresh_files(), to="pdf", via="pdf")
    return {name: _pages(data) for name, data in made.items()}


def _pages(data: bytes) -> list[tuple[tuple[int, int], str]]:
    told: list[tuple[tuple[int, int], str]] = []
    for page in pypdfium2.PdfDocument(data):
        width, height = page.get_size()
        text = page.get_textpage().get_text_range()
        told.append(((round(width), round(height)), "".join(text.split())))
    return told


@pytest.mark.parametrize("name", NAMES)
def test_it_stands_on_its_pages(name: str) -> None:
    sizes = {size for size, _ in pages()[name]}
    assert sizes == {A4[::-1] if name in TABLES else A4}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_its_text_is_missing(name: str) -> None:
    written = Counter("".join(mz.open(fresh_files()[name]).text.split()))
    shown = Counter("".join(text for _, text in pages()[name]))
    assert written - shown == Counter()


@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_empty_and_a_form_is_one_page(name: str) -> None:
    told = [text for _, text in pages()[name]]
    numbered = [f"—{n}—" for n in range(1, len(told) + 1)]
    assert all(text.endswith(number) and text != number for text, number in zip(told, numbered, strict=True))
    if name in FORMS:
        assert len(told) == 1
