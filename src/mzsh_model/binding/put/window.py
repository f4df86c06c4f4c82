"""Checking a small change of a large document through a window: the changed lines, their headings, and what stands between.

Reading 5,000 paragraphs again to be sure of one sentence costs more than writing it. The window is only trusted where it
reads, before the change, exactly what the whole document read there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from mzsh_model.binding.put.plan import Plan
from mzsh_model.binding.put.verify import verify_value
from mzsh_model.edit.aspects import sections_of
from mzsh_model.edit.compare import Change, ChangeKind, changes
from mzsh_model.edit.pairing import ident
from mzsh_model.edit.refusal import READ_OFF
from mzsh_model.kernel.errors import BadEdit, BadPath
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.place import Place
from mzsh_model.kinds.read import read_as, read_outline, taken_apart
from mzsh_model.kinds.registry import kind_of
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.rebuild import put
from mzsh_model.model.walk import resolve
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.words.lexicon import sorts_of

_WIDEST = 200
_TOLD_IN_TEXT = frozenset({"issues", "causes"})
_INDEX = lazy_pattern(r"/\d+")


def verify_through_window(
    plan: Plan, outcome: Outcome[DocumentValue], new: DocumentValue, made: Sequence[Change]
) -> bool:
    """Tell whether changed fields are read back as `verify_value` wants them, by the window alone; False where it cannot tell.

    What reads otherwise in the window may still be read as it was written in the whole: that alone refuses an edit.
    """
    asked = [change for change in made if READ_OFF.keys().isdisjoint((change.path or change.target).parts)]
    if (
        plan.moved
        or frozenset(plan.retyped) != plan.touched
        or any(change.kind is not ChangeKind.CHANGED for change in asked)
    ):
        return False
    numbers = _window(plan, outcome)
    alike = all(_speaks_alike(plan, number) for number in plan.touched)
    if not numbers or not (alike or (_no_row_answers(plan, numbers, asked) and _stay_members(plan, outcome))):
        return False
    before = [_renumbered(plan.lines[number - 1], n, None) for n, number in enumerate(numbers, 1)]
    kind = kind_of(outcome.value)
    narrow = read_as(kind, Outline(tuple(before)))
    at = {number: n for n, number in enumerate(numbers, 1)}
    found = _same_places(outcome, narrow, asked, at)
    if found is None:
        return False
    wanted = narrow.value
    for target, path in found.items():
        wanted = put(wanted, path.parts, _renamed(resolve(new, target), resolve(wanted, path)))
    inner = Plan(tuple(before), {at[number]: hunks for number, hunks in plan.retyped.items()})
    after = [_renumbered(line, line.number, inner.text_of(line.number)) for line in before]
    seen = Outline(tuple(after))
    got = (read_outline(seen, linked=False)[1] if alike else read_as(kind, seen)).value
    try:
        verify_value(inner, narrow, wanted, changes(narrow.value, wanted), got)
    except BadEdit:
        return False
    return True


def _speaks_alike(plan: Plan, number: int) -> bool:
    """Whether a line says things of the same sort as before: what a whole part is read as rests on that, and no window shows it."""
    line = plan.lines[number - 1]
    return _sorts(line.text[line.auto :]) == _sorts(plan.text_of(number)[line.auto :])


def _no_row_answers(plan: Plan, window: Sequence[int], asked: Sequence[Change]) -> bool:
    """Whether no row of a table outside of the window may answer for what changes: one is looked for for each measure."""
    if all(change.path.parts[0] in _TOLD_IN_TEXT for change in asked):
        return True
    inside = frozenset(window)
    return all(line.cell is None or line.number in inside for line in plan.lines)


def _stay_members(plan: Plan, outcome: Outcome[DocumentValue]) -> bool:
    """Whether lines that say things of another sort change nothing but themselves: each is told apart by a number that it
    keeps, and the document as it will be is of the same kind, its chapters of the same parts.
    """
    for number in plan.touched:
        before, after = (label_at(text) for text in (plan.lines[number - 1].text, plan.text_of(number)))
        if before is None or before != after or "\n" in plan.text_of(number):
            return False
    lines = tuple(
        _renumbered(line, line.number, plan.text_of(line.number)) if line.number in plan.retyped else line
        for line in plan.lines
    )
    found, paper = taken_apart(Outline(lines))
    roles = {
        place.line: section.role
        for n, section in enumerate(sections_of(outcome.value))
        if (place := outcome.anchors.get(f"/sections/{n}")) is not None
    }
    return found.spec is kind_of(outcome.value) and all(
        chapter.node.block is not None and roles.get(chapter.node.block.line.number) is chapter.context.role
        for chapter in paper.chapters
    )


def _sorts(text: str) -> list[tuple[bool, ...]]:
    return [sorts_of(text[low:high]) for low, high in sentences(text, 0, len(text), clauses=True)]


def _window(plan: Plan, outcome: Outcome[DocumentValue]) -> list[int]:
    """The numbers of the lines to read: the front, the headings above each change, and the parts they are in."""
    value = outcome.value
    heads = [
        (place.line, section.level)
        for n, section in enumerate(sections_of(value))
        if (place := outcome.anchors.get(f"/sections/{n}")) is not None
    ]
    starts = [line for line, _ in heads]
    if not heads or starts != sorted(starts) or plan.touched & set(starts):
        return []  # a heading's own words tell what all that stands below it is
    wanted = set(range(1, starts[0] + 1))
    for number in plan.touched:
        here = bisect_right(starts, number) - 1
        if here >= 0:
            wanted.update(_part(heads, here, len(plan.lines)))
    return sorted(wanted) if len(wanted) <= _WIDEST else []


def _part(heads: Sequence[tuple[int, int]], here: int, lines: int) -> Iterator[int]:
    stop = heads[here + 1][0] if here + 1 < len(heads) else lines + 1
    yield from range(heads[here][0], stop)
    level = heads[here][1]
    for line, above in reversed(heads[:here]):
        if above < level:
            yield line
            level = above


def _renumbered(line: Line, number: int, text: str | None) -> Line:
    return Line(
        number,
        line.text if text is None else text,
        auto=line.auto,
        level=line.level,
        style=line.style,
        cell=line.cell,
        story=line.story,
        hidden=line.hidden,
        origin=line.origin,
    )


def _same_places(
    whole: Outcome[DocumentValue], narrow: Outcome[DocumentValue], made: Sequence[Change], at: Mapping[int, int]
) -> dict[ModelPath, ModelPath] | None:
    """Where in the window each changed item, or field of no item, stands, by its path in the new value.

    None where the window reads anything there otherwise.
    """
    index = {(_INDEX.sub("/#", path), place): ModelPath(path) for path, place in narrow.anchors.items()}
    found: dict[ModelPath, ModelPath] = {}
    for change in made:
        path, target = _item_of(whole.value, change.path, change.target)
        anchored = path if path == change.path else path / "text"
        place = whole.anchors.get(anchored)
        here = None if place is None else index.get((_INDEX.sub("/#", anchored), _moved(place, at)))
        if here is None:
            return None
        here = here if path == change.path else here.parent
        mine, theirs = _held(whole.value, path), _held(narrow.value, here)
        if mine != _renamed(theirs, mine):
            return None
        found[target] = here
    return found


def _item_of(value: Value, path: ModelPath, target: ModelPath) -> tuple[ModelPath, ModelPath]:
    """The paths, before and after, of the item that a field belongs to; of the field itself where it belongs to none."""
    mine, theirs = path, target
    while mine:
        if ident(_held(value, mine)) is not None and _held(value, mine / "text") is not None:
            return mine, theirs
        mine, theirs = mine.parent, theirs.parent
    return path, target


def _renamed(held: object, like: object) -> object:
    """An item with the id of another one; anything else as it is."""
    known = ident(like)
    return held.model_copy(update={"id": known}) if isinstance(held, Value) and known is not None else held


def _moved(place: Place, at: Mapping[int, int]) -> Place:
    first, *rest = (Place(at.get(part.line, 0), part.start, part.end) for part in place.parts)
    return Place(*first[:3], tuple(rest))


def _held(value: Value, path: ModelPath) -> object:
    try:
        return resolve(value, path)
    except BadPath:
        return None
