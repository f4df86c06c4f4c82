"""`mcp`: the tools for an assistant, over standard input and output."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from mzsh_model.cli.checking import Profiled, chosen_profile
from mzsh_model.cli.console import stop
from mzsh_model.cli.ending import BROKEN_OFF, INTERRUPTED, UnheardError, last_words
from mzsh_model.kernel.errors import SaveError


def mcp(
    folder: Annotated[
        Path, typer.Argument(metavar="文件夹", help="只能看这个文件夹里的；不写则是当前文件夹", show_default=False)
    ] = Path(),
    allow_write: Annotated[
        Path | None, typer.Option(metavar="文件夹", help="许可把批注稿写进这个文件夹；不写则什么都不能写")
    ] = None,
    profile: Profiled = None,
) -> None:
    """给本机的助手程序用（MCP，标准输入输出）：读、查、说明规则、比较；加 --allow-write 才能写批注稿。"""
    if not os.path.isdir(folder):
        stop(f"没有文件夹 {folder}。请核对路径")
    if allow_write is not None and os.path.realpath(allow_write) == os.path.realpath(folder):
        raise SaveError("target-is-input", f"{allow_write} 就是放材料的文件夹。请另指放批注稿的文件夹，可以在它下面")
    setting = chosen_profile([folder], profile)
    try:
        from mzsh_model.mcp.place import Place
        from mzsh_model.mcp.serving import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        stop('这一项要先安装：pip install "mzsh-model[cli,mcp]"')
    place = Place(Path(os.path.realpath(folder)), allow_write and Path(os.path.realpath(allow_write)))
    try:
        serve(place, setting, ended=_ended)
    except OSError as error:
        raise UnheardError from error


def _ended() -> NoReturn:
    """End at once: a thread may still be reading what somebody holds open, and is not waited for."""
    last_words(BROKEN_OFF)
    os._exit(INTERRUPTED)
