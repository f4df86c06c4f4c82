"""Whatever disguises a word, it is bare again, and every place leads back to what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.kernel.disguises import bare, readings


def coded(text: str, encoding: str, form: str) -> str:
    return "".join(form.format(byte) for byte in text.encode(encoding))


CODES = {
    "percent": coded("张三", "utf-8", "%{:02X}"),
    "percent, small letters": coded("张三", "utf-8", "%{:02x}"),
    "percent, GBK": coded("张三", "gb18030", "%{:02X}"),
    "percent twice": coded("张三", "utf-8", "%25{:02X}"),
    "half a name in percent": "张" + coded("三", "utf-8", "%{:02X}"),
    "percent of 16 bits": "%u5F20%u4e09",
    "JSON": r"\u5f20\u4E09",
    "braced": r"\u{5f20}\u{4e09}",
    "Office": "_x5F20__x4E09_",
    "entities": "&#24352;&#x4e09;",
    "entities twice": "&amp;#24352;&amp;#x4E09;",
    "RTF": r"\'d5\'c5\'c8\'fd",
    "RTF, Unicode": r"\u24352?\u19977?",
    "C": r"\xe5\xbc\xa0\xe4\xb8\x89",
    "mail": "=E5=BC=A0=E4=B8=89",
}


@pytest.mark.parametrize("how", CODES)
def test_codes_are_read(how: str) -> None:
    found = [one for one in readings(f"甲{CODES[how]}乙") if one.text == "甲张三乙"]
    assert len(found) == 1
    assert found[0].span(1, 3) == (1, 1 + len(CODES[how]))


def test_bytes_that_are_both_encodings_are_read_as_either() -> None:
    both = coded("通英", "gb18030", "%{:02X}")
    assert {"通英", "И"} < {one.text for one in readings(both)}


def test_a_trail_byte_of_gbk_that_is_a_letter_stays_a_letter_in_percent() -> None:
    assert "镕基" in {one.text for one in readings("%E9F%BB%F9")}


def test_a_character_of_two_halves_is_one() -> None:
    told = list(readings(r"a\ud842\udfb7b"))[-1]
    assert (told.text, [told.span(n, n + 1) for n in range(3)]) == ("a𠮷b", [(0, 1), (1, 13), (13, 14)])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("张\ufe00三\U000e0100", "张三"),
        ("张\u200b\u2061\u180e三\u061c", "张三"),
        ("张\u115f\u3164\uffa0三", "张三"),
        ("张•三・四‧五∙六", "张·三·四·五·六"),
        ("⻢⻰，⼩七", "马龙，小七"),
        ("Ｗáng e\u0301 ﬁ ①", "Wang e fi 1"),
        ("1—2、（甲）", "1—2、（甲）"),
    ],
)
def test_what_shows_as_another_or_not_at_all(typed: str, shown: str) -> None:
    assert bare(typed).text == shown


@given(st.text(st.sampled_from("张三Aé\u200b%E5BC\\u&#;_x=' \ufe00ﬁ"), max_size=30))
def test_every_place_leads_back(text: str) -> None:
    for one in readings(text):
        assert len(one.text) == len(one.starts) == len(one.ends)
        assert len(one.lowered) == len(one.text)
        assert all(0 <= start < end <= len(text) for start, end in zip(one.starts, one.ends, strict=True))
        assert list(one.starts) == sorted(one.starts)
        assert all(
            text[start:end] == char
            for char, start, end in zip(*one, strict=True)
            if end - start == 1 and char == text[start]
        )
