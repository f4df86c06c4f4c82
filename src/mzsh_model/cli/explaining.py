"""What the tool itself knows: `explain`, `rules`, `schema`, `profile`."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer

from mzsh_model.carriers.schema import output_names, output_schema_text
from mzsh_model.cli.console import say, say_json, say_text, stop
from mzsh_model.cli.output import Into, told_to
from mzsh_model.kinds.schema import schema_name, schema_names, schema_text, type_name
from mzsh_model.rules.page import page
from mzsh_model.rules.profile import default_profile_text
from mzsh_model.rules.registry import all_rules, find_rule


def explain(
    key: Annotated[str, typer.Argument(metavar="规则", help="规则的代码或名称")],
    en: Annotated[bool, typer.Option("--en", help="提示的话用英文")] = False,
) -> None:
    """说明一条规则：查什么、为什么、怎么改、例子。"""
    say_text(page(find_rule(key), english=en))


def rules(
    form: Annotated[str, typer.Option("--format", metavar="格式", help="text 给人看，json 给程序用")] = "text",
    out: Into = None,
) -> None:
    """列出全部规则。"""
    with told_to(out):
        _rules(form)


def _rules(form: str) -> None:
    if form == "json":
        listed = [
            {
                "code": r.code,
                "name": r.name,
                "title": r.title,
                "level": str(r.level),
                "basis": [{"source": b.source, "grade": b.grade} for b in r.basis],
                "since": r.since,
            }
            for r in all_rules()
        ]
        say_json({"rules": listed})
    else:
        say(f"{r.code}  {r.level}  {r.name:<36}{r.title}" for r in all_rules())


def schema(
    name: Annotated[
        str, typer.Argument(metavar="模型名", help="模型名，如 SelfExamination；不写列出全部", show_default=False)
    ] = "",
    en: Annotated[bool, typer.Option("--en", help="说明用英文")] = False,
    out: Into = None,
) -> None:
    """输出模型和检查结果的 JSON Schema。"""
    with told_to(out):
        _schema(name, english=en)


def _schema(name: str, *, english: bool) -> None:
    if not name:
        say(f"{one:<20}{type_name(one)}" for one in schema_names())
        say(output_names())
    elif name in output_names():
        say_text(output_schema_text(name, english=english).rstrip())
    elif found := schema_name(name):
        say_text(schema_text(found, english=english).rstrip())
    else:
        kinds = [type_name(one) for one in schema_names()]
        near = get_close_matches(name, [*kinds, *schema_names(), *output_names()], 1)
        stop(f"没有模型 {name}。{f'是不是 {near[0]}？' if near else ''}可用：{'、'.join([*kinds, *output_names()])}")


def profile(out: Into = None) -> None:
    """输出默认配置。把要改的项抄到自己的文件，用 check 的 --profile 指定。"""
    with told_to(out):
        say_text(default_profile_text().rstrip())
