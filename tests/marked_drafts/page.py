"""The figures as a table of a page, between two marks: what stands there is what was measured."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tests.marked_drafts import further
from tests.marked_drafts.measuring import Half

NAMES = {
    "kind": "文种", "year": "年度", "scope": "班子或个人", "subject": "谁的材料", "issue": "问题", "aspect": "问题的方面", "cause": "原因",
    "measure": "措施", "owner": "责任人、责任单位", "due": "完成时限", "count": "写明的数", "team_issue": "班子的问题",
    "member_issue": "成员的问题", "member": "问题是谁的", "chair": "主持人", "attendee": "参加人员", "absent": "缺席人员",
    "criticism": "批评意见", "critic": "批评人", "target": "被批评人", "number": "序号", "department": "责任部门",
    "status": "状态", "progress": "进展", "goal": "整改目标", "remark": "备注", "evidence": "佐证",
}  # fmt: skip
JUDGED = {"SelfExamination": "对照检查材料", "MeetingReport": "情况报告", "Ledger": "整改台账"}
BARE = ", half the fault words out"
BY_HAND = "held out, by hand"
"""The held-out drafts that were written by hand: those that are generated keep to forms that the readers have met."""
_TABLE = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)


def table(halves: Mapping[str, Half]) -> str:
    """Markdown: by kind and field F1 of both halves, precision and recall of what is held out by hand; then the verdicts."""
    seen, held, by_hand = halves["open"], halves["held out"], halves[BY_HAND]
    lines = [
        "| 文种 | 栏目 | 公开 F1 | 未公开 F1 | 其中手写 F1 | 精确率 | 召回率 | 应有 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for kind in JUDGED:
        tally = held.tallies[kind]
        for what in (
            what for what in NAMES if (what, "hit") in tally.counts or (what, "hit") in seen.tallies[kind].counts
        ):
            own = by_hand.tallies[kind]
            precision, recall, f1 = own.figure(what)
            marked = own.counts[what, "hit"] + own.counts[what, "missed"]
            figures = (seen.figure(kind, what)[2], tally.figure(what)[2], f1, precision, recall)
            told = (f"{figure:.3f}" for figure in figures)
            lines.append(f"| {JUDGED[kind]} | {NAMES[what]} | {' | '.join(told)} | {marked} |")
    lines += ["", "| 其他文种（各栏合计） | 公开 F1 | 未公开 F1 | 未公开 应有 |", "|---|---|---|---|"]
    for kind, name in further.NAMES.items():
        shown, tally = seen.tallies[kind].whole(), held.tallies[kind].whole()
        marked = tally.counts["all", "hit"] + tally.counts["all", "missed"]
        figures = [f"{one.figure('all')[2]:.3f}" if one.counts else "—" for one in (shown, tally)]
        lines.append(f"| {name} | {' | '.join(figures)} | {marked} |")
    lines += ["", "| 结论 | 公开 | 未公开 | 其中手写 |", "|---|---|---|---|"]
    names = ("没有毛病的材料没有必改", "植入一处毛病的只有这一处必改", "别的文种不当作这三种来判", "别的文种叫得出名字")
    for what, (key, (right, of)) in zip(names, seen.verdicts.items(), strict=True):
        lines.append(f"| {what} | {right}/{of} | {_share(held, key)} | {_share(by_hand, key)} |")
    lines += ["", "| 去掉一半说毛病的词 | 公开 召回率 | 未公开 召回率 |", "|---|---|---|"]
    for kind, what in (("SelfExamination", "issue"), ("MeetingReport", "team_issue"), ("Ledger", "issue")):
        pairs = (
            (halves[half].figure(kind, what)[1], halves[half + BARE].figure(kind, what)[1])
            for half in ("open", "held out")
        )
        told = " | ".join(f"{full:.3f} → {bare:.3f}" for full, bare in pairs)
        lines.append(f"| {JUDGED[kind]}：{NAMES[what]} | {told} |")
    return "\n".join(lines) + "\n"


def _share(half: Half, key: str) -> str:
    return "/".join(map(str, half.verdicts[key]))


def into(path: Path, halves: Mapping[str, Half]) -> None:
    """Put the table between the marks of the page."""
    text = path.read_text(encoding="utf-8")
    path.write_text(_TABLE.sub(lambda found: f"{found[1]}\n{table(halves)}\n{found[2]}", text), encoding="utf-8")
