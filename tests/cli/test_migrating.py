"""`mzsh migrate` and `mzsh schema`: what older versions wrote, and what the model is."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from mzsh_model.kinds.schema import schema_of
from mzsh_model.model.base import SCHEMA_VERSION
from tests.cli.running import assert_refused, mzsh

STORED = Path(__file__).parents[1] / "model" / "stored"
OLD = next((STORED / "1.0").glob("*.json"))


def test_an_old_file_is_raised_and_left(tmp_path: Path) -> None:
    before, out = OLD.read_bytes(), tmp_path / "新.json"
    run = mzsh("migrate", OLD, "-o", out)
    assert run.code == 0
    assert f"从模型版本 1.0 升到 {SCHEMA_VERSION}" in run.out
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told["schema_version"] == SCHEMA_VERSION
    jsonschema.Draft202012Validator(schema_of("reading")).validate(told)
    assert OLD.read_bytes() == before
    again = mzsh("migrate", out)
    assert json.loads(again.out) == told
    assert "照原样" in again.err
    assert_refused(mzsh("migrate", OLD, "-o", out), "target-exists")


def test_what_cannot_be_raised_is_refused_in_one_line(tmp_path: Path) -> None:
    told = json.loads(OLD.read_text(encoding="utf-8"))
    for change, code in (({"schema_version": "2.0"}, "schema-newer"), ({"schema_version": None}, "model-version")):
        path = tmp_path / f"{code}.json"
        path.write_text(json.dumps({**told, **change}), encoding="utf-8")
        assert_refused(mzsh("migrate", path), code)
    bare = tmp_path / "bare.json"
    bare.write_text(json.dumps(told["value"]), encoding="utf-8")
    assert_refused(mzsh("migrate", bare), "model-version")


def test_a_newer_minor_version_is_written_with_a_remark(tmp_path: Path) -> None:
    told = json.loads(OLD.read_text(encoding="utf-8"))
    path = tmp_path / "新版.json"
    path.write_text(json.dumps({**told, "schema_version": "1.99"} | {"value": told["value"] | {"mood": 1}}), "utf-8")
    run = mzsh("write", path, "-o", tmp_path / "稿.docx")
    assert run.code == 0
    assert "1.99" in run.err
    assert "/mood" in run.err


@pytest.mark.parametrize("name", ["SelfExamination", "selfexamination", "self-examination"])
def test_a_schema_is_found_by_the_name_of_its_kind(name: str) -> None:
    told = json.loads(mzsh("schema", name).out)
    assert told["title"] == "SelfExamination"
    assert "Issue" in told["$defs"]


@pytest.mark.parametrize("name", ["SelfExamination", "check"])
def test_a_schema_tells_in_english_on_request(name: str) -> None:
    told = mzsh("schema", name, "--en").out
    assert told != mzsh("schema", name).out
    assert not [line for line in told.splitlines() if '"description": "' in line and line.split('"')[3][:1] > "\u2fff"]


def test_schemas_are_listed_and_the_nearest_is_offered() -> None:
    listed = mzsh("schema").out
    assert "self-examination    SelfExamination" in listed
    assert "check" in listed.split()
    run = mzsh("schema", "SelfExamintion")
    assert run.code == 2
    assert "是不是 SelfExamination？" in run.err
