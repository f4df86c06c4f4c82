"""A check's result as a person reads it, and as a program does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mzsh_model.batch.run import FileResult
from mzsh_model.carriers.grouping import Group, grouped
from mzsh_model.carriers.rows import numbers
from mzsh_model.cli.overview import brief
from mzsh_model.cli.wide import window
from mzsh_model.kernel.columns import columns, cut
from mzsh_model.kernel.printable import printable
from mzsh_model.rules.finding import CheckResult, Finding, Level, Unchecked
from mzsh_model.rules.profile import Profile

_OTHERS = 6


def text_report(one: FileResult, profile: Profile, *, verbose: bool = False, full: bool = False) -> Iterator[str]:
    """Yield the lines of one file's report: findings, correspondence, what was not checked, counts and verdict last.

    The gravest come first; findings of one rule are told once with all their places, hints in one line; `full` tells each.
    """
    result = one.result
    yield one.path + (f"   {one.kind.zh} · {one.document.kind_reason}" if one.document else "")
    if not result.checked:
        yield f"没能检查：{result.unchecked[0].reason}" + _where(result.unchecked[0])
        for finding in result.findings:
            yield from _finding(one, finding)
        return
    counts = result.metrics
    yield f"读到：问题 {counts['issues']} 条，原因 {counts['causes']} 条，措施 {counts['measures']} 条，共 {counts['characters']} 字"
    for group in grouped(result.findings):
        if full:
            for finding in group.findings:
                yield ""
                yield from _finding(one, finding)
        elif group.level is not Level.HINT:
            yield ""
            yield from _group(one, group)
    hints = [] if full else [group for group in grouped(result.findings) if group.level is Level.HINT]
    yield ""
    yield from (brief(group) for group in hints)
    if hints:
        yield ""
    yield from _correspondence(one, verbose=verbose)
    if verbose:
        yield from _idents(result)
    for unchecked in result.unchecked:
        yield f"没有检查：{unchecked.what}（{printable(unchecked.reason)}）{_where(unchecked)}"
    tally = " · ".join(f"{level} {result.count(level)}" for level in Level)
    often = [(code, n) for code, n in Counter(f.code for f in result.findings).most_common(5) if n > 1]
    most = "，最多的是 " + "、".join(f"{code} {n}" for code, n in often) if often else ""
    yield f"共 {len(result.findings)} 处：{tally}{most}      结论：{conclusion(result, profile)}"
    if one.suppressed:
        yield f"另有不计的 {len(one.suppressed)} 处（接受过的、基线里的），加 --show-suppressed 列出"
    if one.copy:
        yield f"批注稿：{one.copy}"


def conclusion(result: CheckResult, profile: Profile) -> str:
    """Return the verdict in the words that people are told, or why there is none."""
    if result.verdict is not None:
        return profile.words_for(result.verdict) or result.verdict.said
    if not result.checked:
        return "没能检查"
    return "有规则出错，没有结论" if result.broken else "没有结论，有内容没有读准或没有检查（见“没有检查”）"


def _where(unchecked: Unchecked) -> str:
    return f"   第{unchecked.line}行" if unchecked.line else ""


def _finding(one: FileResult, finding: Finding) -> Iterator[str]:
    yield f"{finding.level} {finding.code} {printable(finding.message)}   第{finding.line}行 第{finding.start + 1}字"
    if finding.heading:
        yield f"  位置：{printable(finding.heading)}"
    if one.document is not None and finding.line:
        text = one.document.lines[finding.line - 1].text
        shown, begin, end = window(text, finding.start, finding.end)
        number = f"{finding.line:>5} │ "
        yield number + shown
        yield " " * (columns(number) + begin) + "^" * (end - begin)
    yield f"  为什么：{printable(finding.why)}"
    yield f"  怎么改：{printable(finding.how)}"
    yield f"  例子：{printable(finding.example)}"


def _group(one: FileResult, group: Group) -> Iterator[str]:
    """The first of a group in full, the others by their places and what they say otherwise."""
    yield from _finding(one, group.findings[0])
    others = group.findings[1:]
    if others:
        yield f"  同样的还有 {len(others)} 处："
    for finding in others[:_OTHERS]:
        said = printable(finding.quote if finding.message == group.message else finding.message)
        yield f"{finding.line:>5} │ {cut(said.strip(), 64)}"
    if len(others) > _OTHERS:
        yield "      │ " + "、".join(f"第{finding.line}行" for finding in others[_OTHERS:])


def _idents(result: CheckResult) -> Iterator[str]:
    """The digits by which each finding can be accepted."""
    for finding in result.findings:
        where = f"第{finding.line}行" if finding.line else ""
        yield f"编号 {finding.fingerprint}  {finding.level} {finding.code} {where} {cut(printable(finding.quote), 40)}".rstrip()
    if result.findings:
        yield ""


def _correspondence(one: FileResult, *, verbose: bool) -> Iterator[str]:
    if not one.correspondence.pairings:
        return
    yield "问题—原因—措施对应（没有写明对应的，按内容相近推断，仅供参考）"
    for number, pairing in enumerate(one.correspondence.pairings, 1):
        cause, measure = numbers(pairing.causes) or "—", numbers(pairing.measures) or "缺"
        basis = "、".join(pairing.basis) if verbose else ""
        words = cut(printable(pairing.statement), 44)
        yield f"  {number:>3} {words}{' ' * (46 - columns(words))}原因 {cause}  措施 {measure}  {basis}".rstrip()
    yield ""
