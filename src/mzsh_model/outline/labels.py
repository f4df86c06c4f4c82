"""The enumerators of Chinese documents: 一、 （一） 1. （1） ① 一是 第一， 首先.

The ladder 一、→（一）→1.→（1） is GB/T 9704-2012 §7.3.3; everything else here was met in drafts.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from mzsh_model.kernel.numerals import chinese, parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern


class LabelKind(IntEnum):
    """Form of an enumerator; the value is its rank in the ladder, smaller stands higher."""

    PART = 0
    HAN = 1
    HAN_PAREN = 2
    DIGIT = 3
    DIGIT_PAREN = 4
    CIRCLED = 5
    LETTER = 6
    BULLET = 7
    SHI = 8
    ORDINAL = 9
    ADVERB = 10


PART, HAN, HAN_PAREN, DIGIT, DIGIT_PAREN, CIRCLED, LETTER, BULLET, SHI, ORDINAL, ADVERB = LabelKind
"""The forms by themselves: until Python 3.12 a member of an enum is looked up ten times as slowly as another name."""

RUN_IN = frozenset({SHI, ORDINAL, ADVERB})
"""Enumerators that belong to prose: items, never headings."""

LAST = 99
"""Number of 最后: the last of its list, whatever its length."""

_NEXT = 3
"""Number of 再次 and 再一个, which may stand for any number behind the second."""


class Label(NamedTuple):
    """An enumerator at the beginning of a text: its form, number, the characters typed, and where the text after it begins.

    `form` tells lists of one kind apart (一是… from 一要…).
    """

    kind: LabelKind
    number: int
    raw: str
    end: int
    form: str = ""


def takes_over(text: str, label: Label, last: Label) -> bool:
    """Tell whether a list whose last enumerator is `last` goes on with `label`, of another form, as people speak: 一是…其次是…

    `label` ends at `label.end` of `text`. 最后 without 是 may close the paper as well as a list, unless 其次 has stood before it.
    """
    if label.kind not in RUN_IN or last.kind not in RUN_IN or ADVERB not in (label.kind, last.kind):
        return False
    if label.number == LAST:
        return last.kind is ADVERB or text[label.end - 1] == "是"
    loose = label.number == _NEXT if label.kind is ADVERB else last.number == _NEXT
    return label.number > 1 and (loose or label.number == last.number + 1)


_HAN = "[一二三四五六七八九十百零〇]{1,5}"
_PARENS = lazy_pattern(rf"[（(〔［\[]\s*(?:({_HAN})|(\d{{1,3}}))\s*[）)〕］\]]\s*[、.．]?\s*")
_PAREN_LETTER = lazy_pattern(r"[（(]\s*([A-Ha-h])\s*[）)]\s*")
_HAN_LABEL = lazy_pattern(rf"({_HAN})\s*(?:[、．.，,：:]|(?=[）)]))[）)]?\s*")
_FORMAL = lazy_pattern(r"([壹贰叁肆伍陆柒捌玖拾]{1,2})(?:\s*[、．.，,：:]\s*|\s+)")
_PART = lazy_pattern(rf"第\s*({_HAN}|\d{{1,2}})\s*(?:个?部分|个?方面|章|篇)\s*[、．.，,：:]?\s*")
_SHI = lazy_pattern(rf"({_HAN})\s?(是要|是|要|靠|抓|则|看)\s*[：:，,]?\s*")
_ORDINAL = lazy_pattern(
    rf"(?:第|其|头(?=一))\s*({_HAN}|\d{{1,2}})\s*(?:[条味桩件点笔层关宗]|个(?:问题|原因|措施)?)?(?:[，,、：:．.]|是\s*[，,：:]?)\s*"
)
_NAMED = lazy_pattern(
    rf"(?:(?:存在|主要|突出)的?)?(?:问题|表现|不足|差距|原因|根源|措施|举措|意见)\s*({_HAN}|\d{{1,2}})\s*(?:[：:、．.]\s*|(?=[（(][^（）()]{{2,20}}[）)]\s*[：:]))"
)
_WORDED = lazy_pattern(r"(?!附)[\u4e00-\u9fff]{2,6}\s*([0-9０-９]{1,2})\s*[：:]\s*")
"""Any word before a number and a colon counts what follows: 具体表现1：…"""
_FRAMED = lazy_pattern(rf"【\s*([\u4e00-\u9fff]{{2,6}}?)\s*({_HAN}|[0-9０-９]{{1,2}})\s*】[：:]?\s*")
"""The same within brackets: 【问题1】…"""
_ADVERB = lazy_pattern(
    r"(?:(首先|其次|再次|再者|最后)\s*(?:[，,、：:]|是\s*[，,：:]?|要\s*)?|(再一个|再就是|再一点)\s*(?:[，,、：:]|是\s*[，,：:]?|(?<=是)))\s*"
)
_ADVERBS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "再一个": 3, "再就是": 3, "再一点": 3, "最后": LAST}
_DIGIT = lazy_pattern(
    r"(?!(?:19|20)\d\d(?!\d))([0-9０-９]{1,4})\s*(?:[、．.﹒](?![0-9０-９])|[.．、](?=(?:19|20)[0-9xX×]{2}\s*年|1?[0-9]\s*月)|[，,：:](?![0-9０-９])|[）)])\s*"
)
THINGS = "名家项条座处户场台所栋间位件辆口份篇类批支门"
"""What things are counted by one by one: no figure with decimals stands before it."""
_BEFORE_COUNT = lazy_pattern(rf"([0-9０-９]{{1,3}})\s*、\s*(?=([0-9０-９]{{1,4}})\s*[{THINGS}个次起][\u4e00-\u9fff])")
"""A number before a sentence that begins with a count, 4、12个炮站改造; 3、4个月 is no list."""
_DOTTED = lazy_pattern(r"\d{1,2}(?:[.．]\d{1,2}){1,3}[.．、]?\s*(?=[\u4e00-\u9fff])(?![倍个万亿元米次人小条吨公平月])")
_LETTER = lazy_pattern(r"([A-HＡ-Ｈa-h])\s*[.．、)）]\s*(?=[^\sA-Za-z级类股岗档])")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_STEM = lazy_pattern(rf"([{_STEMS}])\s*[、．.：:]\s*(?![{_STEMS}])")
_SIGN = lazy_pattern(r"[①-⑳㉑-㉟㊱-㊿⑴-⒇⒈-⒛㈠-㈩❶-❿➀-➉]\s*[、.．]?\s*")
_ROMAN = lazy_pattern(r"[Ⅰ-Ⅻ](?:\s*[、．.，,：:]\s*|\s+)")
_BULLET = lazy_pattern(r"[ⓐ-ⓩ•●○◆◇■□▪▫◦►▲△▶▷※➢➤✓✔√★☆－·∙][\s\u3000]*|[*+\-–—]\s+(?=\S)")
_LETTERS = frozenset("ABCDEFGHabcdefghＡＢＣＤＥＦＧＨ")
_STARTS = frozenset(
    "【一二三四五六七八九十百第其头首再最（(〔［[0123456789０１２３４５６７８９问表不差原根措举意存主突"
)


def label_at(text: str, start: int = 0) -> Label | None:
    """Return the enumerator that `text` begins with at `start`, None where there is none. Never raises."""
    char = text[start : start + 1]
    if char in _STARTS and char:
        return _typed(text, start, char)
    if char in _LETTERS and char:
        found = _LETTER.match(text, start)
        return Label(LETTER, _place_of(char), found[0].rstrip(), found.end()) if found else None
    if "\u4e00" <= char <= "\u9fff":
        return _worded(text, start)
    if char > "\u2022" or char in "*+-–—·":
        return _sign(text, start)
    return None


def _worded(text: str, start: int) -> Label | None:
    if text[start] in _STEMS and (stem := _STEM.match(text, start)):
        return Label(LETTER, _STEMS.index(stem[1]) + 1, stem[0].rstrip(), stem.end(), "甲")
    if text[start] in "壹贰叁肆伍陆柒捌玖拾":
        formal = _FORMAL.match(text, start)
        return _label(PART, formal[1], text, start, formal.end()) if formal else None
    found = _WORDED.match(text, start)
    return _label(ORDINAL, found[1], text, start, found.end(), text[start]) if found else None


def _place_of(letter: str) -> int:
    """Which letter of the alphabet it is, of either width and case."""
    return (ord(letter) - (0xFF21 if letter > "z" else ord("a" if letter.islower() else "A"))) + 1


def _typed(text: str, start: int, char: str) -> Label | None:
    if char in "（(〔［[":
        if found := _PARENS.match(text, start):
            han, digits = found.groups()
            kind = HAN_PAREN if han else DIGIT_PAREN
            return _label(kind, han or digits, text, start, found.end())
        if letter := _PAREN_LETTER.match(text, start):
            return Label(LETTER, _place_of(letter[1]), letter[0].rstrip(), letter.end(), "(")
        return None
    if char == "【":
        framed = _FRAMED.match(text, start)
        return _label(ORDINAL, framed[2], text, start, framed.end(), framed[1][0]) if framed else None
    if char in "首其再最" and (found := _ADVERB.match(text, start)):
        word = found[1] or found[2]
        return Label(ADVERB, _ADVERBS[word], word, found.end())
    if char in "问表不差原根措举意存主突":
        named = _NAMED.match(text, start)
        return _label(ORDINAL, named[1], text, start, named.end(), char) if named else _worded(text, start)
    if char in "第其头":
        if found := _PART.match(text, start):
            return _label(PART, found[1], text, start, found.end())
        if found := _ORDINAL.match(text, start):
            return _label(ORDINAL, found[1], text, start, found.end(), "第" if char == "头" else char)
        return _worded(text, start) if char == "头" else None
    if char in "一二三四五六七八九十百":
        if found := _SHI.match(text, start):
            return _label(SHI, found[1], text, start, found.end(), found[2][0])
        if found := _HAN_LABEL.match(text, start):
            kind = HAN_PAREN if found[0].rstrip()[-1] in "）)" else HAN
            return _label(kind, found[1], text, start, found.end())
        return None
    if found := _DIGIT.match(text, start):
        kind = DIGIT_PAREN if found[0].rstrip()[-1] in "）)" else DIGIT
        return _label(kind, found[1], text, start, found.end())
    counted = _BEFORE_COUNT.match(text, start)
    if counted and int(counted[2]) != int(counted[1]) + 1:
        return _label(DIGIT, counted[1], text, start, counted.end())
    if found := _DOTTED.match(text, start):
        last = re.split(r"[.．]", found[0].rstrip(" \t.．、"))[-1]
        return _label(DIGIT_PAREN, last, text, start, found.end())
    return None


def _sign(text: str, start: int) -> Label | None:
    if found := _SIGN.match(text, start):
        char = text[start]
        if "㈠" <= char <= "㈩":
            kind, number = HAN_PAREN, ord(char) - ord("㈠") + 1
        else:
            kind = DIGIT_PAREN if "⑴" <= char <= "⒇" else DIGIT if "⒈" <= char <= "⒛" else CIRCLED
            number = parse_numeral(char) or 0
        return Label(kind, number, found[0].rstrip(), found.end())
    if found := _ROMAN.match(text, start):
        return Label(HAN, ord(text[start]) - ord("Ⅰ") + 1, found[0].rstrip(), found.end())
    if found := _BULLET.match(text, start):
        return Label(BULLET, 0, found[0].rstrip(), found.end())
    return None


def _label(kind: LabelKind, numeral: str, text: str, start: int, end: int, form: str = "") -> Label | None:
    number = parse_numeral(numeral)
    raw = text[start:end].rstrip()
    if kind in RUN_IN:
        raw = raw.rstrip("，,、：:．. \u3000")
    return None if number is None else Label(kind, number, raw, end, form)


_NUMERAL = lazy_pattern(rf"{_HAN}|[0-9]{{1,4}}|[０-９]{{1,4}}|[①-⑳㉑-㉟㊱-㊿⑴-⒇⒈-⒛㈠-㈩❶-❿➀-➉]")
_MOST_LETTERS = 26
_ADVERB_OF = {1: "首先", 2: "其次"}


def relabel(raw: str, number: int) -> str:
    """Return the enumerator `raw` with another number, in the same form: 一是 → 三是, （二） → （三）, 1.2 → 1.3, ① → ③.

    A sign that has no such number falls back to digits in brackets; a bullet stays what it is. 最后 stays the last.
    """
    if raw in _ADVERBS:
        return raw if _ADVERBS[raw] == LAST else _ADVERB_OF.get(number, "再次")
    if raw[0] in _LETTERS and number <= _MOST_LETTERS:
        return chr(ord(raw[0]) - _place_of(raw[0]) + number) + raw[1:]
    found = list(_NUMERAL.finditer(raw))
    if not found:
        return raw
    last = found[-1]
    return raw[: last.start()] + _numeral_like(last[0], number) + raw[last.end() :]


def _numeral_like(old: str, number: int) -> str:
    if old.isascii():
        return str(number)
    if old.isdecimal():
        return str(number).translate({48 + n: 0xFF10 + n for n in range(10)})
    if old[0] in "一二三四五六七八九十百零〇":
        return chinese(number)
    sign = chr(ord(old) - (parse_numeral(old) or 0) + number)
    return sign if parse_numeral(sign) == number else f"（{number}）"
