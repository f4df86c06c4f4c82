"""When at the earliest a document's meeting was held, as far as the document tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import spell_out

if TYPE_CHECKING:
    from mzsh_model.rules.context import Context

_SPECIAL = lazy_pattern("专题|巡[视察]|整改专项")
_ANNUAL = lazy_pattern(r"((?:19|20)\d\d)\s*年?\s*度(?:(?!专题|巡[视察])[^。；，]){0,30}?(?:民主|组织)生活会")
_MONTH = 7


def earliest_month(ctx: Context) -> str | None:
    """Return the month, `2025-10`, before which the document's meeting cannot have been held, None where nothing tells.

    The meeting's own day tells, else the day of a paper written for it, else the calendar of annual meetings, which begins
    in the fourth quarter. A meeting called for an inspection or a campaign is held in any month.
    """
    meeting = getattr(ctx.value, "meeting", None)
    for day in (getattr(meeting, "held_on", None), getattr(ctx.value, "dated", None)):
        if day is not None and len(day) >= _MONTH and "X" not in day[:_MONTH]:
            return str(day[:_MONTH])
    return f"{ctx.year}-10" if ctx.year is not None and _is_annual(ctx, ctx.year) else None


def _is_annual(ctx: Context, year: int) -> bool:
    title = spell_out(getattr(ctx.value, "title", None) or "")
    if _SPECIAL.search(title):
        return False
    if ctx.aspect_set is not None and ctx.aspect_set.variant == "annual":
        return True
    name = getattr(getattr(ctx.value, "meeting", None), "name", None) or ""
    return any(int(found[1]) == year for found in _ANNUAL.finditer(spell_out(f"{title}。{name}。{ctx.text}")))
