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

ROOT = Path(__file__).parents[2]
EXAMPLE_FILES = sorted(Path(str(files("mzsh_model.examples"))).glob("*.docx"))
_BLOCK = re.compile(r"```python\n(.*?)```\n\s*(?:```text\n(.*?)```)?", re.DOTALL)
PAGES = [ROOT / "README.md", ROOT / "README.zh.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES = [(page, code, shown) for page in PAGES for code, shown in _BLOCK.findall(page.read_text(encoding="utf-8"))]


_CONSOLE = re.compile(r"```console\n((?:\$ mzsh [^\n]*\n).*?)```", re.DOTALL)
CONSOLES = [(page, block) for page in PAGES for block in _CONSOLE.findall(page.read_text(encoding="utf-8"))]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))


@pytest.mark.parametrize(("page", "block"), CONSOLES, ids=[p.name for p, _ in CONSOLES])
def test_console_prints_what_it_shows(page: Path, block: str, tmp_path: Path) -> None:
    """`$ mzsh …` runs; the lines below it are those it prints, `…` on a line of its own standing for any others."""
    for example in EXAMPLE_FILES:
        (tmp_path / example.name).write_bytes(example.read_bytes())
    for command, shown in re.findall(r"\$ (mzsh [^\n]*)\n((?:(?!\$ ).*\n)*)", block):
        words = [sys.executable, "-m", "mzsh_model", *shlex.split(command)[1:]]
        env = {**os.environ, "PYTHONUTF8": "1"}
        told = subprocess.run(words, cwd=tmp_path, capture_output=True, env=env, check=False).stdout.decode()
        pattern = "".join("(?:.*\n)*" if line == "…" else re.escape(line) + "\n" for line in shown.splitlines())
        assert shown
        assert re.fullmatch(pattern, told.rstrip("\n") + "\n"), told


def test_there_are_examples_of_both_kinds() -> None:
    assert len(EXAMPLES) >= 3
    assert CONSOLES


@pytest.mark.parametrize("page", DECISIONS, ids=lambda p: p.stem)
def test_a_decision_is_whole(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for part in ("Status:", "Context:", "Decision:", "Consequences:", "Rejected:"):
        assert f"\n{part} " in text
    assert f"]({page.name})" in (page.parent / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("page", "code", "shown"), EXAMPLES, ids=[p.name for p, _, _ in EXAMPLES])
def test_example_runs_and_prints_what_it_says(page: Path, code: str, shown: str) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, str(page), "exec"), {})
    assert shown
    assert out.getvalue() == shown


def test_every_link_between_pages_leads_somewhere() -> None:
    for page in [*PAGES, *sorted((ROOT / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
