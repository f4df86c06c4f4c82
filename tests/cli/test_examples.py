"""The shipped examples: made by the script, and found in them what was planted in them, no more."""

from __future__ import annotations

import runpy
import zipfile
from collections import Counter
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from mzsh_model.batch.run import check_file
from mzsh_model.rules.profile import load_profile

ROOT = Path(__file__).parents[2]
EXAMPLES = Path(str(files("mzsh_model.examples")))
PLANTED = {
    "个人对照检查材料": "TXT001 ISS008 ISS004 ISS006 NUM002 ISS007 MEA002 ISS005 TXT002 NUM001 MEA003 SLF005 SLF006",
    "班子对照检查材料": "MEA002 TXT003 ISS008 MEA004 NUM002 TXT001",
    "情况报告": "RPT002 MTG005 RPT008 RPT014",
    "整改台账": "LDG006 LDG006 LDG001",
}


def test_every_example_has_its_list() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.docx")} == set(PLANTED)


@pytest.mark.parametrize("name", PLANTED)
def test_what_was_planted_is_found_and_nothing_else(name: str) -> None:
    one = check_file(EXAMPLES / f"{name}.docx", profile=load_profile(None), today=date(2026, 7, 15))
    assert Counter(f.code for f in one.result.findings) == Counter(PLANTED[name].split())


def test_the_script_makes_these_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = runpy.run_path(str(ROOT / "tools" / "make_examples.py"))
    monkeypatch.setitem(script["main"].__globals__, "OUT", tmp_path)
    script["main"]()
    assert _members(tmp_path) == _members(EXAMPLES), "run: python tools/make_examples.py"


def _members(folder: Path) -> dict[str, dict[str, bytes]]:
    """What the packages hold; how well it is squeezed depends on the zlib at hand."""
    held: dict[str, dict[str, bytes]] = {}
    for path in folder.glob("*.docx"):
        with zipfile.ZipFile(path) as package:
            held[path.name] = {name: package.read(name) for name in package.namelist()}
    return held
