"""`fix`: what takes a few characters and no thought is put right in a copy, in Word as tracked changes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.cli.console import say
from mzsh_model.cli.files import checked_target
from mzsh_model.cli.writing import Force, Out, check_author
from mzsh_model.document.fixing import fix as fixed
from mzsh_model.document.opening import open_document
from mzsh_model.rules.finding import Finding
from mzsh_model.rules.profile import find_profile


def fix(
    file: Annotated[Path, typer.Argument(metavar="文件", help="Word 或文本文件")],
    out: Out,
    profile: Annotated[
        Path | None, typer.Option(metavar="配置", help="TOML；不写则用材料旁边或上级文件夹里的 mzsh.toml")
    ] = None,
    author: Annotated[str, typer.Option(metavar="作者", help="修订的作者")] = "mzsh",
    force: Force = False,
) -> None:
    """把跳号、段末标点、引号、括号、方面里的错字这类毛病在副本里改好，写成修订。退出码：0 改好了或没有要改的，1 还有没改成的。"""
    check_author(author)
    target = checked_target(out, file, like=file, force=force)
    document = open_document(file)
    done = fixed(document, profile=profile or find_profile([file]), author=author)
    done.document.save(target)
    told = [_said("改好", one) for one in done.cured] + [_said("没有改", one) for one in done.left]
    how = "（修订，可以在 Word 里逐处接受或拒绝）" if done.cured and document.package is not None else ""
    say([*told, f"改好 {len(done.cured)} 处，没有改 {len(done.left)} 处，写到 {target}{how}"])
    if done.left:
        raise typer.Exit(1)


def _said(what: str, finding: Finding) -> str:
    return f"{what} 第{finding.line}行 {finding.code} {finding.message}"
