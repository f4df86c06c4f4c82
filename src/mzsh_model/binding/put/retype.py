"""Characters of lines written anew where they stand, whatever the model makes of them."""

from __future__ import annotations

from collections.abc import Iterable

from mzsh_model.binding.put.plan import Plan
from mzsh_model.binding.put.verify import verify_lines
from mzsh_model.binding.put.write import Tracking, carried
from mzsh_model.binding.put.write_text import carried_text
from mzsh_model.opc.package import Package
from mzsh_model.outline.lines import Outline
from mzsh_model.outline.text import outline_of_text
from mzsh_model.wml.reading.story import read_story

Retyping = tuple[int, int, int, str]
"""Line (counted from 1), first and last offset, and what comes in their place."""


def retyped(package: Package, outline: Outline, words: Iterable[Retyping], tracking: Tracking | None) -> Package:
    """Return the package whose lines have those words; `outline` is what was read from it.

    Raises:
        BadEdit: two of them overlap, or one cannot be stored faithfully; nothing is written.
    """
    plan = _plan(outline, words)
    written, _, _ = carried(package, outline, plan, tracking)
    verify_lines(plan, read_story(written).outline.lines)
    return written


def retyped_text(text: str, outline: Outline, words: Iterable[Retyping]) -> str:
    """Return the text whose lines have those words. A byte order mark stays.

    Raises:
        BadEdit: two of them overlap, or one stands in a table or among marks of Markdown.
    """
    plan = _plan(outline, words)
    written = carried_text(plan, text)
    verify_lines(plan, outline_of_text(written).lines)
    return written


def _plan(outline: Outline, words: Iterable[Retyping]) -> Plan:
    plan = Plan(outline.lines)
    for line, start, end, new in words:
        plan.retype(line, start, end, new)
    return plan
