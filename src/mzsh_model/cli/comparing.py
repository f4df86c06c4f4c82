"""Two or three states of one document: `diff`, `merge`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated, cast

import typer

from mzsh_model.binding.annotation.notes import AUTHOR, codes_in
from mzsh_model.binding.identity.relating import merge_apart, share_ids
from mzsh_model.cli.console import remark, say, say_json
from mzsh_model.cli.files import checked_target, read_either
from mzsh_model.cli.output import Into, told_to
from mzsh_model.cli.writing import Force, Out, Tracked, check_author
from mzsh_model.document.document import Document
from mzsh_model.document.fresh import write as fresh
from mzsh_model.edit.compare import Change, changes
from mzsh_model.edit.words import in_words
from mzsh_model.model.base import Value
from mzsh_model.opc.save import save_bytes


def diff(
    old: Annotated[Path, typer.Argument(metavar="旧文件", help="Word、文本、Markdown，或模型 JSON")],
    new: Annotated[Path, typer.Argument(metavar="新文件", help="同一文种的另一份")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON：每处改动的类型、路径、前后内容")] = False,
    out: Into = None,
) -> None:
    """说明两份材料有什么不同。退出码：0 没有不同，1 有，2 不能比。"""
    before, after = read_either(old).value, read_either(new).value
    found = changes(before, after, match_by_text=not share_ids(before, after))
    said = in_words(before, after, found)
    with told_to(out, old, new):
        if as_json:
            say_json({"kind": before.kind, "changes": [_change(one) for one in found], "sentences": list(said)})
        elif said or not found:
            say(said or ["没有不同"])
        else:
            say([f"写的没有不同；推断出来的（对应关系等）有 {len(found)} 处不同，用 --json 看"])
    raise typer.Exit(int(bool(found)))


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


def _change(change: Change) -> dict[str, object]:
    return {
        "kind": str(change.kind),
        "path": str(change.path),
        "target": str(change.target),
        "old": _plain(change.old),
        "new": _plain(change.new),
    }


def _plain(held: object) -> object:
    """A part of a value as JSON has it."""
    if isinstance(held, Value):
        return held.model_dump(mode="json")
    if isinstance(held, tuple):
        return [_plain(entry) for entry in cast(tuple[object, ...], held)]
    return held
