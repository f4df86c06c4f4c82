"""Findings of one kind told once: the rule's words, and all the places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mzsh_model.rules.finding import Finding, Level

_MANY = 12


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one rule and level in one file, in the order of the document; at least one."""

    level: Level
    code: str
    findings: tuple[Finding, ...]

    @property
    def message(self) -> str:
        """What the first of them says."""
        return self.findings[0].message

    def places(self) -> str:
        """Return where they stand, in brackets, empty where there is no document."""
        lines = [str(line) for line in dict.fromkeys(f.line for f in self.findings) if line]
        if not lines:
            return ""
        shown = "、".join(lines[:_MANY]) + ("…" if len(lines) > _MANY else "")
        many = f"共{len(self.findings)}处，" if len(self.findings) > 1 else ""
        return f"（{many}第{shown}行）"


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """Return the findings by rule, the gravest first, then in the order of the document."""
    found: dict[tuple[Level, str], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.level, finding.code), []).append(finding)
    groups = [Group(level, code, tuple(own)) for (level, code), own in found.items()]
    return sorted(groups, key=lambda group: -group.level.weight)
