"""Hostile drafts cost what their size is: eight times as much of one takes nowhere near sixty-four times as long."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

import mzsh_model as mz
from mzsh_model.document import Document
from mzsh_model.kernel.errors import BadEdit
from tests.drafts import package

HEAD = ["2025年度民主生活会个人对照检查材料", "一、存在的问题"]


def _p(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def _draft(more: str) -> bytes:
    return package("".join(map(_p, [*HEAD, "1.学习不够。"])) + more + _p("二、整改措施") + _p("1.加强学习。"))


def _deleted_marks(n: int) -> bytes:
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    return _draft(_p("2.", mark) + _p("调研不够", mark) * n + _p("深。"))


def _open_fields(n: int) -> bytes:
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    return _draft(f"<w:p>{code * n}{'<w:r><w:t>字</w:t></w:r>' * n}</w:p>")


def _numerals(n: int) -> bytes:
    return _draft(_p("2." + "一" * n + "。"))


def _items_alone(n: int) -> bytes:
    return ("1.学习不够。\n" * n).encode()


def _typed_table(n: int) -> bytes:
    return ("整改台账\n|问题|整改措施|责任人|\n|--|--|--|\n" + "|学习不够|加强学习|张三|\n" * n).encode()


def _read(doc: Document) -> None:
    doc.read()


def _check(doc: Document) -> None:
    mz.check(doc.read().value, doc)


def _emptied(path: str, tracked: str | None) -> Callable[[Document], None]:
    def write(doc: Document) -> None:
        with suppress(BadEdit):
            doc.write(mz.replace(doc.read().value, path, "改成一句。"), tracked=tracked)

    return write


@pytest.mark.parametrize(
    ("made", "size", "work"),
    [
        (_deleted_marks, 300, _emptied("/issues/1/text", "办公室")),
        (_open_fields, 1000, _read),
        (_numerals, 2000, _check),
        (_items_alone, 2000, _read),
        (_typed_table, 400, _emptied("/entries/0/issue/text", None)),
    ],
)
def test_time_grows_with_size(made: Callable[[int], bytes], size: int, work: Callable[[Document], None]) -> None:
    def took(n: int) -> float:
        data = made(n)
        best = 60.0
        for _ in range(2):
            start = time.process_time()
            work(mz.open(data))
            best = min(best, time.process_time() - start)
        return best

    took(size)  # what is imported and compiled at first use
    assert took(8 * size) < 24 * max(took(size), 0.005)
