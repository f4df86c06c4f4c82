"""What a check returns: findings with their places, the verdict, and what was not checked."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from mzsh_model.kernel.place import Place
from mzsh_model.model.items import Link
from mzsh_model.rules.patches import Patch


class Level(StrEnum):
    """How much a finding weighs, in the words of those who read it."""

    MUST = "必改"
    SHOULD = "建议"
    HINT = "提示"

    @property
    def weight(self) -> int:
        """2, 1 or 0: the heavier the larger."""
        return {"必改": 2, "建议": 1, "提示": 0}[self.value]


class Verdict(StrEnum):
    """The verdict on a file: the values are what programs are told and stay; people are told `said`."""

    FAIL = "不达标"
    REVISE = "需修改"
    PASS = "基本达标"

    @property
    def said(self) -> str:
        """What people are told: what was found, never that a self-examination is good enough."""
        return {"不达标": "有必改", "需修改": "有建议", "基本达标": "未发现必改项（内容是否深刻未检查）"}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: which rule, where in the model and in the document, and the message in four parts.

    `at` is a model path, `line` 1-based, `start` and `end` character offsets in that line (0, 0, 0 without a document);
    `quote` is the text there, `heading` the headings above it joined by ` > `. Words that run over several lines have their
    further parts in `rest`; `start` and `end` are the first one's. `fingerprint` is 16 hexadecimal digits by which it is known
    again in another version of the document (see `rules.fingerprints`), empty in a finding that no check made. `patches` put
    it right where that takes a few characters and nothing else. `aspect` is the aspect of the item that it is about, as the
    year's catalogue words it, else as the document does; empty where the item names none.
    """

    code: str
    name: str
    level: Level
    message: str = field(repr=False)
    why: str = field(repr=False)
    how: str = field(repr=False)
    example: str = field(repr=False)
    at: str
    line: int
    start: int
    end: int
    quote: str = field(repr=False)
    heading: str = field(default="", repr=False)
    rest: tuple[Place, ...] = ()
    fingerprint: str = ""
    patches: tuple[Patch, ...] = ()
    aspect: str = field(default="", repr=False)

    def to_row(self) -> dict[str, str | int]:
        """Return the finding as a flat row (see `CheckResult.to_rows`)."""
        return {
            "fingerprint": self.fingerprint,
            "code": self.code,
            "name": self.name,
            "level": self.level.value,
            "message": self.message,
            "why": self.why,
            "how": self.how,
            "example": self.example,
            "at": str(self.at),
            "line": self.line,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "heading": self.heading,
            "aspect": self.aspect,
        }


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A rule, a part or a whole file that was not checked, why, and on which line (1-based; 0 where none is meant)."""

    what: str
    reason: str = field(repr=False)
    line: int = 0


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Everything a check found. `verdict` is None and `checked` False where nothing was recognised: never a pass.

    `broken` has the codes of rules that slipped; what they would have found is not known, and so no verdict is given but
    不达标 where other rules found enough for it. The same holds where a part was not read surely: `unchecked` names it.
    `kind_sure` is False where the kind of the document is only a guess, and then nothing is 必改. `whole` is False where a
    part that a verdict needs was not read surely, or is not judged in documents of its kind; `dated` tells that a rule asked which day it is.
    """

    findings: tuple[Finding, ...]
    verdict: Verdict | None
    checked: bool
    unchecked: tuple[Unchecked, ...] = ()
    links: tuple[Link, ...] = ()
    metrics: Mapping[str, int] = field(default_factory=dict[str, int])
    broken: tuple[str, ...] = ()
    kind_sure: bool = True
    whole: bool = True
    dated: bool = False

    def without(self, fingerprints: Container[str]) -> CheckResult:
        """Return the result without the findings that have one of these fingerprints, and with the verdict on the rest."""
        kept = tuple(one for one in self.findings if one.fingerprint not in fingerprints)
        if not self.checked or len(kept) == len(self.findings):
            return self
        return replace(self, findings=kept, verdict=verdict_on(kept, whole=self.whole and not self.broken))

    def to_rows(self) -> list[dict[str, str | int]]:
        """Return the findings as flat rows, for tables of any kind: the same columns in every row, words and numbers only.

        The columns are the fields of `Finding` but for `rest` and `patches`, in this order: `fingerprint`, `code`, `name`,
        `level`, `message`, `why`, `how`, `example`, `at`, `line` (from 1, 0 without a document), `start`, `end` (characters,
        from 0), `quote`, `heading`, `aspect`.
        """
        return [one.to_row() for one in self.findings]

    def count(self, level: Level) -> int:
        """Return how many findings have that level."""
        return sum(finding.level is level for finding in self.findings)


def verdict_on(findings: tuple[Finding, ...], *, whole: bool) -> Verdict | None:
    """Return the verdict that findings earn: None where not all was read and judged, and what was gives no 必改."""
    if any(one.level is Level.MUST for one in findings):
        return Verdict.FAIL
    if not whole:
        return None
    return Verdict.REVISE if any(one.level is Level.SHOULD for one in findings) else Verdict.PASS
