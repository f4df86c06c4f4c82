"""`mzsh`: read, check, explain. Report on stdout, everything else on stderr; exit codes 0 clean, 1 findings, 2 not checked."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from mzsh_model.batch.files import find_documents
from mzsh_model.batch.run import FileResult, check_file
from mzsh_model.cli.chinese import help_text, usage_text
from mzsh_model.cli.reading import reading_json, reading_text
from mzsh_model.cli.report import json_report, text_report
from mzsh_model.document import open_document
from mzsh_model.kernel.errors import MzshError
from mzsh_model.model.schema import schema_names, schema_text
from mzsh_model.rules.finding import Level
from mzsh_model.rules.page import page
from mzsh_model.rules.profile import Profile, default_profile_text, load_profile
from mzsh_model.rules.registry import all_rules, find_rule

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="民主生活会材料：读入、检查、说明规则。", rich_markup_mode=None
)
_EXAMPLE = "个人对照检查材料.docx"


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")


def _say_json(value: object) -> None:
    """One line of JSON: as it is where the stream can carry it, escaped where it cannot, never with characters lost."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value)
    _say([text])


def _stop(error: MzshError) -> NoReturn:
    sys.stderr.write(f"{error.message}（{error.code}）\n")
    raise typer.Exit(2)


@app.command()
def read(
    file: Annotated[Path, typer.Argument(metavar="文件", help="Word、文本或 Markdown 文件")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON：值、位置、疑点")] = False,
) -> None:
    """读入一份材料，给出模型、位置和阅读疑点。"""
    try:
        document = open_document(file)
        if as_json:
            _say_json(reading_json(document))
        else:
            _say(reading_text(document))
    except MzshError as error:
        _stop(error)


@app.command()
def check(
    paths: Annotated[list[Path], typer.Argument(metavar="路径", help="文件或文件夹，可以多个")],
    form: Annotated[str, typer.Option("--format", help="text 或 json")] = "text",
    profile: Annotated[Path | None, typer.Option(help="TOML 配置，盖在默认配置上")] = None,
    fail_on: Annotated[str, typer.Option(help="到哪一级算没过：必改、建议、提示、never")] = "必改",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="写出对应的依据")] = False,
) -> None:
    """检查一份或一批材料。退出码：0 没有该级别的问题，1 有，2 有文件没能检查。"""
    if form not in ("text", "json"):
        sys.stderr.write("--format 只能是 text 或 json\n")
        raise typer.Exit(2)
    if fail_on != "never" and fail_on not in tuple(Level):
        sys.stderr.write("--fail-on 只能是 必改、建议、提示 或 never\n")
        raise typer.Exit(2)
    try:
        setting = load_profile(profile)
    except MzshError as error:
        _stop(error)
    found = find_documents(paths)
    if found.lock_files or found.others:
        sys.stderr.write(f"跳过：临时文件 {found.lock_files} 个，其他文件 {found.others} 个\n")
    if not found.paths:
        sys.stderr.write("没有找到可以检查的文件（.docx、.docm、.dotx、.txt、.md）\n")
    results = [_checked(path, setting, form, verbose) for path in found.paths]
    if form == "json":
        _say_json(json_report(results, found))
    elif len(results) != 1:
        _say(_summary(results))
    raise typer.Exit(_exit_code(results, fail_on))


def _checked(path: Path, profile: Profile, form: str, verbose: bool) -> FileResult:
    one = check_file(path, profile=profile)
    if form == "text":
        _say([*text_report(one, verbose=verbose), ""])
    return replace(one, document=None, value=None)  # told already; a thousand of them would fill the memory


def _summary(results: list[FileResult]) -> Iterable[str]:
    unchecked = [one for one in results if not one.result.checked]
    told = [
        f"{name} {sum(str(r.result.verdict) == name for r in results)}" for name in ("不达标", "需修改", "基本达标")
    ]
    yield f"共 {len(results)} 个文件：{' · '.join(told)} · 没能检查 {len(unchecked)}"
    for one in unchecked:
        yield f"  {one.path}  {one.result.unchecked[0].reason}"


def _exit_code(results: list[FileResult], fail_on: str) -> int:
    if not results or any(not one.result.checked for one in results):
        return 2
    if fail_on == "never":
        return 0
    least = Level(fail_on).weight
    return int(any(f.level.weight >= least for one in results for f in one.result.findings))


@app.command()
def demo() -> None:
    """用随包的示例（虚构）走一遍：读入、检查、看结果。"""
    with as_file(files("mzsh_model.examples").joinpath(_EXAMPLE)) as path:
        one = check_file(path, profile=load_profile(None))
    _say(text_report(replace(one, path=_EXAMPLE)))
    _say(["", "示例是虚构的。检查自己的文件：mzsh check 文件或文件夹    看一条规则：mzsh explain MEA003"])


@app.command()
def explain(
    key: Annotated[str, typer.Argument(metavar="规则", help="规则的代码或名称")],
    en: Annotated[bool, typer.Option("--en", help="英文消息")] = False,
) -> None:
    """说明一条规则：查什么、为什么、怎么改、例子。"""
    try:
        _say([page(find_rule(key), english=en)])
    except MzshError as error:
        _stop(error)


@app.command()
def rules(form: Annotated[str, typer.Option("--format", help="text 或 json")] = "text") -> None:
    """列出全部规则。"""
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
        _say_json({"rules": listed})
    else:
        _say(f"{r.code}  {r.level}  {r.name:<36}{r.title}" for r in all_rules())


@app.command()
def schema(
    name: Annotated[str, typer.Argument(metavar="模型名", help="模型名；不写列出全部", show_default=False)] = "",
) -> None:
    """输出模型的 JSON Schema。"""
    if not name:
        _say(schema_names())
    elif name in schema_names():
        _say([schema_text(name).rstrip()])
    else:
        sys.stderr.write(f"没有模型 {name}。可用：{'、'.join(schema_names())}\n")
        raise typer.Exit(2)


@app.command()
def profile() -> None:
    """输出默认配置，可以改了用 --profile 指定。"""
    _say([default_profile_text().rstrip()])


def main() -> None:
    """Run the command line; a console that cannot show a character gets a substitute, a closed pipe ends quietly."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    try:
        code = _run(sys.argv[1:] or ["--help"])
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    if "--help" in arguments:
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            code = _called(arguments)
        sys.stdout.write(help_text(told.getvalue()))
        return code
    return _called(arguments)


def _called(arguments: list[str]) -> int:
    try:
        return int(app(arguments, prog_name="mzsh", standalone_mode=False) or 0)
    except typer.Abort:
        return 130
    except typer.TyperException as error:
        sys.stderr.write(f"{usage_text(error.format_message())}  看用法：mzsh --help\n")
        return 2
