"""Texts that repeat one another: the same ones as by comparing each with all."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.rules.repeats import ratio, repeats
from mzsh_model.rules.words import any_of
from tests.heavy import draft
from tests.structured import issue

TEXT = st.text(alphabet="学习不够系统深入2", min_size=1, max_size=14)
LEAST = st.sampled_from([0.1, 0.5, 0.7, 0.85, 0.9, 1.0])


@st.composite
def texts(draw: st.DrawFn) -> list[str]:
    """A few texts, and some of them again with a character changed here and there."""
    made = draw(st.lists(TEXT, min_size=1, max_size=5))
    for _ in range(draw(st.integers(0, 5))):
        text = draw(st.sampled_from(made))
        at = draw(st.integers(0, len(text)))
        made.append(text[:at] + draw(st.sampled_from(["", "还", "3"])) + text[at + draw(st.integers(0, 2)) :] or "空")
    return made


def difference(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def compared_with_all(given: list[str], least: float) -> Iterator[tuple[int, int]]:
    for later, text in enumerate(given):
        for earlier, other in enumerate(given[:later]):
            shared = len(set(text) & set(other))
            if shared >= least * min(len(set(text)), len(set(other))) and difference(text, other) >= least:
                yield later, earlier
                break


@given(texts(), LEAST)
def test_repeats_are_those_of_comparing_each_with_all(made: list[str], least: float) -> None:
    assert list(repeats(made, least)) == list(compared_with_all(made, least))


def test_repeats_of_a_long_paper_are_those_of_comparing_each_with_all() -> None:
    made = [issue(n) for n in range(300)] + draft(100)[3:]
    found = list(repeats(made, 0.85))
    assert found == list(compared_with_all(made, 0.85))
    assert found


def test_few_different_characters_must_be_the_same_ones() -> None:
    assert list(repeats(["学" * 9 + "习", "学" * 9 + "够"], 0.85)) == []


@given(st.text(alphabet="学习不够", max_size=12), st.text(alphabet="学习不够", max_size=12))
def test_the_ratio_is_that_of_the_standard_library(a: str, b: str) -> None:
    assert ratio(a, b) == difference(a, b)


def test_words_are_found_as_they_are_spelled() -> None:
    assert any_of(("人(少)",)).search("人少") is None
    assert any_of(("编制", "人(少)")).search("因人(少)")
    assert any_of(()).search("") is None
