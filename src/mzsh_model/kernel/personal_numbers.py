"""Numbers that belong to a person: identity cards, telephones, bank cards, number plates, addresses of mail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern

_ID = lazy_pattern(r"(?<!\d)\d{6} ?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}[\dXx](?!\d)")
_PART = r"[ \-.·_]{0,3}"
"""What people put between the groups of a number."""
_ANY_ID = lazy_pattern(
    rf"(?<![\dA-Za-z])(?:\d{{6}}{_PART}(?:19|20)\d{{6}}{_PART}\d{{3}}[\dXx]|\d{{17}}[\dXx]|\d{{15}})(?![\dA-Za-z])"
)
_DIGITS = lazy_pattern(r"\d{4}|@")
_LIKELY = lazy_pattern(r"\d{6}|\d{4}[ \-]\d{4}|[A-HJ-NP-Z]")
"""What no number that is surely such is without: a year is told in each line, and is none."""
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_CALLED = "(?:电话|座机|传真|号码)"
_PATTERNS = (
    ("mobile", lazy_pattern(r"(?<!\d)(?P<it>1[3-9]\d(?:\d{8}|[ \-]\d{4}[ \-]\d{4}))(?!\d)")),
    ("card", lazy_pattern(r"(?<![\dA-Za-z])(?P<it>[3-6]\d{3}(?: ?\d{4}){3}(?: ?\d{1,3})?)(?!\d)")),
    ("landline", lazy_pattern(rf"{_CALLED}[^\d，。；（(]{{0,6}}(?P<it>[（(]?0\d{{2,3}}[）)\- ]?\d{{7,8}})(?!\d)")),
    (
        "plate",
        lazy_pattern(rf"(?P<it>[{_PROVINCES}][A-HJ-NP-Z][·\s]?(?=[A-Z]*\d)[A-HJ-NP-Z0-9]{{5,6}})(?![A-Za-z0-9])"),
    ),
)
_LOOSE = (
    ("card", lazy_pattern(r"(?<![\dA-Za-z\-])(?P<it>[3-6]\d{3}(?:-\d{4}){3}(?:-\d{1,3})?)(?![\d\-])")),
    (
        "mobile",
        lazy_pattern(
            rf"(?<!\d)(?P<it>(?:(?:\+|00)?86{_PART})?1[3-9]\d(?:{_PART}\d{{4}}{_PART}\d{{4}}|\d{_PART}\d{{3}}{_PART}\d{{4}}))(?!\d)"
        ),
    ),
    ("landline", lazy_pattern(rf"{_CALLED}[^\d，。；]{{0,6}}(?P<it>[（(]?\d[\d）)\- ]{{4,14}}\d)(?!\d)")),
    ("landline", lazy_pattern(r"(?<![\d\-])(?P<it>[（(]?0\d{2,3}[）)\-]\d{7,8})(?![\d\-])")),
    ("mail", lazy_pattern(r"(?P<it>[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4})")),
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


class PersonalNumber(NamedTuple):
    """A number and where it stands; `case` is identity, mobile, card, landline, plate or mail."""

    start: int
    end: int
    case: str


def personal_numbers(text: str) -> Iterator[PersonalNumber]:
    """Yield the numbers that are surely such: cards by their check digits, landlines by the word before them.

    >>> [text[start:end] for text in ["电话：13800000000"] for start, end, _ in personal_numbers(text)]
    ['13800000000']
    """
    if not (_DIGITS.search(text) and _LIKELY.search(text)):
        return
    for found in _ID.finditer(text):
        digits = found[0].replace(" ", "")
        total = sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=False))
        if "10X98765432"[total % 11] == digits[-1].upper():
            yield PersonalNumber(found.start(), found.end(), "identity")
    for case, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            if case != "card" or _is_card(found[0]):
                yield PersonalNumber(*found.span("it"), case)


def possible_numbers(text: str) -> Iterator[PersonalNumber]:
    """Yield what may be such a number, mistyped ones and addresses of mail too: what nobody shall read is better gone.

    >>> [case for _, _, case in possible_numbers("身份证110105194912310021，zhang@example.com")]
    ['identity', 'mail']
    """
    if not _DIGITS.search(text):
        return
    for found in _ANY_ID.finditer(text):
        yield PersonalNumber(found.start(), found.end(), "identity")
    for case, pattern in (*_PATTERNS, *_LOOSE):
        for found in pattern.finditer(text):
            yield PersonalNumber(*found.span("it"), case)


def _is_card(words: str) -> bool:
    """Whether its digits are as many as a bank card's and agree with the check digit (Luhn)."""
    digits = [int(char) for char in words if char.isdigit()]
    doubled = (d if n % 2 == 0 else 2 * d - 9 * (d > 4) for n, d in enumerate(reversed(digits)))
    return 16 <= len(digits) <= 19 and sum(doubled) % 10 == 0
