"""What is asked of a draft costs what its size is: six times as much of one takes about six times the steps, not thirty-six.

Steps are calls and lines of Python, the same on every machine; what one call into C does is for the benchmarks to time.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.kernel.errors import BadEdit
from tests import structured


def _items_alone(n: int) -> bytes:
    return ("1.学习不够。\n" * n).encode()


def _typed_table(n: int) -> bytes:
    return ("整改台账\n|问题|整改措施|责任人|\n|--|--|--|\n" + "|学习不够|加强学习|张三|\n" * n).encode()


def _read(doc: Document) -> None:
    doc.read()


def _refuse(doc: Document) -> None:
    with pytest.raises(BadEdit):
        doc.write(mz.replace(doc.read().value, "/entries/0/issue/text", "改成一句。"))


@pytest.mark.parametrize(
    ("made", "size", "work"),
    [(_items_alone, 200, _read), (_typed_table, 400, _refuse)],
)
def test_work_grows_with_size(made: Callable[[int], bytes], size: int, work: Callable[[Document], None]) -> None:
    def steps(n: int) -> int:
        """Lines of Python run: the same on every machine."""
        data = made(n)
        count = 0

        def trace(frame: FrameType, event: str, argument: object) -> object:
            nonlocal count
            count += event == "line"
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            work(mz.open(data))
        finally:
            sys.settrace(before)
        return count

    steps(size)  # what is imported and compiled at first use
    assert steps(8 * size) < 12 * steps(size)


TODAY = date(2026, 3, 1)
OTHER = "改写的一句，2026年走访了3次。"
TIMES = 6
PAPERS: dict[str, tuple[int, Callable[[int], bytes], str, str]] = {
    "examination": (
        60,
        lambda n: structured.word(structured.examination(n), rows=structured.ledger(n // 2), comments=10, revisions=9),
        "/issues/{}/text",
        "/measures/{}",
    ),
    "text": (60, lambda n: "\n".join(structured.examination(n)).encode(), "/issues/{}/text", "/measures/{}"),
    "ledger": (
        40,
        lambda n: structured.word(
            ["某局2025年度民主生活会整改台账"], rows=[row[:3] + row[4:] for row in structured.ledger(n)]
        ),
        "/entries/{}/issue/text",
        "/entries/{}",
    ),
    "one line": (60, lambda n: structured.one_line(n).encode(), "/issues/0/text", ""),
}
"""By kind: a small size, what makes one of a size, where its texts and its items stand."""


def _jobs(kind: str, size: int) -> dict[str, Callable[[], object]]:
    """What is asked of a paper, each with all that it needs at hand."""
    _, made, text, item = PAPERS[kind]
    data = made(size)
    doc = mz.open(data)
    value = doc.read().value
    changed = mz.replace(value, text.format(size // 2 if item else 0), OTHER)
    other = mz.replace(value, text.format(0), "另一句，去年走访了5次。") if item else value
    jobs: dict[str, Callable[[], object]] = {
        "read": lambda: mz.open(data).read(),
        "check": lambda: mz.check(value, doc, today=TODAY),
        "replace": lambda: mz.replace(value, text.format(0), OTHER),
        "write": lambda: doc.write(changed),
        "diff": lambda: mz.in_words(value, changed, mz.changes(value, changed)),
        "merge": lambda: mz.merge(value, changed, other),
    }
    if item:
        added, left = mz.insert(value, item.format(1), OTHER), mz.remove(value, item.format(1))
        jobs |= {
            "insert": lambda: mz.insert(value, item.format(1), OTHER),
            "remove": lambda: mz.remove(value, item.format(1)),
            "write what came": lambda: doc.write(added),
            "write what went": lambda: doc.write(left),
            "fresh": lambda: mz.write(value),
        }
    if doc.package is not None:
        result = mz.check(value, doc, today=TODAY)
        jobs |= {"annotate": lambda: doc.annotate(result), "bind": lambda: doc.bind(value, seed="x")}
    return jobs


def _calls(job: Callable[[], object]) -> int:
    count = 0

    def profile(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        job()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("kind", PAPERS)
def test_no_verb_is_a_square(kind: str) -> None:
    size = PAPERS[kind][0]
    small, large = _jobs(kind, size), _jobs(kind, TIMES * size)
    exponents: dict[str, float] = {}
    for verb, job in small.items():
        job()  # what is imported and compiled at first use
        exponents[verb] = math.log(_calls(large[verb]) / _calls(job), TIMES)
    assert {verb: round(found, 2) for verb, found in exponents.items() if found > 1.1} == {}
