"""`revisions`: tracked changes listed, accepted, rejected."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.cli.console import say, say_json, stop
from mzsh_model.cli.files import checked_target
from mzsh_model.cli.marking import File
from mzsh_model.cli.writing import Force
from mzsh_model.document.opening import open_document
from mzsh_model.wml.marking.revisions import Revision, RevisionKind

_KINDS = {
    RevisionKind.INSERTION: "加了", RevisionKind.DELETION: "删了", RevisionKind.MOVED_FROM: "移走了", RevisionKind.MOVED_TO: "移来了",
    RevisionKind.PARAGRAPH_INSERTION: "加了段", RevisionKind.PARAGRAPH_DELETION: "删了段", RevisionKind.ROW_INSERTION: "加了一行",
    RevisionKind.ROW_DELETION: "删了一行", RevisionKind.CELL_INSERTION: "加了一格", RevisionKind.CELL_DELETION: "删了一格",
    RevisionKind.FORMATTING: "改了格式",
}  # fmt: skip


def revisions(
    file: File,
    accept: Annotated[bool, typer.Option("--accept", help="接受修订")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="拒绝修订")] = False,
    author: Annotated[str | None, typer.Option(metavar="作者", help="只管这个作者的")] = None,
    at: Annotated[
        str | None, typer.Option(metavar="路径", help="只管这一条上的，如 /measures/1（见 mzsh read --json）")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="文件", help="接受或拒绝以后写到哪里")] = None,
    force: Force = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
) -> None:
    """列出修订；或接受、拒绝全部，某个作者的，某一条上的，写成另一份。读入的文件不动。"""
    if accept and reject:
        stop("--accept 和 --reject 只能用一个")
    document = open_document(file)
    if not (accept or reject):
        if author is not None or at is not None or out is not None:
            stop("--author、--at、--out 要和 --accept 或 --reject 一起用")
        if as_json:
            say_json({"revisions": [_told(one) for one in document.revisions]})
        else:
            say(map(_line, document.revisions))
            say([f"共 {len(document.revisions)} 处修订"])
        return
    if out is None:
        stop("还要用 -o 写明写到哪里")
    target = checked_target(out, file, like=file, force=force)
    done = document.accept(author=author, at=at) if accept else document.reject(author=author, at=at)
    done.save(target)
    settled = len(document.revisions) - len(done.revisions)
    say([f"{'接受' if accept else '拒绝'}了 {settled} 处修订，还有 {len(done.revisions)} 处，写到 {target}"])


def _line(one: Revision) -> str:
    where = f"第{one.place.line}行  " if one.place is not None else ""
    said = f"“{one.text}”" if one.text else ""
    return f"{where}{one.author or '没有署名'}  {_KINDS[one.kind]}{said}"


def _told(one: Revision) -> dict[str, object]:
    place = None if one.place is None else {"line": one.place.line, "start": one.place.start, "end": one.place.end}
    return {
        "kind": str(one.kind), "id": one.id, "author": one.author, "date": one.date, "text": one.text, "place": place,
    }  # fmt: skip
