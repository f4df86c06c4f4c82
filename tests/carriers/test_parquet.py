"""Parquet tells what the JSON contract tells, in types that other programs know."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import duckdb
import polars as pl
import pytest
from pyarrow import parquet

from mzsh_model.batch.review import Review
from mzsh_model.carriers import parquet as carrier
from mzsh_model.carriers.formats import carried
from tests.carriers.reviews import review_of
from tests.cli.running import MEMBER, assert_refused, mzsh


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Review:
    return review_of(tmp_path_factory.mktemp("材料"), suppressing=2)


def rows_of(review: Review) -> list[dict[str, Any]]:
    told = carried("parquet", review)
    assert isinstance(told, bytes)
    rows: list[dict[str, Any]] = parquet.read_table(io.BytesIO(told), use_threads=False).to_pylist()
    return [row | {"metrics": dict(row["metrics"])} for row in rows]


def test_a_row_says_what_the_json_says(review: Review) -> None:
    told = carried("json", review)
    assert isinstance(told, str)
    files = json.loads(told)["files"]
    assert len(files) > 10
    assert rows_of(review) == [{**file, "annotated": None, "not_annotated": None} for file in files]


def test_groups_of_rows_change_nothing(review: Review) -> None:
    whole = rows_of(review)
    with patch.object(carrier, "_ROWS", 3):
        assert rows_of(review) == whole


def test_the_run_is_told_beside_the_rows(review: Review) -> None:
    told = carried("parquet", review)
    assert isinstance(told, bytes)
    head = json.loads(parquet.read_schema(io.BytesIO(told)).metadata[b"mzsh_model"])
    assert (head["day"], head["profile"]) == ("2026-01-20", {"fingerprint": review.profile.fingerprint})
    assert carried("parquet", review) == told


def test_words_that_utf8_cannot_hold_are_spelled_out(review: Review) -> None:
    one = review.files[0]
    (row,) = rows_of(replace(review, files=[replace(one, whose="王\ud83d")]))
    assert row["whose"] == "王\\ud83d"


def test_a_run_over_nothing_has_its_columns(review: Review) -> None:
    told = carried("parquet", replace(review, files=()))
    assert isinstance(told, bytes)
    table = pl.read_parquet(io.BytesIO(told))
    assert (len(table), table.columns[:3]) == (0, ["path", "kind", "whose"])


def test_it_is_written_by_format_and_by_report_and_read_by_duckdb(tmp_path: Path) -> None:
    first, second = tmp_path / "一.parquet", tmp_path / "二.parquet"
    run = mzsh("check", MEMBER, "--format", "parquet", "-o", first, "--report", f"parquet:{second}")
    assert (run.code, run.out) == (1, "")
    assert first.read_bytes() == second.read_bytes()
    ((path, count),) = duckdb.sql(f"select path, len(findings) from '{first}'").fetchall()
    assert (path, count > 3) == (str(MEMBER), True)


@pytest.mark.parametrize("form", ["parquet", "html", "xlsx", "docx"])
def test_what_no_screen_shows_wants_a_file(form: str, tmp_path: Path) -> None:
    run = mzsh("check", MEMBER, "--format", form)
    assert (run.code, run.out) == (2, "")
    assert f"--format {form} -o" in run.err
    assert mzsh("check", MEMBER, "--format", form, "-o", tmp_path / f"结果.{form}").code == 1
    assert (tmp_path / f"结果.{form}").stat().st_size > 1000


def test_without_its_extra_it_names_it_and_writes_nothing(tmp_path: Path) -> None:
    with patch.dict(sys.modules, {"pyarrow": None}):
        run = mzsh("check", MEMBER, "--format", "parquet", "-o", tmp_path / "结果.parquet")
    assert_refused(run, "parquet-extra")
    assert "mzsh-model[parquet]" in run.err
    assert not list(tmp_path.iterdir())
