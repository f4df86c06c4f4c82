"""Lists that a reader makes of other words: they cannot be changed by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.edit.compare import Change
from mzsh_model.edit.refusal import READ_OFF, unread
from mzsh_model.kernel.path import ModelPath


def refuse_read_off(found: Sequence[Change]) -> None:
    """Refuse a change of what is read off other words where none of these changed: an instance is read off its own problem.

    Raises:
        BadEdit: such a list was changed by itself.
    """
    told = [path for change in found if (path := change.path or change.target) and _list_at(path) is None]
    for change in found:
        path = change.path or change.target
        at = _list_at(path)
        if at is None:
            continue
        within_item = str(at.parent) if at.parts[-1] == "instances" else ""
        if not any(one.startswith(within_item) for one in told):
            raise unread(at, at.parts[-1])


def _list_at(path: ModelPath) -> ModelPath | None:
    """The list at or above a path that a reader makes of other words."""
    steps = path.parts
    at = next((n for n, step in enumerate(steps) if step in READ_OFF), None)
    return None if at is None else ModelPath("/" + "/".join(steps[: at + 1]))
