"""A change of the model is a new version: with its number, its migration, its stored files and its fragment."""

from __future__ import annotations

import copy
import json
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from mzsh_model.kernel.errors import BadModel, UnknownSchema
from mzsh_model.kinds import schema
from mzsh_model.kinds.load import load
from mzsh_model.model.base import SCHEMA_VERSION
from mzsh_model.model.migrate import STEPS, migrated

ROOT = Path(__file__).parents[2]
VERSIONS: dict[str, str] = tomllib.loads((ROOT / "schemas" / "versions.toml").read_text(encoding="utf-8"))
STORED = sorted((Path(__file__).parent / "stored").glob("*/*.json"))
WHAT_TO_DO = """the shape of the model is not that of version {version}. A new version needs
  SCHEMA_VERSION in model/base.py, a step from {version} in model/migrate.py, what {version} wrote in tests/model/stored/{version}
  (`git stash; mzsh read --json` of the shipped examples), a line in changes/*.schema.md that names it, and in schemas/versions.toml
  "<version>" = "{digest}\""""


def test_the_model_has_the_shape_that_its_version_was_published_with() -> None:
    digest = schema.shape_digest()
    assert VERSIONS.get(SCHEMA_VERSION) == digest, WHAT_TO_DO.format(version=SCHEMA_VERSION, digest=digest)


def test_a_changed_model_would_be_noticed_and_changed_wording_would_not(monkeypatch: pytest.MonkeyPatch) -> None:
    honest, told = schema.shape_digest(), schema.schema_of("reading")

    def digest_with(change: object) -> str:
        changed = copy.deepcopy(told)
        changed["$defs"]["Measure"]["properties"] |= change
        monkeypatch.setattr(schema, "schema_of", lambda name: changed)
        return schema.shape_digest()

    assert digest_with({"cost": {"type": "integer", "description": "经费"}}) != honest
    assert digest_with({"title": {"type": "string"}}) != honest
    assert digest_with({"text": {"type": "integer"}}) != honest
    assert (
        digest_with({"text": {**told["$defs"]["Measure"]["properties"]["text"], "description": "另一种说法"}}) == honest
    )


def test_every_version_has_a_step_stored_files_and_a_fragment() -> None:
    assert len(set(VERSIONS.values())) == len(VERSIONS)
    assert [*STEPS, SCHEMA_VERSION] == list(VERSIONS)
    assert [name for name in VERSIONS if name != SCHEMA_VERSION] == sorted({path.parent.name for path in STORED})
    fragments = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "changes").glob("*.schema.md"))
    told = fragments + (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [name for name in VERSIONS if name != "1.0" and f"Schema {name}" not in told] == []


@pytest.mark.parametrize("path", STORED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_each_step_is_pure_and_leads_to_the_next_version(path: Path) -> None:
    told = json.loads(path.read_text(encoding="utf-8"))
    for version, following in pairwise([*STEPS, SCHEMA_VERSION]):
        if told["schema_version"] == version:
            before = copy.deepcopy(told)
            raised = STEPS[version](told)
            assert told == before
            assert raised == STEPS[version](copy.deepcopy(told))
            assert raised["schema_version"] == following
            told = raised
    assert told == migrated(json.loads(path.read_text(encoding="utf-8")))
    assert load(told).kind == told["kind"]


def test_what_is_of_this_version_or_of_none_is_left() -> None:
    for told in ({"value": {}}, {"schema_version": SCHEMA_VERSION, "value": {}}):
        assert migrated(told) is told


def test_versions_that_never_were_and_newer_ones_are_refused() -> None:
    with pytest.raises(BadModel, match="schema_version"):
        migrated({"schema_version": "0.9", "value": {}})
    for newer in ("1.99", "2.0"):
        with pytest.raises(UnknownSchema, match=newer.replace(".", r"\.")):
            migrated({"schema_version": newer, "value": {}})


@pytest.mark.parametrize("name", schema.schema_names())
def test_titles_are_names_for_programs_and_descriptions_are_for_people(name: str) -> None:
    told = schema.schema_of(name)
    assert told["title"] == schema.type_name(name)
    for title, part in told.get("$defs", {}).items():
        assert part["title"] == title
        assert title.isidentifier()
        assert title.isascii()
        assert any("\u4e00" <= c <= "\u9fff" for c in part["description"]), title
