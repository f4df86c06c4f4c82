"""Every example in the README and the docs runs, and prints what stands below it."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.kinds.page import picture_of
from mzsh_model.kinds.registry import kinds
from mzsh_model.rules.profile import default_profile, load_profile

ROOT = Path(__file__).parents[2]
EXAMPLE_FILES = sorted(Path(str(files("mzsh_model.examples"))).glob("*.docx"))
PAGES = [ROOT / "README.md", ROOT / "README.zh.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_STEP = re.compile(r"```python\n(.*?)```\n\s*(?:```text\n(.*?)```)?|```console\n(\$ mzsh .*?)```", re.DOTALL)
STEPS = {page: _STEP.findall(page.read_text(encoding="utf-8")) for page in PAGES}
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
PICTURES = ROOT / "docs" / "pictures"


def test_there_are_examples_of_both_kinds() -> None:
    steps = [step for found in STEPS.values() for step in found]
    assert sum(bool(code) for code, _, _ in steps) >= 3
    assert any(console for _, _, console in steps)


@pytest.mark.parametrize("page", [page for page, found in STEPS.items() if found], ids=lambda page: page.name)
def test_a_page_runs_and_prints_what_it_shows(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From top to bottom, in an empty folder: who pastes it has no more; names do not last beyond a block."""
    monkeypatch.chdir(tmp_path)
    for code, shown, console in STEPS[page]:
        if console:
            console_prints(console)
            continue
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, str(page), "exec"), {})
        assert shown, code
        assert out.getvalue() == shown, code


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_what_a_reader_would_do_with_a_file_of_their_own_runs(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Blocks marked `py` name a file that only the reader has: an example stands for it."""
    blocks = re.findall(r"```py\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    monkeypatch.chdir(tmp_path)
    doc = mz.open(next(path for path in EXAMPLE_FILES if path.stem == "班子对照检查材料"))
    own = doc.write(mz.replace(doc.read().value, "/measures/2/due", "2026-09"))
    own.save("2025年度对照检查材料.docx")
    for code in blocks:
        exec(compile(code, page, "exec"), {"mz": mz})
        for name in re.findall(r'save\("(.+?)"\)', code):
            assert mz.open(name).to_bytes() != own.to_bytes(), name


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_the_table_of_commands_names_each_of_them_and_no_other(page: str) -> None:
    table = re.findall(r"^\|.*\|$", (ROOT / page).read_text(encoding="utf-8"), re.M)
    cells = [row.split("|")[2] for row in table[2:]]
    told = [re.findall(r"`(?:mzsh )?([a-z]+)[^`]*`", cell) for cell in cells]
    commands = set(re.findall(r"^  ([a-z]+) ", _help(), re.M))
    assert {name for row in told for name in row if name != "mzsh"} | {"demo", "serve"} == commands
    options = _help("check")
    asked = {
        option
        for call in re.findall(r"`mzsh check[^`]*", "".join(cells))
        for option in call.split()
        if option[0] == "-"
    }
    assert asked
    assert all(re.search(rf"(?<![a-z-]){option}\b", options) for option in asked)


def _help(*command: str) -> str:
    words = [sys.executable, "-m", "mzsh_model", *command, "--help"]
    env = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=True, env=env).stdout


def test_the_page_of_public_names_is_what_the_code_says() -> None:
    told = subprocess.run([sys.executable, str(ROOT / "tools" / "make_api.py"), "--check"], check=False)
    assert told.returncode == 0, "run `python tools/make_api.py`"
    for page in ("api.md", "api.en.md"):
        named = re.findall(r"^### mz\.(\w+)$", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.M)
        assert sorted(named) == sorted(mz.__all__)


def test_the_profile_of_the_docs_can_be_used(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "profile.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert blocks
    for block in blocks:
        (tmp_path / "配置.toml").write_text(block, encoding="utf-8")
        assert load_profile(tmp_path / "配置.toml") != default_profile()


def console_prints(block: str) -> None:
    """`$ mzsh …` runs; the lines below it are those it prints, `…` on a line of its own standing for any others."""
    for command, shown in re.findall(r"\$ (mzsh [^\n]*)\n((?:(?!\$ ).*\n)*)", block):
        words = [sys.executable, "-m", "mzsh_model", *shlex.split(command)[1:]]
        env = {**os.environ, "PYTHONUTF8": "1"}
        told = subprocess.run(words, capture_output=True, env=env, check=False).stdout.decode()
        pattern = "".join("(?:.*\n)*" if line == "…" else re.escape(line) + "\n" for line in shown.splitlines())
        assert shown, command
        assert re.fullmatch(pattern, told.rstrip("\n") + "\n"), f"{command}\n{told}"


def commands_of(page: str) -> list[str]:
    """What a reader of the tutorial types after it is installed: in blocks and tables alike, from top to bottom."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8").partition("$ mzsh demo")
    return ["".join(found) for found in re.findall(r"^\$ (mzsh .*)$|^\| `(mzsh [^`]*)` \|", "".join(text[1:]), re.M)]


def test_the_tutorial_says_the_same_in_both_languages() -> None:
    assert commands_of("tutorial.en.md") == commands_of("tutorial.md")


@pytest.mark.parametrize("page", ["tutorial.md", "tutorial.en.md"])
def test_every_command_of_the_tutorial_runs_as_pasted_in_an_empty_folder(page: str, tmp_path: Path) -> None:
    """By a shell, as its reader has it."""
    commands = commands_of(page)
    assert len(commands) > 12
    tool = tmp_path / "bin" / "mzsh"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mzsh_model "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    empty = tmp_path / "空"
    empty.mkdir()
    env = {**os.environ, "PYTHONUTF8": "1", "PATH": f"{tool.parent}{os.pathsep}{os.environ['PATH']}"}
    for command in commands:
        run = subprocess.run(command, shell=True, cwd=empty, env=env, capture_output=True, check=False)
        assert run.returncode in (0, 1), (command, run.stderr.decode())
    assert {"模型.json", "新.docx", "改.docx", "发出.docx", "合稿.docx", "定稿.docx"} <= {
        p.name for p in empty.iterdir()
    }


def test_pictures_are_small_and_shown() -> None:
    shown = {
        ROOT / "docs" / target for page in PAGES for target in re.findall(r"!\[[^]]+\]\((.+?)\)", page.read_text())
    }
    assert shown == set(PICTURES.iterdir())
    for picture in shown:
        assert picture.stat().st_size < 150_000, picture


def test_every_kind_that_is_written_has_its_picture() -> None:
    """`python -m tools.make_kind_pictures` draws what is missing."""
    pictures = [ROOT / "docs" / picture_of(kind) for kind in kinds() if kind.lay_out is not None]
    assert len(pictures) >= 16
    for picture in pictures:
        assert picture.stat().st_size < 60_000, picture


@pytest.mark.parametrize("page", DECISIONS, ids=lambda p: p.stem)
def test_a_decision_is_whole(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for part in ("Status:", "Context:", "Decision:", "Consequences:", "Rejected:"):
        assert f"\n{part} " in text
    assert f"]({page.name})" in (page.parent / "index.md").read_text(encoding="utf-8")


def test_every_link_between_pages_leads_somewhere() -> None:
    for page in [*PAGES, *sorted((ROOT / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
