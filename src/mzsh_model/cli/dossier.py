"""`dossier`: the folder of a meeting looked at as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mzsh_model import __version__
from mzsh_model.batch.copies import Copies
from mzsh_model.batch.run import FileResult
from mzsh_model.carriers.dossier_told import told_dossier
from mzsh_model.cli.console import remark, say, say_json, stop
from mzsh_model.cli.dossier_text import dossier_text
from mzsh_model.cli.today import Today, day_of
from mzsh_model.dossier.dossier import Dossier
from mzsh_model.dossier.open import open_dossier
from mzsh_model.rules.finding import Level


def dossier(
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="一次会的材料所在的文件夹")],
    form: Annotated[str, typer.Option("--format", metavar="格式", help="text 给人看，json 给程序用")] = "text",
    every: Annotated[bool, typer.Option("--all", help="单份材料的提示也列出来")] = False,
    last_year: Annotated[Path | None, typer.Option(metavar="文件夹", help="上年度的材料，用来比对和交账")] = None,
    profile: Annotated[
        Path | None, typer.Option(metavar="文件", help="配置文件（TOML）；不写则用文件夹里或上级的 mzsh.toml")
    ] = None,
    today: Today = None,
    fail_on: Annotated[
        str, typer.Option(metavar="级别", help="有这一级或更重的就算没过：必改、建议、提示；never 不看级别")
    ] = "必改",
    annotate: Annotated[
        Path | None, typer.Option(metavar="文件夹", help="把提示作为批注写进副本，两份材料对不上的两份都写；原稿不动")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="文件夹里的批注稿有人改过、答复过，也覆盖")] = False,
) -> None:
    """看一次会的全部材料：缺什么、谁是成员、问题有没有原因和措施、前后是否一致。退出码：0 没有到 --fail-on 级别的，1 有，2 没有认出任何一次会。"""
    if form not in ("text", "json"):
        stop("--format 只能是 text 或 json")
    if fail_on != "never" and fail_on not in tuple(Level):
        stop("--fail-on 只能是 必改、建议、提示 或 never")
    found = open_dossier(folder, today=day_of(today), profile=profile, last_year=last_year)
    if annotate is not None:
        _annotate(found, folder, annotate, force=force, every=every)
    if form == "json":
        say_json(told_dossier(found, __version__, all_findings=every).model_dump())
    else:
        say(dossier_text(found, all_findings=every))
    raise typer.Exit(_exit_code(found, fail_on, every=every))


def _annotate(found: Dossier, folder: Path, target: Path, *, force: bool, every: bool) -> None:
    drafts = [folder / path for meeting in found.meetings for path in meeting.documents]
    copies = Copies.of([folder], drafts, target, force=force)
    for meeting in found.meetings:
        for path, result in meeting.told(all_findings=every).items():
            document = meeting.documents[path]
            made = copies.make(FileResult(str(folder / path), document.kind, result, document))
            if made.uncopied:
                remark(f"没有写批注稿：{path}：{made.uncopied.message}")
            elif made.copy:
                remark(f"批注稿：{made.copy}")


def _exit_code(found: Dossier, fail_on: str, *, every: bool) -> int:
    if not found.meetings:
        return 2
    if fail_on == "never":
        return 0
    levels = [one.level for meeting in found.meetings for one in meeting.findings]
    if every:
        levels += [one.level for meeting in found.meetings for r in meeting.results.values() for one in r.findings]
    return int(any(level.weight >= Level(fail_on).weight for level in levels))
