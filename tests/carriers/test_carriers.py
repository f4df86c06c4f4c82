"""Every carrier carries the same findings, and nothing of a document commands whoever reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from xml.etree import ElementTree

import jsonschema
import pytest

from mzsh_model.batch.review import Review
from mzsh_model.carriers.formats import CARRIERS, as_bytes, carried
from mzsh_model.carriers.schema import check_schema
from mzsh_model.kernel.printable import printable
from mzsh_model.rules.finding import Level
from tests.carriers.reviews import counted, review_of
from tests.carriers.sarif_subset import SARIF

FINGERPRINT = re.compile("[0-9a-f]{16}")


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Review:
    return review_of(tmp_path_factory.mktemp("材料"), suppressing=2)


def text(name: str, review: Review) -> str:
    told = carried(name, review)
    assert isinstance(told, str)
    return told


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


READ_BACK: dict[str, Callable[[str], list[str]]] = {
    "json": of_json,
    "jsonl": of_jsonl,
    "sarif": of_sarif,
    "junit": of_junit,
    "github": of_github,
}


@pytest.mark.parametrize("name", READ_BACK)
def test_every_carrier_carries_the_same_findings(name: str, review: Review) -> None:
    wanted = [fingerprint for _, fingerprint in counted(review)]
    assert len(wanted) > 20
    assert sorted(READ_BACK[name](text(name, review))) == sorted(wanted)


def test_the_json_is_what_the_published_schema_says(review: Review) -> None:
    told = json.loads(text("json", review))
    jsonschema.Draft202012Validator(check_schema()).validate(told)
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
    assert len(invocation["toolExecutionNotifications"]) == 1
    (address,) = {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in invocation["toolExecutionNotifications"]
    }
    assert address.startswith("file:///")
    assert address.isascii()


def test_the_junit_counts_what_it_holds(review: Review) -> None:
    root = ElementTree.XML(text("junit", review))
    told = {name: int(root.get(name, "")) for name in ("tests", "failures", "errors", "skipped")}
    must = sum(one.result.count(Level.MUST) for one in review.files)
    assert told == {
        "tests": len(list(root.iter("testcase"))),
        "failures": must,
        "errors": 1,
        "skipped": 2,
    }
    assert len(list(root.iter("failure"))) == must
    assert len(list(root.iter("error"))) == 1


def test_github_gets_one_command_a_line_and_no_other(review: Review) -> None:
    lines = text("github", review).split("\n")
    assert all(re.match(r"::(error|warning|notice) file=[^,:]+,(line=\d+,)?title=[^,:]+::[^\r\n]", x) for x in lines)
    assert not any("::error::乙" in line.partition("title=")[0] for line in lines)
    assert "%0A::" not in "\n".join(lines)


@pytest.mark.parametrize("name", sorted(CARRIERS.keys() - {"json", "jsonl"}))
def test_nothing_of_a_document_commands_whoever_reads_it(name: str, review: Review) -> None:
    """JSON has escapes of its own and keeps what was written; every other carrier shows such characters and sends none."""
    data = as_bytes(carried(name, review))
    if data.startswith(b"PK"):
        pytest.skip("a package: looked into by its own tests")
    told = data.decode()
    shown = told if name != "junit" else "".join(ElementTree.XML(told).itertext())
    assert all(printable(line) == line for line in shown.split("\n"))
    assert "alert(" in shown


def test_a_file_of_its_own_holds_half_a_surrogate_pair_as_an_escape() -> None:
    assert as_bytes('{"a": "\ud800"}') == b'{"a": "\\ud800"}\n'
    assert as_bytes(b"PK") == b"PK"
