"""Findings put right where that takes a few characters and no thought: numbers, end marks, quotation marks, brackets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from types import NoneType

from mzsh_model.document.checking import check
from mzsh_model.document.classified import refuse_classified
from mzsh_model.document.document import Document
from mzsh_model.document.moment import stamp
from mzsh_model.kernel.errors import BadEdit, expect
from mzsh_model.opc.sniff import decode_text, encode_text
from mzsh_model.rules.finding import Finding
from mzsh_model.rules.profile import Profile, load_profile
from mzsh_model.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document put right, the findings that went with it, and those whose change could not be made or mended nothing."""

    document: Document
    cured: tuple[Finding, ...] = ()
    left: tuple[Finding, ...] = ()


def fix(
    doc: Document,
    *,
    profile: Profile | str | Path | None = None,
    today: date | None = None,
    rules: Iterable[Rule] | None = None,
    author: str = "mzsh",
    now: datetime | None = None,
) -> Fixed:
    """Return `doc` with its mechanical faults put right, in Word as tracked changes of `author` made at `now`.

    Only findings with patches are touched. The result is checked again by the same settings: a change whose finding stays,
    or that brings another one, is not made. Where there is nothing to put right the document is `doc` itself.

    Raises:
        BadEdit: nobody may write into the file (signed, protected, with a secrecy mark), or it is a spreadsheet.
        BadProfile: the profile cannot be used.
        CallerError: an argument of another type.
    """
    expect(doc, (Document,), "fix 的第一个参数", "mz.open 打开的文件")
    expect(profile, (Profile, str, Path, NoneType), "profile", "Profile 或 TOML 文件的路径")
    refuse_classified(doc.lines)
    if doc.sheets is not None or doc.name.lower().endswith(".csv"):
        raise BadEdit("edit-sheet", "表格文件（.xlsx、.csv）只能读，不能在里面改。请另存为 .docx 再改")
    setting = profile if isinstance(profile, Profile) else load_profile(profile)
    bench = _Bench(doc, setting, today or date.today(), None if rules is None else tuple(rules), author, stamp(now))
    todo = [finding for finding in bench.found if finding.patches]
    if (mended := bench.attempt(todo)) is not None:
        return Fixed(mended, tuple(todo))
    mended = doc
    cured: list[Finding] = []
    for finding in todo:
        if (so_far := bench.attempt([*cured, finding])) is not None:
            cured.append(finding)
            mended = so_far
    return Fixed(mended, tuple(cured), tuple(finding for finding in todo if finding not in cured))


class _Bench:
    """One document, and how each attempt to put it right is checked."""

    def __init__(
        self,
        doc: Document,
        profile: Profile,
        today: date,
        rules: Sequence[Rule] | None,
        author: str,
        at: str,
    ) -> None:
        self._doc = doc
        self._profile = profile
        self._today = today
        self._rules = rules
        self._author = author
        self._at = at
        self.found = self._findings(doc)

    def _findings(self, doc: Document) -> tuple[Finding, ...]:
        return check(doc, profile=self._profile, today=self._today, rules=self._rules).findings

    def attempt(self, findings: Sequence[Finding]) -> Document | None:
        """Return the document with the patches of `findings`; None where that cures not all of them, or brings another."""
        if not findings:
            return None
        try:
            mended = self._patched(findings)
        except BadEdit:
            return None
        before, after = _codes(self.found), _codes(self._findings(mended))
        return mended if not after - before and before - after == _codes(findings) else None

    def _patched(self, findings: Sequence[Finding]) -> Document:
        doc = self._doc
        words = dict.fromkeys((p.line, p.start, p.end, p.new) for finding in findings for p in finding.patches)
        if doc.package is not None:
            from mzsh_model.binding.put.retype import retyped
            from mzsh_model.binding.put.write import Tracking

            tracking = Tracking(self._author, self._at)
            return replace(doc, package=retyped(doc.package, doc.outline, words, tracking))
        from mzsh_model.binding.put.retype import retyped_text

        text = retyped_text(decode_text(doc.origin.data)[0], doc.outline, words)
        return replace(doc, origin=replace(doc.origin, data=encode_text(text, doc.origin.data)))


def _codes(findings: Iterable[Finding]) -> Counter[str]:
    """How many findings each rule has: what a finding says of its line changes with the line."""
    return Counter(finding.code for finding in findings)
