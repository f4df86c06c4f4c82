"""Which state of a revised document is read."""

from __future__ import annotations

from enum import StrEnum


class View(StrEnum):
    """FINAL: as if every tracked change were accepted; ORIGINAL: as if every one were rejected; BOTH: all text stands."""

    FINAL = "final"
    ORIGINAL = "original"
    BOTH = "both"

    @property
    def dropped(self) -> tuple[str, ...]:
        """The names of the elements whose content is not there in this view."""
        return _DROPPED[self]


_DROPPED: dict[View, tuple[str, ...]] = {
    View.FINAL: ("del", "moveFrom"),
    View.ORIGINAL: ("ins", "moveTo"),
    View.BOTH: (),
}
