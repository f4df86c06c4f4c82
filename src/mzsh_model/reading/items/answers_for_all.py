"""Lines below a list of measures that say for all of them who answers and by when: 责任人：……　完成时限：……"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mzsh_model.model.base import Role
from mzsh_model.reading.answering import owner_of
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.items.harvest import Harvest, Item
from mzsh_model.reading.items.heading_items import FIELDS
from mzsh_model.reading.told_facts import due_of

_SEPARATORS = "；;，,、"
_FEWEST = 3
"""Of fewer measures a line below the last may be the last one's alone."""


def take_fields(found: Harvest, line: Span, under: int) -> bool:
    """Give the measure last found, or all of its list, the line below that names fields; False where the line is none.

    `under` is the position of the heading below which it stands.
    """
    last = next(reversed(found.items), None)
    if last is None or last.context.role is not Role.MEASURES or not FIELDS.match(line.text):
        return False
    kept = trimmed(line, _SEPARATORS)
    if _answer_list(found, kept):
        found.remarks.setdefault(under, []).append(kept)
    else:
        found.items[-1] = last._replace(spans=(*last.spans, kept))
    return True


def _answer_list(found: Harvest, line: Span) -> bool:
    """Note of each measure of the list last found that `line`, which names its fields, answers for it; False where it does not.

    It does where none of the measures says that of itself, in its sentence or in a line of its own.
    """
    listed = _last_list(found.items)
    if len(listed) < _FEWEST or line.start > 0 or not _is_wanting(line, [found.items[at] for at in listed]):
        return False
    for at in listed:
        item = found.items[at]
        found.items[at] = item._replace(context=replace(item.context, answers=(*item.context.answers, line)))
    return True


def _last_list(items: Sequence[Item]) -> list[int]:
    """The positions of the measures last found that stand numbered one behind the other under one heading."""
    run: list[int] = []
    for at in range(len(items) - 1, -1, -1):
        item, last = items[at], items[-1]
        alike = item.context.role is Role.MEASURES and item.context.aspect == last.context.aspect
        if not alike or item.under != last.under or item.label is None:
            break
        run.append(at)
    return run


def _is_wanting(line: Span, listed: Sequence[Item]) -> bool:
    who, when = owner_of(line.text) is not None, due_of(line.text) is not None
    for item in listed:
        told = item.spans[0].text
        if len(item.spans) > 1 or (who and owner_of(told) is not None) or (when and due_of(told) is not None):
            return False
    return who or when
