"""A part of very many paragraphs is refused before anything is made of them."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.opc.limits import Limits
from mzsh_model.testing.word_files import package
from mzsh_model.wml.reading.bounds import refuse_too_many


@pytest.mark.parametrize(
    "xml",
    [
        b"<w:p/>" * 5,
        b'<p xmlns="x"/>' * 5,
        b"<a.b:p >" * 5,
        b"<w:p w:rsidR='1'><w:r/></w:p>" * 5,
        ("<w:p/>" * 5).encode("utf-16"),
        ("<w:p/>" * 5).encode("utf-16-be"),
    ],
)
def test_more_paragraphs_than_the_limit_are_refused(xml: bytes) -> None:
    with pytest.raises(mz.BadPackage, match="paragraphs=4"):
        refuse_too_many(xml, Limits(paragraphs=4))
    refuse_too_many(xml, Limits(paragraphs=5))


@pytest.mark.parametrize("xml", [b"<w:pPr/>" * 9, b"<w:r><w:t>p</w:t></w:r>" * 9, b"</w:p>" * 9, b"<!--p -->" * 9])
def test_what_is_no_paragraph_does_not_count(xml: bytes) -> None:
    with pytest.raises(mz.BadPackage, match="（5）"):
        refuse_too_many(xml + b"<w:p/>" * 5, Limits(paragraphs=4))


def test_a_small_file_of_a_million_empty_paragraphs_is_refused_when_it_is_opened() -> None:
    data = package("<w:p/>" * 1_000_001)
    assert len(data) < 20_000
    with pytest.raises(mz.BadPackage, match="paragraphs=1000000"):
        mz.open(data)
