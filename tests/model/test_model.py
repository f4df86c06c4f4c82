"""The model as data: schemas agree with it, paths lead through it, the catalogue is matched tolerantly."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from mzsh_model.kernel.errors import BadPath
from mzsh_model.kinds.schema import schema_of
from mzsh_model.model.catalogue import aspects_of, guess_year, load_catalogue, match_aspect
from mzsh_model.model.documents import Ledger, MeetingReport, SelfExamination
from mzsh_model.model.walk import resolve, walk

MODELS = {"self-examination": SelfExamination, "meeting-report": MeetingReport, "ledger": Ledger}
VALUES = {name: st.builds(model) for name, model in MODELS.items()}


def described(schema: dict[str, Any]) -> list[str]:
    bare = []
    for name, part in {"root": schema, **schema.get("$defs", {})}.items():
        for field, spec in part.get("properties", {}).items():
            words = spec.get("description", "")
            if not any("\u4e00" <= c <= "\u9fff" for c in words):
                bare.append(f"{name}.{field}")
    return bare


@pytest.mark.parametrize("name", MODELS)
def test_every_field_is_described_in_chinese(name: str) -> None:
    assert described(schema_of(name)) == []


@pytest.mark.parametrize("name", MODELS)
@given(data=st.data())
def test_models_fit_their_schema_and_load_back(name: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[name])
    told = value.model_dump_json()
    jsonschema.Draft202012Validator(schema_of(name)).validate(json.loads(told))
    assert MODELS[name].model_validate_json(told) == value


@pytest.mark.parametrize("name", MODELS)
@given(data=st.data())
def test_schema_and_model_refuse_the_same(name: str, data: st.DataObject) -> None:
    told = json.loads(data.draw(VALUES[name]).model_dump_json())
    field = data.draw(st.sampled_from([*sorted(told), "不认识的字段"]))
    told[field] = data.draw(st.sampled_from([None, 3, "字", [], {}, [3], {"raw": "xx", "of": "count"}]))
    fits = jsonschema.Draft202012Validator(schema_of(name)).is_valid(told)
    try:
        MODELS[name].model_validate_json(json.dumps(told))
    except ValidationError:
        assert not fits
    else:
        assert fits


@given(st.sampled_from(sorted(VALUES)).flatmap(VALUES.__getitem__))
def test_every_path_of_the_walk_resolves(value: SelfExamination) -> None:
    for path, node in walk(value):
        assert resolve(value, path) is node


@pytest.mark.parametrize("path", ["measures", "/mesures/0", "/measures/9", "/measures/x", "/title/0", "/measures/-1"])
def test_bad_paths_are_named(path: str) -> None:
    with pytest.raises(BadPath):
        resolve(SelfExamination(title="题"), path)


@pytest.mark.parametrize(
    ("heading", "year", "found"),
    [
        ("带头固本培元、增强党性", 2025, "2025-2"),
        ("在带头固本培元，增强党性方面", 2025, "2025-2"),
        ("带头固本强元、增强党性方面", 2025, "2025-2"),
        ("带头固本培元、增强党性方面存在的问题", None, "2025-2"),
        ("带头履行全面从严治X政治责任", 2024, "2024-4"),
        ("带头深刻感悟两个确立的决定性意义方面", 2021, "2021-1"),
        ("理论学习方面", 2023, "2023-1"),
        ("在增强党性、砥砺作风方面", 2024, "2024-2"),
        ("敬畏人民、敬畏法纪方面", 2025, "2025-3"),
        ("增强党性、勇于担责方面", 2024, None),
        ("贯彻落实上级决策部署方面", 2025, None),
        ("存在的主要问题", 2025, None),
        ("学习", 2023, None),
        ("", 2025, None),
    ],
)
def test_aspects_are_matched_tolerantly(heading: str, year: int | None, found: str | None) -> None:
    entry = match_aspect(heading, year)
    assert (entry.id if entry else None) == found


def test_the_catalogue_names_source_and_grade() -> None:
    assert all(one.source and one.grade in ("V", "S", "M", "SEED") for one in load_catalogue())
    assert aspects_of(2020) is None
    assert guess_year(["带头固本培元、增强党性方面", "带头干事创业、担当作为"]) == 2025
