"""`demo`: the shipped examples, looked at here or put into a folder."""

from __future__ import annotations

import os
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.batch.run import check_file
from mzsh_model.cli.console import say
from mzsh_model.cli.report import text_report
from mzsh_model.kernel.errors import SaveError
from mzsh_model.opc.save import save_bytes
from mzsh_model.rules.profile import default_profile

_EXAMPLES = files("mzsh_model.examples")
_EXAMPLE = "个人对照检查材料.docx"


def demo(
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="文件夹", help="把随包的示例放进这个文件夹，拿来试")
    ] = None,
) -> None:
    """用随包的示例（虚构）走一遍：读入、检查、看结果。"""
    if out is not None:
        _put(out)
        return
    with as_file(_EXAMPLES.joinpath(_EXAMPLE)) as path:
        one = check_file(path, profile=default_profile())
    say(text_report(replace(one, path=_EXAMPLE), default_profile()))
    say(["", "示例是虚构的。检查自己的文件：mzsh check 文件或文件夹    看一条规则：mzsh explain MEA003"])


def _put(folder: Path) -> None:
    """Put the examples into a folder; a file that stands there already with other content is left, and nothing is put."""
    held = {one.name: one.read_bytes() for one in _EXAMPLES.iterdir() if one.name.endswith(".docx")}
    for name, data in held.items():
        target = folder / name
        if os.path.lexists(target) and (not os.path.isfile(target) or target.read_bytes() != data):
            raise SaveError("target-exists", f"已经有 {target}，内容不是示例，没有覆盖。请换一个文件夹")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError("save-failed", f"建不了文件夹 {folder}。请检查权限，或换一个位置") from error
    for name, data in sorted(held.items()):
        save_bytes(folder / name, data)
    say([f"示例 {len(held)} 份，放在 {folder}：{'、'.join(sorted(held))}"])
