"""A meeting's papers compared: every rule on them judges once, and a rule that breaks stops nothing but itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mzsh_model.rules.finding import Finding, Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.places import Placer
from mzsh_model.rules.quoting import filled
from mzsh_model.rules.registry import all_rules
from mzsh_model.rules.rule import Hit, Rule


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """One of the places that a finding on several papers concerns; the fields are those of a `Finding`."""

    path: str
    at: str
    line: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class DossierFinding:
    """One thing in which papers of a meeting do not agree, or one that is not there: the message in four parts, the places.

    The first place is the one that the finding is about, the others are what it does not agree with. What is missing
    altogether may have none.
    """

    code: str
    name: str
    level: Level
    message: str
    why: str
    how: str
    example: str
    places: tuple[FindingPlace, ...]

    def beside(self, path: str) -> tuple[Finding, ...]:
        """Return the finding as it is told in one of its papers, once for each place there: the others are named in it."""
        return tuple(
            Finding(
                self.code,
                self.name,
                self.level,
                self.message + self._elsewhere(n),
                self.why,
                self.how,
                self.example,
                one.at,
                one.line,
                one.start,
                one.end,
                one.quote,
            )
            for n, one in enumerate(self.places)
            if one.path == path
        )

    def _elsewhere(self, here: int) -> str:
        others = [f"《{one.path}》第{one.line}行" for n, one in enumerate(self.places) if n != here and one.line]
        return f"（另见{'、'.join(others)}）" if others else ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison of papers found, and what could not be compared."""

    findings: tuple[DossierFinding, ...]
    unchecked: tuple[Unchecked, ...]


def compare(meeting: MeetingPapers, *, rules: Iterable[Rule] | None = None, english: bool = False) -> Comparison:
    """Judge the papers of a meeting side by side. They are not changed, and the same papers give the same result."""
    bench = _Bench(meeting, english=english)
    for one in all_rules() if rules is None else rules:
        if one.compares:
            bench.judge(one)
    return Comparison(tuple(bench.findings), tuple(dict.fromkeys(bench.unchecked)))


class _Bench:
    def __init__(self, meeting: MeetingPapers, *, english: bool) -> None:
        self.findings: list[DossierFinding] = []
        self.unchecked: list[Unchecked] = []
        self._meeting = meeting
        self._english = english
        self._placers: dict[str, Placer] = {}

    def judge(self, one: Rule) -> None:
        off = self._meeting.profile.off
        if one.code in off or one.name in off:
            self.unchecked.append(Unchecked(one.called, "配置里关闭"))
            return
        findings: list[DossierFinding] = []
        try:
            for found in one.judge(self._meeting):
                if isinstance(found, Unchecked):
                    self.unchecked.append(Unchecked(f"{one.called}：{found.what}", found.reason, found.line))
                else:
                    findings.append(self._finding(one, found))
        except Exception as error:  # a rule's own slip, isolated: the other rules still judge
            said = f"规则出错（{type(error).__name__}），请报告"
            self.unchecked.append(Unchecked(one.called, said))
            return
        self.findings += dict.fromkeys(findings)

    def _finding(self, one: Rule, found: Hit) -> DossierFinding:
        values = dict(found.values)
        message = one.en if self._english else one.zh
        places = tuple(self._place(hit) for hit in (found, *found.also) if hit.paper)
        level = self._meeting.profile.level_of(one.code, found.level or one.level)
        if level is Level.MUST and not all(self._is_sure(place) for place in places):
            level = Level.SHOULD
        return DossierFinding(
            one.code,
            one.name,
            level,
            filled(message.said(found.case), values),
            filled(message.why, values),
            filled(message.how, values),
            filled(message.example, values),
            places,
        )

    def _is_sure(self, place: FindingPlace) -> bool:
        doubts = self._meeting.named(place.path).doubts
        return doubts.kind_sure and place.line not in doubts.unsure_lines

    def _place(self, hit: Hit) -> FindingPlace:
        paper = self._meeting.named(hit.paper)
        placer = self._placers.get(paper.path)
        if placer is None:
            placer = self._placers[paper.path] = Placer(paper.value, paper.context.source)
        at, place = placer.place(hit)
        return FindingPlace(paper.path, at, place.line, place.start, place.end, placer.quote(at, place))


def by_paper(findings: Iterable[DossierFinding]) -> Mapping[str, tuple[Finding, ...]]:
    """Return, for each paper that any of the findings concerns, what is told in it."""
    told: dict[str, list[Finding]] = {}
    for one in findings:
        for path in dict.fromkeys(place.path for place in one.places):
            told.setdefault(path, []).extend(one.beside(path))
    return {path: tuple(found) for path, found in told.items()}
