"""People's edits, simulated: drafts, scripts of edits, what truly became of each item, and what each editor leaves of its bookmarks.

Carriers behave as measured: the start stays with the head of what is cut, a copy's name gets a suffix (LibreOffice) or none
(Word), joined items bring both starts into one.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mzsh_model.binding.identity.claims import Seen
from mzsh_model.binding.identity.fingerprint import fingerprint
from mzsh_model.binding.identity.ids import mint
from mzsh_model.binding.identity.items import ItemKind
from mzsh_model.binding.identity.snapshot import Known, Level, Snapshot

SUBJECTS = [
    *("理论学习", "调查研究", "基层党建", "作风建设", "廉洁自律", "担当作为"),
    *("联系群众", "干部队伍建设", "意识形态工作", "安全生产", "项目推进", "机关管理"),
]
FAULTS = [
    *("抓得不够紧", "还不够深入", "存在薄弱环节", "标准不够高"),
    *("不够经常", "办法不够多", "落实不够到位", "重视程度不够"),
]
CLAUSES = [
    *("有时以会议传达代替专题研讨", "到联系点多是听汇报、看材料", "对苗头性问题提醒不够及时"),
    *("遇到难题习惯于等上级明确意见", "督促检查多、跟踪问效少", "征求意见的范围偏窄"),
    *("与年轻同志谈心谈话偏少", "调研成果转化为措施的不多", "会前准备不充分、会后落实不彻底"),
    *("对分管领域的新情况研究不透", "工作台账更新滞后", "制度执行上搞变通"),
]
FACTS = [
    *("全年只组织了{n}次专题学习", "列入计划的{n}项任务有2项超期", "收到的{n}件来信有3件没有按时答复"),
    *("到企业走访{n}次，其中当天往返的占一半", "{n}个支部的记录本有缺页", "平均每月下基层不到{n}天"),
]
LABELS = ["", "一是", "二是", "（三）", "（4）", "第五，", "⑥"]
OPS = ("light", "light", "heavy", "insert", "delete", "move", "move and edit", "split", "merge", "copy")

Sentence = Callable[[random.Random], str]


def formulaic(rnd: random.Random) -> str:
    """A sentence like a thousand others: the same dozen subjects, faults, clauses and facts."""
    clauses = "，".join(rnd.sample(CLAUSES, rnd.choice((1, 1, 2))))
    return f"{rnd.choice(SUBJECTS)}{rnd.choice(FAULTS)}，{clauses}，{rnd.choice(FACTS).format(n=rnd.randint(2, 30))}。"


def unlike(rnd: random.Random) -> str:
    """A sentence that shares nothing with any other; 要 would be taken for a part of the label 一是要."""
    clauses = ["".join(chr(rnd.randint(0x5000, 0x8900)) for _ in range(rnd.randint(9, 20))) for _ in range(3)]
    return "，".join(clauses) + "。"


@dataclass(frozen=True)
class Line:
    """An item of the edited draft, with the truth about it: the items that live in it, what it is the rest or a copy of."""

    text: str
    ids: tuple[int, ...] = ()
    rest_of: int | None = None
    copy_of: int | None = None
    op: str = "keep"


def edited(
    rnd: random.Random, base: Sequence[str], count: int, *, sentence: Sentence = formulaic, ops: Sequence[str] = OPS
) -> list[Line]:
    """The draft after `count` edits; none touches what another has touched."""
    lines = [Line(text, (n,)) for n, text in enumerate(base)]
    for _ in range(count):
        if untouched := [k for k, line in enumerate(lines) if line.op == "keep"]:
            _edit(rnd, lines, rnd.choice(untouched), rnd.choice(ops), sentence)
    return lines


def _edit(rnd: random.Random, lines: list[Line], k: int, op: str, sentence: Sentence) -> None:
    line = lines[k]
    if op == "insert":
        lines.insert(k, Line(sentence(rnd), op=op))
    elif op == "delete":
        del lines[k]
    elif op == "copy":
        lines[k] = replace(line, op="copied")
        lines.insert(_anywhere(rnd, lines), Line(line.text, copy_of=line.ids[0], op=op))
    elif op == "split":
        cut = rnd.choice([at + 1 for at, char in enumerate(line.text) if char == "，"])
        head = line.text[:cut] if rnd.random() < 0.5 else line.text[: cut - 1] + "。"
        lines[k : k + 1] = [replace(line, text=head, op=op), Line(line.text[cut:], rest_of=line.ids[0], op="rest")]
    elif op == "merge":
        # what stood far apart is not looked for
        if k + 1 < len(lines) and lines[k + 1].op == "keep" and lines[k + 1].ids[0] - line.ids[0] <= 3:
            after = lines.pop(k + 1)
            lines[k] = Line(line.text + after.text, (*line.ids, *after.ids), op=op)
    elif op.startswith("move"):
        text = line.text if op == "move" else light(rnd, line.text)
        del lines[k]
        lines.insert(_anywhere(rnd, lines), replace(line, text=text, op=op))
    else:
        lines[k] = replace(line, text={"light": light, "heavy": heavy}[op](rnd, line.text), op=op)


def _anywhere(rnd: random.Random, lines: list[Line]) -> int:
    """Between any two lines, but not between the halves of what was cut."""
    return rnd.choice([k for k in range(len(lines) + 1) if k == len(lines) or lines[k].op != "rest"])


def light(rnd: random.Random, text: str) -> str:
    """A few characters typed, replaced or taken out."""
    chars = list(text)
    for _ in range(rnd.randint(1, 4)):
        at = rnd.randrange(len(chars))
        chars[at : at + rnd.randint(0, 1)] = rnd.choice(["更加", "进一步", "的", "及", ""])
    return "".join(chars)


def heavy(rnd: random.Random, text: str) -> str:
    """One clause written anew."""
    clauses = text.split("，")
    clauses[rnd.randrange(len(clauses))] = rnd.choice(CLAUSES) + rnd.choice(FAULTS)
    return "，".join(clauses)


def remembered(base: Sequence[str], level: Level = Level.IDS, kind: ItemKind = ItemKind.ISSUE) -> Snapshot:
    """The snapshot of a draft whose items are all of one kind."""
    fresh = mint(seed="draft")
    items: list[Known] = []
    for order, text in enumerate(base):
        known = fingerprint(text)
        kept = text if level is Level.FULL else None
        items.append(Known(next(fresh), kind, order, None, known.digest, known.length, known.written, kept))
    return Snapshot("draft", 1, level, tuple(items))


Editor = Callable[[Line], tuple[tuple[int, ...], tuple[int, ...]]]
"""What an editor leaves of the bookmarks of a line: the items whose names start there, and those whose copies do."""


def bare(line: Line) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """No bookmark came through."""
    return (), ()


def word(line: Line) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Word: neither a copy nor the rest of what was cut has a bookmark."""
    return line.ids, ()


def libreoffice(line: Line) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """LibreOffice: the rest of what was cut has the same name again, a copy the name with a suffix."""
    return line.ids if line.rest_of is None else (line.rest_of,), () if line.copy_of is None else (line.copy_of,)


def seen(
    snapshot: Snapshot, lines: Sequence[Line], editor: Editor, rnd: random.Random, kind: ItemKind = ItemKind.ISSUE
) -> list[Seen]:
    """The edited draft as it is read, with any labels."""
    found: list[Seen] = []
    for n, line in enumerate(lines):
        marks, copied = (tuple(snapshot.items[i].id for i in ids) for ids in editor(line))
        found.append(Seen(f"/issues/{n}", kind, rnd.choice(LABELS) + line.text, marks, copied))
    return found
