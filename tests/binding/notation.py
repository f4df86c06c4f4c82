"""Findings and packages for the tests of comments."""

from __future__ import annotations

import io
import re
import zipfile

from mzsh_model.binding.annotation.annotate import annotated
from mzsh_model.kernel.place import Place
from mzsh_model.opc.package import Package, open_package
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.rules.finding import CheckResult, Finding, Level, Unchecked, Verdict
from mzsh_model.testing.word_files import R, W, package
from mzsh_model.wml.marking.comments import Comment, read_comments
from mzsh_model.wml.reading.story import read_story

MAIN = "word/document.xml"
RUN = "<w:r><w:t>{}</w:t></w:r>"
DATE = "2026-01-02T08:00:00Z"
CODE = re.compile(r"〔(?:mzsh·汇总|[A-Z]{3}\d{3}·[0-9a-f]{4}(?:、[A-Z]{3}\d{3}·[0-9a-f]{4})*)〕")
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def finding(
    line: Line,
    start: int = 0,
    end: int | None = None,
    *,
    code: str = "MEA003",
    level: Level = Level.MUST,
    rest: tuple[Place, ...] = (),
    lines: tuple[Line, ...] = (),
    said: str = "没有写明完成时限",
) -> Finding:
    stop = len(line.text) if end is None else end
    quote = line.text[start:stop] + "".join(lines[q.line - 1].text[q.start : q.end] for q in rest)
    shown = quote if len(quote) <= 120 else quote[:119] + "…"
    return Finding(
        code, "name", level, said, "没有时限无法督办", "写明哪一天", "2026年6月底前", "", line.number, start, stop, shown, "", rest
    )  # fmt: skip


def result(*findings: Finding) -> CheckResult:
    unchecked = (Unchecked("范围之外", "需人工判断"),)
    return CheckResult(findings, Verdict.FAIL if findings else Verdict.PASS, True, unchecked)


def outline_of(package: Package) -> Outline:
    return read_story(package).outline


def annotate(package: Package, *findings: Finding, date: str = DATE) -> Package:
    return annotated(package, outline_of(package), result(*findings), date=date)


def comments_of(package: Package) -> tuple[Comment, ...]:
    return read_comments(package, outline_of(package)).comments


def remarks(package: Package) -> list[Comment]:
    """Our comments without the summary."""
    return [c for c in comments_of(package) if c.author == "mzsh" and "汇总" not in c.text]


def filed(body: str, w: str = W, **parts: str) -> bytes:
    """A package with named parts related to the main one, sound enough for a validator."""
    with zipfile.ZipFile(io.BytesIO(package(body.replace(W, w)))) as old:
        members = {name: old.read(name).decode().replace(W, w) for name in old.namelist()}
    overrides = relations = ""
    for n, name in enumerate(parts):
        overrides += f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"/>'
        relations += f'<Relationship Id="r{n}" Type="{R}/{name}" Target="{name}.xml"/>'
        members[f"word/{name}.xml"] = parts[name]
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace("</Types>", overrides + "</Types>")
    if parts:
        members["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>'
    return zipped({name: text.encode() for name, text in members.items()})


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def opened(body: str, **parts: str) -> tuple[Package, tuple[Line, ...]]:
    package = open_package(filed(body, **parts))
    return package, outline_of(package).lines


def without_idents(package: Package) -> bytes:
    """The main part but for the numbers of comments."""
    return re.sub(rb'(<w:comment[^>]*?w:id=")\d+', rb"\1", package.read(MAIN))
