"""Findings as flat rows: the same columns everywhere, nothing of a finding left out that can be flat."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

import mzsh_model as mz
from tests.cli.running import EXAMPLES

FILES = sorted(EXAMPLES.glob("*.docx"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_row_is_a_finding(path: Path) -> None:
    result = mz.check(mz.open(path))
    rows = result.to_rows()
    assert len(rows) == len(result.findings) > 0
    flat = {one.name for one in fields(mz.Finding)} - {"rest", "patches"}
    for row, finding in zip(rows, result.findings, strict=True):
        assert set(row) == flat
        assert list(row) == list(rows[0])
        assert {name: getattr(finding, name) for name in flat} == row
        assert {type(value) for value in row.values()} == {
            str,
            int,
        }  # no enumeration: a table would keep it as an object


def test_rows_of_many_files_say_of_which_they_are() -> None:
    files = list(mz.check_many(FILES))
    rows = [row for one in files for row in one.to_rows()]
    assert {row["path"] for row in rows} == set(map(str, FILES))
    assert all(list(row)[:4] == ["path", "kind", "whose", "verdict"] for row in rows)
    assert [{**row, **head} for one in files for row in one.result.to_rows() for head in [{"path": one.path}]] == [
        {key: value for key, value in row.items() if key not in ("kind", "whose", "verdict")} for row in rows
    ]


def test_a_file_that_was_not_checked_has_no_rows(tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 nothing")
    (one,) = mz.check_many([tmp_path / "坏.docx"])
    assert (one.to_rows(), one.result.checked) == ([], False)
