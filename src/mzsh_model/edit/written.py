"""Contents as the document writes them: a count or a year in the numerals there, a date in the form there, a name."""

from __future__ import annotations

import re
from typing import cast, overload

from mzsh_model.edit.storable import check_paragraph, check_words
from mzsh_model.kernel.dates import parse_date, restyle
from mzsh_model.kernel.errors import BadEdit, BadModel
from mzsh_model.kernel.numerals import chinese
from mzsh_model.model.base import Placeholder
from mzsh_model.model.row_cells import NAME_CELLS
from mzsh_model.reading.told_facts import name_value, owner_value

_DATES = frozenset({"dated", "on", "held_on", "held_until"})
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
    return restyle(raw, str(new)) if name in ("held_on", "held_until") else str(new)


def standing(
    path: str, name: str, new: object, old: object, of: str = "person", *, may_be_empty: bool = False
) -> object:
    """Return `new` as it stands in a place of its own: a paragraph or line that is there, or a cell that may be empty.

    Raises:
        BadModel: no date where one belongs.
        BadEdit: the place is not there or would be gone, or cannot hold it.
    """
    if not may_be_empty and (new is None or old is None):
        raise BadEdit("edit-absent", f"{path} 在文件里没有自己的位置可以添上或去掉。请在文件里写好再读")
    if new is None:
        return None
    if name in _DATES:
        date = parse_date(str(new))
        if date is None or date.edtf != new or not date.possible:
            raise BadModel("model-date", f"{path} 的值不合要求：这里应为 EDTF 写法的日期，如 2026-01-12、2026-01-XX")
        return new
    told = new.raw if isinstance(new, Placeholder) else str(new)
    check_words(told, path, lines=may_be_empty)
    if name == "addressee" and told[-1] in "：:":
        raise BadEdit("edit-end", f"{path} 不含末尾的冒号。请去掉")
    if name == "title":
        check_paragraph(told, path, str(old))
    named = name in ("name", "by", "critic", "target", *NAME_CELLS)
    return name_of(cast("str | Placeholder", new), path, of) if named else new


def in_cell(path: str, of: str, new: object) -> object:
    """Return `new` as the cell or the blank at `path` holds it: a text, or the name of a person or a unit (`of`).

    Raises:
        BadEdit: control characters, blank lines, white space at either end.
    """
    if new is None:
        return None
    check_words(new.raw if isinstance(new, Placeholder) else str(new), path, lines=True)
    return new if of == "text" else name_of(cast("str | Placeholder", new), path, of)


@overload
def name_of(new: str | Placeholder, path: str, of: str = "person") -> str | Placeholder: ...
@overload
def name_of(new: str | Placeholder | None, path: str, of: str = "person") -> str | Placeholder | None: ...
def name_of(new: str | Placeholder | None, path: str, of: str = "person") -> str | Placeholder | None:
    """Return a name as a reader gives it: what is nothing but a blank (xxx) is a blank.

    Raises:
        BadEdit: a blank that would be read as a name, or as another blank.
    """
    if new is None:
        return None
    raw = new if isinstance(new, str) else new.raw
    read = owner_value(raw) if of == "person" else name_value(raw, of)
    if isinstance(new, str):
        return read
    if read != new:
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
