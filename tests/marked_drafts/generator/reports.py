"""Meeting reports: team issues in four forms, members' in five, criticisms, measures in text or table."""

from __future__ import annotations

from tests.marked_drafts.generator.material import ASPECTS, AT_ONCE, Material, Problem
from tests.marked_drafts.generator.numbering import HAN, ITEMS, LADDERS, listed

TEAM = ("run", "run", "list", "aspects", "table")
MEMBERS = ("", "common", "lines", "headings", "table")


class Report:
    """One report; `fault` is the 必改 planted in it, if any."""

    def __init__(self, name: str, fault: str = "") -> None:
        self.got = got = Material(name, "report")
        self.dice, self.fault = got.dice, fault
        self.chair, *self.rest = got.people
        self.chapter, self.part = LADDERS[0] if fault else self.dice.choice(LADDERS[:4])
        self.heads = self.dice.choice([tuple(heads) for heads in got.words["heads"]])
        self.team = got.problems[: self.dice.randint(3, len(got.problems))]
        self.aspects = ASPECTS.get(got.year, [])
        self.form = "run" if fault else self.dice.choice(TEAM)
        if self.form == "aspects" and not 3 <= len(self.aspects) <= len(got.problems):
            self.form = "list"
        if self.form == "aspects":
            self.team = got.problems[: len(self.aspects)]
        self.lines: list[str] = []
        self.parts = 0

    def source(self) -> str:
        """Header and marked text."""
        got = self.got
        self.lines += got.fill(got.pick("titles")).split("↵")
        if self.dice.random() < 0.6:
            self.lines.append("上级党组织：")
        self.lines.append(self._opening())
        self.lines.append(self.chapter(0) + self.heads[0])
        steps = self.dice.choice([tuple(steps) for steps in got.words["preparation"]])
        self.lines += listed(self.dice, [got.fill(step) for step in steps], self.dice.choice(ITEMS[:3]))
        self.lines.append(self.chapter(1) + self.heads[1])
        self._meeting()
        place = 2
        if self.dice.random() < 0.4:
            self.lines.append(self.chapter(place) + got.pick("causes"))
            causes = [f"{{cause|{problem.cause}。}}" for problem in self.team]
            self.lines += listed(self.dice, causes, self.dice.choice(ITEMS[:3]))
            place += 1
        if self.fault != "MEA001":
            self.lines.append(self.chapter(place + (self.fault == "NUM001")) + self.heads[2])
            self._measures()
        if self.dice.random() < 0.5:
            self.lines.append("特此报告。")
        self.lines += [f"{got.org}{got.body}", f"{got.year + 1}年2月{self.dice.randint(1, 20)}日"]
        header = {"kind": "MeetingReport", "year": str(got.year)}
        if "‖" in "".join(self.lines):
            header["form"] = "docx"
        header |= {"fault": self.fault} if self.fault else {"clean": "yes"}
        return (
            "\n".join(f"{key}: {said}" for key, said in header.items())
            + "\n---\n"
            + "\n".join(filter(None, self.lines))
        )

    def _opening(self) -> str:
        expected = len(self.got.people)
        attend = self.got.pick("attend")
        listing = "、".join(f"{{attendee|{name}}}" for name in self.rest) if "<list>" in attend else ""
        present = str(expected // 2) if self.fault == "MTG002" else str(expected)
        who = self.got.fill(attend, list=listing)
        return self.got.fill(self.got.pick("openings"), p0=self.chair, e=str(expected), r=present, attend=who)

    def _meeting(self) -> None:
        got = self.got
        said = [got.fill(got.pick("prior"))] if self.dice.random() < 0.7 else []
        self.lines += said
        self._team()
        self._members()
        self.lines.append(got.fill(got.pick("criticisms")))
        if self.dice.random() < 0.45 and not self.fault:
            form = got.pick("critic")
            for one, other in zip(self.rest, [*self.rest[1:], self.chair], strict=True):
                text = f"{{criticism critic={one} target={other}|{self.dice.choice(got.words['remarks'])}。}}"
                self.lines.append(got.fill(form, x=one, y=other) + text)

    def _team(self) -> None:
        told = len(self.team) + (2 if self.fault == "RPT002" else 0)
        lead = self.got.fill(self.got.pick("team"), c=str(told), p0=self.chair)
        marks = [f"{{issue|{problem.issue}}}" for problem in self.team]
        if self.form == "run":
            self.lines.append(lead + "；".join(f"{HAN[n]}是{mark}" for n, mark in enumerate(marks)) + "。")
        elif self.form == "list":
            number = self.dice.choice(ITEMS)
            self.lines += [lead, *(f"{number(n)}{mark}。" for n, mark in enumerate(marks))]
        elif self.form == "table":
            self.lines += [lead, "‖序号‖存在问题", *(f"‖{n + 1}‖{mark}" for n, mark in enumerate(marks))]
        else:
            self.lines.append(lead)
            for n, (aspect, mark) in enumerate(zip(self.aspects, marks, strict=True)):
                self.lines += [f"{self.part(n)}{{aspect|{aspect}}}方面", f"{mark}。"]

    def _members(self) -> None:
        form = "" if self.fault else self.dice.choice(MEMBERS)
        others: list[Problem] = self.got.others
        lead = self.got.pick("members")
        if form == "common":
            some = others[:3]
            told = self.got.fill(lead, c=str(len(some)))
            self.lines.append(
                told + "；".join(f"{HAN[n]}是{{issue member=*|{one.issue}}}" for n, one in enumerate(some)) + "。"
            )
        elif form:
            owned = list(zip(self.got.people, others[::2], others[1::2], strict=False))
            self.lines.append("班子成员查摆的问题：")
            if form == "table":
                self.lines.append("‖姓名‖查摆的问题")
            for n, (name, one, two) in enumerate(owned):
                marks = [f"{{issue aspect=- member={name}|{problem.issue}}}" for problem in (one, two)]
                if form == "lines":
                    self.lines.append(f"{name}同志：{marks[0]}；{marks[1]}。")
                elif form == "headings":
                    self.lines += [f"{n + 1}.{name}同志", f"（1）{marks[0]}。", f"（2）{marks[1]}。"]
                else:
                    self.lines.append(f"‖{name}‖1.{marks[0]}⏎2.{marks[1]}")

    def _measures(self) -> None:
        lead = self.got.pick("todo")
        if lead:
            self.lines.append(lead)
        if not self.fault and self.dice.random() < 0.25:
            self.lines.append("‖序号‖整改措施‖责任单位‖完成时限")
            for n, one in enumerate(self.team):
                key = f"m{chr(97 + n)}"
                told = (
                    f"{{measure id={key}|{one.measure}}}‖{{owner of={key}|{one.department}}}‖{{due of={key}|{one.due}}}"
                )
                self.lines.append(f"‖{n + 1}‖{told}")
            return
        marks: list[str] = []
        for one in self.team:
            joint = "{due|<t>}" if one.due in AT_ONCE else "{due|<t>}完成"
            marks.append(
                self.got.fill(
                    f"{{measure|<what>，由{{owner|<d>}}负责，{joint}。}}", what=one.measure, d=one.department, t=one.due
                )
            )
        self.lines += listed(self.dice, marks, self.dice.choice(ITEMS[:5]))
