"""`read`: a reading as JSON and as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from re import fullmatch, split
from typing import Annotated, cast

import typer

from mzsh_model.batch.correspondence import BASIS_ZH
from mzsh_model.carriers.values import told_reading
from mzsh_model.cli.console import say, say_json
from mzsh_model.cli.output import Into, told_to
from mzsh_model.document.document import Document
from mzsh_model.document.opening import open_document
from mzsh_model.kernel.columns import columns, cut
from mzsh_model.kernel.place import Place
from mzsh_model.kernel.printable import printable
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.items import Link
from mzsh_model.reading.explain import Reason

_WIDTH = 76
_NAME_WIDTH = 16


def read(
    file: Annotated[Path, typer.Argument(metavar="文件", help="Word、文本或 Markdown 文件")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON：值、位置、疑点")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="说明各部分为什么这样读：依据和分量")] = False,
    out: Into = None,
) -> None:
    """读入一份材料，给出模型、位置和阅读疑点。"""
    document = open_document(file)
    with told_to(out, file):
        if explain:
            say(reasons_text(document))
        elif as_json:
            say_json(told_reading(document))
        else:
            say(reading_text(document))


def reasons_text(document: Document) -> Iterator[str]:
    """Yield why each part of the document is read as what it is."""
    yield f"{document.name}   {document.kind.zh} · {document.kind_reason}"
    told: set[Reason] = set()
    for path in document.read().anchors:
        if fullmatch(r"/(?:sections|issues)/\d+", path):
            for reason in document.explain(path):
                if reason not in told:
                    told.add(reason)
                    yield printable(str(reason))
    if not told:
        yield "这份材料没有靠比较依据来读的部分"


def reading_text(document: Document) -> Iterator[str]:
    """Yield the value's parts with their lines, then the reader's doubts."""
    outcome = document.read()
    yield f"{document.name}   {document.kind.zh} · {document.kind_reason}"
    for field, name in _names(outcome.value):
        held: object = getattr(outcome.value, field)
        if field == "kind" or held is None or held == ():
            continue
        if not isinstance(held, tuple):
            if told := _told(held):
                yield _row(name, outcome.anchors.get(f"/{field}"), told)
            continue
        items = cast(tuple[object, ...], held)
        yield f"{name} {len(items)}"
        for index, item in enumerate(items):
            yield _row("", outcome.anchors.get(f"/{field}/{index}"), _told(item))
    for notice in outcome.notices:
        yield _row(f"疑点 {notice.code}", Place(notice.line, 0, 0) if notice.line else None, notice.message)


def _names(value: Value) -> Iterator[tuple[str, str]]:
    """The fields of a value, each with its Chinese name: its description up to the first mark."""
    for field, info in type(value).model_fields.items():
        yield field, split("[，；：（]", info.description or field)[0]


def _row(name: str, place: Place | None, told: str) -> str:
    head = name + " " * max(1, _NAME_WIDTH - columns(name)) if name else "  "
    return head + (f"第{place.line}行  " if place else "") + cut(printable(told), _WIDTH)


def _told(held: object) -> str:
    """A part of a value in one line: its text with its enumerator, or its fields by name."""
    if isinstance(held, Placeholder):
        return held.raw
    if isinstance(held, Link):
        return f"{held.issue} → {held.cause or held.measure}（{BASIS_ZH[held.basis]}）"
    if isinstance(held, tuple):
        return " / ".join(_told(item) for item in cast(tuple[object, ...], held))
    if not isinstance(held, Value):
        return "" if held is None else str(held)
    label: object = getattr(held, "label", None)
    text: object = getattr(held, "text", None) or getattr(held, "heading", None)
    if text:
        return f"{label or ''}{text}"
    parts = ((name, _told(getattr(held, field))) for field, name in _names(held) if field != "id")
    return "，".join(f"{name} {told}" for name, told in parts if told)
