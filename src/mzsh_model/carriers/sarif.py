"""A run as SARIF 2.1.0, for whatever shows results of checkers.

A Word file has no lines: `startLine` is the number of the paragraph, and `properties.paragraphIsLine` says so. What could not
be checked is a notification of the invocation, so that no viewer takes its silence for a pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from mzsh_model import __version__
from mzsh_model.batch.review import Review
from mzsh_model.batch.run import FileResult
from mzsh_model.batch.suppression import Suppressed
from mzsh_model.carriers.pieces import json_pieces
from mzsh_model.carriers.rows import each_finding, each_suppressed, uri, why_no_verdict
from mzsh_model.kernel.printable import printable
from mzsh_model.rules.finding import Finding, Level
from mzsh_model.rules.registry import all_rules
from mzsh_model.rules.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Level.MUST: "error", Level.SHOULD: "warning", Level.HINT: "note"}
KNOWN_BY = "mzsh/v1"
"""The name of our fingerprints among those that others may add."""


def sarif_pieces(review: Review) -> Iterator[str]:
    """Yield the run as a SARIF log."""
    told = {code for code in (f.code for _, f in each_finding(review))}
    told |= {hidden.finding.code for _, hidden in each_suppressed(review)}
    rules = [one for one in all_rules() if one.code in told]
    at = {one.code: n for n, one in enumerate(rules)}
    results = chain(
        (_result(one, finding, at) for one, finding in each_finding(review)),
        (_suppressed(one, hidden, at) for one, hidden in each_suppressed(review)),
    )
    run = {
        "tool": {
            "driver": {
                "name": "mzsh",
                "version": __version__,
                "language": "zh-CN",
                "rules": [_rule(one) for one in rules],
            }
        },
        "invocations": [
            {"executionSuccessful": review.exit_code != 2, "toolExecutionNotifications": _notifications(review)}
        ],
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {"paragraphIsLine": True, "profileFingerprint": review.profile.fingerprint},
    }
    yield from json_pieces({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(one: Rule) -> dict[str, object]:
    return {
        "id": one.code,
        "name": one.name,
        "shortDescription": {"text": one.title},
        "fullDescription": {"text": one.zh.why},
        "help": {"text": f"看说明：mzsh explain {one.code}"},
        "defaultConfiguration": {"level": LEVELS[one.level]},
        "properties": {"basis": [f"{basis.grade}：{basis.source}" for basis in one.basis]},
    }


def _result(one: FileResult, finding: Finding, at: dict[str, int]) -> dict[str, object]:
    location: dict[str, object] = {"physicalLocation": _physical(one, finding)}
    if finding.at or finding.heading:
        logical = {"fullyQualifiedName": finding.at or "/", "name": printable(finding.heading)}
        location["logicalLocations"] = [{key: value for key, value in logical.items() if value}]
    told: dict[str, object] = {"ruleId": finding.code}
    if finding.code in at:
        told["ruleIndex"] = at[finding.code]
    return {
        **told,
        "level": LEVELS[finding.level],
        "message": {"text": printable(f"{finding.message}{finding.how}")},
        "locations": [location],
        "partialFingerprints": {KNOWN_BY: finding.fingerprint},
    }


def _suppressed(one: FileResult, hidden: Suppressed, at: dict[str, int]) -> dict[str, object]:
    suppression = {"kind": "external", "status": "accepted", "justification": printable(hidden.reason)}
    return {**_result(one, hidden.finding, at), "suppressions": [suppression]}


def _physical(one: FileResult, finding: Finding) -> dict[str, object]:
    told: dict[str, object] = {"artifactLocation": {"uri": uri(one.path)}}
    if finding.line:
        region: dict[str, object] = {
            "startLine": finding.line,
            "startColumn": finding.start + 1,
            "endColumn": max(finding.end, finding.start) + 1,
        }
        if finding.quote:
            region["snippet"] = {"text": printable(finding.quote)}
        told["region"] = region
    return told


def _notifications(review: Review) -> Iterator[dict[str, object]]:
    for one in review.files:
        if why := why_no_verdict(one.result):
            yield {
                "level": "error",
                "message": {"text": f"没能检查或没有结论：{why}"},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(one.path)}}}],
            }
