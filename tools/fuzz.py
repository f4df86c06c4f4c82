"""Spoiled Word files, thrown at every verb: `python -m tools.fuzz --runs 20000 --seed 1 [--corpus DIR] [--keep DIR]`.

Each run takes a seed file and a number; the same number gives the same file, so that `--only N` brings a fault back. Exit
code 1 if there was a fault: an error that is not typed, a broken law, a hang of more than `--seconds`.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

from tests.mutants import mutant, seeds
from tests.trials import Fault, tried


def main() -> None:
    """Run mutants and tell what they found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--corpus", type=Path, help="Word files to begin from beside our own")
    parser.add_argument("--keep", type=Path, help="where files that found a fault are put")
    asked = parser.parse_args()
    begun = seeds()
    if asked.corpus:
        begun += [path.read_bytes() for path in sorted(asked.corpus.rglob("*.docx"))]
    first = asked.seed * 10_000_000
    found: Counter[Fault] = Counter()
    signal.signal(signal.SIGALRM, _too_long)
    for n in [asked.only] if asked.only is not None else range(first, first + asked.runs):
        data = mutant(begun[n % len(begun)], n)
        signal.alarm(asked.seconds)
        try:
            fault = tried(data)
        except TimeoutError:
            fault = Fault("?", "hang", "")
        finally:
            signal.alarm(0)
        if fault is not None:
            found[fault] += 1
            if found[fault] == 1:
                sys.stdout.write(f"{n}  {fault.verb}: {fault.what}  {fault.where}\n")
                sys.stdout.flush()
                if asked.keep is not None:
                    asked.keep.mkdir(parents=True, exist_ok=True)
                    (asked.keep / f"{n}.docx").write_bytes(data)
    sys.stdout.write(f"{asked.runs} runs from seed {asked.seed}: {sum(found.values())} faults of {len(found)} kinds\n")
    sys.exit(int(bool(found)))


def _too_long(number: int, frame: FrameType | None) -> None:
    raise TimeoutError


if __name__ == "__main__":
    main()
