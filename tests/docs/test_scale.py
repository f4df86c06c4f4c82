"""The questions that docs/scale.md asks of a province's Parquet, asked of one that is planted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from tests.cli.running import EXAMPLES, LEDGER, MEMBER, mzsh

PAGE = (Path(__file__).parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
REPORT = next(EXAMPLES.glob("**/*情况报告*.docx"))


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[tuple[Any, ...]]]:
    """What each query of the page gives, in their order; two units, of which the second handed in less, and a broken file."""
    monkeypatch.chdir(tmp_path)
    for unit, papers in (("甲局", (MEMBER, LEDGER, REPORT)), ("乙局", (MEMBER,))):
        (tmp_path / "全省" / unit).mkdir(parents=True)
        for paper in papers:
            (tmp_path / "全省" / unit / paper.name).write_bytes(paper.read_bytes())
    (tmp_path / "全省" / "乙局" / "坏.docx").write_bytes(b"PK\x03\x04 nothing")
    ran = mzsh("check", "全省", "--format", "parquet", "-o", "结果.parquet")
    assert (ran.code, ran.out) == (2, "")
    (tmp_path / "雷同.jsonl").write_text(mzsh("repeats", "全省", "--json").out, encoding="utf-8")
    asked = duckdb.connect()
    return [asked.execute(query).fetchall() for query in re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)]


def test_a_province_is_asked_in_sql(answers: list[list[tuple[Any, ...]]]) -> None:
    _, lacking, absent, by_aspect, unread, repeated = answers
    assert {unit for unit, *_ in lacking} == {"甲局", "乙局"}
    assert [row[0] for row in absent] == ["乙局"]
    assert any(aspect.startswith("带头") for _, _, aspect, _, _ in by_aspect)
    assert max(units for *_, units in by_aspect) == 2
    assert ("乙局", "全省/乙局/坏.docx", "文件不完整，结尾缺失。请重新下载或重新索取") in unread
    assert {(one, other) for one, other, *_ in repeated} == {("乙局", "甲局")}


def test_nothing_is_in_the_answers_that_the_run_did_not_find(answers: list[list[tuple[Any, ...]]]) -> None:
    """Counted by another program, from the same file."""
    findings = pl.read_parquet("结果.parquet").explode("findings").unnest("findings").drop_nulls("code")
    by_rule = dict(findings.group_by("code").len().rows())
    told: dict[str, int] = {}
    for code, _, _, count, _ in answers[3]:
        told[code] = told.get(code, 0) + count
    assert told == by_rule
    must = findings.filter(pl.col("level") == "必改")
    assert sum(count for _, _, _, count, _ in answers[1]) == len(must) > 0
