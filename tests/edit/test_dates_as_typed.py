"""A time limit is read, and another put in its place, however its characters were typed: nothing of the old date stays."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.kernel.dates import find_dates, is_inside_date, parse_date, restyle
from mzsh_model.kernel.lookalikes import UNSEEN
from mzsh_model.model.documents import SelfExamination

_FULL = {48 + n: 0xFF10 + n for n in range(10)}
_HAN = "一二三四五六七八九十"


def _draft(due: str) -> str:
    return (
        "个人对照检查材料\n一、存在的问题\n一是学习不够系统，4本书只读了2本。\n二是调研不够深入，全年只到联系点3次。\n"
        f"二、整改措施\n一是加强学习，{due}前读完4本书。\n二是深入调研，长期坚持。"
    )


@st.composite
def _typed_dates(draw: st.DrawFn) -> str:
    month = draw(st.integers(1, 9))
    zero = draw(st.sampled_from(["〇", "○", "◯", "零", "O", "О", "Ｏ", "0", "\ue5e5"]))
    blank = draw(st.sampled_from(["", "", " ", "\u00a0", "\u2002", "\u3000"]))
    unseen = draw(st.sampled_from(["", "", "\u200b", "\ufeff", "\u2060", "\u00ad"]))
    year, said = draw(
        st.sampled_from(
            [
                ("2026", str(month)),
                ("２０２６", str(month).translate(_FULL)),
                ("２０26", str(month)),
                (f"二{zero}二六", _HAN[month - 1]),
            ]
        )
    )
    at = draw(st.integers(1, len(year)))
    end = draw(st.sampled_from(["底", "", "末"]))
    return f"{year[:at]}{unseen}{year[at:]}{blank}年{blank}{said}{blank}月{end}"


@given(_typed_dates(), st.sampled_from(["2027-08", "2031-11", "2027-08-15", "2028"]))
def test_another_date_leaves_nothing_of_the_old_one(typed: str, new: str) -> None:
    value = mz.read_text(_draft(typed)).value
    assert isinstance(value, SelfExamination)
    due = value.measures[0].due
    assert due is not None
    assert due.removesuffix("前") == UNSEEN.sub("", typed)
    edited = mz.replace(value, "/measures/0/due", new)
    assert isinstance(edited, SelfExamination)
    text = edited.measures[0].text
    found = [one.date.edtf for one in find_dates(text)]
    assert len(found) == 1
    assert found[0].startswith(new)
    assert len(re.findall("年", text)) == 1
    assert "2026" not in text
    assert "２０２６" not in text
    assert "二六" not in text


@pytest.mark.parametrize(
    "typed", ["2026．6．30", "2026－06－30", "2026–6–30", "2026/6/30", "2026.6.30", "２０２６．６"]
)
def test_a_date_of_numbers_alone_is_a_time_limit(typed: str) -> None:
    value = mz.read_text(_draft(typed)).value
    assert isinstance(value, SelfExamination)
    assert value.measures[0].due == f"{typed}前"
    assert value.measures[0].due_on is not None
    assert not [f for f in mz.check(value).findings if f.code in ("MEA003", "MEA004") and f.path == "/measures/0"]
    edited = mz.replace(value, "/measures/0/due", "2027-08-15")
    assert isinstance(edited, SelfExamination)
    assert [one.date.edtf for one in find_dates(edited.measures[0].text)] == ["2027-08-15"]


@pytest.mark.parametrize(
    ("text", "new", "told"),
    [
        ("2026年底前", "2027", "2027年底前"),
        ("2026年底前", "2027-08", "2027年8月底前"),
        ("2026年6月底前", "2027", "2027年底前"),
        ("2026年6月10日前", "2027", "2027年底前"),
        ("2026年6月10日之前", "2027-08", "2027年8月底之前"),
        ("年底前", "2027-08", "2027年8月底前"),
        ("２０２６年６月底前", "2027-08", "２０２７年８月底前"),
        ("二◯二六年六月底前", "2027-08", "二◯二七年八月底前"),
        ("2026年元月底前", "2027-02", "2027年2月底前"),
    ],
)
def test_the_form_stays(text: str, new: str, told: str) -> None:
    assert restyle(text, new) == told


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2026年元月12日", "2026-01-12"),
        ("二0二六年一月十二日", "2026-01-12"),
        ("2026\u00a0年\u00a01\u00a0月\u00a012\u00a0日", "2026-01-12"),
        ("2026年6⽉30⽇", "2026-06-30"),
    ],
)
def test_dates_of_signatures(typed: str, edtf: str) -> None:
    date = parse_date(typed)
    assert date is not None
    assert (date.edtf, date.text) == (edtf, typed)


@pytest.mark.parametrize("before", ["二千零二十六年", "20ⅹ6年", "2０-"])
def test_no_date_is_written_behind_the_rest_of_another(before: str) -> None:
    value = mz.read_text(_draft(f"{before}6月底")).value
    assert isinstance(value, SelfExamination)
    assert value.measures[0].due == "6月底前"
    with pytest.raises(mz.MzshError, match="日期的另一截"):
        mz.replace(value, "/measures/0/due", "2027-08")


def test_what_stands_before_a_date_is_no_date() -> None:
    assert not is_inside_date("读完4本书，", 6)
    assert not is_inside_date("力争于", 3)
