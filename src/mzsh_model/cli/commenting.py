"""`comments`: who said what about which words, and an answer to one of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.cli.console import say, say_json, stop
from mzsh_model.cli.files import checked_target
from mzsh_model.cli.marking import File
from mzsh_model.cli.writing import Force
from mzsh_model.document.opening import open_document
from mzsh_model.wml.marking.comments import Comment


def comments(
    file: File,
    reply: Annotated[str | None, typer.Option(metavar="编号", help="答复这一条")] = None,
    text: Annotated[str, typer.Option(metavar="文字", help="答复的话")] = "",
    author: Annotated[str, typer.Option(metavar="姓名", help="谁答复的")] = "",
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="文件", help="答复以后写到哪里")] = None,
    force: Force = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
) -> None:
    """列出批注；或答复其中一条，写成另一份。读入的文件不动。"""
    document = open_document(file)
    if reply is None:
        if text or author or out is not None:
            stop("--text、--author、--out 要和 --reply 一起用")
        if as_json:
            say_json({"comments": [_told(one) for one in document.comments]})
        else:
            say(map(_line, document.comments))
            say([f"共 {len(document.comments)} 条批注"])
        return
    if out is None or not text.strip() or not author.strip():
        stop("答复要写明 --text 说什么、--author 谁说的、-o 写到哪里")
    target = checked_target(out, file, like=file, force=force)
    document.reply(reply, text, author=author).save(target)
    say([f"答复了批注 {reply}，写到 {target}"])


def _line(one: Comment) -> str:
    where = f"第{one.place.line}行" if one.place is not None else "没有位置"
    about = f"“{one.anchor_text}”" if one.anchor_text else ""
    answers = f"，答复 {one.parent}" if one.parent is not None else ""
    done = "，已解决" if one.resolved else ""
    return f"{one.id}  {where}{about}  {one.author or '没有署名'}{answers}{done}：{one.text}"


def _told(one: Comment) -> dict[str, object]:
    place = None if one.place is None else {"line": one.place.line, "start": one.place.start, "end": one.place.end}
    return {
        "id": one.id, "author": one.author, "date": one.date, "text": one.text, "parent": one.parent,
        "resolved": one.resolved, "place": place, "anchor": one.anchor_text,
    }  # fmt: skip
