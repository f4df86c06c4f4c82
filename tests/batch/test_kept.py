"""Results that are told at the end are what they were, however many of them do not stay in memory."""

from __future__ import annotations

from pathlib import Path
from tempfile import SpooledTemporaryFile
from unittest.mock import patch

import pytest

from mzsh_model.batch.kept import Kept
from mzsh_model.carriers import workbook
from mzsh_model.carriers.formats import CARRIERS, carried
from mzsh_model.cli import checking
from mzsh_model.kernel.errors import BadEdit, SaveError
from tests.carriers.reviews import review_of
from tests.cli.running import EXAMPLES, mzsh


@pytest.mark.parametrize("in_memory", [1, 1 << 20])
def test_they_come_back_in_order_and_again(tmp_path: Path, in_memory: int) -> None:
    from dataclasses import replace

    review = review_of(tmp_path)
    kept = Kept(in_memory)
    for n, one in enumerate(review.files):
        assert len(kept) == n
        kept.append(one)
        assert (kept[-1].path, kept[0].path) == (one.path, review.files[0].path)  # a look in between moves nothing
    for _ in range(2):
        assert [replace(one, error=None) for one in kept] == [replace(one, error=None) for one in review.files]
    assert [one.path for one in kept[2:4]] == [one.path for one in review.files[2:4]]
    held = replace(review, files=kept)
    assert [carried(name, held) for name in CARRIERS] == [carried(name, review) for name in CARRIERS]


@pytest.mark.parametrize("form", [[], ["--full", "--statistics"], ["--format", "json"]])
def test_the_command_says_the_same_whatever_stays_in_memory(tmp_path: Path, form: list[str]) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 nothing")
    usual = mzsh("check", EXAMPLES, tmp_path, *form)
    with patch.object(checking, "Kept", lambda: Kept(1)):
        assert mzsh("check", EXAMPLES, tmp_path, *form) == usual
    assert usual.out.count("必改") > 5


def test_a_full_disk_is_one_line() -> None:
    def full(*given: object) -> int:
        raise OSError(28, "no space")

    with patch.object(SpooledTemporaryFile, "write", full):
        run = mzsh("check", EXAMPLES)
    assert run.code == 2
    assert run.err.splitlines()[-1].endswith("（results-unwritten）")
    with patch.object(SpooledTemporaryFile, "write", full), pytest.raises(SaveError):
        Kept().append(None)  # type: ignore[arg-type]


def test_a_sheet_that_is_too_long_is_refused_not_cut(tmp_path: Path) -> None:
    review = review_of(tmp_path)
    with patch.object(workbook, "_LAST_ROW", 4), pytest.raises(BadEdit, match="放不下"):
        carried("xlsx", review)
