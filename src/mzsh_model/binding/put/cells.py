"""Cells and blanks: empty ones filled in, and those that tell of several items not changed for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from mzsh_model.binding.put.plan import Plan
from mzsh_model.binding.put.rows import Rows
from mzsh_model.edit.compare import Change, ChangeKind
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kernel.place import Place
from mzsh_model.kinds.registry import AnyKind


class Cells:
    """The cells of a document's tables, and the blanks of a form."""

    def __init__(self, plan: Plan, anchors: Mapping[str, Place], kind: AnyKind, rows: Rows | None) -> None:
        self._plan = plan
        self._anchors = anchors
        self._kind = kind
        self._rows = rows

    def fill(self, path: ModelPath, text: str) -> bool:
        """Plan a text for an empty cell of a row or an empty blank of a form; False where there is none."""
        name, *below = path.parts
        if below:
            return self._rows is not None and self._rows.fill(path, text)
        at = self._kind.open_blanks(self._plan.lines).get(name)
        if at is None:
            return False
        line, start = at
        self._plan.retype(line, start, len(self._plan.lines[line - 1].text), text)
        return True

    def refuse_shared(self, change: Change, place: Place, others: Sequence[Change]) -> None:
        """Refuse to change what one cell says of several items for one of them alone."""
        if self._plan.lines[place.line - 1].cell is None:
            return
        alike = {(other.path, str(other.new)) for other in others}
        for path in self._standing_at[place]:
            gone = any(other.kind is ChangeKind.REMOVED and path.startswith(f"{other.path}/") for other in others)
            same_field = path.rpartition("/")[2] == change.path.parts[-1]
            if path != change.path and same_field and not gone and (path, str(change.new)) not in alike:
                raise shared_cell(change.path, path)

    @cached_property
    def _standing_at(self) -> dict[Place, list[str]]:
        """The paths of what stands in the very same words."""
        found: dict[Place, list[str]] = {}
        for path, place in self._anchors.items():
            found.setdefault(place, []).append(path)
        return found


def shared_cell(path: str, other: str) -> BadEdit:
    """Return the error for one of several items that one cell tells of."""
    return BadEdit(
        "edit-shared-cell",
        f"{path} 与 {other} 写在同一格里，只改一项会连带改掉另一项。请一起改成一样的，或先在文件里分成几格",
    )
