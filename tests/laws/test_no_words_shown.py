"""Nothing that the library makes prints the words of a document, and no error or its causes quotes them."""

from __future__ import annotations

import gc
import io
import json
import traceback
import zipfile
from collections.abc import Callable

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import MzshError
from mzsh_model.testing.word_files import package
from tests.wml.test_story import cell, p

SECRET = "青崖白鹿"
LINES = (
    f"{SECRET}局领导班子2025年度民主生活会对照检查材料", f"{SECRET}会前做了准备。", "一、存在的主要问题",
    f"一是学习不够，{SECRET}没有读完。", f"二是调研不够，{SECRET}只去过1次。", "二、原因剖析", f"一是{SECRET}思想松懈。", "三、整改措施",
    f"一是多读书，责任人：{SECRET}，2026年6月底前。", f"二是多走访，{SECRET}牵头，长期坚持。", f"{SECRET}局", "2026年1月12日",
)  # fmt: skip
HEAD = ["序号", "问题", "整改措施", "完成时限", "责任人"]


def draft() -> bytes:
    return package("".join(p(line) for line in LINES))


def ledger() -> bytes:
    rows = [
        HEAD,
        ["1", f"{SECRET}不够", f"{SECRET}读书", "2026年6月底前", SECRET],
        ["2", f"{SECRET}少", "走访", "3月", SECRET],
    ]
    table = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return package(p(f"{SECRET}整改台账") + f"<w:tbl>{table}</w:tbl>" + p(""))


@pytest.mark.parametrize("data", [draft(), ledger()])
def test_nothing_that_lives_prints_a_word_of_the_document(data: bytes) -> None:
    doc = mz.open(data)
    outcome = doc.read()
    value = outcome.value
    where = "/measures/1" if value.kind == "SelfExamination" else "/entries/1"
    new = mz.remove(value, where)
    result = mz.check(value, doc)
    written = doc.write(new, tracked=SECRET)
    marked = doc.annotate(result).bind(value, level="full")
    kept = [
        outcome, result, marked.comments, written.revisions, marked.fates, mz.changes(value, new), mz.merge(value, new, value),
        doc.lines, doc.text, mz.merge(value, mz.remove(value, where), mz.replace(value, "/title", value.title.replace("局", "处"))),
    ]  # fmt: skip
    shown = [
        one
        for one in gc.get_objects()
        if str(type(one).__module__).startswith("mzsh_model") and not isinstance(one, type)
    ]
    assert len(shown) > 100
    assert {type(one).__name__ for one in shown if SECRET in repr(one) or SECRET in str(one)} == set()
    assert all(SECRET not in repr(one) for one in kept if not isinstance(one, str))


def test_a_value_prints_its_shape() -> None:
    shown = repr(mz.open(draft()).read().value)
    assert "issues=2 项" in shown
    assert "title=" in shown
    assert "学习" not in shown


def spoiled(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(draft())) as old, zipfile.ZipFile(buffer, "w") as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return buffer.getvalue()


def broken_json() -> object:
    return mz.load(json.dumps({"kind": "SelfExamination", "title": SECRET, "issues": [{"text": 1, "x": SECRET}]}))


def stale() -> object:
    doc = mz.open(draft())
    return doc.write(mz.replace(doc.read().value, "/issues/0/text", f"{SECRET}\x01"))


FAILING: dict[str, Callable[[], object]] = {
    "xml": lambda: mz.open(spoiled("word/document.xml", f"<a><{SECRET}>{SECRET}</b></a>".encode())),
    "entity": lambda: mz.open(spoiled("word/document.xml", f"<!DOCTYPE a><a>&{SECRET};</a>".encode())),
    "rels": lambda: mz.open(spoiled("_rels/.rels", f'<a b="{SECRET}'.encode())),
    "encoding": lambda: mz.open(SECRET.encode("utf-16-le") + b"\xff\xff\xff"),
    "json": broken_json,
    "not json": lambda: mz.load(f'{{"title": "{SECRET}"'),
    "path": lambda: mz.replace(mz.open(draft()).read().value, "/issues/9/text", SECRET),
    "value": lambda: mz.replace(mz.open(draft()).read().value, "/issues/0/text", (SECRET,)),
    "character": stale,
    "kind": lambda: mz.open(draft()).write(mz.open(ledger()).read().value),
    "snapshot": lambda: mz.open(draft()).bind(mz.replace(mz.open(draft()).read().value, "/issues/0/text", SECRET)),
}  # fmt: skip


@pytest.mark.parametrize("what", FAILING)
def test_no_error_quotes_the_document(what: str) -> None:
    with pytest.raises(MzshError) as caught:
        FAILING[what]()
    error: BaseException | None = caught.value
    assert SECRET not in "".join(traceback.format_exception(caught.value)).replace(f'"{SECRET}', "")
    while error is not None:
        assert SECRET not in f"{error!r} {error} {error.args}"
        error = error.__cause__
