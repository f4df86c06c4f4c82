"""A run as JUnit XML: a suite a file, a case a finding; what could not be checked is an error, never a pass.

The sums stand before what they sum: the files are looked at twice, and one suite at a time is in memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from mzsh_model.batch.review import Review
from mzsh_model.batch.run import FileResult
from mzsh_model.carriers.rows import place_words, why_no_verdict
from mzsh_model.kernel.printable import printable
from mzsh_model.rules.finding import Finding


def junit_pieces(review: Review) -> Iterator[str]:
    """Yield the run as JUnit XML. All of it is ASCII: other characters are references, so that no code page harms it."""
    sums: Counter[str] = Counter()
    for one in review.files:
        sums.update(_sums(one, review))
    end = "</testsuites>"
    root = Element("testsuites", {"name": "mzsh", **{count: str(sums[count]) for count in _SUMS}})
    whole: bytes = tostring(root, encoding="us-ascii", xml_declaration=True, short_empty_elements=False)
    yield whole.decode("ascii").removesuffix(end)
    for one in review.files:
        suite: bytes = tostring(_suite(one, review), encoding="us-ascii", xml_declaration=False)
        yield suite.decode("ascii")
    yield end


_SUMS = ("tests", "failures", "errors", "skipped")


def _sums(one: FileResult, review: Review) -> dict[str, int]:
    """How many cases a suite has, and what became of them; the last case is the file as a whole."""
    skipped = len(one.suppressed) if review.shows_suppressed else 0
    failures = sum(review.fails(finding.level) for finding in one.result.findings)
    told = (len(one.result.findings) + skipped + 1, failures, int(bool(why_no_verdict(one.result))), skipped)
    return dict(zip(_SUMS, told, strict=True))


def _suite(one: FileResult, review: Review) -> Element:
    suite = Element("testsuite", name=printable(one.path))
    for finding in one.result.findings:
        case = _case(suite, one, finding)
        if review.fails(finding.level):
            said = printable(f"{finding.level} {finding.message}")
            SubElement(case, "failure", type=str(finding.level), message=said).text = _words(finding)
        else:
            SubElement(case, "system-out").text = _words(finding)
    for hidden in one.suppressed if review.shows_suppressed else ():
        said = printable(f"{hidden.by.zh}：{hidden.reason}")
        SubElement(_case(suite, one, hidden.finding), "skipped", message=said)
    why = why_no_verdict(one.result)
    whole = SubElement(suite, "testcase", classname=printable(one.path), name="检查")
    if why:
        SubElement(whole, "error", type="unchecked", message=why)
    for name, count in _sums(one, review).items():
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
