"""Two independent checkers of Office files find nothing in a fresh document."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mzsh_model.kinds.write import write
from mzsh_model.model.documents import MeetingReport, SelfExamination
from tests.fresh.test_fresh import EXAMINATION, REPORT

BIN = Path(sys.executable).parent


def told(program: str, *words: str) -> Any:
    if not (BIN / program).exists():
        pytest.skip(f"{program} is not installed (extra dev)")
    run = subprocess.run([str(BIN / program), *words], capture_output=True, check=False)
    return json.loads(run.stdout)


@pytest.fixture(params=[EXAMINATION, REPORT], ids=["examination", "report"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    value = request.param
    assert isinstance(value, SelfExamination | MeetingReport)
    path = tmp_path / "fresh.docx"
    path.write_bytes(write(value))
    return path


def test_openxml_audit_finds_nothing(fresh: Path) -> None:
    [result] = told("openxml-audit", "--output", "json", str(fresh))
    assert (result["errors"], result["error_count"], result["warning_count"]) == ([], 0, 0)


def test_ooxml_integrity_finds_nothing(fresh: Path) -> None:
    [result] = told("ooxml-integrity", "check", "--json", str(fresh))["files"]
    assert result["findings"] == []
