"""One walk for all rules: every rule sees what it is about, and a rule that breaks stops nothing but itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mzsh_model.kernel.collector import collector_held
from mzsh_model.model.base import Value
from mzsh_model.model.documents import Ledger, MeetingReport, SelfExamination, Unrecognised
from mzsh_model.model.walk import walk
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context, Source
from mzsh_model.rules.finding import CheckResult, Finding, Level, Unchecked, Verdict
from mzsh_model.rules.places import Placer
from mzsh_model.rules.profile import Profile, default_profile
from mzsh_model.rules.registry import all_rules
from mzsh_model.rules.rule import Hit, Message, Rule

_NOT_OURS = "字体和版式、内容是否深刻：不在检查范围，需人工判断"


@collector_held()
def check_value(
    value: Value,
    source: Source | None = None,
    *,
    profile: Profile | None = None,
    today: date | None = None,
    rules: Iterable[Rule] | None = None,
    english: bool = False,
) -> CheckResult:
    """Judge a value, and its document where there is one. Neither is changed, and the same input gives the same result."""
    setting = profile or default_profile()
    active: list[Rule] = []
    unchecked: list[Unchecked] = []
    for one in all_rules() if rules is None else rules:
        if one.code in setting.off or one.name in setting.off:
            unchecked.append(Unchecked(f"{one.code} {one.name}", "配置里关闭"))
        else:
            active.append(one)
    if not _can_be_judged(value):
        reason = "没有认出任何问题条目" if not isinstance(value, Unrecognised) else "没有认出是哪一种材料"
        return CheckResult((), None, False, (Unchecked("全文", f"{reason}，不作“通过”处理"), *unchecked))
    for one in active:
        if source is None and one.on == (Line,):
            unchecked.append(Unchecked(f"{one.code} {one.name}", "只看原文，而这里没有原文"))
    bench = _Bench(Context(value, setting, today or date.today(), source), english=english)
    bench.judge_all(active)
    kept = _in_order(f for f in bench.findings if f.code not in bench.broken)
    unchecked += [Unchecked(f"{r.code} {r.name}", bench.broken[r.code]) for r in active if r.code in bench.broken]
    unchecked.append(Unchecked("范围之外", _NOT_OURS))
    context = bench.context
    verdict: Verdict | None = _verdict(kept)
    if bench.broken and verdict is not Verdict.FAIL:
        verdict = None
    return CheckResult(
        kept, verdict, True, tuple(unchecked), context.links, _metrics(context), tuple(sorted(bench.broken))
    )


def _can_be_judged(value: Value) -> bool:
    """Whether a value holds anything to judge; an empty one is never a pass."""
    if isinstance(value, SelfExamination):
        return bool(value.issues)
    if isinstance(value, MeetingReport):
        return bool(value.team_issues or value.member_issues or value.measures or value.preparation)
    return isinstance(value, Ledger) and any(e.issue is not None or e.measures for e in value.entries)


class _Bench:
    """One sitting: every rule hears everything it is about, in document order."""

    def __init__(self, context: Context, *, english: bool) -> None:
        self.context = context
        self.findings: list[Finding] = []
        self.broken: dict[str, str] = {}  # code of a rule that slipped, and what to say of it
        self._english = english
        self._placer = Placer(context.value, context.source)

    def judge_all(self, rules: Iterable[Rule]) -> None:
        by_type: dict[type[Value] | type[Line], list[Rule]] = {}
        for one in rules:
            for kind in one.on:
                by_type.setdefault(kind, []).append(one)
        on_lines = by_type.pop(Line, [])
        kinds = frozenset(kind for kind in by_type if issubclass(kind, Value))
        for path, node in walk(self.context.value, kinds):
            self._judge(by_type[type(node)], path, node)
        for line in self.context.source.outline.lines if self.context.source is not None and on_lines else ():
            if line.story in ("body", "textbox") and line.text.strip():
                self._judge(on_lines, "", line)

    def _judge(self, rules: list[Rule], at: str, subject: Value | Line) -> None:
        for one in rules:
            if one.code in self.broken:
                continue
            try:
                for found in one.judge(subject, at, self.context):
                    self.findings.append(self._finding(one, found))
            except Exception as error:  # a rule's own slip, isolated: the other rules still judge
                self.broken[one.code] = f"规则出错（{type(error).__name__}），请报告"

    def _finding(self, one: Rule, found: Hit) -> Finding:
        at, place = self._placer.place(found)
        values = dict(found.values)
        message: Message = one.en if self._english else one.zh
        return Finding(
            code=one.code,
            name=one.name,
            level=self.context.profile.level_of(one.code, found.level or one.level),
            message=message.said(found.case).format(**values),
            why=message.why.format(**values),
            how=message.how.format(**values),
            example=message.example.format(**values),
            at=at,
            line=place.line,
            start=place.start,
            end=place.end,
            quote=self._placer.quote(at, place),
            heading=self._placer.heading(place),
            rest=place.rest,
        )


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By place in the document; the same rule strikes the same words once."""
    unique: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        where = (finding.line, finding.start, finding.end) if finding.line else (finding.at,)
        unique.setdefault((finding.code, finding.message, *where), finding)
    return tuple(sorted(unique.values(), key=lambda f: (f.line, f.start, -f.level.weight, f.code, f.at)))


def _verdict(findings: tuple[Finding, ...]) -> Verdict:
    if any(f.level is Level.MUST for f in findings):
        return Verdict.FAIL
    return Verdict.REVISE if any(f.level is Level.SHOULD for f in findings) else Verdict.PASS


def _metrics(context: Context) -> dict[str, int]:
    value = context.value
    causes = value.causes if isinstance(value, SelfExamination | MeetingReport) else ()
    return {
        "characters": context.length,
        "issues": len(context.issues),
        "causes": len(causes),
        "measures": len(context.measures),
    }
