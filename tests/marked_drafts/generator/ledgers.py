"""Ledgers: which columns under which names, merged aspects, several measures a cell, totals, one table an aspect, blocks of text."""

from __future__ import annotations

from tests.marked_drafts.generator.material import ASPECTS, Material, Problem

LAYOUTS = ("plain", "plain", "plain", "merged", "totals", "parted", "blocks")
FORMS = ("docx", "docx", "docx", "xlsx", "csv", "md")


class LedgerDraft:
    """One ledger; `fault` is the 必改 planted in it, if any."""

    def __init__(self, name: str, fault: str = "") -> None:
        self.got = got = Material(name, "ledger")
        self.dice, self.fault = got.dice, fault
        self.layout = "plain" if fault else self.dice.choice(LAYOUTS)
        self.aspects = ASPECTS.get(got.year, [])[: len(got.problems)]
        if self.layout in ("merged", "parted") and not self.aspects:
            self.layout = "plain"
        self.form = "docx" if fault or self.layout in ("merged", "parted") else self.dice.choice(FORMS)
        self.double = self.dice.random() < 0.35
        self.columns = self._columns()
        self.measures = 0

    def _columns(self) -> list[str]:
        told = ["number"]
        if self.aspects and (self.layout == "merged" or (self.layout != "parted" and self.dice.random() < 0.4)):
            told.insert(0, "aspect")
        told.append("issue")
        told += [what for what, share in (("cause", 0.2), ("goal", 0.2)) if self.dice.random() < share]
        told.append("measure")
        told += self.dice.choice((["owner"], ["department"], ["owner", "department"]))
        told.append("due")
        told += [
            what for what, share in (("progress", 0.4), ("status", 0.3), ("remark", 0.4)) if self.dice.random() < share
        ]
        return ["number", "issue", "measure", "owner", "due"] if self.fault else told

    def source(self) -> str:
        """Header and marked text."""
        got = self.got
        rows = self._rows()
        title, header = got.fill(got.pick("titles")), {"kind": "Ledger", "year": str(got.year)}
        table = self.form in ("xlsx", "csv")
        lines = [f"‖{title}" if table else title]
        stated = got.pick("counts")
        if stated or self.fault == "LDG004":
            stated = stated or got.words["counts"][0]
            wrong = 1 if self.fault == "LDG004" else 0
            said = got.fill(stated, c=str(len(got.problems) + wrong), g=str(self.measures))
            lines.append(f"‖{said}" if table else said)
        if self.layout == "blocks":
            lines += self._blocks()
            header["form"] = "txt"
        else:
            names = "‖" + "‖".join(got.pick(column) for column in self.columns)
            if self.layout == "parted":
                for n, row in enumerate(rows):
                    if n < len(self.aspects):
                        lines += [f"{{aspect|{self.aspects[n]}}}方面", names]
                    lines.append(row)
            else:
                lines += [names, *rows]
            if self.layout == "totals":
                blank = "‖" * (len(self.columns) - 3)
                lines.append(f"‖合计‖{{#issues|{len(got.problems)}}}个问题‖{{#measures|{self.measures}}}条措施{blank}")
            header["form"] = self.form
        header |= {"fault": self.fault} if self.fault else {"clean": "yes"}
        return "\n".join(f"{key}: {said}" for key, said in header.items()) + "\n---\n" + "\n".join(lines)

    def _rows(self) -> list[str]:
        rows: list[str] = []
        for n, one in enumerate(self.got.problems):
            faulty = bool(self.fault) and n == 1
            cells = [self._cell(column, one, n, faulty) for column in self.columns]
            rows.append("‖" + "‖".join(cells[:1]) + "".join(f"‖{cell}" for cell in cells[1:]))
        return rows

    def _cell(self, column: str, one: Problem, n: int, faulty: bool) -> str:
        begin = "{entry}" if column == "number" else ""
        said = {
            "number": str(n + 1),
            "issue": one.issue,
            "cause": one.cause,
            "goal": f"{self.got.year + 1}年见到明显变化",
        }
        said |= {"owner": self.got.people[n % len(self.got.people)], "department": one.department, "due": one.due}
        if column == "measure":
            return self._measure(one, n, faulty)
        if faulty and (column, self.fault) in (("due", "LDG002"), ("owner", "LDG003")):
            return ""
        if column == "aspect":
            at = min(n, len(self.aspects) - 1)
            merged = self.layout == "merged" and n > at
            return "^" if merged else f"{{aspect|{self.aspects[at]}}}"
        if column == "progress":
            return f"{{progress|{self.dice.choice(self.got.words['progresses'])}}}"
        if column == "status":
            return f"{{status|{self.dice.choice(self.got.words['states'])}}}"
        if column == "remark":
            return "" if n else "{remark|班子集体研究确定}"
        return f"{begin}{{{column}|{said[column]}}}"

    def _measure(self, one: Problem, n: int, faulty: bool) -> str:
        if faulty and self.fault == "LDG001":
            return ""
        if self.double and n % 2 == 0:
            self.measures += 2
            return f"1.{{measure|{one.measure}}}⏎2.{{measure|{self.got.others[n].measure}}}"
        self.measures += 1
        return f"{{measure|{one.measure}}}"

    def _blocks(self) -> list[str]:
        labels = self.dice.choice(self.got.words["blocks"])
        lines: list[str] = []
        self.measures = 0
        for n, one in enumerate(self.got.problems):
            self.measures += 1
            said = (
                f"{{issue|{one.issue}}}",
                f"{{measure|{one.measure}}}",
                f"{{owner|{self.got.people[n % 5]}}}",
                f"{{due|{one.due}}}",
            )
            lines += [
                label.replace("<i>", f"{{number|{n + 1}}}") + mark for label, mark in zip(labels, said, strict=True)
            ]
            lines[-4] = "{entry}" + lines[-4]
        return lines
