"""What it costs to begin, as ratios to a bare interpreter and to one that has imported pydantic and lxml.

Run `python benchmarks/startup.py`. Each job is a process of its own, on bytecode that is already compiled, as after an
install; medians of interleaved repetitions, CPU time of the process. Only ratios of one run compare.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.resources import files

REPEATS = 15
_DRAFT = str(files("mzsh_model.examples").joinpath("个人对照检查材料.docx"))
JOBS = {
    "bare interpreter": ("-c", "pass"),
    "import pydantic, lxml.etree": ("-c", "import pydantic, lxml.etree"),
    "import mzsh_model": ("-c", "import mzsh_model"),
    "first mz.Issue": ("-c", "import mzsh_model as mz; mz.Issue"),
    "first mz.open": ("-c", f"import mzsh_model as mz; mz.open({_DRAFT!r})"),
    "first reading": ("-c", f"import mzsh_model as mz; mz.open({_DRAFT!r}).read()"),
    "first check": ("-c", f"import mzsh_model as mz; mz.check(mz.open({_DRAFT!r}))"),
    "mzsh --version": ("-m", "mzsh_model", "--version"),
    "mzsh --help": ("-m", "mzsh_model", "--help"),
    "mzsh rules": ("-m", "mzsh_model", "rules"),
}


def taken(arguments: tuple[str, ...], environment: Mapping[str, str]) -> float:
    """Run an interpreter with `arguments`; return the seconds of CPU time it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print each job's milliseconds and its ratios."""
    with tempfile.TemporaryDirectory() as compiled:
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = compiled
        for arguments in JOBS.values():
            taken(arguments, environment)
        times: dict[str, list[float]] = {job: [] for job in JOBS}
        for _ in range(REPEATS):
            for job, arguments in JOBS.items():
                times[job].append(taken(arguments, environment))
    medians = {job: statistics.median(held) for job, held in times.items()}
    bare, floor = medians["bare interpreter"], medians["import pydantic, lxml.etree"]
    print(f"{'':28}{'ms':>8}{'x bare':>9}{'x pydantic+lxml':>18}")
    for job, median in medians.items():
        print(f"{job:28}{median * 1000:>8.1f}{median / bare:>9.1f}{median / floor:>18.2f}")


if __name__ == "__main__":
    main()
