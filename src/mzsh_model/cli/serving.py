"""`serve`: a page on this machine, for those without a shell."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.cli.checking import Profiled, chosen_profile
from mzsh_model.cli.console import say, stop

_EXTRA = ("starlette", "uvicorn", "python_multipart", "jinja2")


def serve(
    port: Annotated[
        int, typer.Option(metavar="端口", min=0, max=65535, help="不写（0）则用一个空着的", show_default=False)
    ] = 0,
    no_open: Annotated[bool, typer.Option("--no-open", help="不打开浏览器，只显示地址")] = False,
    profile: Profiled = None,
) -> None:
    """在本机打开一个网页：拖进材料，看谁缺什么，取走批注稿和报告。按 Ctrl-C 结束，收到的材料随即清除。"""
    setting = chosen_profile([Path()], profile)
    try:
        from mzsh_model.web.serving import serve as served
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        stop('网页要先安装：pip install "mzsh-model[cli,web]"')
    served(port, profile=setting, opens=not no_open, ready=_told)
    say(["已结束，收到的材料都清除了"])


def _told(address: str) -> None:
    say([f"在浏览器里打开：{address}", "只有本机能打开，不联网。按 Ctrl-C 结束"])
    sys.stdout.flush()
