"""What of a line was read into nothing: all but numbers, marks, and the names of parts (law Totality, character by character)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mzsh_model.chinese.fields import field_of
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.place import Place
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.lines import Line
from mzsh_model.reading.aspects import names_nothing_more
from mzsh_model.reading.items.named import names_part

_HEAD, _END = 6, 2
"""A stretch that leaves no more at either end of its line leaves a number and a mark at most."""

_LEAST = 2
_COLON = lazy_pattern("[：:]")
_BARE = lazy_pattern(r"[^\w]+")
MARKS = " \t\u3000，。；：、！？,.;:!?．（）()【】[]〔〕“”\"'‘’《》—-…·"


def leftovers(
    lines: Iterable[Line], anchored: Mapping[str, tuple[int, int, int] | Place]
) -> Iterator[tuple[Line, int, int]]:
    """Yield the stretches of `lines` that nothing `anchored` covers and that say something."""
    widest: dict[int, tuple[int, int]] = {}
    for at in anchored.values():
        number, start, end = at[0], at[1], at[2]
        known = widest.get(number)
        if known is None or end - start > known[1] - known[0]:
            widest[number] = start, end
    open_lines: dict[int, Line] = {}
    for line in lines:
        start, end = widest.get(line.number, (0, 0))
        if start > _HEAD or end + _END < len(line.text):
            open_lines[line.number] = line
    if open_lines:
        yield from _open(open_lines, anchored)


def _open(
    lines: Mapping[int, Line], anchored: Mapping[str, tuple[int, int, int] | Place]
) -> Iterator[tuple[Line, int, int]]:
    held: dict[int, list[tuple[int, int]]] = {}
    for at in anchored.values():
        for number, start, end, *_ in at.parts if isinstance(at, Place) else (at,):
            if number in lines:
                held.setdefault(number, []).append((start, end))
    for number, line in lines.items():
        reached = 0
        for start, end in (*sorted(held.get(number, ())), (len(line.text), len(line.text))):
            if start > reached and _says(line.text[reached:start]):
                yield line, reached, start
            reached = max(reached, end)


def _says(gap: str) -> bool:
    """Tell whether a stretch is more than a number, marks and the name of a part or of a field."""
    bare = gap.strip(MARKS)
    label = label_at(f"{gap.lstrip()}　")
    rest = gap.lstrip()[label.end :].strip(MARKS) if label is not None else bare
    if len(rest) < _LEAST or _BARE.fullmatch(rest):
        return False
    return not any(map(_is_name, (bare, rest)))


def _is_name(said: str) -> bool:
    """Whether a stretch only names a part, a field or an aspect; what stands behind a colon within it is more than a name."""
    if _COLON.search(said):
        return False
    return names_part(said) or field_of(said) is not None or names_nothing_more(said, 0, len(said))
