"""The README's whole program: it uses the public names alone, and what it leaves behind fits the published schema."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

import mzsh_model as mz

ROOT = Path(__file__).parents[2]


def test_the_program_leaves_json_that_fits_its_schema(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"<!-- newcomer -->\n```python\n(.*?)```", readme, re.DOTALL)
    assert set(re.findall(r"^(?:from|import) (\S+)", program, re.M)) == {"pathlib", "mzsh_model"}
    monkeypatch.chdir(tmp_path)
    exec(compile(program, "README.md", "exec"), {})
    assert capsys.readouterr().out
    told = json.loads((tmp_path / "自查.json").read_text(encoding="utf-8"))
    schema = json.loads((ROOT / "schemas" / "v1" / "self-examination.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(told)
    assert mz.load(told) == mz.open("自查（修订）.docx").read().value
