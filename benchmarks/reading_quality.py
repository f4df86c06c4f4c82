"""How well drafts of other hands are read: `python benchmarks/reading_quality.py [--names] [--ablation] [--json] [--raise-floors] [--page]`.

Of the marked drafts (tests/marked_drafts), of the open two thirds and of the held-out third: precision, recall and F1 of
every field; how many clean drafts get a 必改; how many planted faults are the only 必改; how many papers of other kinds
get a verdict. `--ablation` reads the same drafts once more with half of the fault words in their issues written as words
that no list has: what is lost then was carried by words. `--names` prints what differs in open drafts; of held-out ones
nothing is ever printed but the sums. `--page` writes the figures into docs/reading-quality.md, `--raise-floors` into the floors
that a test holds the open drafts to.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.marked_drafts.ablation import without_words
from tests.marked_drafts.drafts import all_drafts
from tests.marked_drafts.floors import raise_floors
from tests.marked_drafts.measuring import Half, measure
from tests.marked_drafts.page import BARE, BY_HAND, into

PAGE = Path(__file__).parents[1] / "docs" / "reading-quality.md"


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    for flag in ("--names", "--ablation", "--json", "--raise-floors", "--page"):
        asked.add_argument(flag, action="store_true")
    wanted = asked.parse_args()
    drafts = list(all_drafts())
    halves = measure(drafts)
    halves[BY_HAND] = measure(draft for draft in drafts if not draft.is_generated)["held out"]
    if wanted.raise_floors:
        raise_floors(halves["open"].standing())
    bare = measure([without_words(draft) for draft in drafts]) if wanted.ablation or wanted.page else None
    if bare:
        halves |= {name + BARE: half for name, half in bare.items()}
    if wanted.page:
        into(PAGE, halves)
    if wanted.json:
        print(json.dumps({name: half.data() for name, half in halves.items()}, ensure_ascii=False, indent=2))
        return
    for name, half in halves.items():
        _print(name, half)
    if wanted.names:
        for line in halves["open"].differs:
            print(line)


def _print(name: str, half: Half) -> None:
    print(f"{name}: {half.drafts} drafts")
    print(f"  {'kind':16} {'field':14} {'hit':>5} {'missed':>6} {'false':>5}  {'P':>5} {'R':>5} {'F1':>5}")
    for kind, tally in half.tallies.items():
        for field in dict.fromkeys(what for what, _ in tally.counts):
            hit, missed, false = (tally.counts[field, part] for part in ("hit", "missed", "false"))
            precision, recall, f1 = tally.figure(field)
            if hit + missed + false:
                print(f"  {kind:16} {field:14} {hit:5} {missed:6} {false:5}  {precision:5.3f} {recall:5.3f} {f1:5.3f}")
    for what, (right, of) in half.verdicts.items():
        print(f"  {what}: {right} of {of}")


if __name__ == "__main__":
    main()
