"""Where the parts of a value stand: a mapping that makes its places when they are asked for.

A reading anchors thousands of paths, and few callers look at more than some of them; until then a place is three bare
numbers, which costs a tenth of an object.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mzsh_model.kernel.place import Place


class Anchors(Mapping[str, Place]):
    """Model path → place, in the order of `at`, which holds line, start and end of each, or a place of several lines.

    >>> Anchors({"/title": (1, 0, 4)})["/title"]
    Place(line=1, start=0, end=4, rest=())
    """

    __slots__ = ("_at",)

    def __init__(self, at: Mapping[str, tuple[int, int, int] | Place]) -> None:
        self._at = at

    def __getitem__(self, path: str) -> Place:
        at = self._at[path]
        return at if isinstance(at, Place) else Place(*at)

    def __contains__(self, path: object) -> bool:
        return path in self._at

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)

    def __repr__(self) -> str:
        return f"Anchors({dict(self)!r})"
