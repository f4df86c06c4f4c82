"""What a dossier of nine members costs, as a ratio to checking its files one by one.

Run `python benchmarks/dossier.py`. Thirty files: nine papers and a draft before each, nine ledgers, the team's paper and ledger, the
report. Medians of interleaved repetitions, CPU time; only ratios of one run compare.
"""

from __future__ import annotations

import datetime
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.timing import cpu_time
from tests.dossier import nine

import mzsh_model as mz

TODAY = datetime.date(2026, 3, 1)
REPEATS = 9


def laid_out(folder: Path) -> list[Path]:
    paths: list[Path] = []
    for name, value in nine.papers().items():
        paths.append(folder / name)
        paths[-1].parent.mkdir(exist_ok=True)
        paths[-1].write_bytes(mz.write(value))
        if isinstance(value, mz.SelfExamination) and value.scope == "member":
            draft = value.model_copy(update={"issues": value.issues[:4], "measures": value.measures[:4]})
            paths.append(folder / name.replace(".docx", "（初稿）.docx"))
            paths[-1].write_bytes(mz.write(draft))
    return paths


def one_by_one(paths: list[Path]) -> None:
    for path in paths:
        doc = mz.open(path)
        mz.check(doc.read().value, doc, today=TODAY)


def together(folder: Path) -> None:
    for meeting in mz.open_dossier(folder, today=TODAY).meetings:
        assert meeting.results
        assert meeting.missing == ()
        assert meeting.findings == ()


def main() -> None:
    """Print both times and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = laid_out(folder)
        one_by_one(paths)
        together(folder)
        alone, joined = [], []
        for _ in range(REPEATS):
            alone.append(cpu_time(lambda: one_by_one(paths)))
            joined.append(cpu_time(lambda: together(folder)))
        apart, whole = statistics.median(alone), statistics.median(joined)
        print(f"{len(paths)} files, one by one {apart:.3f} s, as a dossier {whole:.3f} s: {whole / apart:.2f} times")


if __name__ == "__main__":
    main()
