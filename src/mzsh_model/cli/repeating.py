"""`repeats`: which files of a folder share passages word for word, or are one another reworded."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import asdict
from multiprocessing import get_context
from typing import Annotated

import typer

from mzsh_model.batch.addresses import find_at
from mzsh_model.batch.files import find_documents
from mzsh_model.batch.repeats import Repeat, read_corpus
from mzsh_model.cli.checking import Profiled, chosen_profile, told_apart
from mzsh_model.cli.console import remark, say, say_json, stop

_QUOTED = 40


def repeats(
    named: Annotated[list[str], typer.Argument(metavar="路径", help="文件或文件夹，可以多个；也可以是网址")],
    least: Annotated[
        int | None, typer.Option(metavar="字数", min=16, help="多少字相同算雷同；不写用配置里的（默认 30）")
    ] = None,
    profile: Profiled = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="个数", min=1, help="几个进程同时读")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="一对一行 JSON")] = False,
) -> None:
    """找出一批材料里谁和谁雷同：一字不差的段落，换了顺序的，稍作改写的。退出码：0 没有，1 有，2 有文件没能读。"""
    paths, addresses = told_apart(named)
    found = find_documents(paths)
    drafts = [*found.paths, *find_at(addresses, found)]
    if not drafts:
        stop("没有找到可以读的文件")
    setting = chosen_profile(paths, profile)
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) if jobs > 1 else nullcontext()
    with pool as executor:
        corpus = read_corpus(map(str, drafts), least=least, profile=setting, executor=executor)
    for path, error in corpus.unread:
        remark(f"没有读：{path}：{error.message}")
    count = 0
    for one in corpus.repeats:
        count += 1
        if as_json:
            say_json(asdict(one))
        else:
            say([_line(one)])
    if not as_json:
        say([f"读了 {len(corpus.paths)} 份，雷同的 {count} 对"])
    raise typer.Exit(2 if corpus.unread else int(count > 0))


def _line(one: Repeat) -> str:
    how = "像是改写的，相同的零碎话" if one.reworded else "相同"
    words = one.words[:_QUOTED] + ("……" if len(one.words) > _QUOTED else "")
    said = f"{one.one} 和 {one.other}：{how} {one.passages} 处，共 {one.characters} 字，最长 {one.longest} 字"
    return f"{said}（第{one.line}行、第{one.other_line}行）“{words}”"
