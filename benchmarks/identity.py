"""How well items are known again after people edited a file: with its bookmarks, and with texts alone.

Run `python benchmarks/identity.py`. Drafts of 20 to 60 near-duplicate sentences, one edit to every five; of each item as it stands afterwards
it is told whether it got its own id (or, if it is new, none of the old), whether the answer was raised as not sure, or was wrong for sure.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.binding.edits import Editor, Line, bare, edited, formulaic, libreoffice, remembered, seen, word

from mzsh_model.binding.identity.fates import Fate, fates
from mzsh_model.binding.identity.snapshot import Level, Snapshot
from mzsh_model.binding.identity.telling import FateKind

DRAFTS = 300
VERDICTS = ("right", "right, unsure", "asked", "new, truly old", "wrong, unsure", "wrong")


def truth(snapshot: Snapshot, line: Line) -> str:
    """What an item of the edited draft is: an old id, the rest or a copy of one, or new."""
    for what, n in (("is", line.ids[0] if line.ids else None), ("rest of", line.rest_of), ("copy of", line.copy_of)):
        if n is not None:
            return f"{what} {snapshot.items[n].id}"
    return "new"


def told(found: Sequence[Fate]) -> dict[str, tuple[str, Fate]]:
    """What the fates say that each place is."""
    said: dict[str, tuple[str, Fate]] = {}
    for fate in found:
        if FateKind.AMBIGUOUS in fate.kinds:
            said |= {path: ("asked", fate) for path in fate.paths}
        elif fate.goes_on or FateKind.NEW in fate.kinds or FateKind.COPIED in fate.kinds:
            first, *rests = fate.paths
            what = (
                "new"
                if FateKind.NEW in fate.kinds
                else f"copy of {fate.origin[0]}"
                if fate.id is None
                else f"is {fate.id}"
            )
            said[first] = what, fate
            said |= {path: (f"rest of {fate.id}", fate) for path in rests}
    return said


def verdict(true: str, said: str, fate: Fate) -> str:
    """How true an answer is."""
    if said == "asked":
        return said
    if said == true:
        return "right" if fate.sure else "right, unsure"
    if said == "new":
        return "new, truly old"
    return "wrong" if fate.sure else "wrong, unsure"


def measure(level: Level, editor: Editor) -> tuple[dict[str, Counter[str]], float]:
    """The verdicts by kind of edit, and the milliseconds a draft took."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    taken = 0.0
    for seed in range(DRAFTS):
        rnd = random.Random(seed)
        base = [formulaic(rnd) for _ in range(rnd.randint(20, 60))]
        lines = edited(rnd, base, len(base) // 5)
        snapshot = remembered(base, level)
        now = seen(snapshot, lines, editor, rnd)
        start = time.process_time()
        found = fates(snapshot, now)
        taken += time.process_time() - start
        said = told(found)
        for line, item in zip(lines, now, strict=True):
            counts[line.op][verdict(truth(snapshot, line), *said[item.path])] += 1
    return counts, taken / DRAFTS * 1000


def show(name: str, count: Counter[str]) -> None:
    """Print one row of shares."""
    shares = "".join(f"{100 * count[verdict] / count.total():>15.2f}%" for verdict in VERDICTS)
    print(f"{name:20}{count.total():>7}{shares}")


def main() -> None:
    """Print the tables."""
    print(f"{'':20}{'items':>7}" + "".join(f"{verdict:>16}" for verdict in VERDICTS))
    for editor in (bare, word, libreoffice):
        for level in Level:
            counts, milliseconds = measure(level, editor)
            show(f"{editor.__name__}, {level}", sum(counts.values(), Counter()))
            if editor is bare:
                for op in sorted(counts):
                    show(f"  {op}", counts[op])
            print(f"  {milliseconds:.1f} ms a draft")


if __name__ == "__main__":
    main()
