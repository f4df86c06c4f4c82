"""A new row of a paper that is one table, every field a cell of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from mzsh_model.edit.written import in_cell
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.column import columns_called
from mzsh_model.kinds.registry import kind_of
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.rebuild import fitted


def cells_of(value: DocumentValue, kind: type[Value], fields: Mapping[str, object], at: ModelPath) -> Value:
    """Return the row that is given by its `fields`, as a reader gives it; whoever writes the document numbers it.

    Raises:
        BadModel: a field does not fit.
        BadEdit: nothing is said in it, the table has no such column, or a cell could not hold it.
    """
    given = cast(Value, fitted({**fields, **({"number": None} if "number" in kind.model_fields else {})}, kind, at))
    columns = cast(tuple[str, ...], value.__dict__.get("columns", ()))
    told: dict[str, object] = {}
    cells = kind_of(value).cells
    known = columns_called(tuple(cells.values()), dict(enumerate(columns)), by_parts=True).values()
    for name, column in cells.items():
        if (held := given.__dict__.get(name)) is None:
            continue
        if columns and column not in known:
            raise BadEdit("edit-column", f"{at / name} 没有地方写：表里没有“{column.zh}”一栏。请先在文件里加上这一栏")
        told[name] = in_cell(at / name, column.codec, held)
    if not told:
        raise BadEdit("edit-no-text", f"{at} 里新增的一行没有文字，没法写进文件。请先写上内容")
    return given.model_copy(update=told)
