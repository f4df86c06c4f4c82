"""Reports for programs come in pieces, which make up what the whole would be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from mzsh_model.batch.review import Review
from mzsh_model.carriers.formats import TEXTS, carried, carried_in_pieces
from mzsh_model.carriers.pieces import in_lines, json_pieces
from tests.carriers.reviews import review_of


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Review:
    return review_of(tmp_path_factory.mktemp("材料"), suppressing=2)


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_is_ever_whole_in_memory(name: str, review: Review) -> None:
    many = replace(review, files=[*review.files] * 20)
    pieces = list(carried_in_pieces(name, many))
    assert "".join(pieces) == carried(name, many)
    assert max(map(len, pieces)) < len(carried(name, review))


def test_what_is_no_text_has_no_pieces(review: Review) -> None:
    with pytest.raises(KeyError):
        carried_in_pieces("xlsx", review)


@pytest.mark.parametrize(
    "told", [{}, [], {"甲": []}, [{}, [1, None]], {"a": {"b": [{"c": "\ud800"}]}}, "乙", 1.5, True]
)
def test_pieces_are_what_the_whole_is(told: object) -> None:
    assert "".join(json_pieces(told)) == json.dumps(told, ensure_ascii=False)


@pytest.mark.parametrize("held", [[], [1], [{"a": "甲"}, [2]]])
def test_an_iterator_is_a_list(held: list[object]) -> None:
    given: Iterator[object] = iter(held)
    told = {"files": given, "more": [1]}
    assert "".join(json_pieces(told)) == json.dumps({"files": held, "more": [1]}, ensure_ascii=False)


def test_lines_have_ends_between_them() -> None:
    assert ["".join(in_lines(lines)) for lines in ([], ["a"], ["a", "", "b"])] == ["", "a", "a\n\nb"]


def test_the_sums_of_junit_are_those_of_its_suites(review: Review) -> None:
    root = ElementTree.XML(str(carried("junit", review)))
    for count in ("tests", "failures", "errors", "skipped"):
        assert int(root.get(count, "")) == sum(int(suite.get(count, "")) for suite in root) > 0
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite)
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped", "")) == len(suite.findall("testcase/skipped"))


def test_a_run_of_nothing_is_a_report(review: Review) -> None:
    none = replace(review, files=[])
    assert json.loads(carried("json", none))["files"] == []
    assert json.loads(carried("sarif", none))["runs"][0]["results"] == []
    assert len(ElementTree.XML(str(carried("junit", none)))) == 0
