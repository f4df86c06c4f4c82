"""Many files at one look: who lacks what first, then each file in a few lines, the gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mzsh_model.batch.run import FileResult
from mzsh_model.carriers.grouping import Group, grouped
from mzsh_model.carriers.persons import HEADER, conclusion, person_rows
from mzsh_model.kernel.columns import columns, cut
from mzsh_model.kernel.printable import printable
from mzsh_model.rules.finding import Level, Verdict
from mzsh_model.rules.profile import Profile

_WIDE = 100
_TOLD = 3
_FEW = 10


def overview(results: Sequence[FileResult], profile: Profile) -> Iterator[str]:
    """Yield the table by person, then what was found in each file, in brief, and the sums."""
    yield from by_person(results, profile)
    for one in results:
        groups = [group for group in grouped(one.result.findings) if group.level is not Level.HINT]
        if not groups and not one.copy:
            continue
        if len(results) <= _FEW:
            yield ""
        left = sum(len(group.findings) for group in groups[_TOLD:])
        yield one.path + (f"   另有 {left} 处，用 mzsh check 看这一份，或加 --full" if left else "")
        for group in groups[:_TOLD]:
            yield "  " + brief(group)
        if one.copy:
            yield f"  批注稿：{one.copy}"
    yield ""
    yield from sums(results, profile)


def by_person(results: Iterable[FileResult], profile: Profile) -> Iterator[str]:
    """Yield one row a file: whose it is, how much of each level, the conclusion, and what it lacks."""
    rows: list[tuple[str, ...]] = [HEADER]
    for one in person_rows(results, profile):
        counts = map(str, one.counts or ("",) * len(Level))
        rows.append((one.whose, one.kind, *counts, one.conclusion, one.lacks))
    wide = [min(max(columns(row[n]) for row in rows), 18) for n in range(len(HEADER) - 1)]
    for row in rows:
        cells = [cut(printable(cell), width) for cell, width in zip(row, wide, strict=False)]
        padded = [cell + " " * (width - columns(cell)) for cell, width in zip(cells, wide, strict=True)]
        yield cut("  ".join([*padded, printable(row[-1])]), _WIDE).rstrip()


def sums(results: Sequence[FileResult], profile: Profile) -> Iterator[str]:
    """Yield how many files have which conclusion, and why some have none."""
    unchecked = [one for one in results if not one.result.checked]
    told = [f"{profile.words_for(v) or v.said} {sum(r.result.verdict is v for r in results)}" for v in Verdict]
    open_ended = sum(one.result.checked and one.result.verdict is None for one in results)
    yield f"共 {len(results)} 个文件：{' · '.join(told)} · 没有结论 {open_ended} · 没能检查 {len(unchecked)}"
    if hidden := sum(len(one.suppressed) for one in results):
        yield f"另有不计的 {hidden} 处（接受过的、基线里的），加 --show-suppressed 列出"
    for one in unchecked:
        yield f"  {one.path}  {one.result.unchecked[0].reason}"
    for one in results:
        if one.result.broken:
            yield f"  {one.path}  规则 {'、'.join(one.result.broken)} 出错，没有查全，请报告"


def unchanged_line(results: Sequence[FileResult], profile: Profile) -> Iterator[str]:
    """Yield the sum of the files that were checked before and are the same, nothing where there are none."""
    if results:
        counts = Counter(conclusion(one.result, profile) for one in results)
        yield f"没有变、没有再查的 {len(results)} 个文件：{' · '.join(f'{said} {n}' for said, n in counts.items())}"


def brief(group: Group) -> str:
    """Return a group in one line: level, code, what is wrong, and on which lines."""
    return cut(f"{group.level} {group.code} {printable(group.message)}{group.places()}", _WIDE)
