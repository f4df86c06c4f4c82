"""Hostile drafts cost what their size is: eight times as much of one takes about eight times the steps, not sixty-four."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.kernel.errors import BadEdit


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
