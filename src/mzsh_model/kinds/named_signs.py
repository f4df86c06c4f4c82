"""Signs of the kinds that the table of neighbours names: what their titles and their texts look like."""

from __future__ import annotations

from mzsh_model.kinds.seen import Seen
from mzsh_model.kinds.spec import Sign

_TITLED = 30
_FORMED = 6
"""A title of another kind outweighs all else that a document has of ours; its form, only what leaves ours in doubt."""


def named_signs(name: str) -> tuple[Sign, ...]:
    """Return the signs of the kind that the table has under this name: a title that tells it, else marks of its form."""

    def is_titled(seen: Seen) -> bool:
        return seen.neighbour_titled == name

    def has_form(seen: Seen) -> bool:
        return not seen.neighbour_titled and seen.neighbour_formed == name

    return (
        Sign(f"标题写明是{name}", _TITLED, is_titled),
        Sign(f"没有写明文种的标题，写法像{name}", _FORMED, has_form),
    )
