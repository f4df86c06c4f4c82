"""One cell of a ledger edited."""

from __future__ import annotations

from typing import cast

from mzsh_model.edit.item import due_words, with_field, with_text
from mzsh_model.edit.label import with_label
from mzsh_model.edit.refusal import refusal
from mzsh_model.edit.row import read_issue_cell, settled
from mzsh_model.edit.storable import check_item
from mzsh_model.edit.written import standing
from mzsh_model.kernel.path import ModelPath
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.documents import Ledger
from mzsh_model.model.items import Issue, Measure
from mzsh_model.model.rebuild import put
from mzsh_model.model.row_cells import ENTRY_CELLS, MEASURE_CELLS, ROW_ONLY
from mzsh_model.model.walk import resolve

_CELLS = frozenset({*ENTRY_CELLS, *MEASURE_CELLS, *ROW_ONLY})


def with_cell(ledger: Ledger, path: ModelPath, new: object) -> Ledger:
    """Return `ledger` with `new` in the cell at `path`, and what follows from it in its row.

    Raises:
        BadEdit: the field is no cell, the ledger has no such column, or the row would not be read so.
    """
    steps, name = path.parts, path.parts[-1]
    row = int(steps[1])
    before = ledger.entries[row]
    item, old = resolve(ledger, path.parent), resolve(ledger, path)
    if name == "label":
        return with_label(ledger, path, new)
    if name == "aspect":
        told = standing(path, name, new, old, may_be_empty=True)
        after = before.model_copy(update={"aspect": told})
        if before.issue is not None:
            after = put(after, ("issue", "aspect"), told)
    elif isinstance(item, Issue) and name in ("text", "statement"):
        made = (
            with_text(item, str(new), read_issue_cell)
            if name == "text"
            else with_field(item, name, str(new), read_issue_cell, path)
        )
        check_item(made.text, path, item.text, item.label)
        after = before.model_copy(update={"issue": made})
    elif name == "text":
        check_item(str(new), path, str(old), cast(Measure, item).label)
        after = put(before, steps[2:], new)
    elif name in _CELLS and isinstance(item, Value) and name in type(item).model_fields:
        told = cast("str | Placeholder | None", new)
        if name == "due" and isinstance(told, str):
            told = due_words(told, cast("str | None", old), path)
        after = put(before, steps[2:], standing(path, name, told, old, may_be_empty=True))
    else:
        raise refusal(path, name)
    index = int(steps[3]) if steps[2] == "measures" else (0 if before.measures else None)
    done = settled(ledger, before, after, index, path)
    return put(ledger, steps[:2], done)
