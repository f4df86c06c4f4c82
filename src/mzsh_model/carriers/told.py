"""From what a run found to its contract."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields

from mzsh_model import __version__
from mzsh_model.batch.review import Review
from mzsh_model.batch.run import FileResult
from mzsh_model.carriers.contract import (
    CHECK_VERSION,
    ToldCheck,
    ToldError,
    ToldFile,
    ToldFinding,
    ToldLink,
    ToldProfile,
    ToldSkipped,
    ToldSummary,
    ToldSuppressed,
    ToldTool,
    ToldUnchecked,
)
from mzsh_model.kernel.errors import MzshError
from mzsh_model.rules.finding import Finding
from mzsh_model.rules.profile import Profile

_UNTOLD = frozenset({"rest", "patches"})


def told_check(review: Review) -> ToldCheck:
    """Return everything that a run found."""
    return ToldCheck(
        schema_version=CHECK_VERSION,
        tool=told_tool(),
        profile=told_profile(review.profile),
        day=review.day.isoformat(),
        files=[told_file(one, with_copy=review.has_copies) for one in review.files],
        summary=told_summary(review),
    )


def told_tool() -> ToldTool:
    """Return what judged."""
    return ToldTool(name="mzsh_model", version=__version__)


def told_profile(profile: Profile) -> ToldProfile:
    """Return by what it judged."""
    return ToldProfile(fingerprint=profile.fingerprint)


def told_file(one: FileResult, *, with_copy: bool) -> ToldFile:
    """Return what was found in one file; with `with_copy` also where its annotated copy is, or why there is none."""
    result = one.result
    copy = {"annotated": one.copy, "not_annotated": _error(one.uncopied)} if with_copy else {}
    return ToldFile.model_validate(
        {
            "path": one.path,
            "kind": str(one.kind),
            "whose": one.whose,
            "verdict": str(result.verdict) if result.verdict else None,
            "checked": result.checked,
            "kind_sure": result.kind_sure,
            "findings": [ToldFinding.model_validate(_finding(f)) for f in result.findings],
            "suppressed": [
                ToldSuppressed.model_validate({**_finding(s.finding), "by": s.by, "reason": s.reason})
                for s in one.suppressed
            ],
            "unchecked": [ToldUnchecked(what=u.what, reason=u.reason, line=u.line) for u in result.unchecked],
            "links": [
                ToldLink(issue=x.issue, cause=x.cause, measure=x.measure, basis=str(x.basis)) for x in result.links
            ],
            "metrics": dict(result.metrics),
            "error": _error(one.error),
            **copy,
        }
    )


def told_summary(review: Review) -> ToldSummary:
    """Return the sums; a file without a verdict counts as 未检查."""
    found, suppressed = review.found, 0
    verdicts, levels, codes = Counter[str](), Counter[str](), Counter[str]()
    for one in review.files:
        verdicts[str(one.result.verdict) if one.result.verdict else "未检查"] += 1
        levels.update(str(f.level) for f in one.result.findings)
        codes.update(f.code for f in one.result.findings)
        suppressed += len(one.suppressed)
    return ToldSummary(
        files=len(review.files),
        verdicts=dict(verdicts),
        levels=dict(levels),
        codes=dict(sorted(codes.items())),
        suppressed=suppressed,
        skipped=ToldSkipped(
            lock_files=found.lock_files, copies=found.copies, others=found.others, unchanged=found.unchanged
        ),
    )


def _finding(finding: Finding) -> dict[str, object]:
    return {one.name: getattr(finding, one.name) for one in fields(Finding) if one.name not in _UNTOLD}


def _error(error: MzshError | None) -> ToldError | None:
    return None if error is None else ToldError(code=error.code, message=error.message)
