"""`redact` and `scrub`: copies without names, copies without traces of authors."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.batch.files import find_documents
from mzsh_model.chinese.codes import Sort
from mzsh_model.cli.console import remark, say, stop
from mzsh_model.cli.files import checked_target, make_folder, require_folder, targets_in
from mzsh_model.cli.marking import File
from mzsh_model.cli.writing import Force, Out
from mzsh_model.document.document import Document
from mzsh_model.document.opening import open_document
from mzsh_model.document.redacting.redaction import Redaction, unseen_parts
from mzsh_model.kernel.errors import MzshError
from mzsh_model.kernel.regular import regular_bytes
from mzsh_model.opc.sniff import decode_text
from mzsh_model.wml.hiding.replace import swapped

_MARK = "："
_SHOWN = 5
_HEADS = frozenset({"", "姓名", "名单"})
"""Lines of a list that list nobody."""


def redact(
    paths: Annotated[
        list[Path], typer.Argument(metavar="路径", help="文件或文件夹，可以多个；同一人在各份里用同一个代号")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="文件", help="写到哪里；几份材料时是文件夹")],
    name: Annotated[list[str] | None, typer.Option(metavar="姓名", help="另外要隐去的姓名，可以多次")] = None,
    names: Annotated[
        Path | None,
        typer.Option(metavar="文件", help="要隐去的姓名，一行一个；单位、职务写成“单位：名称”“职务：名称”"),
    ] = None,
    keep: Annotated[
        list[str] | None, typer.Option(metavar="类别", help=f"不隐去的类别，可以多次：{'、'.join(Sort)}")
    ] = None,
    dates: Annotated[bool, typer.Option("--dates", help="日期也隐去（完成时限也就没有了）")] = False,
    drop_embedded: Annotated[bool, typer.Option("--drop-embedded", help="取下嵌入的表格等别的程序的文件")] = False,
    force: Force = False,
) -> None:
    """隐去姓名、单位、职务、电话、证件号，换成代号，写成另一份。退出码：0 都写出了，2 有没写出的。"""
    listed = _listed(names)
    redaction = Redaction(
        names=[*(name or ()), *listed[Sort.PERSON]],
        units=listed[Sort.UNIT],
        posts=listed[Sort.POST],
        keep=keep or (),
        dates=dates,
    )
    files = find_documents(paths, without=out).paths
    if not files:
        stop("没有找到可以处理的文件")
    many = len(files) > 1 or os.path.isdir(out) or any(os.path.isdir(path) for path in paths)
    if many:
        require_folder(out, len(files))
    known: dict[Path, Document] = {}
    failed = 0
    for path in files:
        try:
            document = open_document(path)
            redaction.learn(document)
            known[path] = document
        except MzshError as error:
            failed += 1
            remark(f"没有写出：{path}：{error.message}（{error.code}）")
    targets = (
        targets_in(out, paths, known, lambda name: swapped(name, redaction.substitutes.all))
        if many
        else dict.fromkeys(known, out)
    )
    if not many and redaction.substitutes.known(out.name):
        stop("写出的文件名里也有要隐去的字。请换一个文件名")
    for n, (path, document) in enumerate(known.items(), 1):
        try:
            target = checked_target(targets[path], *files, like=path, force=force)
            made = document.redact(redaction, drop_embedded=drop_embedded)
            make_folder(target.parent)
            made.save(target)
            say([f"第 {n} 份写到 {target}"])
            if made.package is not None and (pictures := unseen_parts(made.package)):
                remark(f"{target.name} 里有 {len(pictures)} 张图片，图片里的字没有看，请自己看一遍")
        except MzshError as error:
            failed += 1
            remark(f"没有写出：{path}：{error.message}（{error.code}）")
    if unmet := redaction.unmet:
        named = "、".join(unmet[:_SHOWN])
        remark(f"名单里有 {len(unmet)} 个哪一份里都没有找到，请看看写法对不对：{named}")
    counts = redaction.substitutes.counts
    say(["换成代号的：" + ("，".join(f"{sort} {count}" for sort, count in counts.items()) or "没有")])
    raise typer.Exit(2 if failed else 0)


def scrub(file: File, out: Out, force: Force = False) -> None:
    """去掉文件里作者、编辑过程和路径的痕迹（批注和修订的作者换成“作者1”），写成另一份；正文不动。"""
    document = open_document(file)
    target = checked_target(out, file, like=file, force=force)
    document.scrub().save(target)
    say([f"写到 {target}。正文、批注的话、日期、图片和嵌入的文件没有动；要隐去姓名用 mzsh redact"])


def _listed(path: Path | None) -> dict[Sort, list[str]]:
    """The words of a list, by sort: a line without one is a person."""
    found: dict[Sort, list[str]] = {sort: [] for sort in Sort}
    if path is None:
        return found
    try:
        text, _ = decode_text(regular_bytes(path))
    except OSError:
        stop(f"读不了 {path}。请检查路径")
    for line in text.splitlines():
        sort, mark, word = line.strip().replace(":", _MARK).partition(_MARK)
        if not mark:
            sort, word = Sort.PERSON, sort
        if sort not in (Sort.PERSON, Sort.UNIT, Sort.POST, "姓名"):
            stop(f"{path.name} 里有看不懂的一行。一行写一个姓名，或“单位：名称”“职务：名称”")
        if word.strip() not in _HEADS:
            found[Sort.PERSON if sort == "姓名" else Sort(sort)].append(word.strip())
    return found
