"""What people answered to our comments: the reasons why a finding shall stand as it is."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from mzsh_model.binding.annotation.notes import AUTHOR, code_of
from mzsh_model.binding.annotation.ours import our_comments
from mzsh_model.kernel.place import Place
from mzsh_model.kernel.spelling import fold
from mzsh_model.opc.package import Package
from mzsh_model.outline.lines import Outline
from mzsh_model.rules.finding import CheckResult, Finding
from mzsh_model.wml.marking.comments import read_comments


def reasons_answered(package: Package, outline: Outline, result: CheckResult) -> dict[str, str]:
    """Return by fingerprint the reasons that stand as answers to our comments on the findings of `result`.

    A word that only acknowledges (好的, 已改) is no reason: who promises to mend it has not accepted it. Where a comment's code
    fits several findings, those on its line are meant.

    Raises:
        StaleAnchor: `outline` is not what is read from the package.
    """
    answers = _answers(package, outline)
    if not answers:
        return {}
    alike = Counter(code_of(finding) for finding in result.findings)
    told: dict[str, str] = {}
    for one in our_comments(package, outline):
        reason = answers.get(one.comment.id, "")
        for finding in result.findings if reason else ():
            code = code_of(finding)
            if code in one.codes and (alike[code] == 1 or _is_there(finding, one.comment.place)):
                told[finding.fingerprint] = reason
    return told


def _answers(package: Package, outline: Outline) -> Mapping[str, str]:
    """By id of a comment: what others answered to it, acknowledgements left out."""
    said: dict[str, list[str]] = {}
    for comment in read_comments(package, outline).comments:
        words = " ".join(comment.text.split())
        if comment.parent is not None and comment.author != AUTHOR and words and fold(words) not in _acknowledgements():
            said.setdefault(comment.parent, []).append(words)
    return {parent: "；".join(words) for parent, words in said.items()}


def _is_there(finding: Finding, place: Place | None) -> bool:
    return place is not None and finding.line == place.line and finding.start < place.end and place.start < finding.end


@lru_cache(maxsize=1)
def _acknowledgements() -> frozenset[str]:
    return frozenset(_words())


def _words() -> Iterator[str]:
    path = files("mzsh_model.binding.annotation").joinpath("acknowledgements.toml")
    yield from map(fold, tomllib.loads(path.read_text(encoding="utf-8"))["words"])
