import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.kernel.dates import find_dates, parse_date, plain, restyle

TYPED = [
    ("2022年1月xx日", "2022-01-XX"),
    ("x月x日", "XXXX-XX-XX"),
    ("2026年6月底前", "2026-06"),
    ("2026年3月31日前", "2026-03-31"),
    ("年底前", "XXXX-12"),
    ("二〇二六年三月一日", "2026-03-01"),
    ("2026.3.1", "2026-03-01"),
    ("2022-12-31", "2022-12-31"),
    ("20xx年  月  日", "20XX-XX-XX"),
    ("2025 年 3 月 5 日", "2025-03-05"),
    ("３月５日", "XXXX-03-05"),
    ("2025年8月", "2025-08"),
]


@pytest.mark.parametrize(("text", "edtf"), TYPED)
def test_parse(text: str, edtf: str) -> None:
    date = parse_date(text)
    assert date is not None
    assert date.edtf == edtf
    assert date.text == text


@pytest.mark.parametrize(("text", "edtf"), TYPED)
def test_prints_back_as_typed(text: str, edtf: str) -> None:
    assert restyle(text, edtf) == text


@pytest.mark.parametrize(
    ("text", "edtf", "shown"),
    [
        ("2026年6月底前", "2026-09", "2026年9月底前"),
        ("2022年1月xx日", "2022-01-20", "2022年1月20日"),
        ("二〇二六年三月一日", "2026-12-31", "二〇二六年十二月三十一日"),
        ("2026-03-31", "2026-04-01", "2026-04-01"),
        ("立行立改", "2026-09", "2026年9月"),
        ("2026年6月底前", "2026-07-15", "2026年7月15日前"),
    ],
)
def test_restyle(text: str, edtf: str, shown: str) -> None:
    assert restyle(text, edtf) == shown


@pytest.mark.parametrize("text", ["13月1日", "2月30日", "2026年4月31日", "2026年0月1日"])
def test_impossible_dates_are_flagged(text: str) -> None:
    (found,) = find_dates(text)
    assert not found.date.possible


@pytest.mark.parametrize("text", ["2月29日", "2024年2月29日", "12月31日"])
def test_possible_dates_are_not(text: str) -> None:
    (found,) = find_dates(text)
    assert found.date.possible


@pytest.mark.parametrize("text", ["2025年度", "立行立改", "226日", "3个月", "每月"])
def test_no_dates(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_plain_form_reads_back(day: datetime.date) -> None:
    date = parse_date(plain(day.isoformat()))
    assert date is not None
    assert date.edtf == day.isoformat()


@given(st.text(alphabet="0123456789年月日xX底前.-/ 一二〇十", max_size=20))
def test_total_and_placed(text: str) -> None:
    for found in find_dates(text):
        assert text[found.start : found.end] == found.date.text
