"""Values of every kind made in code: their JSON fits the published schema, they load, and they are written and read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.kinds.registry import kinds
from mzsh_model.kinds.spec import Verb
from mzsh_model.testing.every_kind import values_of_every_kind

SCHEMAS = Path(__file__).parents[2] / "schemas" / "v1"
PUBLISHED: dict[str, dict[str, Any]] = {
    held["properties"]["kind"]["const"]: held
    for path in SCHEMAS.glob("*.json")
    if "const" in (held := json.loads(path.read_text(encoding="utf-8"))).get("properties", {}).get("kind", {})
}
MADE = values_of_every_kind()
WRITTEN = [str(one.kind) for one in kinds() if Verb.WRITE not in one.refuses]


def test_no_kind_is_left_out() -> None:
    assert set(MADE) == {str(one.kind) for one in kinds()} == set(PUBLISHED)


@pytest.mark.parametrize("kind", MADE)
@settings(max_examples=20)
@given(data=st.data())
def test_what_is_made_fits_the_published_schema_and_loads(kind: str, data: st.DataObject) -> None:
    value = data.draw(MADE[kind])
    told = json.loads(value.model_dump_json())
    check = jsonschema.Draft202012Validator(PUBLISHED[kind])
    check.validate(told)
    assert not check.is_valid({**told, "unknown": 1})
    assert mz.load(value.model_dump_json()) == value


@pytest.mark.parametrize("kind", WRITTEN)
@settings(max_examples=10)
@given(data=st.data())
def test_what_is_made_is_written_and_read_back(kind: str, data: st.DataObject) -> None:
    value = data.draw(MADE[kind])
    whole, read = mz.complete(value), mz.open(mz.write(value)).read().value
    left = [one for one in mz.changes(whole, read, match_by_text=True) if (one.path or one.target).parts[0] != "links"]
    assert left == []
    found = mz.check(value).findings
    assert not [one for one in found if one.code in ("MEA002", "MEA003") and one.code not in _codes(whole)]


def _codes(value: mz.DocumentValue) -> set[str]:
    return {one.code for one in mz.check(value).findings}
