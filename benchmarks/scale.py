"""Many drafts: the same bytes from one process, two, and the workers of a Dask scheduler; memory by the number of drafts.

    python -m benchmarks.scale --drafts 2000 [--keep FOLDER]
    python -m benchmarks.scale --memory 200 800

Drafts are made, of 1 to 8 problems, no two alike; one in a hundred cannot be read. The scheduler and its two workers run on
this machine. What is compared is the SHA-256 of `--format jsonl`. With `--memory` copies of a shipped draft are checked by
one process that writes every report but the Word file; told is the most that it held.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from importlib.resources import files
from pathlib import Path

from tests.batch.loopback import loopback
from tests.structured import examination, word

_REPORTS = ("html", "xlsx", "parquet", "json", "jsonl", "sarif", "junit", "github")
"""Those that are never whole in memory."""


def made(folder: Path, drafts: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(drafts):
        data = b"PK\x03\x04 nothing" if n % 100 == 50 else word(examination(1 + n % 8, n))
        (folder / f"{n:05}.docx").write_bytes(data)


def ran(folder: Path, *more: str) -> tuple[float, float, bytes]:
    """Seconds, the most MiB that the process held, and what it wrote."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        words = [sys.executable, "-m", "mzsh_model", "check", str(folder), *more]
        done = subprocess.Popen(words, stdout=out, stderr=subprocess.DEVNULL)
        _, _, used = os.wait4(done.pid, 0)
        done.returncode = 0
        out.seek(0)
        return time.perf_counter() - began, used.ru_maxrss / 1024, out.read()


def same_bytes(folder: Path, drafts: int) -> None:
    made(folder, drafts)
    with loopback(2) as address:
        ways = {"-j 1": (), "-j 2": ("-j", "2"), "dask": ("--engine", "dask", "--scheduler", address)}
        for name, more in ways.items():
            seconds, _, told = ran(folder, "--format", "jsonl", *more)
            lines = told.count(b"\n")
            print(f"{name:>6}  {seconds:7.1f} s  {lines - 2} files  {hashlib.sha256(told).hexdigest()}", flush=True)


def memory(folder: Path, counts: list[int]) -> None:
    draft = files("mzsh_model.examples").joinpath("班子对照检查材料.docx").read_bytes()
    for count in counts:
        drafts = folder / str(count)
        drafts.mkdir(parents=True, exist_ok=True)
        for n in range(count):
            (drafts / f"{n:05}.docx").write_bytes(draft)
        reports = [w for f in _REPORTS for w in ("--report", f"{f}:{folder / f'r{count}.{f}'}")]
        seconds, peak, _ = ran(drafts, "--format", "text", "-o", str(folder / f"r{count}.txt"), *reports)
        print(f"{count:>6}  {seconds:7.1f} s  {peak:6.0f} MiB", flush=True)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--drafts", type=int, default=2000)
    asked.add_argument("--memory", type=int, nargs="+")
    asked.add_argument("--keep", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as made_here:
        folder = given.keep or Path(made_here)
        if given.memory:
            memory(folder, given.memory)
        else:
            same_bytes(folder, given.drafts)


if __name__ == "__main__":
    main()
