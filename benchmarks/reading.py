"""What reading and judging cost, as ratios to the floor: open the zip, inflate and parse document.xml, nothing else.

Run `python benchmarks/reading.py`. Medians of interleaved repetitions, CPU time; only ratios of one run compare. Each
repetition has a draft of its own, so that nothing remembers a sentence of it, but for the last row: one draft, warm.
"""

from __future__ import annotations

import io
import statistics
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.timing import cpu_time
from tests.heavy import draft, heavy, peak

import mzsh_model as mz

SIZES = {"S": 60, "M": 400, "L": 5000}
REPEATS = {"S": 41, "M": 15, "L": 3}


def floor(data: bytes) -> None:
    """Open, inflate, parse."""
    etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def main() -> None:
    """Print the table."""
    print(f"{'':28}" + "".join(f"{name:>10}" for name in SIZES))
    table: dict[str, dict[str, float]] = {}
    for name, size in SIZES.items():
        mz.check(mz.open(heavy(draft(size))).read().value)  # warm: modules loaded, patterns compiled
        taken: dict[str, list[float]] = {}
        again = heavy(draft(size))
        for copy in range(1, REPEATS[name] + 1):
            data = heavy(draft(size, copy))
            doc = mz.open(data)
            value = doc.read().value
            fresh = heavy(draft(size, -copy))
            jobs: dict[str, Callable[[], object]] = {
                "floor": lambda fresh=fresh: floor(fresh),
                "reading into the model": lambda fresh=fresh: mz.open(fresh).read(),
                "all rules": lambda value=value, doc=doc: mz.check(value, doc),
                "python-docx open and save": lambda fresh=fresh: docx.Document(io.BytesIO(fresh)).save(io.BytesIO()),
                "reading the same once more": lambda again=again: mz.open(again).read(),
            }
            for job, run in jobs.items():
                taken.setdefault(job, []).append(cpu_time(run))
        table[name] = {job: statistics.median(times) for job, times in taken.items()}
    for job in table["S"]:
        shown = [
            f"{table[n][job] * 1000:>8.1f}ms" if job == "floor" else f"{table[n][job] / table[n]['floor']:>10.2f}"
            for n in SIZES
        ]
        print(f"{job:28}" + "".join(shown))
    data = heavy(draft(SIZES["L"]))
    part = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml").file_size / 2**20
    print(
        f"peak memory of a process that reads L: {peak(data):.0f} MiB; the bound is 64 + 12 x {part:.1f} = {64 + 12 * part:.0f}"
    )


if __name__ == "__main__":
    main()
