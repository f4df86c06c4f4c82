"""Every verb over what is no file that it can use: one line and 2, never a slip, and nothing that stood there is lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from mzsh_model.carriers.formats import CARRIERS
from mzsh_model.cli.verbs import VERBS
from tests.cli.running import MEMBER, TEAM, contents, mzsh

ODD = {
    "long name": "长" * 90 + ".docx",
    "long path": "a/" * 3000 + "x.docx",
    "link in a ring": "圈.docx",
    "link to nowhere": "断.docx",
    "folder": "文件夹.docx",
    "pipe": "管道.docx",
    "below a file": "张三.docx/x.docx",
    "nothing": "",
}
READ = {
    "read": ["X"], "check": ["X"], "fix": ["X", "-o", "o.docx"], "repeats": ["X"], "comments": ["X"], "dossier": ["X"],
    "migrate": ["X"], "write": ["X", "-o", "o.docx"], "clean": ["X", "-o", "o.docx"], "bind": ["X", "-o", "o.docx"],
    "fates": ["X"], "finalize": ["X", "-o", "o.docx"], "redact": ["X", "-o", "o.docx"], "scrub": ["X", "-o", "o.docx"],
    "revisions": ["X"], "config": ["X"], "baseline": ["X", "-o", "o.json"], "progress": ["X", "X"], "diff": ["张三.docx", "X"],
    "merge": ["张三.docx", "张三.docx", "X", "-o", "o.docx"], "accept": ["X", "--id", "0" * 16, "--reason", "不改"],
}  # fmt: skip
WRITTEN = {
    "read": ["张三.docx", "--json", "-o", "X"], "check": ["张三.docx", "-o", "X"], "baseline": ["张三.docx", "-o", "X"],
    "fix": ["张三.docx", "-o", "X"], "redact": ["张三.docx", "-o", "X"], "demo": ["-o", "X"],
    "check html": ["张三.docx", "--report", "html:X"], "check copies": ["张三.docx", "--annotate", "X"],
    "check journal": ["张三.docx", "--resume", "X"],
}  # fmt: skip


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, held in (("张三.docx", MEMBER), ("班子.docx", TEAM)):
        Path(name).write_bytes(held.read_bytes())
    Path("文件夹.docx").mkdir()
    os.mkfifo("管道.docx")
    Path("圈.docx").symlink_to("圈.docx")
    Path("断.docx").symlink_to("没有/x.docx")
    return tmp_path


@pytest.mark.parametrize("odd", [name for name in ODD if name != "nothing"])
@pytest.mark.parametrize("verb", READ)
def test_what_cannot_be_read_is_told(here: Path, verb: str, odd: str) -> None:
    before = contents(here)
    run = mzsh(verb, *[ODD[odd] if one == "X" else one for one in READ[verb]])
    assert "程序出错" not in run.out + run.err
    assert run.code == (0 if verb == "config" else 2)
    assert not run.err.count("\n") > 3
    assert {name: data for name, data in contents(here).items() if name != "o.json"} == before


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("verb", WRITTEN)
def test_what_cannot_be_written_is_told_and_nothing_is_lost(here: Path, verb: str, odd: str) -> None:
    before, kinds = contents(here), {path: os.lstat(path).st_mode for path in here.iterdir()}
    run = mzsh(verb.split()[0], *[one.replace("X", ODD[odd]) for one in WRITTEN[verb]])
    assert "程序出错" not in run.out + run.err
    assert {name: contents(here)[name] for name in before} == before
    assert {path: os.lstat(path).st_mode for path in kinds} == kinds


def test_a_link_in_a_ring_stops_no_other_file(here: Path) -> None:
    for verb, said in {
        "check": "张三",
        "repeats": "读了 2 份",
        "baseline": "基线：5 个文件",
        "dossier": "张三",
    }.items():
        run = mzsh(verb, here, *(["-o", "o.json"] if verb == "baseline" else []))
        assert "程序出错" not in run.out + run.err
        assert said in run.out


SETTINGS = {
    "deep": "off = " + "[" * 5000,
    "many digits": "off = " + "9" * 5000,
    "no table of tools": "tool = 5",
    "no table of ours": "[tool]\nmzsh = 5",
    "bytes": "\ufeff\0",
    "a day": "off = 2020-01-01",
    "no number": "x = nan",
}


@pytest.mark.parametrize("name", ["mzsh.toml", "pyproject.toml", "mzsh.accepted.toml"])
@pytest.mark.parametrize("said", SETTINGS)
def test_settings_that_are_none_are_told(here: Path, name: str, said: str) -> None:
    Path(name).write_text(SETTINGS[said], encoding="utf-8")
    for arguments in (["check", "张三.docx"], ["config", "."], ["check", "张三.docx", "--profile", name]):
        run = mzsh(*arguments)
        assert "程序出错" not in run.out + run.err
        if run.code == 2:
            assert len(run.err.splitlines()) == 1
    if name == "mzsh.toml":
        assert mzsh("check", "张三.docx").code == 2
    if name == "pyproject.toml":  # somebody's, and none of ours to complain of
        assert mzsh("check", "张三.docx").code == 1


BESIDE = {
    "profile": ["check", "张三.docx", "--profile", "X"],
    "config": ["config", "--profile", "X"],
    "baseline": ["check", "张三.docx", "--baseline", "X"],
    "accepted": ["accept", "张三.docx", "--id", "ID", "--reason", "不改", "-o", "X"],
    "names": ["redact", "张三.docx", "-o", "o.docx", "--names", "X"],
    "list": ["accept", "--from", "X"],
}


@pytest.mark.parametrize("what", ["管道.docx", "文件夹.docx", "圈.docx"])
@pytest.mark.parametrize("asked", BESIDE)
def test_what_is_read_beside_the_drafts_is_a_file(here: Path, asked: str, what: str) -> None:
    """A pipe to which nobody writes would hold us for ever."""
    found = json.loads(mzsh("check", "张三.docx", "--format", "json").out)["files"][0]["findings"][0]["fingerprint"]
    run = mzsh(*[{"X": what, "ID": found}.get(one, one) for one in BESIDE[asked]])
    assert (run.code, run.out) == (2, "")
    assert len(run.err.splitlines()) == 1
    assert "程序出错" not in run.err


def test_a_pipe_in_the_place_of_the_cache_is_told(here: Path) -> None:
    Path("组").mkdir()
    Path("张三.docx").rename(Path("组") / "张三.docx")
    os.mkfifo(Path("组") / ".mzsh-cache.json")
    run = mzsh("check", "组", "--only-changed")
    assert (run.code, run.err.endswith("（target-device）\n")) == (2, True), run.err


def test_a_baseline_takes_nobodys_place(here: Path) -> None:
    for name, held in (("班子.docx", TEAM.read_bytes()), ("空.docx", b""), ("表.xlsx", b"x")):
        Path(name).write_bytes(held)
        run = mzsh("baseline", "张三.docx", "-o", name)
        assert (run.code, Path(name).read_bytes()) == (2, held)
        assert run.err.endswith("（target-exists）\n")


@pytest.mark.parametrize("forced", [[], ["--force"]])
def test_what_is_made_of_a_folder_takes_no_place_of_its_papers(here: Path, forced: list[str]) -> None:
    Path("会").mkdir()
    for name in ("张三.docx", "班子.docx"):
        Path(name).rename(Path("会") / name)
    Path("另.docx").symlink_to(Path("会") / "班子.docx")
    before = contents(here)
    for target in (Path("会") / "张三.docx", Path("另.docx")):
        run = mzsh("write", "--kind", "ledger", "会", "-o", target, *forced)
        assert (run.code, run.err.endswith("（target-is-input）\n")) == (2, True), run.err
    assert contents(here) == before


@pytest.mark.parametrize("name", [b"\xff\xfe.docx", "新\n行\u202e.docx".encode(), b"%41 \x1b[31m.docx"])
def test_every_report_tells_of_a_file_whatever_it_is_called(here: Path, name: bytes) -> None:
    draft = os.fsdecode(name)
    Path("张三.docx").rename(draft)
    forms = ("sarif", "junit", "html", "xlsx", "docx", "json", "jsonl", "csv")
    reports = [part for form in forms if form in CARRIERS for part in ("--report", f"{form}:o-{form}.{form}")]
    run = mzsh("check", draft, *reports)
    assert (run.code, "程序出错" in run.err) == (1, False), run.err
    assert len(list(here.glob("o-*"))) == len(reports) // 2 > 4
    assert mzsh("check", draft, "--resume", "o.jsonl").code == 1


def test_every_verb_that_reads_is_tried() -> None:
    tried = {*READ, *(name.split()[0] for name in WRITTEN)}
    assert {verb.name for verb in VERBS} - tried == {"serve", "mcp", "explain", "rules", "schema", "profile"}
