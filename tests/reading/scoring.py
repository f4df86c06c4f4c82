"""Print precision and recall of marked drafts per field: `python -m tests.reading.scoring [--verbose] [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.reading.marked import score, specimens

_NAMES = {
    "i": "issues",
    "j": "member issues",
    "c": "causes",
    "m": "measures",
    "p": "prior issues",
    "r": "case reflections",
    "s": "personal matters",
    "t": "steps",
    "k": "criticisms",
}


def main(arguments: list[str]) -> None:
    """Score the drafts of a folder."""
    folders = [Path(name) for name in arguments if not name.startswith("--")]
    total: dict[str, list[int]] = {}
    for one in specimens(*folders):
        got = score(one)
        for kind, counts in got.counts.items():
            held = total.setdefault(kind, [0, 0, 0])
            total[kind] = [a + b for a, b in zip(held, counts, strict=True)]
        if "--verbose" in arguments:
            for words in got.wrong:
                print(f"{one.name}: {words}")
    for kind, (hit, want, read) in sorted(total.items(), key=lambda item: (len(item[0]), item[0])):
        name = _NAMES.get(kind, kind)
        if kind in _NAMES:
            print(
                f"{name:17} precision {hit / (read or 1):.3f}  recall {hit / (want or 1):.3f}  ({hit} of {want}, {read} read)"
            )
        else:
            print(f"{name:17} right {hit} of {want}")


if __name__ == "__main__":
    main(sys.argv[1:])
