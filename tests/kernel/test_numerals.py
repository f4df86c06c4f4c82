import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.kernel.numerals import chinese, parse_numeral


@given(st.integers(0, 9999))
def test_counting_reads_back(n: int) -> None:
    assert parse_numeral(chinese(n)) == n


@given(st.integers(0, 999_999))
def test_digits_of_both_widths_read_back(n: int) -> None:
    wide = str(n).translate({48 + i: 0xFF10 + i for i in range(10)})
    assert parse_numeral(str(n)) == parse_numeral(wide) == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("十", 10),
        ("一十", 10),
        ("廿一", 21),
        ("两百", 200),
        ("二〇二六", 2026),
        ("⑿", 12),
        ("㊱", 36),
        ("㈢", 3),
        ("⒎", 7),
    ],
)
def test_forms(text: str, n: int) -> None:
    assert parse_numeral(text) == n


@pytest.mark.parametrize("text", ["", "若干", "一一百", "百千", "9" * 5000, "一" * 5000, "十百", "3-4", "²"])
def test_what_is_no_number(text: str) -> None:
    assert parse_numeral(text) is None


@given(st.text(max_size=12))
def test_total(text: str) -> None:
    assert parse_numeral(text) is None or parse_numeral(text) >= 0
