"""The command line as a clerk and a program meet it, and the JSON contract."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import typer

import mzsh_model as mz
from mzsh_model.batch.run import check_file
from mzsh_model.carriers.schema import output_schema
from mzsh_model.cli.checking import check
from mzsh_model.cli.chinese import help_text
from mzsh_model.cli.wide import window
from mzsh_model.kernel.columns import columns, cut
from mzsh_model.kernel.printable import printable
from mzsh_model.kinds.schema import schema_of
from mzsh_model.rules.profile import load_profile
from mzsh_model.rules.registry import all_rules

EXAMPLES = Path(str(files("mzsh_model.examples")))
COMMANDS = ["check", "explain", "write", "fix", "clean", "diff", "merge", "bind", "fates", "finalize"]
RARE = "生僻字.txt"
DRAFT = EXAMPLES / "个人对照检查材料.docx"
GOOD = """某局党组领导班子2025年度民主生活会对照检查材料
上年度查摆的4个问题，已整改4个。
一、存在的问题
一是学习不够系统，列入计划的4本书只读了2本。
"""


def mzsh(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONUTF8": "1", **environment}
    return subprocess.run(
        [sys.executable, "-m", "mzsh_model", *map(str, arguments)], capture_output=True, env=env, check=False
    )


def test_demo_shows_a_finding_with_place_quote_and_remedy() -> None:
    run = mzsh("demo")
    text = run.stdout.decode()
    assert run.returncode == 0
    assert run.stderr == b""
    for part in (
        "必改 NUM002",
        "^^^^",
        "位置：",
        "为什么：",
        "怎么改：",
        "例子：",
        "没有检查：",
        "结论：有必改",
        "问题—原因—措施对应",
    ):
        assert part in text


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.docx")), ids=lambda p: p.stem)
def test_read_json_keeps_the_contract(path: Path) -> None:
    told = json.loads(mzsh("read", path, "--json").stdout)
    jsonschema.Draft202012Validator(schema_of("reading")).validate(told)
    assert set(told) == {"schema_version", "kind", "source", "value", "anchors", "notices"}
    assert told["kind"] == told["value"]["kind"]


def test_read_json_of_a_draft() -> None:
    told = json.loads(mzsh("read", DRAFT, "--json").stdout)
    value = told["value"]
    assert {"id", "aspect", "label", "statement", "text"} <= set(value["issues"][0])
    assert {"id", "label", "text"} <= set(value["causes"][0])
    assert {"id", "label", "text", "owner", "due"} <= set(value["measures"][0])
    assert {"issue", "cause", "measure", "basis"} <= set(value["links"][0])
    assert told["anchors"]["/issues/0/statement"].keys() == {"line", "start", "end"}


def test_check_json_keeps_the_contract() -> None:
    run = mzsh("check", DRAFT, "--format", "json")
    told = json.loads(run.stdout)
    assert run.returncode == 1
    jsonschema.Draft202012Validator(output_schema("check")).validate(told)
    assert set(told) == {"schema_version", "tool", "profile", "day", "files", "summary"}
    (file,) = told["files"]
    assert {"path", "kind", "verdict", "checked", "findings", "unchecked"} <= set(file)
    assert file["checked"] is True
    need = {"code", "name", "level", "message", "why", "how", "at", "line", "start", "end", "quote"}
    assert file["findings"]
    assert all(need <= set(finding) for finding in file["findings"])


def test_rules_json_keeps_the_contract() -> None:
    told = json.loads(mzsh("rules", "--format", "json").stdout)
    assert [set(rule) for rule in told["rules"]] == [{"code", "name", "title", "level", "basis", "since"}] * len(
        all_rules()
    )


def test_exit_codes(tmp_path: Path) -> None:
    good = tmp_path / "好.txt"
    good.write_text(GOOD, encoding="utf-8")
    empty = tmp_path / "空白.txt"
    empty.write_text("今天天气很好。", encoding="utf-8")
    assert mzsh("check", good, "--fail-on", "never").returncode == 0
    assert mzsh("check", good).returncode == 1
    assert mzsh("check", empty, "--fail-on", "never").returncode == 2
    assert mzsh("check", tmp_path / "没有.docx").returncode == 2
    assert mzsh("check", good, "--format", "xml").returncode == 2


def test_one_bad_file_does_not_stop_a_folder(tmp_path: Path) -> None:
    (tmp_path / "子").mkdir()
    (tmp_path / "a.txt").write_text(GOOD, encoding="gb18030")
    (tmp_path / "b.doc").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le")
    )
    (tmp_path / "子" / "c.docx").write_bytes(DRAFT.read_bytes())
    (tmp_path / "~$c.docx").write_bytes(b"x")
    (tmp_path / "d.xlsx").write_bytes(b"x")
    (tmp_path / "e.jpg").write_bytes(b"x")
    run = mzsh("check", tmp_path, "--format", "json")
    told = json.loads(run.stdout)
    assert run.returncode == 2
    assert [Path(f["path"]).name for f in told["files"]] == ["a.txt", "b.doc", "d.xlsx", "c.docx"]
    assert [f["checked"] for f in told["files"]] == [True, False, False, True]
    assert told["summary"]["files"] == 4
    assert told["summary"]["skipped"] == {"lock_files": 1, "copies": 0, "others": 1, "unchanged": 0}
    assert told["files"][1]["error"]["code"] == "package-doc"
    assert "临时文件 1 个，其他文件 1 个" in run.stderr.decode()
    assert "共 4 个文件" in mzsh("check", tmp_path).stdout.decode()


@pytest.mark.parametrize("command", [("demo",), ("check", DRAFT), ("read", DRAFT), ("rules",), ("diff", DRAFT, RARE)])
def test_a_gbk_console_is_no_traceback(command: tuple[str | Path, ...], tmp_path: Path) -> None:
    if RARE in command:
        rare = tmp_path / RARE
        rare.write_text(mz.open(DRAFT).text.replace("问题", "𠮷问题"), encoding="utf-8")
        command = (*command[:-1], rare)
    run = mzsh(*command, PYTHONUTF8="0", PYTHONIOENCODING="gbk")
    assert b"Traceback" not in run.stderr
    assert run.returncode in (0, 1)


def test_a_closed_pipe_is_no_traceback() -> None:
    run = subprocess.run(
        f"{sys.executable} -m mzsh_model rules | head -n 1", shell=True, capture_output=True, check=False
    )
    assert b"Traceback" not in run.stderr
    assert b"Error" not in run.stderr


def test_errors_are_one_line_on_stderr(tmp_path: Path) -> None:
    run = mzsh("read", tmp_path / "没有.docx")
    assert run.returncode == 2
    assert run.stdout == b""
    assert len(run.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize("command", [("--help",), (), *((name, "--help") for name in COMMANDS)])
def test_help_is_in_chinese(command: tuple[str, ...]) -> None:
    run = mzsh(*command)
    text = run.stdout.decode()
    assert run.returncode == 0
    assert text.startswith("用法：mzsh")
    assert "选项：" in text
    assert "显示这段说明" in text
    for english in ("Usage", "Options", "Arguments", "Commands", "Show this", "[default", "[required", "<", "{"):
        assert english not in text


def test_help_stands_in_columns_whatever_the_width() -> None:
    page = (
        "Options:\n  --format 格式    text  [default:\n                 text]\n  --annotate 文件夹  把提示写进副本，\n"
        "                   原稿不动\n  --help  Show this message and exit.\n"
    )
    assert help_text(page) == (
        "选项：\n  --format 格式      text  [默认 text]\n  --annotate 文件夹  把提示写进副本，\n"
        "                     原稿不动\n  --help             显示这段说明\n"
    )


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("chek",), "没有命令 chek。是不是"),
        (("check", "--bad", "x"), "没有选项 --bad"),
        (("check",), "缺少参数"),
        (("check", "x", "--profile"), "选项 --profile 后面要写值"),
        (("rules", "x"), "多出参数 x"),
        (("write", "x"), "缺少选项 --out"),
        (("merge", "x", "y"), "缺少"),
    ],
)
def test_wrong_usage_is_told_in_one_chinese_line(command: tuple[str, ...], said: str) -> None:
    run = mzsh(*command)
    assert run.returncode == 2
    assert run.stdout == b""
    assert said in run.stderr.decode()
    assert len(run.stderr.decode().splitlines()) == 1


def test_json_on_a_console_without_hanzi_loses_nothing() -> None:
    told = json.loads(mzsh("rules", "--format", "json", PYTHONUTF8="0", PYTHONIOENCODING="ascii").stdout)
    assert told == json.loads(mzsh("rules", "--format", "json").stdout)


def test_read_tells_parts_by_their_chinese_names_and_lines() -> None:
    text = mzsh("read", EXAMPLES / "整改台账.docx").stdout.decode()
    assert "第10行  序号 1，问题 理论学习与业务结合不够紧密。" in text
    assert "i1 → m1（同一行）" in text
    assert "{" not in text


def test_a_folder_without_documents_was_not_checked(tmp_path: Path) -> None:
    run = mzsh("check", tmp_path, "--format", "json")
    assert run.returncode == 2
    assert json.loads(run.stdout)["files"] == []
    assert "没有找到可以检查的文件" in run.stderr.decode()


def test_our_own_slip_in_one_file_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*arguments: object, **options: object) -> None:
        raise KeyError("slip")

    monkeypatch.setattr("mzsh_model.batch.run.check", broken)
    one = check_file(DRAFT, profile=load_profile(None))
    assert one.error is not None
    assert one.error.code == "file-crash"
    assert "slip" not in one.error.message
    assert not one.result.checked


def test_a_rule_that_slips_leaves_the_file_half_checked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    judged = check_file(DRAFT, profile=load_profile(None))
    half = replace(judged, result=replace(judged.result, findings=(), verdict=None, broken=("MEA003",)))
    monkeypatch.setattr("mzsh_model.cli.checked_files.check_file", lambda *arguments, **options: half)
    with pytest.raises(typer.Exit) as ended:
        check([DRAFT, tmp_path / "又一份.docx"])
    assert ended.value.exit_code == 2
    said = capsys.readouterr().out
    assert "没有结论 2" in said
    assert "规则 MEA003 出错，没有查全，请报告" in said


SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩", "一二"
LACKS = {
    "没有整改措施": lambda parts: parts[:2],
    "没有原因剖析": lambda parts: [parts[0], parts[2]],
    "这里是“四是”": lambda parts: [parts[0].replace("三是", "四是"), *parts[1:]],
    "未发现必改项": lambda parts: parts,
}
PARTS = [
    "一、存在的问题\n一是理论学习不够系统，列入计划的4本书只读了2本。\n二是调研不够深入，全年只到联系点3次。\n三是我请示报告不够及时，有2项工作先办后报。\n",
    "二、原因剖析\n一是理论武装抓得不深。\n二是宗旨意识有所淡化。\n三是纪律观念不强。\n",
    "三、整改措施\n一是加强理论学习，2026年6月底前读完4本书。\n二是深入调研，2026年6月底前到联系点6次。\n三是严格请示报告，2026年3月底前对照清单自查。\n",
]


def test_thirty_drafts_say_on_the_first_screen_who_lacks_what(tmp_path: Path) -> None:
    for n, name in enumerate(surname + given for surname in SURNAMES for given in GIVEN):
        lack = list(LACKS)[n % len(LACKS)]
        head = f"某局党组成员{name}2025年度民主生活会个人对照检查材料\n{name}\n上年度查摆的4个问题，已整改4个。\n"
        (tmp_path / f"{name}.txt").write_text(head + "".join(LACKS[lack](PARTS)), encoding="utf-8")
    told = mzsh("check", tmp_path).stdout.decode().splitlines()
    assert len(told) < 200
    rows = {line.split()[0]: line for line in told[1:31]}
    assert len(rows) == 30
    for n, name in enumerate(surname + given for surname in SURNAMES for given in GIVEN):
        lack = list(LACKS)[n % len(LACKS)]
        assert lack in rows[name], rows[name]
        assert ("有必改" in rows[name]) is (lack != "未发现必改项")


def test_many_files_are_told_by_person_first_and_in_few_lines(tmp_path: Path) -> None:
    for n in range(30):
        (tmp_path / f"{n:02}.docx").write_bytes(DRAFT.read_bytes())
    told = mzsh("check", tmp_path).stdout.decode().splitlines()
    assert len(told) < 200
    assert told[0].startswith("谁")
    assert all(line.startswith("张三") and "有必改" in line for line in told[1:31])
    assert "--full" in "".join(told)


def test_findings_of_one_rule_are_told_once_with_their_places(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text(GOOD + "二、整改措施\n1.读完4本书。\n2.到联系点6次。\n3.接访12次。\n", encoding="utf-8")
    brief, full = (mzsh("check", draft, *more).stdout.decode() for more in ((), ("--full",)))
    assert brief.count("怎么改：写明到哪一天") == brief.count("建议 MEA003") == 1
    assert "同样的还有 2 处" in brief
    assert full.count("建议 MEA003") == 3


def test_explain_offers_the_nearest_rule() -> None:
    assert "MEA003" in mzsh("explain", "measure-without-due").stdout.decode()
    assert "no time limit" in mzsh("explain", "MEA003", "--en").stdout.decode()
    assert "MEA003" in mzsh("explain", "MEA03").stderr.decode()


def test_profile_is_laid_over_and_checked(tmp_path: Path) -> None:
    profile = tmp_path / "p.toml"
    profile.write_text('off = ["NUM002", "NUM001"]\n[levels]\nTXT001 = "必改"\n', encoding="utf-8")
    told = json.loads(mzsh("check", DRAFT, "--format", "json", "--profile", profile).stdout)["files"][0]
    levels = {f["code"]: f["level"] for f in told["findings"]}
    assert "NUM002" not in levels
    assert levels["TXT001"] == "必改"
    profile.write_text("quorun = 0.9\n", encoding="utf-8")
    run = mzsh("check", DRAFT, "--profile", profile)
    assert run.returncode == 2
    assert "quorum" in run.stderr.decode()


def test_document_text_cannot_command_a_terminal() -> None:
    assert printable("a\x1b[31m\u202eb\x9bc\nd") == "a\\x1b[31m\\u202eb\\x9bc d"


def test_the_caret_stands_under_the_words() -> None:
    text = "前" * 60 + "目标" + "后" * 60
    shown, begin, end = window(text, 60, 62)
    assert end - begin == 4
    assert columns(shown[: shown.index("目标")]) == begin


def test_a_text_is_cut_at_its_columns() -> None:
    assert cut("一二三", 6) == "一二三"
    assert cut("一二三四", 6) == "一二…"
    assert cut("ab一二", 5) == "ab一…"
