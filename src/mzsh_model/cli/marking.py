"""What the tool leaves in a file beside its text: `clean`, `bind`, `fates`, `finalize`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.binding.annotation.notes import AUTHOR
from mzsh_model.binding.identity.snapshot import Level
from mzsh_model.binding.identity.telling import FateKind
from mzsh_model.cli.console import say, say_json, stop
from mzsh_model.cli.files import checked_target
from mzsh_model.cli.writing import Force, Out
from mzsh_model.document.opening import open_document

_ANNOTATED = ".批注"
File = Annotated[Path, typer.Argument(metavar="文件", help="Word 文件")]


def clean(
    file: File,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="文件", help="写到哪里；不写则是同一文件夹里的“…….清洁.docx”"),
    ] = None,
    force: Force = False,
) -> None:
    """取下本工具的批注，别人的不动；有人答复过的留下。"""
    document = open_document(file)
    name = f"{file.stem.removesuffix(_ANNOTATED)}.清洁{file.suffix}"
    target = checked_target(out or file.with_name(name), file, like=file, force=force)
    cleaned = document.clean()
    cleaned.save(target)
    left = sum(one.author == AUTHOR for one in cleaned.comments)
    kept = f"，有人答复过的留下 {left} 条" if left else ""
    say([f"取下批注 {len(document.comments) - len(cleaned.comments)} 条{kept}，写到 {target}"])


def bind(
    file: File,
    out: Out,
    level: Annotated[
        str, typer.Option(metavar="ids|full", help="文件里记多少：ids 只记编号和指纹，full 连原文也记")
    ] = "ids",
    force: Force = False,
) -> None:
    """给各条问题、原因、措施做看不见的记号，别人改过以后还能认出来。"""
    if level not in tuple(Level):
        stop("--level 只能是 ids 或 full")
    document = open_document(file)
    target = checked_target(out, file, like=file, force=force)
    bound = document.bind(document.read().value, level=level)
    bound.save(target)
    say([f"做了记号的有 {len(bound.fates)} 条，写到 {target}"])


def fates(
    file: File, as_json: Annotated[bool, typer.Option("--json", help="输出 JSON：每一条后来怎样、凭什么认出")] = False
) -> None:
    """说明做过记号的各条后来怎样了。退出码：0 都认得准，1 有要人核对的，2 没做过记号。"""
    document = open_document(file)
    told = document.fates
    if not told:
        lost = [notice.message for notice in document.read().notices if notice.code == "identity-lost"]
        stop(lost[0] if lost else f"{file.name} 没有做过记号。先用 mzsh bind 做记号，再发出去改")
    if as_json:
        say_json(
            {
                "fates": [
                    {
                        "id": one.id,
                        "item": one.item.zh,
                        "kinds": sorted(one.kinds),
                        "paths": list(one.paths),
                        "origin": list(one.origin),
                        "basis": str(one.evidence.basis),
                        "score": round(one.evidence.score, 3),
                        "sure": one.sure,
                        "message": one.message,
                    }
                    for one in told
                ]
            }
        )
    else:
        anchors = document.read().anchors
        for one in told:
            if one.kind is not FateKind.UNCHANGED:
                place = anchors.get(one.paths[0]) if one.paths else None
                say([one.message + (f"（第{place.line}行）" if place else "")])
        same = sum(one.kind is FateKind.UNCHANGED for one in told)
        say([f"没有变的 {same} 条"])
    raise typer.Exit(int(not all(one.sure for one in told)))


def finalize(file: File, out: Out, force: Force = False) -> None:
    """定稿：取下本工具留下的全部东西（批注、记号、快照、属性）。"""
    document = open_document(file)
    target = checked_target(out, file, like=file, force=force)
    final = document.finalize()
    final.save(target)
    done = "文件里没有本工具留下的东西，照原样" if final is document else "取下了批注、记号、快照和属性，"
    say([f"{done}写到 {target}"])
