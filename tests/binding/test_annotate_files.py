"""Comments in files that other programs wrote, and after another program saved ours."""

from __future__ import annotations

import random
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.binding.annotation.annotate import annotated
from mzsh_model.binding.annotation.clean import cleaned
from mzsh_model.binding.annotation.notes import code_of
from mzsh_model.kernel.errors import BadPackage
from mzsh_model.kernel.place import Place
from mzsh_model.opc.package import Package, open_package
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.rules.finding import CheckResult, Finding, Level
from mzsh_model.testing.word_files import MC, W
from tests.audit import new_findings
from tests.binding.notation import DATE, comments_of, filed, finding, outline_of, remarks, result
from tests.conftest import real_files
from tests.office import saved_by_libreoffice
from tests.wml.test_story import p

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
        mine = [c for c in said if code_of(one) in c.text]
        words = line.text[max(one.start, line.auto) : one.end].strip()
        if line.story == "body" and words and len(line.origin) == 1:
            there = [c for c in mine if c.place and c.place.line == one.line and words in c.anchor_text]
            assert there or any(f"说的是第{one.line}段" in c.text for c in mine)  # in a table of contents
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


_TEXT = "<w:r><w:t>{}</w:t></w:r>"
_VML = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="s1" type="#_x0000_t202"'
    ' style="position:absolute;width:120pt;height:60pt"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
)
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_SHAPE = (
    f'<w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:wps="{_WPS}" Requires="wps"><w:drawing>'
    f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
    f'<wp:extent cx="1800000" cy="720000"/><wp:docPr id="9" name="b"/><a:graphic xmlns:a="{_DRAWING}/main">'
    f'<a:graphicData uri="{_WPS}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="1800000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>'
    "<w:txbxContent>{}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)
_CELL = '<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{}</w:tc>'
_TABLE = (
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>'
    f"<w:tr>{_CELL.format(p('问题'))}{_CELL.format(p('联系群众不够'))}</w:tr></w:tbl>"
)
_REFERENCE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{n}">{p("")}</w:footnote>'
    for n, kind in enumerate(("separator", "continuationSeparator"))
)
_NOTE = f'<w:footnotes xmlns:w="{W}">{_SEPARATORS}<w:footnote w:id="2">{p("引自某局文件")}</w:footnote></w:footnotes>'
_FIELD = "".join(
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{inside}'
    for kind, inside in (("begin", "<w:r><w:instrText>REF x</w:instrText></w:r>"), ("separate", _TEXT), ("end", ""))
)
_INSERTED = f'<w:ins w:id="5" w:author="李四" w:date="{DATE}">{_TEXT}</w:ins>'
_LINK = f'<w:hyperlink w:anchor="a">{_TEXT}</w:hyperlink>'
_CONTROL = f"<w:sdt><w:sdtPr/><w:sdtContent>{_TEXT}</w:sdtContent></w:sdt>"
EVERYWHERE = "".join(
    [
        p("对照检查材料"),
        *(
            f"<w:p>{_TEXT.format('一是2025年')}{wrapper.format(f'第{n}处abc不够')}{_TEXT.format('深入。')}</w:p>"
            for n, wrapper in enumerate((_TEXT, _INSERTED, _LINK, _CONTROL, _FIELD))
        ),
        _TABLE,
        f"<w:p>{_TEXT.format('正文一')}{_VML.format(p('框内一'))}{_TEXT.format('完')}</w:p>",
        f"<w:p>{_TEXT.format('正文二')}{_SHAPE.format(p('框内二'))}{_TEXT.format('完')}</w:p>",
        f"<w:p>{_TEXT.format('深入基层')}{_REFERENCE}{_TEXT.format('调研')}</w:p>",
    ]
)


def _nested(line: Line) -> list[Finding]:
    """Findings on a line: on all of it, on a part of it twice, inside that part."""
    size = len(line.text)
    spans = [
        ("MEA003", 0, size),
        ("ISS001", size // 3, size),
        ("TXT002", size // 3, size),
        ("TXT001", size // 2, size // 2 + 1),
    ]
    return [finding(line, start, end, code=code) for code, start, end in spans]


@pytest.fixture(scope="module")
def samples() -> dict[str, tuple[Package, CheckResult]]:
    """Documents with every kind of place for a comment, and the drafts that come with the library."""
    everywhere = open_package(filed(EVERYWHERE, footnotes=_NOTE))
    lines = outline_of(everywhere).lines
    found = {"everywhere": (everywhere, result(*(f for line in lines if line.text for f in _nested(line))))}
    for n, example in enumerate(sorted(files("mzsh_model.examples").iterdir(), key=str)):
        if example.name.endswith(".docx"):
            document = mz.open(example.read_bytes())
            assert document.package is not None
            found[f"example{n}"] = document.package, mz.check(document.read().value, document)
    return found


def _written(package: Package) -> list[str]:
    """The lines with words: a table at the end of a document gets an empty one behind it."""
    return [line.text for line in outline_of(package).lines if line.text]


def _said(package: Package) -> list[tuple[str, Place | None, str]]:
    return sorted((c.text, c.place, c.anchor_text) for c in comments_of(package))


@pytest.mark.parametrize("via", ["docx", "odt"])
def test_comments_are_known_again_after_another_program_saved_them(
    samples: dict[str, tuple[Package, CheckResult]], via: str
) -> None:
    made = {name: annotated(before, outline_of(before), found, date=DATE) for name, (before, found) in samples.items()}
    saved = saved_by_libreoffice({name: package.to_bytes() for name, package in made.items()}, via=via)
    assert saved.keys() == made.keys()
    for name, (before, found) in samples.items():
        after = open_package(saved[name])
        lines = _written(before)
        assert _written(after) == lines
        assert _said(after) == _said(made[name])
        assert annotated(after, outline_of(after), found, date="2027-01-01T00:00:00Z") is after
        fewer = annotated(after, outline_of(after), replace(found, findings=found.findings[1:]), date=DATE)
        assert len(remarks(fewer)) >= len(remarks(after)) - 1
        assert _said(annotated(fewer, outline_of(fewer), found, date=DATE)) == _said(after)
        left = cleaned(after)
        assert [(c.author, c.text) for c in comments_of(left)] == [(c.author, c.text) for c in comments_of(before)]
        assert left.read(left.main_part).count(b"commentReference") == len(comments_of(before))
        assert _written(left) == lines


def test_another_program_opens_what_is_written(samples: dict[str, tuple[Package, CheckResult]]) -> None:
    made: dict[str, bytes] = {}
    for name, (before, found) in samples.items():
        once = annotated(before, outline_of(before), found, date=DATE)
        fewer = annotated(once, outline_of(once), replace(found, findings=found.findings[::2]), date=DATE)
        made |= {name: once.to_bytes(), f"{name}-again": fewer.to_bytes(), f"{name}-clean": cleaned(fewer).to_bytes()}
    assert saved_by_libreoffice(made, to="pdf").keys() == made.keys()
