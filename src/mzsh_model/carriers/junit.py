"""A run as JUnit XML: a suite a file, a case a finding; what could not be checked is an error, never a pass."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from mzsh_model.batch.review import Review
from mzsh_model.batch.run import FileResult
from mzsh_model.carriers.rows import place_words, why_no_verdict
from mzsh_model.kernel.printable import printable
from mzsh_model.rules.finding import Finding


def junit_of(review: Review) -> str:
    """Return the run as JUnit XML. All of it is ASCII: other characters are references, so that no code page harms it."""
    root = Element("testsuites", name="mzsh")
    suites = [_suite(root, one, review) for one in review.files]
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    data: bytes = tostring(root, encoding="us-ascii", xml_declaration=True)
    return data.decode("ascii")


def _suite(root: Element, one: FileResult, review: Review) -> Element:
    suite = SubElement(root, "testsuite", name=printable(one.path))
    failures = skipped = 0
    for finding in one.result.findings:
        case = _case(suite, one, finding)
        if review.fails(finding.level):
            failures += 1
            said = printable(f"{finding.level} {finding.message}")
            SubElement(case, "failure", type=str(finding.level), message=said).text = _words(finding)
        else:
            SubElement(case, "system-out").text = _words(finding)
    for hidden in one.suppressed if review.shows_suppressed else ():
        skipped += 1
        said = printable(f"{hidden.by.zh}：{hidden.reason}")
        SubElement(_case(suite, one, hidden.finding), "skipped", message=said)
    why = why_no_verdict(one.result)
    whole = SubElement(suite, "testcase", classname=printable(one.path), name="检查")
    if why:
        SubElement(whole, "error", type="unchecked", message=why)
    for name, count in (
        ("tests", len(suite)),
        ("failures", failures),
        ("errors", int(bool(why))),
        ("skipped", skipped),
    ):
        suite.set(name, str(count))
    return suite


def _case(suite: Element, one: FileResult, finding: Finding) -> Element:
    name = f"{finding.code} {finding.fingerprint} {place_words(finding)}".rstrip()
    return SubElement(suite, "testcase", classname=printable(one.path), name=name)


def _words(finding: Finding) -> str:
    told = (
        f"{finding.level} {finding.code} {finding.message}",
        f"原文：{finding.quote}",
        f"为什么：{finding.why}",
        f"怎么改：{finding.how}",
    )
    return "\n".join(map(printable, told))
