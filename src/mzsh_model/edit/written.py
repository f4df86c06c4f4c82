"""Contents as the document writes them: a count or a year in the numerals there, a date in the form there, a name."""

from __future__ import annotations

import re
from typing import overload

from mzsh_model.kernel.dates import restyle
from mzsh_model.kernel.errors import BadEdit, BadModel
from mzsh_model.kernel.numerals import chinese
from mzsh_model.model.base import Placeholder
from mzsh_model.readers.facts import name_value

_FULL_WIDTH = {48 + digit: 0xFF10 + digit for digit in range(10)}
_YEAR_DIGITS = dict(zip("0123456789", "〇一二三四五六七八九", strict=True))


def written(raw: str, new: object, name: str, path: str) -> str:
    """Return `new` as it takes the place of `raw`, a stretch of a text.

    Raises:
        BadModel: a count below zero.
    """
    if isinstance(new, Placeholder):
        return new.raw
    if isinstance(new, int):
        if new < 0:
            raise BadModel("model-value", f"{path} 的值不合要求：这里应为不小于 0 的整数")
        return _year(raw, new) if name == "year" else _count(raw, new)
    return restyle(raw, str(new)) if name == "held_on" else str(new)


@overload
def name_of(new: str | Placeholder, path: str, of: str = "person") -> str | Placeholder: ...
@overload
def name_of(new: str | Placeholder | None, path: str, of: str = "person") -> str | Placeholder | None: ...
def name_of(new: str | Placeholder | None, path: str, of: str = "person") -> str | Placeholder | None:
    """Return a name as a reader gives it: what is nothing but a blank (xxx) is a blank.

    Raises:
        BadEdit: a blank that would be read as a name, or as another blank.
    """
    if isinstance(new, str):
        return name_value(new, of)
    if new is not None and name_value(new.raw, of) != new:
        raise BadEdit("edit-blank", f"{path} 的占位读出来不是这样。请写成 xxx、×× 或“待补充”")
    return new


def _year(raw: str, year: int) -> str:
    digits = f"{year:04d}"
    if not raw[:1].isascii():
        digits = "".join(_YEAR_DIGITS[digit] for digit in digits)
    return digits + raw[4:]


def _count(raw: str, count: int) -> str:
    if re.fullmatch("[零〇一二两三四五六七八九十百千]+", raw) and count <= 9999:
        return chinese(count)
    return str(count) if raw.isascii() else str(count).translate(_FULL_WIDTH) if raw.isdecimal() else str(count)
