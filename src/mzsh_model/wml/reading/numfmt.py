"""Number formats of Word (ECMA-376 17.18.59 ST_NumberFormat) as they show on paper.

Checked against LibreOffice's text export of public files; a number that a format has no sign for shows as plain digits, as
Word does.
"""

from __future__ import annotations

from collections.abc import Callable

from mzsh_model.kernel.numerals import chinese

_MOST = 32_767
"""Word counts no further; a larger number in a hostile file shows as digits."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def _roman(n: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        count, n = divmod(n, value)
        out += sign * count
    return out


def _letter(n: int) -> str:
    return chr(65 + (n - 1) % 26) * ((n - 1) // 26 + 1)


def _counting(n: int) -> str:
    return chinese(n) if n <= 9999 else str(n)


def _ideographs(n: int) -> str:
    return "".join("〇一二三四五六七八九"[int(c)] for c in str(n))


def _legal(n: int) -> str:
    return _counting(n).translate(str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟"))


def _wide(n: int) -> str:
    return str(n).translate({48 + i: 0xFF10 + i for i in range(10)})


def _sign(first: str, most: int) -> Callable[[int], str]:
    return lambda n: chr(ord(first) + n - 1) if n <= most else str(n)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda n: signs[(n - 1) % len(signs)]


def _ordinal(n: int) -> str:
    return str(n) + ({1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th") if n % 100 not in (11, 12, 13) else "th")


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalHalfWidth": str,
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalEnclosedCircle": _sign("①", 20),
    "decimalEnclosedCircleChinese": _sign("①", 20),
    "decimalEnclosedParen": _sign("⑴", 20),
    "decimalEnclosedFullstop": _sign("⒈", 20),
    "ideographEnclosedCircle": _sign("㊀", 10),
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "koreanDigital2": _ideographs,
    "japaneseLegal": _legal,
    "chineseLegalSimplified": _legal,
    "ideographDigital": _ideographs,
    "taiwaneseDigital": _ideographs,
    "japaneseDigitalTenThousand": _ideographs,
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda n: _letter(n).lower(),
    "ordinal": _ordinal,
    "none": lambda n: "",
}


def format_number(n: int, fmt: str) -> str:
    """Return `n` in the number format `fmt`; an unknown format counts in plain digits."""
    if not 0 < n <= _MOST:
        return "" if fmt == "none" else str(n) if fmt != "chineseCounting" or n else "〇"
    return _FORMATS.get(fmt, str)(n)
