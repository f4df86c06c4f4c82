"""What an older version of the model wrote is read for ever: one file of each kind for every published version."""

import json
from pathlib import Path

import pytest

import mzsh_model as mz

STORED = sorted((Path(__file__).parent / "stored").glob("*/*.json"))


def test_every_published_version_has_its_files() -> None:
    assert {path.parent.name for path in STORED} >= {"1.0", "1.1"}


@pytest.mark.parametrize("path", STORED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_stored_file_loads(path: Path) -> None:
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["schema_version"] == path.parent.name
    value = mz.load(path.read_text(encoding="utf-8"))
    assert value.kind == told["kind"]
    again = json.loads(value.model_dump_json())
    for name, held in told["value"].items():
        if name != "kind" and isinstance(held, str | int | None):
            assert again[name] == held
    assert mz.load(value.model_dump_json()) == value
