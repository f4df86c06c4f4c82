"""A value written back into the package it was read from: the changed words, and no other byte."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from mzsh_model.binding.put.carry import carry_out
from mzsh_model.binding.put.plan import Plan
from mzsh_model.binding.put.planning import plan_of
from mzsh_model.binding.put.verify import not_stored, verify_lines, verify_value
from mzsh_model.binding.put.window import verify_through_window
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kinds.read import read_outline
from mzsh_model.model.documents import DocumentValue
from mzsh_model.opc.package import Package
from mzsh_model.opc.xml import fitted
from mzsh_model.outline.lines import Outline
from mzsh_model.wml.editing.compose import Composer
from mzsh_model.wml.editing.paragraphs import PlainEditor
from mzsh_model.wml.editing.part import finder_of
from mzsh_model.wml.editing.protection import Writing
from mzsh_model.wml.editing.splice import Splice, spliced
from mzsh_model.wml.editing.table_rows import RowEditor
from mzsh_model.wml.marking.stamping import Stamp
from mzsh_model.wml.marking.tracking import TrackedEditor
from mzsh_model.wml.placing.markup import Markup
from mzsh_model.wml.placing.spans import Finder
from mzsh_model.wml.reading.story import read_story


@dataclass(frozen=True, slots=True)
class Tracking:
    """Who makes tracked changes, and when (ISO 8601 in UTC, to the second, as w:date has it)."""

    author: str
    date: str


def write_value(
    package: Package,
    outline: Outline,
    outcome: Outcome[DocumentValue],
    new: DocumentValue,
    *,
    tracking: Tracking | None = None,
    disposable: Collection[str] = (),
) -> Package:
    """Return the package that says `new`; the same one where it says so already.

    `outline` and `outcome` are what was read from the package. `disposable` are ids of comments that may go with the words
    they stand on.

    Raises:
        BadEdit: a change that cannot be stored faithfully, or would be read back as something else; nothing is written.
        WrongKind: `new` is another kind of document.
    """
    plan, made = plan_of(outcome, new, outline)
    if not made:
        return package
    written, finder, splices = carried(package, outline, plan, tracking, disposable)
    if verify_through_window(plan, outcome, new, made):
        _verify_bytes(plan, finder, splices, written.read(package.main_part))
    else:
        reread = read_story(written).outline
        if not plan.changes_rows:
            verify_lines(plan, reread.lines)
        verify_value(plan, outcome, new, made, read_outline(reread, linked=False)[1].value)
    return written


def carried(
    package: Package,
    outline: Outline,
    plan: Plan,
    tracking: Tracking | None,
    disposable: Collection[str] = (),
) -> tuple[Package, Finder, list[Splice]]:
    """Return the package in which a plan is carried out, not yet read back, with what found the places and what was cut in.

    Raises:
        BadEdit: a change that this file cannot take.
    """
    part = package.main_part
    xml = package.read(part)
    markup = Markup(xml, part)
    hiding = any(outline.lines[number - 1].hidden for number in plan.touched)
    writing = Writing.TEXT if tracking is None else Writing.TRACKED
    finder = finder_of(package, markup, writing, hiding=hiding)
    composer = Composer(markup)
    editor: PlainEditor
    if tracking is None:
        editor = PlainEditor(finder, composer, disposable)
    else:
        editor = TrackedEditor(finder, composer, Stamp.of(xml, tracking.author, tracking.date))
    made = carry_out(plan, editor, RowEditor(finder, composer, editor))
    splices = [splice._replace(new=fitted(splice.new, xml)) for splice in made]
    return package.with_parts({part: spliced(xml, splices)}), finder, splices


def _verify_bytes(plan: Plan, finder: Finder, splices: list[Splice], xml: bytes) -> None:
    """Read the paragraphs of the retyped lines again, from where they stand now, without the rest of the part."""
    shifts = sorted((splice.start, len(splice.new) - splice.end + splice.start) for splice in splices)
    for number in plan.retyped:
        line = plan.lines[number - 1]
        shown = ""
        for stretch in finder.spans(line).stretches:
            start = stretch.span.start
            moved = start + sum(by for at, by in shifts if at < start)
            shown += finder.shown(xml, moved)
        if shown != plan.text_of(number)[line.auto :]:
            raise not_stored()
