"""`check` and `demo`: files judged, one report each, one verdict of the run."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.batch.collector import collector_held
from mzsh_model.batch.copies import Copies
from mzsh_model.batch.files import find_documents
from mzsh_model.batch.run import FileResult, check_file
from mzsh_model.cli.console import remark, say, say_json, stop
from mzsh_model.cli.overview import by_person, overview, sums
from mzsh_model.cli.report import json_report, text_report
from mzsh_model.rules.finding import Level
from mzsh_model.rules.profile import Profile, find_profile, load_profile

_EXAMPLE = "个人对照检查材料.docx"


def check(
    paths: Annotated[list[Path], typer.Argument(metavar="路径", help="文件或文件夹，可以多个")],
    form: Annotated[str, typer.Option("--format", metavar="格式", help="text 给人看，json 给程序用")] = "text",
    profile: Annotated[
        Path | None,
        typer.Option(
            metavar="文件", help="配置文件（TOML），写了的项代替默认配置里的；不写则用材料所在文件夹或上级的 mzsh.toml"
        ),
    ] = None,
    fail_on: Annotated[
        str, typer.Option(metavar="级别", help="有这一级或更重的就算没过：必改、建议、提示；never 不看级别")
    ] = "必改",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="对应表里写明凭什么对应")] = False,
    full: Annotated[
        bool, typer.Option("--full", help="每一处都细说；不写则同类的只说一次，一批材料先列谁缺什么")
    ] = False,
    annotate: Annotated[
        Path | None, typer.Option(metavar="文件夹", help="把提示作为批注写进副本，放在这个文件夹里；原稿不动")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="文件夹里的批注稿有人改过、答复过，也覆盖")] = False,
) -> None:
    """检查一份或一批材料。退出码：0 没有到 --fail-on 级别的提示，1 有，2 有文件没能检查、没有查全或得不出结论，或批注稿没能写出。"""
    if form not in ("text", "json"):
        stop("--format 只能是 text 或 json")
    if fail_on != "never" and fail_on not in tuple(Level):
        stop("--fail-on 只能是 必改、建议、提示 或 never")
    chosen = profile or find_profile(paths)
    setting = load_profile(chosen)
    if chosen is not None and profile is None:
        remark(f"用配置文件 {chosen}")
    found = find_documents(paths, without=annotate)
    copies = None if annotate is None else Copies.of(paths, found.paths, annotate, force=force)
    if found.lock_files or found.others:
        remark(f"跳过：临时文件 {found.lock_files} 个，其他文件 {found.others} 个")
    if not found.paths:
        remark("没有找到可以检查的文件（.docx、.docm、.dotx、.txt、.md）")
    results: list[FileResult] = []
    for path in found.paths:
        one = _checked(path, setting, copies)
        if form == "text" and (full or len(found.paths) == 1):
            say([*text_report(one, verbose=verbose, full=full), ""])
        results.append(replace(one, document=None, value=None))  # told; a thousand of them would fill the memory
    if form == "json":
        say_json(json_report(results, found, with_copies=copies is not None))
    elif len(results) > 1:
        say([*by_person(results), "", *sums(results)] if full else overview(results))
    raise typer.Exit(_exit_code(results, fail_on))


def demo() -> None:
    """用随包的示例（虚构）走一遍：读入、检查、看结果。"""
    with as_file(files("mzsh_model.examples").joinpath(_EXAMPLE)) as path:
        one = check_file(path, profile=load_profile(None))
    say(text_report(replace(one, path=_EXAMPLE)))
    say(["", "示例是虚构的。检查自己的文件：mzsh check 文件或文件夹    看一条规则：mzsh explain MEA003"])


@collector_held()
def _checked(path: Path, profile: Profile, copies: Copies | None) -> FileResult:
    one = check_file(path, profile=profile)
    if copies is not None:
        one = copies.make(one)
        if one.uncopied:
            remark(f"没有写批注稿：{one.path}：{one.uncopied.message}")
    return one


def _exit_code(results: list[FileResult], fail_on: str) -> int:
    if not results or not all(one.is_done for one in results):
        return 2
    if fail_on == "never":
        return 0
    least = Level(fail_on).weight
    return int(any(f.level.weight >= least for one in results for f in one.result.findings))
