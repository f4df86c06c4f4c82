"""The smallest differences of two texts: they make one of the other, and nothing that stayed is in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.kernel.difference import Hunk, hunks, whole_numbers

_TEXT = st.text(st.sampled_from("学习不够，。；调研𠮷\n"), max_size=30)


@given(_TEXT, _TEXT)
def test_the_differences_make_the_new_text_of_the_old(old: str, new: str) -> None:
    out, at = "", 0
    for start, end, text in hunks(old, new):
        assert at <= start <= end
        assert text or start < end
        assert not (text and start < end and (text[0] == old[start] or text[-1] == old[end - 1]))
        out += old[at:start] + text
        at = end
    assert out + old[at:] == new


@given(_TEXT)
def test_equal_texts_differ_in_nothing(text: str) -> None:
    assert list(hunks(text, text)) == []


def test_clauses_that_stay_are_not_touched() -> None:
    old, new = "学习不够，调研不深，担当不强。", "学习很不够，调研不深，担当不足。"
    assert list(hunks(old, new)) == [Hunk(2, 2, "很"), Hunk(13, 14, "足")]


_NUMBERED = st.text(st.sampled_from("年月第1234２三十〇，学"), max_size=24)


@given(_NUMBERED, _NUMBERED)
def test_whole_numbers_change_and_the_text_comes_out_the_same(old: str, new: str) -> None:
    out, at = "", 0
    for start, end, text in whole_numbers(old, hunks(old, new)):
        assert at <= start <= end
        assert start < end or text
        out += old[at:start] + text
        at = end
    assert out + old[at:] == new


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("2026年12月底前", "2026年11月底前", [("12", "11")]),
        ("2026年6月", "2027年6月", [("2026", "2027")]),
        ("十二月", "十一月", [("十二", "十一")]),
        ("读12本书", "读2本书", [("12", "2")]),
        ("2026年3月", "2026年13月", [("3", "13")]),
        ("读书", "读3本书", [("", "3本")]),
        ("１２月", "１１月", [("１２", "１１")]),
    ],
)
def test_a_number_is_never_cut(old: str, new: str, changed: list[tuple[str, str]]) -> None:
    assert [(old[start:end], text) for start, end, text in whole_numbers(old, hunks(old, new))] == changed
    kept = whole_numbers("3." + old, [Hunk(h.start + 2, h.end + 2, h.text) for h in hunks(old, new)], 2)
    assert all(hunk.start >= 2 for hunk in kept)
