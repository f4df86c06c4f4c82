"""Every carrier carries the same findings, and nothing of a document commands whoever reads it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import jsonschema
import pytest
from pyarrow import parquet

from mzsh_model.batch.correspondence import Correspondence
from mzsh_model.batch.ours import FINDINGS
from mzsh_model.batch.review import Review
from mzsh_model.carriers.formats import CARRIERS, as_bytes, carried
from mzsh_model.carriers.matrix import Matrix, matrix_of
from mzsh_model.carriers.persons import person_rows
from mzsh_model.carriers.schema import output_schema
from mzsh_model.kernel.printable import printable
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.workbook import read_workbook
from mzsh_model.rules.finding import Level
from tests.audit import complaints
from tests.carriers.reviews import counted, review_of
from tests.carriers.sarif_subset import SARIF

FINGERPRINT = re.compile("[0-9a-f]{16}")


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Review:
    return review_of(tmp_path_factory.mktemp("材料"), suppressing=2)


def text(name: str, review: Review) -> str:
    told = carried(name, review)
    return told.decode() if isinstance(told, bytes) else told


def of_json(told: str) -> list[str]:
    return [f["fingerprint"] for file in json.loads(told)["files"] for f in file["findings"]]


def of_jsonl(told: str) -> list[str]:
    lines = [json.loads(line) for line in told.split("\n")]
    assert [next(iter(line)) for line in lines] == ["run", *["file"] * (len(lines) - 2), "summary"]
    return [f["fingerprint"] for line in lines[1:-1] for f in line["file"]["findings"]]


def of_sarif(told: str) -> list[str]:
    (run,) = json.loads(told)["runs"]
    return [r["partialFingerprints"]["mzsh/v1"] for r in run["results"] if "suppressions" not in r]


def of_junit(told: str) -> list[str]:
    cases = [c for c in ElementTree.XML(told).iter("testcase") if c.find("skipped") is None and c.get("name") != "检查"]
    return [found[0] for c in cases if (found := FINGERPRINT.search(c.get("name", "")))]


def of_github(told: str) -> list[str]:
    counted_only = [line for line in told.split("\n") if "已接受" not in line]
    return re.findall(r"\[([0-9a-f]{16})\]::", "\n".join(counted_only))


def of_page(told: bytes) -> list[str]:
    return re.findall('data-fingerprint="([0-9a-f]{16})"', told.decode())


def of_parquet(told: bytes) -> list[str]:
    files = parquet.read_table(io.BytesIO(told)).to_pylist()
    return [f["fingerprint"] for file in files for f in file["findings"]]


def of_workbook(told: bytes) -> list[str]:
    (sheet,) = (one for one in read_workbook(told, Limits()) if one.name == FINDINGS)
    return [row[0] for row in sheet.rows[1:]]


def of_paper(told: bytes) -> list[str]:
    persons, findings = docx.Document(io.BytesIO(told)).tables
    assert persons.cell(0, 9).text == "签字"
    return [row.cells[0].text for row in findings.rows[1:]]


READ_BACK: dict[str, Callable[[Any], list[str]]] = {
    "json": of_json,
    "jsonl": of_jsonl,
    "sarif": of_sarif,
    "junit": of_junit,
    "github": of_github,
    "html": of_page,
    "xlsx": of_workbook,
    "parquet": of_parquet,
    "docx": of_paper,
}


def test_no_carrier_is_left_out() -> None:
    assert READ_BACK.keys() == CARRIERS.keys()


@pytest.mark.parametrize("name", READ_BACK)
def test_every_carrier_carries_the_same_findings(name: str, review: Review) -> None:
    wanted = [fingerprint for _, fingerprint in counted(review)]
    assert len(wanted) > 20
    assert sorted(READ_BACK[name](carried(name, review))) == sorted(wanted)


def test_the_json_is_what_the_published_schema_says(review: Review) -> None:
    told = json.loads(text("json", review))
    jsonschema.Draft202012Validator(output_schema("check")).validate(told)
    first = told["files"][0]
    assert [s["by"] for s in first["suppressed"]] == ["accepted"] * 2
    assert first["links"]
    assert told["summary"]["suppressed"] == 2
    assert told["profile"]["fingerprint"] == review.profile.fingerprint
    assert sum(told["summary"]["codes"].values()) == sum(told["summary"]["levels"].values())


def test_the_sarif_is_what_the_standard_says(review: Review) -> None:
    log = json.loads(text("sarif", review))
    jsonschema.Draft202012Validator(SARIF, format_checker=jsonschema.FormatChecker()).validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    hidden = [r for r in run["results"] if "suppressions" in r]
    assert len(hidden) == 2
    assert hidden[0]["suppressions"][0]["justification"].startswith("会上定了")
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "坏的" not in json.dumps(run["results"], ensure_ascii=False)
    addresses = [
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in invocation["toolExecutionNotifications"]
    ]
    assert len(set(addresses)) == len(addresses) == 2  # the spoiled file, and a kind that is not judged
    assert all(address.startswith("file:///") and address.isascii() for address in addresses)


def test_the_junit_counts_what_it_holds(review: Review) -> None:
    root = ElementTree.XML(text("junit", review))
    told = {name: int(root.get(name, "")) for name in ("tests", "failures", "errors", "skipped")}
    must = sum(one.result.count(Level.MUST) for one in review.files)
    assert told == {
        "tests": len(list(root.iter("testcase"))),
        "failures": must,
        "errors": 2,
        "skipped": 2,
    }
    assert len(list(root.iter("failure"))) == must
    assert len(list(root.iter("error"))) == 2


def test_github_gets_one_command_a_line_and_no_other(review: Review) -> None:
    lines = text("github", review).split("\n")
    assert all(re.match(r"::(error|warning|notice) file=[^,:]+,(line=\d+,)?title=[^,:]+::[^\r\n]", x) for x in lines)
    assert not any("::error::乙" in line.partition("title=")[0] for line in lines)
    assert "%0A::" not in "\n".join(lines)


class _Page(HTMLParser):
    """The elements of a page, and whether every one that opens is closed in its turn."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(told)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_is_whole_and_asks_nobody_for_anything(review: Review) -> None:
    page = _Page(text("html", review))
    assert page.open == []
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(set(ids)) == len(ids)
    for tag, attrs in page.elements:
        assert tag not in ("script", "img", "link", "iframe", "object", "embed", "form")
        assert not attrs.keys() & {"src", "action", "style"}
        assert not any(name.startswith("on") for name in attrs)
        assert (attrs.get("href") or "#").startswith("#")
        assert tag != "a" or (attrs["href"] or "")[1:] in ids
    for said in ("<script>alert('甲')</script>", "没有检查的", "不计的", "会上定了", "问题—原因—措施对应", "配置 "):
        assert said in page.words


