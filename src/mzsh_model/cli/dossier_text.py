"""A dossier as a person reads it: package, roster, correspondence, criticisms, what does not agree, what was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mzsh_model.batch.correspondence import BASIS_ZH
from mzsh_model.dossier.dossier import Dossier, DossierMeeting
from mzsh_model.dossier.trace import TraceStep, trace
from mzsh_model.kernel.columns import columns, cut
from mzsh_model.kernel.printable import printable
from mzsh_model.rules.comparing import DossierFinding
from mzsh_model.rules.cross.criticisms import criticisms_of
from mzsh_model.rules.cross.holders import issues_of, matched
from mzsh_model.rules.finding import CheckResult, Level
from mzsh_model.rules.papers import Sighting

_WIDTH = 40
_WIDE = 96
_FEW = 5
_STEPS_ZH = {
    "opinion": "意见",
    "talk": "谈话",
    "cause": "原因",
    "measure": "措施",
    "criticism": "批评",
    "report": "报告",
    "row": "台账",
    "close-out": "销号",
}
_ASKED_FOR = frozenset({"opinion", "talk", "criticism"})
"""Steps that not every problem has: they have a column where any has one."""
_ROLES_ZH = {
    "subject": "本人材料",
    "attendee": "到会",
    "absent": "请假",
    "chair": "主持",
    "owner": "本人台账",
    "row": "台账",
    "named": "批评、认领",
}


def dossier_text(dossier: Dossier, *, all_findings: bool = False) -> Iterator[str]:
    """Yield the lines of the report, meeting by meeting, the files that belong to none last."""
    for meeting in dossier.meetings:
        yield from _meeting(meeting, all_findings=all_findings)
        yield ""
    for stray in dossier.strays:
        yield f"不属于任何一次会：{stray.path}（{printable(stray.reason)}）"
    if not dossier.meetings:
        yield "没有认出任何一次会的材料"


def _meeting(meeting: DossierMeeting, *, all_findings: bool) -> Iterator[str]:
    year = f"{meeting.year}年度" if meeting.year else "（看不出年度）"
    yield f"{meeting.organisation or '（看不出单位）'}{year}民主生活会   材料 {len(meeting.papers.papers)} 份"
    yield ""
    yield from _package(meeting)
    yield ""
    yield from _roster(meeting)
    yield ""
    yield from _versions(meeting)
    yield from _correspondence(meeting)
    yield from _criticisms(meeting)
    for finding in meeting.findings:
        yield from _finding(finding)
    if all_findings:
        for path, result in meeting.results.items():
            for own in result.findings:
                yield f"{own.level} {own.code} {printable(own.message)}   {path} 第{own.line}行"
    for one in meeting.unchecked:
        yield f"没有检查：{one.what}（{printable(one.reason)}）"
    tally = " · ".join(f"{level} {sum(f.level is level for f in meeting.findings)}" for level in Level)
    yield f"各份材料之间共 {len(meeting.findings)} 处：{tally}"


def _package(meeting: DossierMeeting) -> Iterator[str]:
    rows = [("文种", "谁", "稿次", "单份结论", "文件")]
    for paper in meeting.papers.papers:
        said = _verdict(meeting.results[paper.path])
        rows.append((paper.kind_zh, paper.whose, paper.version, said, paper.path))
    for paper in meeting.papers.others:
        rows.append((paper.kind_zh, paper.whose, paper.version, "（不是在用的）", paper.path))
    rows += [(one.name, one.member, "", "缺", "") for one in meeting.missing]
    yield from _table(rows)


def _verdict(result: CheckResult) -> str:
    if result.verdict is not None:
        return str(result.verdict)
    return "没有结论" if result.checked else "没有检查"


def _roster(meeting: DossierMeeting) -> Iterator[str]:
    members = meeting.roster.members
    yield f"成员 {len(members)} 名" + ("（配置里写有名单）" if meeting.roster.given else "")
    for member in members:
        post = next((one.post for one in member.seen if one.post), "")
        also = f"（有的材料写作{'、'.join(member.also)}）" if member.also else ""
        yield f"  {member.name}{also}  {printable(post)}  {_seen(member.seen)}".rstrip()


def _seen(seen: Sequence[Sighting]) -> str:
    return "、".join(dict.fromkeys(_ROLES_ZH[one.role] for one in seen))


def _versions(meeting: DossierMeeting) -> Iterator[str]:
    """What changed from version to version, the first few changes in words."""
    for step in meeting.version_steps:
        yield f"{step.old} → {step.new}：改动 {len(step.said)} 处"
        yield from (f"  {cut(printable(said), _WIDE)}" for said in step.said[:_FEW])
        if len(step.said) > _FEW:
            yield f"  另有 {len(step.said) - _FEW} 处，用 mzsh diff 看"
    if meeting.version_steps:
        yield ""


def _correspondence(meeting: DossierMeeting) -> Iterator[str]:
    """Each problem with what answers it; what is lacking is said."""
    found = matched(meeting.papers)
    told = [(issue, trace(meeting.papers, issue.paper.path, issue.at, found)) for issue in issues_of(meeting.papers)]
    there = {step.kind for _, steps in told for step in steps}
    kinds = [kind for kind in _STEPS_ZH if kind in there or kind not in _ASKED_FOR]
    rows: list[tuple[str, ...]] = [("谁", "问题", *(_STEPS_ZH[kind] for kind in kinds))]
    for issue, steps in told:
        cells = [_cell(steps, kind) for kind in kinds]
        rows.append((issue.holder, cut(printable(issue.said), _WIDTH), *cells))
    if told:
        yield from _table(rows)
        yield ""


def _cell(steps: Sequence[TraceStep], kind: str) -> str:
    told = [step for step in steps if step.kind == kind]
    if not told:
        return "—"
    return (f"{len(told)} " if len(told) > 1 else "") + BASIS_ZH[str(told[0].basis)]


def _criticisms(meeting: DossierMeeting) -> Iterator[str]:
    """How many criticisms each gave each: critics down, targets across."""
    counts = Counter((one.critic, one.target) for one in criticisms_of(meeting.papers))
    if not counts:
        return
    names = [*meeting.roster.names]
    names += [name for name in dict.fromkeys(n for pair in counts for n in pair) if name not in names]
    rows: list[tuple[str, ...]] = [("批评人＼被批评人", *(name or "（没有写明）" for name in names))]
    for critic in names:
        cells = ("—" if critic == target and critic else str(counts[critic, target] or "") for target in names)
        rows.append((critic or "（没有写明）", *cells))
    yield from _table(rows)
    yield ""


def _finding(finding: DossierFinding) -> Iterator[str]:
    yield f"{finding.level} {finding.code} {printable(finding.message)}"
    for at in finding.places:
        yield f"  {at.path} 第{at.line}行 │ {cut(printable(at.quote), 64)}"
    yield f"  为什么：{printable(finding.why)}"
    yield f"  怎么改：{printable(finding.how)}"
    yield ""


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    wide = [max(columns(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        cells = (cell + " " * (width - columns(cell)) for cell, width in zip(row, wide, strict=True))
        yield "  ".join(cells).rstrip()
