"""How an item stands in its document: its enumerator, its stretches, and whether it has its lines to itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mzsh_model.kernel.place import Place
from mzsh_model.outline.labels import Label, label_at
from mzsh_model.outline.lines import Line

_MARKS = "；;，,、。.．：: \t\u3000\n"


@dataclass(frozen=True, slots=True)
class Site:
    """Where an item of the model stands. `label` is None where it has no enumerator; `parts` are its text's stretches."""

    path: str
    parts: tuple[Place, ...]
    label: Place | None
    raw: str
    auto: bool
    own_lines: bool

    @property
    def line(self) -> int:
        """The line it begins in."""
        return self.parts[0].line

    @property
    def last(self) -> int:
        """The line it ends in."""
        return self.parts[-1].line

    @property
    def head(self) -> int:
        """The character of its first line at which it begins, enumerator included."""
        here = self.label is not None and self.label.line == self.line
        return self.label.start if here and self.label is not None else self.parts[0].start

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines it stands in, in order."""
        return tuple(dict.fromkeys(part.line for part in self.parts))

    @property
    def enumerator(self) -> Label | None:
        """Its enumerator as a number of a list, None where it has none that counts."""
        found = label_at(self.raw + "，甲") if self.raw else None
        return found if found is not None and found.number else None


def site_of(path: str, anchors: Mapping[str, Place], lines: Sequence[Line]) -> Site | None:
    """Return the site of the item at `path`, None where it has no place."""
    place = anchors.get(f"{path}/text") or anchors.get(f"{path}/issue/text") or anchors.get(path)
    if place is None:
        return None
    label = anchors.get(f"{path}/label") or anchors.get(f"{path}/number")
    raw = "" if label is None else lines[label.line - 1].text[label.start : label.end]
    auto = label is not None and label.end <= lines[label.line - 1].auto
    return Site(path, place.parts, label, raw, auto, _own_lines(place.parts, label, lines))


def _own_lines(parts: tuple[Place, ...], label: Place | None, lines: Sequence[Line]) -> bool:
    """Whether nothing but marks stands beside the item in its lines."""
    covered: dict[int, list[tuple[int, int]]] = {}
    for part in (*parts, *([label] if label is not None else [])):
        covered.setdefault(part.line, []).append((part.start, part.end))
    for number, stretches in covered.items():
        at = 0
        text = lines[number - 1].text
        for start, end in [*sorted(stretches), (len(text), len(text))]:
            if text[at:start].strip(_MARKS):
                return False
            at = max(at, end)
    return True
