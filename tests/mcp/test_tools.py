"""The tools as an assistant calls them: through the SDK's own client, in memory and over the pipes of a process."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any
from unittest.mock import patch

import anyio
import jsonschema
import pytest
from mcp.client.stdio import stdio_client
from mcp.types import CallToolRequestParams

import mzsh_model as mz
from mcp import Client, StdioServerParameters
from mzsh_model.carriers.schema import output_schema
from mzsh_model.mcp.place import Place
from mzsh_model.mcp.server import Server
from mzsh_model.mcp.serving import serve
from mzsh_model.mcp.tools import Tools
from mzsh_model.rules.profile import default_profile
from tests.cli.running import EXAMPLES, assert_refused, contents, mzsh
from tests.web.sitting import word

REPORT = "情况报告.docx"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "材料"
    folder.mkdir()
    for path in EXAMPLES.glob("*.docx"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "扫描件.pdf").write_bytes(b"%PDF-1.7")
    (folder / "标密.docx").write_bytes(word("机密★1年", "某局党组关于2025年度民主生活会情况的报告", "不能说的话。"))
    (tmp_path / "外面.txt").write_text("个人对照检查材料", encoding="utf-8")
    return folder


class Told:
    """What a tool answered."""

    def __init__(self, result: Any) -> None:
        self.wrong: bool = bool(result.is_error)
        self.text: str = "\n".join(part.text for part in result.content)
        self.value: Any = result.structured_content


def ask(folder: Path, tool: str, copies: Path | None = None, /, **given: object) -> Told:
    async def asked() -> Told:
        async with Client(Server(Tools(Place(folder, copies), default_profile()))) as client:
            return Told(await client.call_tool(tool, given))

    return anyio.run(asked)


def call(folder: Path, tool: str, given: dict[str, object]) -> Told:
    """Asked past the client, which would refuse some of it: others do not."""
    server = Server(Tools(Place(folder), default_profile()))

    async def asked() -> Told:
        return Told(await server._handle_call_tool(None, CallToolRequestParams(name=tool, arguments=given)))  # type: ignore[arg-type]

    return anyio.run(asked)


def tools(folder: Path, copies: Path | None = None) -> dict[str, Any]:
    async def asked() -> dict[str, Any]:
        async with Client(Server(Tools(Place(folder, copies), default_profile()))) as client:
            return {tool.name: tool for tool in (await client.list_tools()).tools}

    return anyio.run(asked)


def test_without_leave_every_tool_only_reads(drafts: Path) -> None:
    reading = tools(drafts)
    assert sorted(reading) == ["check", "diff", "explain", "read"]
    assert all(tool.annotations.read_only_hint and tool.description for tool in reading.values())
    assert not tools(drafts, drafts / "批注")["annotate"].annotations.read_only_hint
    before = contents(drafts)
    assert ask(drafts, "annotate", path=REPORT).wrong
    assert ask(drafts, "check").value["files"]
    assert contents(drafts) == before


def test_check_says_what_check_says(drafts: Path) -> None:
    told = ask(drafts, "check").value
    jsonschema.validate(told, output_schema("check"))
    run = json.loads(mzsh("check", drafts, "--format", "json").out)
    assert [one["path"] for one in told["files"]] == [Path(one["path"]).name for one in run["files"]]
    for mine, theirs in zip(told["files"], run["files"], strict=True):
        assert {**mine, "path": "", "annotated": None, "not_annotated": None} == {
            **theirs,
            "path": "",
            "annotated": None,
            "not_annotated": None,
        }
    grave = ask(drafts, "check", path=REPORT, level="必改").value
    assert {f["level"] for one in grave["files"] for f in one["findings"]} == {"必改"}
    assert grave["summary"]["levels"]["提示"] > 0


def test_read_diff_and_explain_say_what_their_verbs_say(drafts: Path) -> None:
    assert ask(drafts, "read", path=REPORT).value == json.loads(mzsh("read", drafts / REPORT, "--json").out)
    doc = mz.open(drafts / "班子对照检查材料.docx")
    doc.write(mz.replace(doc.read().value, "/measures/2/due", "2026-09")).save(drafts / "改.docx")
    told = ask(drafts, "diff", old="班子对照检查材料.docx", new="改.docx").value
    run = mzsh("diff", drafts / "班子对照检查材料.docx", drafts / "改.docx", "--json")
    assert told == json.loads(run.out)
    assert told["sentences"]
    assert ask(drafts, "explain", rule="MEA003").text.rstrip() == mzsh("explain", "MEA003").out.rstrip()
    assert len(ask(drafts, "explain").text.splitlines()) == len(mzsh("rules").out.splitlines())


def test_annotate_writes_a_copy_and_loses_nothing(drafts: Path) -> None:
    into = drafts / "批注"
    before = contents(drafts)
    made = ask(drafts, "annotate", into, path=REPORT)
    assert made.text == str(into / "情况报告.批注.docx")
    assert mz.open(made.text).comments
    assert {name: data for name, data in contents(drafts).items() if not name.startswith("批注")} == before
    (into / "情况报告.批注.docx").write_bytes(b"somebody's")
    again = ask(drafts, "annotate", into, path=REPORT)
    assert (again.wrong, again.text.endswith("（target-differs）")) == (True, True)
    assert (into / "情况报告.批注.docx").read_bytes() == b"somebody's"


@pytest.mark.parametrize(
    ("tool", "given", "code"),
    [
        ("read", {"path": "../外面.txt"}, "path-outside"),
        ("check", {"path": "/etc"}, "path-outside"),
        ("diff", {"old": REPORT, "new": "链接.txt"}, "path-outside"),
        ("read", {"path": "没有.docx"}, "path-missing"),
        ("read", {"path": "."}, "path-folder"),
        ("read", {"path": "扫描件.pdf"}, "package-pdf"),
        ("read", {"path": "标密.docx"}, "edit-classified"),
        ("diff", {"old": "标密.docx", "new": REPORT}, "edit-classified"),
        ("explain", {"rule": "MEA03"}, "rule-unknown"),
        ("diff", {"old": REPORT, "new": "整改台账.docx"}, "compare-kind"),
    ],
)
def test_a_refusal_is_one_line_with_its_code(drafts: Path, tool: str, given: dict[str, str], code: str) -> None:
    (drafts / "链接.txt").symlink_to(drafts.parent / "外面.txt")
    told = ask(drafts, tool, **given)
    assert told.wrong
    assert len(told.text.splitlines()) == 1
    assert told.text.endswith(f"（{code}）"), told.text


def test_nothing_of_a_draft_with_a_secrecy_mark_is_told_but_the_mark(drafts: Path) -> None:
    told = ask(drafts, "check", path="标密.docx")
    assert not told.value["files"][0]["checked"]
    assert "不能说的话" not in told.text


def test_it_speaks_over_the_pipes_of_a_process_and_ends_with_them(drafts: Path) -> None:
    async def asked() -> Told:
        given = StdioServerParameters(
            command=sys.executable, args=["-m", "mzsh_model", "mcp", str(drafts)], env={**os.environ, "PYTHONUTF8": "1"}
        )
        async with Client(stdio_client(given)) as client:
            return Told(await client.call_tool("check", {"path": REPORT, "level": "必改"}))

    assert [f["code"] for f in anyio.run(asked).value["files"][0]["findings"]] == ["RPT002"]
    run = subprocess.run(
        [sys.executable, "-m", "mzsh_model", "mcp"], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")


@pytest.mark.parametrize(
    ("tool", "given", "code"),
    [
        ("read", {"path": "a\0b"}, "path-name"),
        ("check", {"path": "长" * 5000}, "path-name"),
        ("check", {"path": "a/" * 5000}, "path-name"),
        ("read", {"path": "\ud800.docx"}, "path-name"),
        ("diff", {"old": REPORT, "new": "x\0"}, "path-name"),
        ("check", {"path": "甲\n乙\u202e.docx"}, "path-missing"),
        ("check", {"level": "严重"}, "tool-arguments"),
        ("check", {"level": ["必改"]}, "tool-arguments"),
        ("check", {"path": 5}, "tool-arguments"),
        ("read", {}, "tool-arguments"),
        ("diff", {"old": REPORT}, "tool-arguments"),
        ("explain", {"rule": None}, "tool-arguments"),
        ("explain", {"rule": "\ud800" * 9000}, "rule-unknown"),
        ("remove", {"path": REPORT}, "tool-unknown"),
    ],
)
def test_what_is_asked_wrongly_is_told_in_chinese(drafts: Path, tool: str, given: dict[str, object], code: str) -> None:
    told = call(drafts, tool, given)
    assert told.wrong
    assert told.text.endswith(f"（{code}）"), told.text
    assert len(told.text) < 450
    assert code != "path-name" or "请核对文件名（" in told.text
    assert "".join(c for c in told.text if not c.isprintable()) == ""
    assert not {"Error", "error", "validation", "pydantic"} & set(re.findall("[A-Za-z]+", told.text))
    if code == "tool-arguments":
        assert all(name in told.text for name in tools(drafts)[tool].input_schema["properties"])


def test_a_slip_is_one_line_without_words_of_a_draft(drafts: Path) -> None:
    with patch("mzsh_model.mcp.tools.open_document", side_effect=ZeroDivisionError("张三")):
        told = call(drafts, "read", {"path": REPORT})
    assert (told.wrong, told.text) == (True, "程序出错（ZeroDivisionError），是本工具的缺陷，请报告（tool-slip）")


@pytest.mark.parametrize("linked", ["folder", "file", "place"])
def test_a_link_does_not_lead_a_copy_out_of_its_folder(drafts: Path, tmp_path: Path, linked: str) -> None:
    inner, into, outside = drafts / "个人", tmp_path / "批注", tmp_path / "别处"
    for folder in (inner, into, outside):
        folder.mkdir()
    (drafts / REPORT).rename(inner / REPORT)
    copy = into / "个人" / "情况报告.批注.docx"
    if linked == "file":
        copy.parent.mkdir()
        copy.symlink_to(outside / "x.docx")
    elif linked == "folder":
        (into / "个人").symlink_to(outside)
    else:  # where all copies go is named by whoever started it
        into.rmdir()
        into.symlink_to(outside)
    told = ask(drafts, "annotate", into, path=f"个人/{REPORT}")
    if linked == "place":
        assert not told.wrong
        assert copy.exists()
    else:
        assert told.text.endswith("（target-outside）"), told.text
        assert not list(outside.iterdir())


def test_acceptances_above_the_folder_are_none_of_its_own(drafts: Path, tmp_path: Path) -> None:
    (finding,) = ask(drafts, "check", path=REPORT, level="必改").value["files"][0]["findings"]
    entry = f'[[accepted]]\nid = "{finding["fingerprint"]}"\nreason = "别人的"\n'
    (tmp_path / "mzsh.accepted.toml").write_text(entry, encoding="utf-8")
    told = ask(drafts, "check", path=REPORT, level="必改").value
    assert [one["code"] for one in told["files"][0]["findings"]] == [finding["code"]]
    made = ask(drafts, "annotate", tmp_path / "批注", path=REPORT)
    assert any(finding["code"] in part for part in _comments(Path(made.text)))
    (drafts / "mzsh.accepted.toml").write_text(entry, encoding="utf-8")
    assert not ask(drafts, "check", path=REPORT, level="必改").value["files"][0]["findings"]


def _comments(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as packed:
        return [packed.read(name).decode("utf-8", "replace") for name in packed.namelist() if "omment" in name]


HELLO = (
    '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},'
    '"clientInfo":{"name":"t","version":"1"}}}\n{"jsonrpc":"2.0","method":"notifications/initialized"}\n'
)


def started(*arguments: str | Path, **streams: Any) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "mzsh_model", "mcp", *map(str, arguments)]
    given = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.Popen(command, env={**os.environ, "PYTHONUTF8": "1"}, **given)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("busy", [False, True])
def test_ended_from_outside_it_ends_while_its_input_stays_open(drafts: Path, name: str, busy: bool) -> None:
    if busy:
        many = "".join(f"{n}是学习不够系统，第{n}项任务拖了{n}天，有的同志讲客观多。\n" for n in range(1, 40_000))
        (drafts / "长.txt").write_text(f"个人对照检查材料\n一、存在的问题\n{many}", encoding="utf-8")
    with started(drafts) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        assert server.stderr is not None
        server.stdin.write(HELLO.encode())
        server.stdin.flush()
        assert b'"id":1' in server.stdout.readline()
        if busy:
            asked = {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "check", "arguments": {}}}
            server.stdin.write(json.dumps(asked).encode() + b"\n")
            server.stdin.flush()
            time.sleep(0.5)
        server.send_signal(getattr(signal, name))
        assert server.wait(20) == 130
        assert server.stderr.read().decode() == "已中断，没有做完\n"
        server.stdin.close()


def test_when_nobody_takes_the_answers_it_ends_in_one_line(drafts: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with started(drafts, stdout=writing) as server:
        os.close(writing)
        assert server.stdin is not None
        assert server.stderr is not None
        server.stdin.write(HELLO.encode())
        server.stdin.flush()
        assert server.wait(20) == 2
        assert server.stderr.read().decode() == "输出写不出去（磁盘满了，或对方已经关闭），没有说完\n"
        server.stdin.close()


def test_an_answer_that_was_on_its_way_fails_with_the_rest(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, profile = Place(drafts), default_profile()
    for errors, raised in (
        ([anyio.BrokenResourceError(), ExceptionGroup("", [BrokenPipeError()])], BrokenPipeError),
        ([KeyError("x")], ExceptionGroup),
    ):

        def run(*told: object, errors: list[Exception] = errors) -> None:
            raise ExceptionGroup("", errors)

        monkeypatch.setattr(anyio, "run", run)
        with pytest.raises(raised):
            serve(place, profile, ended=lambda: None)


def test_what_cannot_begin_is_one_line(drafts: Path) -> None:
    assert_refused(mzsh("mcp", drafts, "--allow-write", drafts), "target-is-input")
    assert mzsh("mcp", drafts / "没有").code == 2
    code = "import sys; sys.modules['mcp'] = None; sys.argv = ['mzsh', 'mcp']\nfrom mzsh_model.cli.main import main\nmain()"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env={**os.environ, "PYTHONUTF8": "1"}, check=False
    )
    assert (run.returncode, run.stderr.decode()) == (2, '这一项要先安装：pip install "mzsh-model[cli,mcp]"\n')
