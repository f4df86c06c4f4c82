"""Comments in files that other programs wrote, and after another program saved ours."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.binding.annotate import annotated
from mzsh_model.binding.clean import cleaned
from mzsh_model.kernel.errors import BadPackage
from mzsh_model.opc.package import Package, open_package
from mzsh_model.outline.lines import Outline
from mzsh_model.rules.finding import CheckResult, Level
from tests.audit import new_findings
from tests.binding.notation import DATE, comments_of, finding, outline_of, remarks, result
from tests.conftest import real_files

REAL = real_files("docx/*.do[ct]x") + real_files("texts/*.docx")


def _found(path: Path, outline: Outline) -> CheckResult:
    """What a check finds; in a file that is none of ours, findings anywhere."""
    document = mz.open(path)
    checked = mz.check(document.read().value, document)
    if checked.findings:
        return checked
    pick = random.Random(path.name)
    full = [line for line in outline.lines if line.text.strip()]
    findings = []
    for line in pick.sample(full, min(len(full), 40)):
        start = pick.randrange(len(line.text))
        code, level = pick.choice(["MEA003", "ISS001"]), pick.choice(list(Level))
        findings.append(finding(line, start, pick.randint(start + 1, len(line.text)), code=code, level=level))
    return result(*findings)


def _holds(before: Package, after: Package, outline: Outline, found: CheckResult) -> None:
    assert [line.text for line in outline_of(after).lines] == [line.text for line in outline.lines]
    said = comments_of(after)
    for one in found.findings:
        line = outline.lines[one.line - 1]
        mine = [c for c in said if f"{one.code}·{one.fingerprint}" in c.text]
        words = line.text[max(one.start, line.auto) : one.end].strip()
        if line.story == "body" and words and len(line.origin) == 1:
            assert any(words in c.anchor_text and c.place and c.place.line == one.line for c in mine)
        assert mine
    assert annotated(after, outline_of(after), found, date="2027-01-01T00:00:00Z") is after


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.name)
def test_comments_come_and_go_in_real_files(path: Path) -> None:
    try:
        before = open_package(path.read_bytes())
        outline = outline_of(before)
    except BadPackage:
        pytest.skip("not a sound package")
    if not any(line.text.strip() for line in outline.lines):
        pytest.skip("no words")
    found = _found(path, outline)
    made = annotated(before, outline, found, date=DATE)
    after = open_package(made.to_bytes())
    _holds(before, after, outline, found)
    assert cleaned(made).to_bytes() == before.to_bytes()
    left = cleaned(after)
    assert {name: left.read(name) for name in left.names} == {name: before.read(name) for name in before.names}
    assert new_findings(before.to_bytes(), after.to_bytes()) == []
