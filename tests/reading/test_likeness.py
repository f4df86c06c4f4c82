"""Links by likeness: a few an item, never all with all."""

from __future__ import annotations

import pytest

from mzsh_model.model.items import Issue, LinkBasis, Measure
from mzsh_model.reading.links import link_items


def issues(count: int, text: str) -> list[Issue]:
    return [Issue(id=f"i{n}", statement=text.format(n), text=text.format(n)) for n in range(count)]


def measures(count: int, text: str) -> list[Measure]:
    return [Measure(id=f"m{n}", text=text.format(n)) for n in range(count)]


@pytest.mark.parametrize(
    ("issue", "measure"),
    [("理论学习不够系统{}", "加强理论学习第{}项"), ("窗口排队时间偏长{}", "窗口排队时间压到{}分钟")],
    ids=["theme", "wording"],
)
def test_links_grow_with_the_items_and_not_with_their_pairs(issue: str, measure: str) -> None:
    links = link_items(issues(80, issue), (), measures(90, measure))
    assert {link.basis for link in links} == {LinkBasis.LIKENESS}
    assert {link.issue for link in links} == {f"i{n}" for n in range(80)}
    assert len(links) <= 3 * 80 + 90


def test_every_measure_about_a_problem_is_linked() -> None:
    links = link_items(issues(2, "理论学习不够系统{}"), (), measures(40, "加强理论学习第{}项"))
    assert {link.measure for link in links} == {f"m{n}" for n in range(40)}


def test_of_many_about_the_same_those_are_taken_that_stand_alike() -> None:
    links = link_items(issues(20, "理论学习不够系统{}"), (), measures(40, "加强理论学习第{}项"))
    assert "m0" in {link.measure for link in links if link.issue == "i0"}
    assert "m39" in {link.measure for link in links if link.issue == "i19"}
