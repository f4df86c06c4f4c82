"""The smallest differences of two texts: they make one of the other, and nothing that stayed is in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.kernel.difference import Hunk, hunks

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
