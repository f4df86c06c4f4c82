"""`write`: a value in JSON becomes a Word file, or changes one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.cli.console import say, stop
from mzsh_model.cli.drafting import write_draft
from mzsh_model.cli.files import checked_target, read_model
from mzsh_model.document.fresh import write as fresh
from mzsh_model.document.opening import open_document
from mzsh_model.edit.change import replace
from mzsh_model.edit.compare import changes
from mzsh_model.edit.words import in_words
from mzsh_model.model.documents import DocumentValue
from mzsh_model.opc.save import save_bytes

_OF_THEMSELVES = frozenset({"kind", "links"})
Out = Annotated[Path, typer.Option("--out", "-o", metavar="文件", help="写到哪里；不会是读入的文件")]
Force = Annotated[bool, typer.Option("--force", help="已有同名文件也覆盖")]
Tracked = Annotated[str | None, typer.Option(metavar="作者", help="写成这个作者的修订，可以在 Word 里逐处接受或拒绝")]


def write(
    sources: Annotated[
        list[Path], typer.Argument(metavar="模型", help="JSON：mzsh read --json 的输出，改过的；有 --kind 时是文件夹")
    ],
    out: Out,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="文种",
            help="从一次会的材料做：ledger 整改台账，report 情况报告的框架，要人写的是【待补充】；"
            "forms 按班子名单做空白的征求意见表、谈心谈话记录、批评意见表，-o 写文件夹",
        ),
    ] = None,
    into: Annotated[
        Path | None, typer.Option(metavar="文件", help="写进这份材料，只动有改动的字；不写则新建一份 Word")
    ] = None,
    tracked: Tracked = None,
    force: Force = False,
) -> None:
    """把模型写成 Word（台账也可以写成 .xlsx），或写回原来的材料，并说明改了什么。读入的文件不动。"""
    check_author(tracked)
    if kind is not None:
        if into is not None or tracked is not None:
            stop("--kind 是新做一份，不能和 --into、--tracked 一起用")
        write_draft(kind, sources, out, force=force)
        return
    if len(sources) != 1:
        stop("一次只写一份模型")
    model = sources[0]
    if into is None:
        if tracked is not None:
            stop("--tracked 要和 --into 一起用：新建的文件没有可以比的原文")
        target = checked_target(out, model, force=force, forms=(".docx", ".xlsx"))
        is_sheet = target.suffix.lower() == ".xlsx"
        save_bytes(target, fresh(read_model(model), "xlsx" if is_sheet else "docx"))
        say([f"新写一份 {'Excel' if is_sheet else 'Word'}：{target}"])
        return
    target = checked_target(out, model, into, like=into, force=force)
    document = open_document(into)
    old = document.read().value
    new = _edited(old, read_model(model))
    written = document.write(new, tracked=tracked)
    written.save(target)
    said = in_words(old, new, changes(old, new))
    say([*said, f"改动 {len(said)} 处，写到 {target}" if written is not document else f"没有改动，照原样写到 {target}"])


def check_author(tracked: str | None) -> None:
    """End the command where tracked changes are to have no author."""
    if tracked is not None and not tracked.strip():
        stop("--tracked 后面要写作者的名字")


def _edited(old: DocumentValue, given: DocumentValue) -> DocumentValue:
    """`given` as edits of `old`: who changes a time limit in the JSON need not change the text around it as well."""
    if type(given) is not type(old):
        return given
    for name in type(old).model_fields:
        if name not in _OF_THEMSELVES:
            old = replace(old, f"/{name}", given.__dict__[name])
    return old
