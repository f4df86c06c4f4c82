"""Two independent checkers of Office files find nothing in a fresh document of any kind."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.fresh.every_kind import fresh_files

BIN = Path(sys.executable).parent


def told(program: str, *words: str) -> Any:
    if not (BIN / program).exists():
        pytest.skip(f"{program} is not installed (extra dev)")
    run = subprocess.run([str(BIN / program), *words], capture_output=True, check=False)
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    at = tmp_path_factory.mktemp("fresh")
    for name, data in fresh_files().items():
        (at / f"{name}.docx").write_bytes(data)
    return at


def test_openxml_audit_finds_nothing(folder: Path) -> None:
    results = told("openxml-audit", "--output", "json", "--recursive", str(folder))
    found = {Path(one["file"]).stem: one["errors"] for one in results if one["error_count"] or one["warning_count"]}
    assert (found, len(results)) == ({}, len(fresh_files()))


def test_ooxml_integrity_finds_nothing(folder: Path) -> None:
    results = told("ooxml-integrity", "check", "--json", *map(str, sorted(folder.iterdir())))["files"]
    assert ([one for one in results if one["findings"]], len(results)) == ([], len(fresh_files()))
