"""`config`: every setting in force, and where it was said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, cast

import typer

from mzsh_model.batch.accepted import ACCEPTED_NAME, load_accepted
from mzsh_model.batch.beside import above, shown
from mzsh_model.cli.checking import Profiled
from mzsh_model.cli.console import say, say_json, stop
from mzsh_model.cli.output import Into, told_to
from mzsh_model.rules.origins import settings_of
from mzsh_model.rules.profile import find_profile
from mzsh_model.rules.registry import find_rule


def config(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="路径", help="材料或文件夹：用它旁边或上级的配置；不写则是当前文件夹", show_default=False
        ),
    ] = Path(),
    profile: Profiled = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="规则", help="同 check 的 --ignore")] = None,
    form: Annotated[str, typer.Option("--format", metavar="格式", help="text 给人看，json 给程序用")] = "text",
    out: Into = None,
) -> None:
    """列出起作用的每项配置和它的来源。配置文件有错，在这里也会说。"""
    if form not in ("text", "json"):
        stop("--format 只能是 text 或 json")
    chosen = profile or find_profile([path])
    called = {"off": [find_rule(key).code for told in ignore for key in told.split(",")]} if ignore else {}
    settings = settings_of(chosen, called)
    accepted = [load_accepted(one) for one in above(ACCEPTED_NAME, path)]
    with told_to(out, *([chosen] if chosen else [])):
        if form == "json":
            say_json(
                {
                    "profile": None if chosen is None else str(chosen),
                    "settings": [{"key": s.key, "value": _plain(s.value), "origin": s.origin} for s in settings],
                    "accepted": [{"file": str(one.path), "entries": len(one.entries)} for one in accepted],
                }
            )
            return
        say([f"配置文件：{shown(chosen) if chosen else '没有，全用默认'}", ""])
        say(f"{s.key} = {json.dumps(_plain(s.value), ensure_ascii=False)}    # {s.origin}" for s in settings)
        say(f"接受的提示：{shown(one.path)}，{len(one.entries)} 条" for one in accepted)


def _plain(value: object) -> object:
    if isinstance(value, tuple | list):
        return [_plain(one) for one in cast(list[object], value)]
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in cast(Mapping[object, object], value).items()}
    return value
