"""The tools as an assistant calls them: through the SDK's own client, in memory and over the pipes of a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio
import jsonschema
import pytest
from mcp.client.stdio import stdio_client

import mzsh_model as mz
from mcp import Client, StdioServerParameters
from mzsh_model.carriers.schema import output_schema
from mzsh_model.mcp.place import Place
from mzsh_model.mcp.server import server_of
from mzsh_model.rules.profile import default_profile
from tests.cli.running import EXAMPLES, contents, mzsh, refused
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
        async with Client(server_of(Place(folder, copies), default_profile())) as client:
            return Told(await client.call_tool(tool, given))

    return anyio.run(asked)


def tools(folder: Path, copies: Path | None = None) -> dict[str, Any]:
    async def asked() -> dict[str, Any]:
        async with Client(server_of(Place(folder, copies), default_profile())) as client:
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


def test_what_cannot_begin_is_one_line(drafts: Path) -> None:
    refused(mzsh("mcp", drafts, "--allow-write", drafts), "target-is-input")
    assert mzsh("mcp", drafts / "没有").code == 2
    code = "import sys; sys.modules['mcp'] = None; sys.argv = ['mzsh', 'mcp']\nfrom mzsh_model.cli.main import main\nmain()"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env={**os.environ, "PYTHONUTF8": "1"}, check=False
    )
    assert (run.returncode, run.stderr.decode()) == (2, '这一项要先安装：pip install "mzsh-model[cli,mcp]"\n')
