"""One walk for all rules: every rule sees what it is about, and a rule that breaks stops nothing but itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from mzsh_model.kernel.outcome import Notice
from mzsh_model.model.base import Value
from mzsh_model.model.items import Cause, Measure
from mzsh_model.model.walk import walk
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context, Source
from mzsh_model.rules.doubts import Doubts, Needs, doubts_of, secret_line
from mzsh_model.rules.finding import CheckResult, Finding, Level, Unchecked, verdict_on
from mzsh_model.rules.fingerprints import numbered, seed
from mzsh_model.rules.places import Placer
from mzsh_model.rules.profile import Profile, default_profile
from mzsh_model.rules.quoting import filled
from mzsh_model.rules.registry import all_rules
from mzsh_model.rules.rule import Hit, Message, Rule, Subject

_NOT_ALL_READ = "有内容没有读准，不能断定缺少或数目不符"
_BY_THEMSELVES: frozenset[Subject] = frozenset({Cause, Measure})
_NOT_OURS = "字体和版式、内容是否深刻：不在检查范围，需人工判断"


def check_value(
    value: Value,
    source: Source | None = None,
    *,
    notices: Sequence[Notice] = (),
    profile: Profile | None = None,
    today: date | None = None,
    rules: Iterable[Rule] | None = None,
    english: bool = False,
    needs: Needs = Needs(),  # noqa: B008 -- frozen
) -> CheckResult:
    """Judge a value, and its document where there is one. Neither is changed, and the same input gives the same result.

    `notices` are what the reader said of the value where its document is not at hand.
    """
    setting = profile or default_profile()
    active: list[Rule] = []
    unchecked: list[Unchecked] = []
    for one in (one for one in (all_rules() if rules is None else rules) if not one.compares):
        if one.code in setting.off or one.name in setting.off:
            ruled = any(basis.grade == "规定" for basis in one.basis)
            said = "配置里关闭；依据是规定，关闭不等于没有这项要求" if ruled else "配置里关闭"
            unchecked.append(Unchecked(one.called, said))
        else:
            active.append(one)
    doubted = source.notices if source is not None else tuple(notices)
    bench = _Bench(Context(value, setting, today or date.today(), source, doubted), english=english)
    doubts = doubts_of(bench.context, needs)
    if line := secret_line(bench.context):
        marks = [one for one in active if one.code == "PRI002"]
        bench.judge_all(marks, everywhere=True)
        secret = Unchecked("全文", "标有密级，只指出密级所在，其余不作检查", line)
        return CheckResult(_in_order(bench.findings), None, False, (secret, *unchecked))
    heard = [one for one in active if _holds(one, doubts)]
    partly = (Unchecked("内容", doubts.partly),) if doubts.partly else ()
    for one in heard:
        if source is None and one.on == (Line,):
            unchecked.append(Unchecked(one.called, "只看原文，而这里没有原文"))
    bench.judge_all(heard)
    if not_judged := doubts.refusal or doubts.nothing:
        told = _in_order(_as_sure(finding, doubts) for finding in bench.findings if finding.code not in bench.broken)
        whole = Unchecked("全文", not_judged)
        return CheckResult(told, None, False, (whole, *unchecked), kind_sure=doubts.kind_sure)
    unread = [part for part in doubts.parts if part.what != "文种"]
    missing = {one.code for one in active if one.whole} if unread else frozenset[str]()
    kept = _in_order(
        _as_sure(finding, doubts) for finding in bench.findings if finding.code not in {*bench.broken, *missing}
    )
    unchecked += [Unchecked(r.called, bench.broken[r.code]) for r in active if r.code in bench.broken]
    held = {finding.code for finding in bench.findings} & missing
    unchecked += [Unchecked(r.called, _NOT_ALL_READ, unread[0].line) for r in active if r.code in held]
    context = bench.context
    said_last = Unchecked("范围之外", _NOT_OURS)
    return CheckResult(
        kept,
        verdict_on(kept, whole=not (bench.broken or doubts.parts or partly)),
        True,
        (*partly, *doubts.parts, *doubts.limits, *unchecked, said_last),
        context.links,
        _metrics(context),
        tuple(sorted(bench.broken)),
        doubts.kind_sure,
        whole=not (doubts.parts or partly),
        dated=context.was_asked_the_day,
    )


def _holds(one: Rule, doubts: Doubts) -> bool:
    """Whether a rule is heard: of a paper that is not judged, only what holds of any; of another kind, only of its lines.

    Where no problem was read, a cause or a measure that was can still be judged by itself.
    """
    if doubts.refusal:
        return one.any_paper and one.on == (Line,)
    if doubts.nothing and doubts.kind_sure and set(one.on) <= _BY_THEMSELVES:
        return True
    return one.any_paper or not (doubts.partly or doubts.nothing)


def _as_sure(finding: Finding, doubts: Doubts) -> Finding:
    """A finding with the weight that its reading bears: 必改 rests only on what was read surely."""
    sure = doubts.kind_sure and finding.line not in doubts.unsure_lines
    return finding if sure or finding.level is not Level.MUST else replace(finding, level=Level.SHOULD)


class _Bench:
    """One sitting: every rule hears everything it is about, in document order."""

    def __init__(self, context: Context, *, english: bool) -> None:
        self.context = context
        self.findings: list[Finding] = []
        self.broken: dict[str, str] = {}  # code of a rule that slipped, and what to say of it
        self._english = english
        self._placer = Placer(context.value, context.source)

    def judge_all(self, rules: Iterable[Rule], *, everywhere: bool = False) -> None:
        """Let the rules hear; lines of the body, or those of notes, headers and footers as well."""
        by_type: dict[Subject, list[Rule]] = {}
        for one in rules:
            for kind in one.on if one.applies_in(self.context.value) else ():
                by_type.setdefault(kind, []).append(one)
        on_lines = by_type.pop(Line, [])
        own = type(self.context.value)  # a circular is told as a report is: what is asked of one is asked of the other
        if heard := [one for base in own.__mro__[1:] for one in by_type.get(base, ())]:
            by_type.setdefault(own, []).extend(heard)
        kinds = frozenset(kind for kind in by_type if issubclass(kind, Value))
        for path, node in walk(self.context.value, kinds):
            self._judge(by_type[type(node)], path, node)
        for line in self.context.source.outline.lines if self.context.source is not None and on_lines else ():
            if (everywhere or line.story in ("body", "textbox")) and line.text.strip():
                self._judge(on_lines, "", line)

    def _judge(self, rules: list[Rule], at: str, subject: Value | Line) -> None:
        for one in rules:
            if one.code in self.broken:
                continue
            try:
                for found in one.judge(subject, at, self.context):
                    if isinstance(found, Hit):
                        self.findings.append(self._finding(one, found))
            except Exception as error:  # a rule's own slip, isolated: the other rules still judge
                self.broken[one.code] = f"规则出错（{type(error).__name__}），请报告"

    def _finding(self, one: Rule, found: Hit) -> Finding:
        at, place = self._placer.place(found)
        values = dict(found.values)
        message: Message = one.en if self._english else one.zh
        quote = self._placer.quote(at, place)
        return Finding(
            code=one.code,
            name=one.name,
            level=self.context.profile.level_of(one.code, found.level or one.level),
            message=filled(message.said(found.case), values),
            why=filled(message.why, values),
            how=filled(message.how, values),
            example=filled(message.example, values),
            at=at,
            line=place.line,
            start=place.start,
            end=place.end,
            quote=quote,
            heading=self._placer.heading(place),
            rest=place.rest,
            aspect=self._placer.aspect(at),
            patches=found.patches,
            fingerprint=seed(one.code, quote, self._placer.line(place), (found.case, *map(str, values.values()))),
        )


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By place in the document; the same rule strikes the same words once."""
    unique: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        where = (finding.line, finding.start, finding.end) if finding.line else (finding.at,)
        unique.setdefault((finding.code, finding.message, *where), finding)
    return numbered(sorted(unique.values(), key=lambda f: (f.line, f.start, -f.level.weight, f.code, f.at)))


def _metrics(context: Context) -> dict[str, int]:
    value = context.value
    causes = getattr(value, "causes", ())
    return {
        "characters": context.length,
        "issues": len(context.issues),
        "causes": len(causes),
        "measures": len(context.measures),
    }
