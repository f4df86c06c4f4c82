"""What the page about other programs says: its web service answers, and the hook runs as pre-commit runs it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import mzsh_model as mz
from tests.cli.running import EXAMPLES
from tests.web.sitting import word

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "integrating.md").read_text(encoding="utf-8")
REPORT = EXAMPLES / "情况报告.docx"


@pytest.fixture(scope="module")
def service() -> TestClient:
    (code,) = re.findall(r"```py\n(.*?)```", PAGE, re.DOTALL)
    assert sum(bool(line.strip()) for line in code.splitlines()) <= 25
    held: dict[str, object] = {"__name__": "service"}
    exec(compile(code, "integrating.md", "exec"), held)
    return TestClient(held["app"])


def test_the_web_service_checks_a_draft(service: TestClient) -> None:
    told = service.post("/check", files={"draft": REPORT.read_bytes()}).json()
    result = mz.check(mz.open(REPORT))
    assert (told["verdict"], told["findings"]) == (result.verdict, result.to_rows())
    assert [one["what"] for one in told["unchecked"]] == [one.what for one in result.unchecked]
    copy = service.post("/annotate", files={"draft": REPORT.read_bytes()}).content
    assert len(mz.open(copy).comments) == len(result.findings)


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        ("check", b"%PDF-1.7", "package-pdf"),
        ("check", b"x" * (21 * 1024 * 1024), "package-limit"),
        ("annotate", word("机密★1年", "某局党组关于2025年度民主生活会情况的报告"), "edit-classified"),
    ],
)
def test_what_the_web_service_cannot_take_is_one_line(service: TestClient, path: str, data: bytes, code: str) -> None:
    answer = service.post(f"/{path}", files={"draft": data})
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert len(answer.json()["message"].splitlines()) == 1


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of drafts whose hook is ours, run by the `mzsh` of this interpreter: nothing is fetched."""
    hook = import_module("pre_commit.clientlib").load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))[0]
    assert hook["additional_dependencies"] == [".[cli]"]
    told = {key: hook[key] for key in ("id", "name", "entry", "files", "exclude", "require_serial")}
    lines = "".join(f"        {key}: {value!r}\n" for key, value in told.items() if key != "id").replace("True", "true")
    config = f"repos:\n  - repo: local\n    hooks:\n      - id: {told['id']}\n        language: system\n{lines}"
    folder, tool = tmp_path / "库", tmp_path / "bin" / "mzsh"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mzsh_model "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    folder.mkdir()
    (folder / ".pre-commit-config.yaml").write_text(
        config.replace("False", "false").replace("\\\\", "\\"), encoding="utf-8"
    )
    monkeypatch.setenv("PATH", f"{tool.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHONUTF8", "1")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    return folder


def hooked(repository: Path) -> subprocess.CompletedProcess[str]:
    subprocess.run(["git", "add", "-A"], cwd=repository, check=True)
    command = [sys.executable, "-m", "pre_commit", "run", "--color", "never"]
    return subprocess.run(command, cwd=repository, capture_output=True, encoding="utf-8", check=False)


def test_the_hook_stops_a_draft_with_a_grave_finding(repository: Path) -> None:
    (repository / "说明.txt").write_text("不是材料", encoding="utf-8")
    (repository / "一次会").mkdir()
    shutil.copy(REPORT, repository / "一次会" / "情况报告.docx")
    run = hooked(repository)
    assert run.returncode == 1
    assert "exit code: 1" in run.stdout
    assert "RPT002" in run.stdout
    assert "说明.txt" not in run.stdout


def test_the_hook_lets_pass_what_is_accepted_and_looks_at_no_copy(repository: Path) -> None:
    (finding,) = (one for one in mz.check(mz.open(REPORT)).findings if one.code == "RPT002")
    shutil.copy(REPORT, repository / "情况报告.docx")
    shutil.copy(REPORT, repository / "别的.批注.docx")
    (repository / "~$情况报告.docx").write_bytes(b"lock")
    accepted = f'[[accepted]]\nid = "{finding.fingerprint}"\nreason = "合并写了"\nfile = "情况报告.docx"\n'
    (repository / "mzsh.accepted.toml").write_text(accepted, encoding="utf-8")
    run = hooked(repository)
    assert run.returncode == 0, run.stdout
    assert "Passed" in run.stdout


def test_the_hook_stops_what_could_not_be_checked(repository: Path) -> None:
    (repository / "坏的.docx").write_bytes(b"PK\x03\x04 nothing")
    run = hooked(repository)
    assert run.returncode == 1
    assert "exit code: 2" in run.stdout
