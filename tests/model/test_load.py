"""JSON to a value and back; what does not fit is named by its path, whatever is thrown at it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.carriers.values import told_reading
from mzsh_model.document.document import Document
from mzsh_model.kernel.errors import BadModel, MzshError, NewerSchema, UnknownSchema
from mzsh_model.kinds.load import load
from mzsh_model.model.documents import DocumentValue, SelfExamination
from mzsh_model.model.items import Link, LinkBasis, Measure
from mzsh_model.model.walk import resolve
from mzsh_model.opc.source import Source
from mzsh_model.testing.papers import team_drafts
from tests.values import values


@given(values(), st.booleans())
def test_what_is_dumped_loads_back(value: DocumentValue, indented: bool) -> None:
    told = value.model_dump_json(indent=2 if indented else None)
    assert load(told) == load(told.encode()) == load(b"\xef\xbb\xbf" + told.encode()) == load(json.loads(told)) == value


@given(team_drafts())
def test_the_envelope_of_a_reading_loads(lines: list[str]) -> None:
    document = Document(Source("\n".join(lines).encode(), "班子.txt"), None)
    assert load(json.dumps(told_reading(document), ensure_ascii=False)) == document.read().value


def test_a_version_is_checked() -> None:
    value = {"kind": "SelfExamination", "title": "题"}
    for known in (
        {},
        {"schema_version": "1.6"},
        {"schema_version": "1.5"},
        {"schema_version": "1.4"},
        {"schema_version": "1.3"},
        {"schema_version": "1.1"},
        {"schema_version": "1.0"},
    ):
        assert load({**known, "value": value}) == SelfExamination(title="题")
    with pytest.raises(UnknownSchema, match=r"2\.0"):
        load({"schema_version": "2.0", "value": value})
    for broken in ("0.9", "", "1", "x.y", 1, None, "1.0.0"):
        with pytest.raises(BadModel, match="/schema_version"):
            load({"schema_version": broken, "value": value})


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"kind": "SelfExamination", "year": "2025"}, "/year 的值不合要求：这里应为整数或空（null）"),
        ({"kind": "SelfExamination", "measures": [{"id": "m1"}]}, "/measures/0/text 缺少：这里应有文字"),
        (
            {"kind": "SelfExamination", "measures": [{"id": "m1", "text": "抓", "ownr": "张三"}]},
            "/measures/0 没有 ownr 这一项，是不是 owner",
        ),
        (
            {"kind": "SelfExamination", "measures": [{"id": "m1", "text": "抓", "owner": 5}]},
            "/measures/0/owner 的值不合要求：这里应为文字或对象“占位”或空（null）",
        ),
        (
            {"kind": "SelfExamination", "measures": [{"id": "m1", "text": "抓", "owner": {"raw": "x", "of": "人"}}]},
            "/measures/0/owner/of 的值不合要求：这里应为“person”、“org”、“date”、“count”、“place”、“text” 之一",
        ),
        (
            {"kind": "MeetingReport", "links": [{"issue": "i1", "basis": "猜的"}]},
            "/links/0/basis 的值不合要求：这里应为“id”、“row”、“label”、“aspect”、“order”、“likeness” 之一",
        ),
        ({"kind": "Ledger", "entries": {}}, "/entries 的值不合要求：这里应为列表，每项是对象“台账条目”"),
        ({"kind": "SelfExamination", "subject": {"post": "局长"}}, "/subject/name 缺少：这里应有文字或对象“占位”"),
        ({"kind": "通知"}, "/kind"),
        ({}, "/kind"),
        ({"value": []}, "/value 的值不合要求"),
    ],
)
def test_the_first_wrong_path_is_named(told: dict[str, Any], said: str) -> None:
    with pytest.raises(BadModel) as raised:
        load(told)
    assert said in str(raised.value)


def test_ids_are_told_apart_and_links_lead_to_items() -> None:
    measure = Measure(id="m1", text="抓好落实。")
    twice = SelfExamination(measures=(measure, measure))
    with pytest.raises(BadModel, match="/measures/1/id 与 /measures/0/id 相同"):
        load(twice.model_dump_json())
    loose = SelfExamination(measures=(measure,), links=(Link(issue="i9", measure="m1", basis=LinkBasis.ORDER),))
    with pytest.raises(BadModel, match="/links/0/issue"):
        load(loose.model_dump_json())


@pytest.mark.parametrize(
    "hostile",
    [
        "",
        "[]",
        "3",
        "{",
        '{"kind":"SelfExamination","kind":"Ledger"}',
        '{"kind":"SelfExamination","talks":NaN}',
        '{"kind":"SelfExamination","talks":1e999}',
        '{"kind":"SelfExamination","talks":' + "9" * 5000 + "}",
        '{"kind":"SelfExamination","title":"\\ud800"}',
        '{"kind":"SelfExamination","preamble":["好","\\udfff"]}',
        '{"kind":"SelfExamination","title":"\ud800"}',
        '{"kind":"Self\\u0000Examination"}',
        "[" * 100_000,
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        b"\xff\xfe{\x00}\x00",
        {"kind": "SelfExamination", "talks": float("nan")},
        {"kind": "SelfExamination", "title": object()},
        {"kind": "SelfExamination", "title": "\ud800"},
    ],
    ids=range(18),
)
def test_hostile_json_gets_one_line(hostile: Any) -> None:
    with pytest.raises(BadModel) as raised:
        load(hostile)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 200


@pytest.mark.parametrize(
    ("hostile", "said"),
    [
        ('{"kind":"SelfExamination","talks":NaN}', "/talks"),
        ('{"kind":"SelfExamination","talks":1e999}', "/talks"),
        ('{"kind":"SelfExamination","talks":' + "9" * 16 + "}", "整数"),
        ('{"kind":"SelfExamination","talks":' + "9" * 5000 + "}", "整数"),
        ('{"kind":"SelfExamination","title":"\\ud800"}', "代理字符"),
        ('{"kind":"SelfExamination","preamble":["好","\\udfff"]}', "代理字符"),
        ('{"kind":"SelfExamination",\n"title":}', "第 2 行第 9 个字符"),
        ("[" * 100_000, "嵌套"),
        ({"kind": "SelfExamination", "talks": float("nan")}, "NaN"),
    ],
)
def test_the_danger_is_named(hostile: Any, said: str) -> None:
    with pytest.raises(BadModel, match=said):
        load(hostile)


def test_versions_are_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mzsh_model.model.migrate.SCHEMA_VERSION", "1.9")
    with pytest.warns(NewerSchema, match=r"1\.10"):
        assert load({"schema_version": "1.10", "value": {"kind": "SelfExamination"}}) == SelfExamination()


def test_a_newer_minor_version_is_read_without_what_it_added() -> None:
    told: dict[str, Any] = {
        "kind": "SelfExamination",
        "subject": {"name": "张三", "post": "局长", "rank": "正处"},
        "issues": [{"id": "i1", "text": "学习不够。", "weight": 3}],
        "mood": [],
    }
    with pytest.warns(NewerSchema) as warned:
        value = load({"schema_version": "1.99", "value": told, "anchors": {}, "more": 1})
    said = str(warned[0].message)
    assert "1.99" in said
    assert all(path in said for path in ("/subject/rank", "/issues/0/weight", "/mood"))
    assert value == load(
        {
            "kind": "SelfExamination",
            "subject": {"name": "张三", "post": "局长"},
            "issues": [{"id": "i1", "text": "学习不够。"}],
        }
    )


@given(values())
def test_a_newer_minor_version_that_added_nothing_says_the_same(value: DocumentValue) -> None:
    with pytest.warns(NewerSchema) as warned:
        assert load({"schema_version": "1.99", "value": json.loads(value.model_dump_json())}) == value
    assert "没有读入" not in str(warned[0].message)


def test_what_a_newer_minor_version_cannot_leave_out_is_refused_by_its_name() -> None:
    links = [{"issue": "i1", "cause": "c1", "basis": "vote"}]
    with pytest.raises(UnknownSchema, match=r"1\.99.*/links/0/basis"):
        load({"schema_version": "1.99", "value": {"kind": "SelfExamination", "links": links}})


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@given(values(), st.data())
def test_whatever_is_wrong_is_said_at_its_path_without_quoting(value: DocumentValue, data: st.DataObject) -> None:
    told = json.loads(value.model_dump_json())
    name = data.draw(st.sampled_from(sorted(told)))
    told[name] = data.draw(JUNK)
    try:
        assert isinstance(load(told), type(value))
    except MzshError as error:
        assert str(error).startswith((f"/{name}", "/kind", "/links", "JSON", "内容")), error
        assert not any(len(word) > 8 and word in str(error) for word in _texts(told) if not word.isascii())


def _texts(held: object) -> list[str]:
    if isinstance(held, dict):
        return [text for one in held.values() for text in _texts(one)]
    if isinstance(held, list):
        return [text for one in held for text in _texts(one)]
    return [held] if isinstance(held, str) else []


@given(st.one_of(st.text(), st.binary(), JUNK.map(json.dumps)))
def test_nothing_but_typed_errors(data: str | bytes) -> None:
    try:
        value = load(data)
    except BadModel:
        return
    assert resolve(value, "/kind")
