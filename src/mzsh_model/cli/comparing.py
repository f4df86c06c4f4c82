"""Two or three states of one document: `diff`, `merge`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.binding.annotation.notes import AUTHOR, codes_in
from mzsh_model.binding.identity.relating import merge_apart, share_ids
from mzsh_model.carriers.values import told_changes
from mzsh_model.cli.console import remark, say, say_json, stop
from mzsh_model.cli.files import Read, checked_target, read_either
from mzsh_model.cli.output import Into, told_to
from mzsh_model.cli.writing import Force, Out, Tracked, check_author
from mzsh_model.document.document import Document
from mzsh_model.document.fresh import write as fresh
from mzsh_model.edit.compare import changes
from mzsh_model.edit.words import in_words
from mzsh_model.model.documents import DocumentValue
from mzsh_model.opc.save import save_bytes


def diff(
    old: Annotated[Path, typer.Argument(metavar="旧文件", help="Word、文本、Markdown，或模型 JSON")],
    new: Annotated[Path, typer.Argument(metavar="新文件", help="同一文种的另一份")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON：每处改动的类型、路径、前后内容")] = False,
    out: Into = None,
    tracked: Annotated[
        str | None, typer.Option(metavar="作者", help="把不同写成这个作者对旧文件的修订，写进 -o 的文件")
    ] = None,
    force: Force = False,
) -> None:
    """说明两份材料有什么不同；或把不同写成旧文件的修订。退出码：0 没有不同，1 有，2 不能比、不能写。"""
    check_author(tracked)
    if tracked is not None and out is None:
        stop("--tracked 要和 -o 一起用：写明带修订的一份写到哪里")
    first = read_either(old)
    before, after = first.value, read_either(new).value
    found = changes(before, after, match_by_text=not share_ids(before, after))
    said = in_words(before, after, found)
    with told_to(None if tracked is not None else out, old, new):
        if as_json:
            say_json(told_changes(before.kind, found, said))
        elif said or not found:
            say(said or ["没有不同"])
        else:
            say([f"写的没有不同；推断出来的（对应关系等）有 {len(found)} 处不同，用 --json 看"])
    if tracked is not None and out is not None:
        _redline(first, after, checked_target(out, old, new, like=old, force=force), tracked)
    raise typer.Exit(int(bool(found)))


def _redline(old: Read, new: DocumentValue, target: Path, author: str) -> None:
    """Write the old document with what the new one says otherwise as tracked changes."""
    if old.document is None:
        stop("旧文件是模型 JSON，没有可以加修订的 Word 文件")
    # the items of the new one as those of the old one that they are
    value = merge_apart(old.value, old.value, new).value
    old.document.write(value, tracked=author).save(target)
    remark(f"带修订的一份写到 {target}")


def merge(
    base: Annotated[Path, typer.Argument(metavar="原稿", help="两边都从它改起；Word、文本或模型 JSON")],
    ours: Annotated[Path, typer.Argument(metavar="一边", help="合并的结果写进这一份的副本")],
    theirs: Annotated[Path, typer.Argument(metavar="另一边", help="要并进来的")],
    out: Out,
    tracked: Tracked = None,
    force: Force = False,
) -> None:
    """把两个人的改动合在一起。退出码：0 合好了，1 有冲突要人定（先按第一边写出）或另一边的批注没有并进来，2 没能合并。"""
    check_author(tracked)
    mine = read_either(ours)
    target = checked_target(out, base, ours, theirs, like=ours if mine.document else None, force=force)
    root, other = read_either(base), read_either(theirs)
    result = merge_apart(root.value, mine.value, other.value)
    if mine.document is None:
        save_bytes(target, fresh(result.value))
    else:
        mine.document.write(result.value, tracked=tracked).save(target)
    said = in_words(mine.value, result.value, changes(mine.value, result.value))
    say([*said, f"并进来的改动 {len(said)} 处，写到 {target}"])
    for fate in result.unsure:
        remark(f"按文字认的，请核对：{fate.message}")
    say(f"冲突：{conflict.message}" for conflict in result.conflicts)
    left = _comments(other.document) - _comments(root.document) - _comments(mine.document)
    for author, text in sorted(left.elements()):
        remark(f"批注没有并进来，请自己抄过去：{author or '没有署名'}“{' '.join(text.split())}”")
    raise typer.Exit(int(bool(result.conflicts or left)))


def _comments(document: Document | None) -> Counter[tuple[str, str]]:
    """Who said what in the comments of a file; those of checks are made anew by every check."""
    said = () if document is None else document.comments
    return Counter((one.author, one.text) for one in said if not (one.author == AUTHOR and codes_in(one.text)))