def test_the_page_shows_who_criticised_whom(review: Review) -> None:
    told = Correspondence((), (("张三", "李四"), ("李四", "张三"), ("张三", "李四"), ("", "张三")))
    one = replace(review.files[0], correspondence=told)
    matrix = matrix_of(told)
    assert matrix == Matrix(("张三", "李四"), ((0, 2), (1, 0)), 1)
    page = _Page(text("html", replace(review, files=[one])))
    assert "批评人＼被批评人张三李四" in "".join(page.words.split())
    assert "另有 1 条没有写明双方" in page.words
    assert matrix_of(Correspondence()) is None


@pytest.mark.parametrize("name", ["xlsx", "docx"])
def test_a_package_computes_and_links_nothing_and_is_the_same_twice(name: str, review: Review) -> None:
    data = carried(name, review)
    assert isinstance(data, bytes)
    assert carried(name, review) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {part: package.read(part).decode() for part in package.namelist() if part.endswith((".xml", ".rels"))}
    for part, xml in parts.items():
        ours = re.sub(r'<w:fldSimple w:instr=" PAGE ">', "", xml)  # the number of the page
        assert not re.search(r"<f[ >]|<hyperlink|fldSimple w|instrText|TargetMode=.External", ours), part
        assert "\u202e" not in xml, part
        assert "\x1b" not in xml, part


@pytest.mark.parametrize(
    "words", ["=1+1", "=HYPERLINK(1)", "http://a.invalid/", "mailto:a@b.invalid", "{=1}", "+1", "0042"]
)
def test_a_cell_of_the_workbook_holds_words_as_words(words: str, review: Review) -> None:
    one = review.files[0]
    finding = replace(one.result.findings[0], quote=words, message=words)
    told = replace(review, files=[replace(one, whose=words, result=replace(one.result, findings=(finding,)))])
    data = as_bytes(carried("xlsx", told))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet2.xml").decode()
    assert not re.search("<f>|<hyperlink", sheet)
    assert set(re.findall(r'<c r="[A-Z]+2"[^>]*?(?: t="(\w+)")?>', sheet)) == {
        "inlineStr"
    }  # a string that stands in its cell
    rows = next(one for one in read_workbook(data, Limits()) if one.name == FINDINGS).rows
    assert [rows[1][n] for n in (1, 6, 7)] == [words] * 3


def test_the_word_paper_is_a_whole_word_file(review: Review, tmp_path: Path) -> None:
    out = tmp_path / "汇总表.docx"
    out.write_bytes(as_bytes(carried("docx", review)))
    assert complaints(out) == []


def test_names_of_the_roster_without_a_paper_stand_in_every_table(review: Review) -> None:
    named = replace(review, profile=replace(review.profile, roster=("张三", "赵六")))
    rows = list(person_rows(named.files, named.profile))
    assert [(one.whose, one.conclusion) for one in rows if not one.path] == [("赵六", "没有交")]
    assert "没有交" in _Page(text("html", named)).words
    sheet = read_workbook(as_bytes(carried("xlsx", named)), Limits())[0]
    assert sheet.rows[-1][0] == "赵六"
    persons = docx.Document(io.BytesIO(as_bytes(carried("docx", named)))).tables[0]
    assert [persons.rows[-1].cells[n].text for n in (1, 6)] == ["赵六", "没有交"]


@pytest.mark.parametrize("name", ["sarif", "junit", "github", "html"])
def test_nothing_of_a_document_commands_whoever_reads_it(name: str, review: Review) -> None:
    """JSON has escapes of its own and keeps what was written; every other carrier shows such characters and sends none."""
    data = as_bytes(carried(name, review))
    told = data.decode()
    shown = told if name != "junit" else "".join(ElementTree.XML(told).itertext())
    assert all(printable(line) == line for line in shown.split("\n"))
    assert "alert(" in shown


def test_a_file_of_its_own_holds_half_a_surrogate_pair_as_an_escape() -> None:
    assert as_bytes('{"a": "\ud800"}') == b'{"a": "\\ud800"}\n'
    assert as_bytes(b"PK") == b"PK"
