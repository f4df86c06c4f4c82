"""What each verb costs on papers as people build them: problems, measures, tables, comments and revisions grow with the size.

Run `python benchmarks/verbs.py [--quick]`. CPU time, medians of interleaved repetitions, each over papers of its own; only
ratios of one run compare. The floor opens the zip, inflates and parses document.xml; reading, judging and fresh files are told
as multiples of it, what writes into the file as multiples of python-docx opening and saving it. The last column is the exponent
from M to L: 1 grows with the size, 2 with its square. Other readers stand beside it where they are installed.
"""

from __future__ import annotations

import io
import math
import re
import statistics
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import docx
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.timing import cpu_time
from tests.structured import examination, ledger, word

import mzsh_model as mz

SIZES = {"S": 20, "M": 150, "L": 900}
"""Problems; as many measures, a tenth as many rows of a table, a comment on each tenth line, a revision on each ninth."""
REPEATS = {"S": 9, "M": 5, "L": 3}
FLOOR, SAVE = "floor", "python-docx open and save"
TODAY = date(2026, 3, 1)
OTHER = "改写的一句，2026年走访了3次。"
"""It says something of another sort than a problem does, so that the whole paper has to be read again."""
READING = {"open, all lines", "read", "check", "fresh file", "python-docx text", "docx2python", "mammoth", "markitdown"}
"""What is told as multiples of the floor."""


def paper(size: int, copy: int) -> bytes:
    """A member's paper with `size` problems; no two copies share a sentence."""
    return word(examination(size, copy), rows=ledger(size // 10, copy), comments=10, revisions=9)


def jobs(size: int, copy: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is timed: readings of a paper never seen before, and changes of one that is open."""
    fresh = paper(size, 1000 + copy)
    doc = mz.open(paper(size, copy))
    value = doc.read().value
    at = f"/issues/{size // 2}/text"
    corrected = mz.replace(value, at, re.sub(r"\d+", "97", str(mz.resolve(value, at)), count=1))
    changed = mz.replace(value, at, OTHER)
    added, left = mz.insert(value, "/measures/1", OTHER), mz.remove(value, "/measures/1")
    found = mz.check(value, doc, today=TODAY)
    yield FLOOR, lambda: etree.fromstring(zipfile.ZipFile(io.BytesIO(fresh)).read("word/document.xml"))
    yield SAVE, lambda: docx.Document(io.BytesIO(fresh)).save(io.BytesIO())
    yield "open, all lines", lambda: mz.open(fresh)
    yield "read", lambda: mz.open(fresh).read()
    yield "check", lambda: mz.check(value, doc, today=TODAY)
    yield "fresh file", lambda: mz.write(value)
    yield "a figure corrected", lambda: doc.write(corrected).to_bytes()
    yield "a sentence replaced", lambda: doc.write(changed).to_bytes()
    yield "the same, tracked", lambda: doc.write(changed, tracked="甲").to_bytes()
    yield "an item added", lambda: doc.write(added).to_bytes()
    yield "an item removed", lambda: doc.write(left).to_bytes()
    yield "annotated", lambda: doc.annotate(found).to_bytes()
    yield "bound", lambda: doc.bind(value, seed="x").to_bytes()
    yield "python-docx text", lambda: [p.text for p in docx.Document(io.BytesIO(fresh)).paragraphs]
    yield from peers(fresh)


def peers(data: bytes) -> Iterator[tuple[str, Callable[[], object]]]:
    """Other readers of the text, those that are installed."""
    if find_spec("docx2python") is not None:
        from docx2python import docx2python

        yield "docx2python", lambda: docx2python(io.BytesIO(data)).text
    if find_spec("mammoth") is not None:
        import mammoth

        yield "mammoth", lambda: mammoth.extract_raw_text(io.BytesIO(data)).value
    if find_spec("markitdown") is not None:
        from markitdown import MarkItDown

        yield "markitdown", lambda: MarkItDown().convert_stream(io.BytesIO(data), file_extension=".docx")


def peak(data: bytes, verb: str) -> float:
    """The most memory, in MiB, of a fresh process that opens `data`, reads it and does `verb` (VmHWM of Linux)."""
    code = (
        "import re, sys; import mzsh_model as mz; doc = mz.open(sys.stdin.buffer); value = doc.read().value\n"
        f"{verb}\n"
        "print(re.search(r'VmHWM:\\s*(\\d+) kB', open('/proc/self/status').read())[1])"
    )
    return int(subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True).stdout) / 1024


def main() -> None:
    """Print the tables."""
    names = ["S", "M"] if "--quick" in sys.argv else list(SIZES)
    table: dict[str, dict[str, float]] = {}
    for name in names:
        taken: dict[str, list[float]] = {}
        for copy in range(REPEATS[name] + 1):
            for job, run in jobs(SIZES[name], copy):
                spent = cpu_time(run)
                if copy:  # the first loads modules and compiles patterns
                    taken.setdefault(job, []).append(spent)
        table[name] = {job: statistics.median(times) for job, times in taken.items()}
    print(f"{'':28}" + "".join(f"{name:>10}" for name in names) + f"{'exponent':>10}")
    for job in table["S"]:
        base = FLOOR if job in READING else SAVE
        shown = [
            f"{table[n][job] * 1000:>8.1f}ms" if job in (FLOOR, SAVE) else f"{table[n][job] / table[n][base]:>9.2f}x"
            for n in names
        ]
        small, large = names[-2:]
        growth = math.log(table[large][job] / table[small][job], SIZES[large] / SIZES[small])
        print(f"{job:28}" + "".join(shown) + f"{growth:>10.2f}")
    data = paper(SIZES[names[-1]], 0)
    part = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml").file_size / 2**20
    print(f"peak memory on {names[-1]}, MiB; the bound is 64 + 12 x {part:.1f} = {64 + 12 * part:.0f}")
    for verb in ("", "doc.annotate(mz.check(value, doc)).to_bytes()", "doc.bind(value).to_bytes()", "mz.write(value)"):
        print(f"  {verb or 'read':48}{peak(data, verb):>7.0f}")


if __name__ == "__main__":
    main()
