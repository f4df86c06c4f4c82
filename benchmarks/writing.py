"""What writing one sentence back costs, as ratios to python-docx opening and saving the same file.

Run `python benchmarks/writing.py`. The value is in hand, as after a reading; what is timed is `Document.write` and
`to_bytes`. Medians of interleaved repetitions, each over a draft of its own, CPU time; only ratios of one run compare.
"""

from __future__ import annotations

import io
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

import docx

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.reading import SIZES
from benchmarks.timing import cpu_time
from tests.heavy import draft, heavy

import mzsh_model as mz

REPEATS = {"S": 21, "M": 9, "L": 5}
OTHER = "改写的一句，2026年走访了3次。"


def main() -> None:
    """Print the table."""
    print(f"{'':36}" + "".join(f"{name:>10}" for name in SIZES))
    table: dict[str, dict[str, float]] = {}
    for name, size in SIZES.items():
        taken: dict[str, list[float]] = {}
        for copy in range(REPEATS[name]):
            data = heavy(draft(size, copy))
            doc = mz.open(data)
            value = doc.read().value
            at = f"/issues/{len(value.issues) // 2}/text"
            changed = mz.replace(value, at, OTHER)
            added = mz.insert(value, "/measures/1", OTHER)
            bound = doc.bind(value, seed="x")
            found = mz.check(value, doc)
            jobs: dict[str, Callable[[], object]] = {
                "python-docx open and save": lambda data=data: docx.Document(io.BytesIO(data)).save(io.BytesIO()),
                "one sentence written": lambda doc=doc, new=changed: doc.write(new).to_bytes(),
                "one sentence written, tracked": lambda doc=doc, new=changed: doc.write(new, tracked="甲").to_bytes(),
                "one item added": lambda doc=doc, new=added: doc.write(new).to_bytes(),
                "findings as comments": lambda doc=doc, found=found: doc.annotate(found).to_bytes(),
                "all items bound": lambda doc=doc, value=value: doc.bind(value, seed="x").to_bytes(),
                "finalized": lambda bound=bound: bound.finalize().to_bytes(),
            }
            for job, run in jobs.items():
                taken.setdefault(job, []).append(cpu_time(run))
        table[name] = {job: statistics.median(times) for job, times in taken.items()}
    base = "python-docx open and save"
    for job in table["S"]:
        shown = [
            f"{table[n][job] * 1000:>8.1f}ms" if job == base else f"{table[n][job] / table[n][base]:>10.2f}"
            for n in SIZES
        ]
        print(f"{job:36}" + "".join(shown))


if __name__ == "__main__":
    main()
