"""Every description has its English twin, and no twin is left over."""

from __future__ import annotations

import json
from collections.abc import Iterator

import mzsh_model as mz
from mzsh_model.carriers.schema import output_names, output_schema_text
from mzsh_model.kinds.schema import Generator, schema_names, schema_text
from mzsh_model.model.english import twins


def _descriptions(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for key, one in part.items():
            if key == "description" and isinstance(one, str):
                yield one
            else:
                yield from _descriptions(one)
    elif isinstance(part, list):
        for one in part:
            yield from _descriptions(one)


def _schemas(*, english: bool) -> Iterator[object]:
    for name in schema_names():
        yield json.loads(schema_text(name, english=english))
    for name in output_names():
        yield json.loads(output_schema_text(name, english=english))


def test_every_description_has_a_twin_and_every_twin_is_used() -> None:
    told = {text for schema in _schemas(english=False) for text in _descriptions(schema)}
    apart = mz.CloseOut.model_json_schema(schema_generator=Generator)  # drawn from a measure: in no schema
    assert told | set(_descriptions(apart)) == twins().keys()


def test_a_schema_in_english_differs_in_its_descriptions_alone() -> None:
    for chinese, english in zip(_schemas(english=False), _schemas(english=True), strict=True):
        assert [twins()[text] for text in _descriptions(chinese)] == list(_descriptions(english))
        assert _bare(chinese) == _bare(english)


def _bare(part: object) -> object:
    if isinstance(part, dict):
        return {key: _bare(one) for key, one in part.items() if not (key == "description" and isinstance(one, str))}
    return [_bare(one) for one in part] if isinstance(part, list) else part
