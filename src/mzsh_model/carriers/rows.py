"""What several carriers say alike: where a finding stands, in words and as a line, and how a file is named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from mzsh_model.batch.review import Review
from mzsh_model.batch.run import FileResult
from mzsh_model.batch.suppression import Suppressed
from mzsh_model.kernel.printable import printable
from mzsh_model.rules.finding import CheckResult, Finding


def each_finding(review: Review) -> Iterator[tuple[FileResult, Finding]]:
    """Yield every finding that counts, with its file, in the order of the files."""
    for one in review.files:
        for finding in one.result.findings:
            yield one, finding


def each_suppressed(review: Review) -> Iterator[tuple[FileResult, Suppressed]]:
    """Yield the findings that do not count, where they are to be told."""
    if review.shows_suppressed:
        for one in review.files:
            for hidden in one.suppressed:
                yield one, hidden


def place_words(finding: Finding) -> str:
    """Return where a finding stands, for people; empty where there is no document."""
    return f"第{finding.line}行 第{finding.start + 1}字" if finding.line else ""


def numbers(told: Iterable[int]) -> str:
    """Return numbers of items as they are written in a row, each once."""
    return "、".join(map(str, dict.fromkeys(told)))


def uri(path: str) -> str:
    """Return the address of a file as SARIF has it: an absolute one as `file:`, another relative to where the run began."""
    named = Path(path)
    return named.as_uri() if named.is_absolute() else quote(os.fsencode(named.as_posix()))


def why_no_verdict(result: CheckResult) -> str:
    """Return why a file has no verdict, in one line; empty where it has one."""
    if not result.checked:
        return printable(result.unchecked[0].reason if result.unchecked else "没能检查")
    if result.broken:
        return f"规则 {'、'.join(result.broken)} 出错，没有查全"
    return "" if result.verdict is not None else "有内容没有读准，没有结论"
