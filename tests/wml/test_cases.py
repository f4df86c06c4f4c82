"""Word files of many kinds, one situation each: the lines that are read are those a person sees."""

from __future__ import annotations

from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import BadPackage
from tests.conftest import ROOT

CASES = ROOT.parent / "shared" / "cases"
_OTHERWISE = {"62_row_label_measures", "67_altchunk", "68_vmerge_ledger_weknora2657", "70_due_year_end"}
"""What is expected of these is not the lines of the body."""


def _cases() -> list[object]:
    found = sorted(CASES.glob("*/*/expected.txt"))
    folders = [path.parent for path in found if (path.parent / "input.docx").exists()]
    return [pytest.param(folder, id=folder.name) for folder in folders if folder.name not in _OTHERWISE] or [
        pytest.param(None, id="absent", marks=pytest.mark.skip(reason="the folder of cases is not there"))
    ]


@pytest.mark.parametrize("folder", _cases())
def test_what_is_read_is_what_shows(folder: Path) -> None:
    expected = (folder / "expected.txt").read_text("utf-8").splitlines()
    try:
        doc = mz.open(folder / "input.docx")
    except BadPackage as error:
        if error.code != "package-duplicate":
            raise
        return  # refused by name: the standard forbids it (OPC M1.12)
    seen = [line.strip() for line in expected if line.strip()]
    whole = [text.strip() for line in doc.lines for text in line.text.split("\n") if text.strip()]
    body = [text.strip() for text in doc.text.split("\n") if text.strip()]
    assert seen in (body, whole)  # some tell what stands in notes and headers, some do not
