"""How many of the texts beside each rule it judges rightly: `python benchmarks/precision.py [--open]`.

For each rule: bad texts struck and missed, good texts struck, precision and recall, of the open two thirds and of the
held-out third. With `--open` the open texts that are judged wrongly are printed, too; held-out ones never are.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date

import mzsh_model as mz
from mzsh_model.rules.engine import check_value
from mzsh_model.rules.finding import Level
from mzsh_model.rules.registry import find_rule
from mzsh_model.rules.samples import Sample, samples

TODAY = date(2026, 3, 1)


def is_struck(sample: Sample) -> bool:
    """Whether its rule finds anything in it; in a good one a 提示 of a rule that else weighs more is no false alarm."""
    doc = mz.open(sample.paper.encode())
    value = doc.read().value
    rule = find_rule(sample.code)
    result = check_value(value, doc.source_of(value), profile=sample.profile, rules=[rule], today=TODAY)
    hints = sample.bad or rule.level is Level.HINT
    return any(hints or found.level is not Level.HINT for found in result.findings)


def main() -> None:
    """Print the table."""
    tally: dict[tuple[str, bool], Counter[tuple[bool, bool]]] = {}
    wrong: list[Sample] = []
    for sample in samples():
        struck = is_struck(sample)
        tally.setdefault((sample.code, sample.held_out), Counter())[sample.bad, struck] += 1
        if struck is not sample.bad and not sample.held_out:
            wrong.append(sample)
    for held_out in (False, True):
        print("held out" if held_out else "open", "   struck missed false   precision recall")
        total: Counter[tuple[bool, bool]] = Counter()
        for (code, held), counts in sorted(tally.items()):
            if held is held_out:
                total += counts
                print(_row(code, counts))
        print(_row("all   ", total))
    for sample in wrong if "--open" in sys.argv else ():
        print("missed" if sample.bad else "false ", sample.code, sample.text)


def _row(code: str, counts: Counter[tuple[bool, bool]]) -> str:
    hits, missed, false = counts[True, True], counts[True, False], counts[False, True]
    precision = hits / (hits + false) if hits + false else 1.0
    recall = hits / (hits + missed) if hits + missed else 1.0
    return f"{code:10} {hits:6} {missed:6} {false:5} {precision:10.2f} {recall:7.2f}"


if __name__ == "__main__":
    main()
