"""Self-examinations: of a team or a member, by aspects or not, in eight structures."""

from __future__ import annotations

from tests.marked_drafts.generator.material import ASPECTS, AT_ONCE, Material, Problem
from tests.marked_drafts.generator.numbering import ITEMS, LADDERS, UNDER_NOTHING, Number, ended, listed

STRUCTURES = ("ladder", "ladder", "ladder", "chapters", "triples", "blocks", "inside", "table", "annex", "prose")


class Examination:
    """One self-examination; `fault` is the 必改 planted in it, if any."""

    def __init__(self, name: str, fault: str = "") -> None:
        self.got = got = Material(name, "examination")
        self.dice, self.fault = got.dice, fault
        self.team = self.dice.random() < 0.45
        self.who = self.dice.choice(got.people)
        if fault == "ISS001":
            got.year = self.dice.choice((2025, 2024))
            got.numbers |= {"year": str(got.year), "year-1": str(got.year - 1)}
        self.aspects = ASPECTS.get(got.year, [])
        if len(self.aspects) > len(got.problems) or (fault != "ISS001" and self.dice.random() < 0.3):
            self.aspects = []
        self.structure = "ladder" if fault else self.dice.choice(STRUCTURES)
        if self.structure in ("chapters", "blocks") and not self.aspects:
            self.structure = "ladder"
        if fault in ("NUM001", "ISS001"):
            self.chapter, self.part = LADDERS[0]
        else:
            self.chapter, self.part = self.dice.choice(LADDERS)
        self.chapters = 0
        self.lines: list[str] = []

    def source(self) -> str:
        """Header and marked text."""
        got = self.got
        title = got.fill(got.pick("titles_team" if self.team else "titles_member"), name=self.who)
        self.lines += title.split("↵")
        if not self.team:
            line = got.fill(got.pick("subject_lines"), name=self.who, post=self.dice.choice(got.posts))
            self.lines.append(line)
        self.lines.append(got.fill(got.pick("preambles")))
        if self.fault == "PRI001":
            self.lines[-1] += "联系电话：13900001234。"
        getattr(self, f"_{self.structure}")()
        self.lines.append(got.fill(got.pick("closings")))
        header = {"kind": "SelfExamination", "year": str(got.year), "scope": "team" if self.team else "member"}
        if not self.team:
            header["subject"] = self.who
        if "‖" in "".join(self.lines):
            header["form"] = "docx"
        header |= {"fault": self.fault} if self.fault else {"clean": "yes"}
        return (
            "\n".join(f"{key}: {said}" for key, said in header.items())
            + "\n---\n"
            + "\n".join(filter(None, self.lines))
        )

    def _head(self, text: str) -> None:
        skip = self.fault == "NUM001" and self.chapters == 2
        self.lines.append(self.chapter(self.chapters + skip) + text)
        self.chapters += 1

    def _number(self) -> Number:
        """A number of items that the parts above them do not have."""
        same = self.part(0)[0].isdecimal()
        return self.dice.choice([number for number in ITEMS if not (same and number(0)[0].isdecimal())])

    def _under(self) -> Number:
        """A number of items right under a chapter that the chapters do not have."""
        return self.dice.choice([number for number in UNDER_NOTHING if number(0) != self.chapter(0)])

    def _by_aspect(self) -> list[tuple[str, list[Problem]]]:
        """The problems, each under an aspect; under none where the draft has none."""
        problems = self.got.problems
        if not self.aspects:
            return [("", problems[: self.dice.randint(4, len(problems))])]
        told: list[tuple[str, list[Problem]]] = [
            (aspect, [problem]) for aspect, problem in zip(self.aspects, problems, strict=False)
        ]
        for problem in problems[len(told) :]:
            self.dice.choice(told)[1].append(problem)
        if self.fault == "ISS001":
            told.pop(self.dice.randrange(1, len(told)))
        return told

    def _heading(self, aspect: str, form: str) -> str:
        before, _, behind = form.partition("<a>")
        return f"{before}{{aspect|{aspect}}}{behind}"

    def _issue(self, problem: Problem, more: str = "") -> str:
        return ended(f"{{issue{more}|{problem.issue}}}")

    def _measure(self, problem: Problem, more: str = "", bare: bool = False) -> str:
        if bare:
            return f"{{measure{more}|{problem.measure}}}"
        got = self.got
        if problem.due in AT_ONCE:
            owner = f"，由{{owner|{problem.department}}}负责" if self.team else ""
            return f"{{measure{more}|{problem.measure}{owner}，{{due|{problem.due}}}。}}"
        answer = got.pick("answers_team" if self.team else "answers_member")
        told = got.fill(answer, d=problem.department, p=self.dice.choice(got.people), t=problem.due)
        joint = "" if told.startswith("（") or not told else "，"
        return f"{{measure{more}|{problem.measure}{joint}{told}。}}"

    def _issues(self, parts: list[tuple[str, list[Problem]]], inside: bool = False) -> None:
        form, number = self.got.pick("aspects"), self._number()
        lone = self.dice.random() < 0.5
        through = self.dice.random() < 0.2 and number(0)[0] == "1"
        start = 0
        lead = self.got.pick("leads")
        if not self.aspects and lead:
            self.lines.append(lead)
        for place, (aspect, problems) in enumerate(parts):
            marks = [
                self._issue(problem) + (f"究其原因，{{cause|{problem.cause}}}。" if inside else "")
                for problem in problems
            ]
            if self.fault == "TXT004":
                marks[0] = marks[0].replace("。}", "，2月30日还为此作过说明。}") if place == 0 else marks[0]
            if aspect:
                self.lines.append(self.part(place) + self._heading(aspect, form))
            here = number if aspect else self._under()
            if len(marks) == 1 and lone:
                self.lines += marks
            elif self.fault == "NUM002" and len(marks) > 1:
                self.lines += [here(n + (n > 0)) + mark for n, mark in enumerate(marks)]
            else:
                self.lines += listed(self.dice, marks, here, start if through else 0)
            start += len(marks)

    def _causes(self, problems: list[Problem]) -> None:
        causes = [f"{{cause|{cause}。}}" for cause in dict.fromkeys(problem.cause for problem in problems)]
        self.lines += listed(self.dice, causes[: self.dice.randint(3, 5)], self._under())

    def _measures(self, parts: list[tuple[str, list[Problem]]]) -> None:
        problems = [problem for _, some in parts for problem in some]
        if self.fault == "MEA005":
            first = self._measure(problems[0], bare=True)[:-1] + f"，{{due|{self.got.year - 1}年3月底前}}完成。}}"
        else:
            first = self._measure(problems[0])
        if self.aspects and self.fault != "MEA005" and self.dice.random() < 0.3:
            number = self._number()
            for place, (aspect, some) in enumerate(parts):
                self.lines.append(f"{self.part(place)}针对{aspect}方面的问题")
                self.lines += listed(self.dice, [self._measure(problem) for problem in some], number)
            return
        marks = [first, *(self._measure(problem) for problem in problems[1:])]
        self.lines += listed(self.dice, marks, self._under())

    def _ladder(self, table: str = "") -> None:
        parts = self._by_aspect()
        if self.fault == "NUM002":
            parts = [("", [problem for _, some in parts for problem in some])]
            self.aspects = []
        problems = [problem for _, some in parts for problem in some]
        self._head(self.got.pick("issues"))
        self._issues(parts)
        if self.dice.random() < 0.15 and not self.fault:
            head, text = self.got.words["case"]
            self._head(head)
            self.lines.append(self.got.fill(text))
        if self.fault != "CAU001":
            self._head(self.got.pick("causes"))
            self._causes(problems)
        if self.fault == "MEA001":
            return
        self._head(self.got.pick("measures"))
        if table == "annex":
            self.lines += [
                f"{self.part(n)}{self._measure(problem, f' id=m{chr(97 + n)}', bare=True)}。"
                for n, problem in enumerate(problems)
            ]
            self.lines.append("附：整改任务分工表")
        if table:
            self._rows(problems, table)
        else:
            self._measures(parts)

    def _rows(self, problems: list[Problem], table: str) -> None:
        text = "整改措施" if table == "table" else "措施"
        self.lines.append(f"‖序号‖{text}‖责任单位‖完成时限")
        for n, problem in enumerate(problems):
            key = f"m{chr(97 + n)}"
            told = self._measure(problem, f" id={key}", bare=True) if table == "table" else problem.measure
            self.lines.append(f"‖{n + 1}‖{told}‖{{owner of={key}|{problem.department}}}‖{{due of={key}|{problem.due}}}")

    def _table(self) -> None:
        self._ladder("table")

    def _annex(self) -> None:
        self._ladder("annex")

    def _chapters(self) -> None:
        parts, number = self._by_aspect(), self.dice.choice(ITEMS)
        for aspect, some in parts:
            self._head(self._heading(aspect, self.got.pick("aspects")))
            self.lines += listed(self.dice, [self._issue(problem) for problem in some], number)
        problems = [problem for _, some in parts for problem in some]
        self._head(self.got.pick("causes"))
        self._causes(problems)
        self._head(self.got.pick("measures"))
        self._measures(parts)

    def _triples(self) -> None:
        issue, cause, measure = self.dice.choice(self.got.words["labels"])
        for n, problem in enumerate(self.got.problems):
            self.lines.append(f"{issue}{n + 1}：{self._issue(problem)}")
            self.lines.append(f"{cause}：{{cause|{problem.cause}。}}")
            self.lines.append(f"{measure}：{self._measure(problem)}")

    def _blocks(self) -> None:
        issue, cause, measure = self.dice.choice(self.got.words["labels"])
        for place, (aspect, some) in enumerate(self._by_aspect()):
            self.lines.append(self.chapter(place) + self._heading(aspect, "<a>方面"))
            self.lines.append(
                f"【{issue}】" + "".join(f"{n + 1}.{self._issue(problem)}" for n, problem in enumerate(some))
            )
            self.lines.append(f"【{cause}】{{cause|{some[0].cause}。}}")
            self.lines.append(
                f"【{measure}】" + "".join(f"{n + 1}.{self._measure(problem)}" for n, problem in enumerate(some))
            )

    def _inside(self) -> None:
        parts = self._by_aspect()
        self._head("存在的问题及原因")
        self._issues(parts, inside=True)
        self._head(self.got.pick("measures"))
        self._measures(parts)

    def _prose(self) -> None:
        self.aspects = []
        problems = self.got.problems
        self.lines.append(self.got.pick("issues"))
        self.lines += [self._issue(problem) for problem in problems]
        self.lines.append(self.got.pick("causes"))
        self.lines += [f"{{cause|{problem.cause}。}}" for problem in problems[:4]]
        self.lines.append(self.got.pick("measures"))
        self.lines += [self._measure(problem) for problem in problems]
