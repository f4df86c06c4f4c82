"""LDG004 ledger-count-mismatch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from mzsh_model.chinese.states import State, state_of
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Value
from mzsh_model.model.documents import LedgerCounts, LedgerEntry
from mzsh_model.model.items import Measure
from mzsh_model.model.parts import PriorSummary
from mzsh_model.rules.context import Context
from mzsh_model.rules.extracts import is_extract
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import then

_NEARLY = ("基本", "阶段性", "部分")
"""What the text may count as done, or not."""

_PARTS = ("done", "ongoing", "standing")
_SENTENCE = lazy_pattern(r"[^。；;\n]{2,}")


@rule(
    code="LDG004",
    name="ledger-count-mismatch",
    on=(LedgerCounts, PriorSummary),
    level=Level.MUST,
    whole=True,
    any_paper=True,
    basis=Basis("台账数据应前后一致", "惯例"),
    zh=Message(
        "文字写有{stated}个问题，实际列出{listed}个。",
        "数字对不上，上级会认为台账没有核对。",
        "核对表格，改正文字里的数，或补上漏掉的行。",
        "台账共列出8个问题、17条整改措施。",
        {
            "measures": "文字写有{stated}条措施，实际列出{listed}条。",
            "progress": "已完成、正在推进和长期坚持的加起来是{stated}条，与总数{listed}条不符。",
            "done": "文字写已完成{stated}项，表里写已完成的实有{listed}项。",
            "ongoing": "文字写正在推进{stated}项，表里写正在推进的实有{listed}项。",
        },
    ),
    en=Message(
        "The text speaks of {stated} problems and lists {listed}.",
        "Numbers that do not agree cast doubt on the ledger.",
        "Correct the text or add the missing rows.",
        "台账共列出8个问题、17条整改措施。",
        {
            "measures": "The text speaks of {stated} measures and lists {listed}.",
            "progress": "Those done, under way and standing add up to {stated}, but the total is {listed}.",
            "done": "The text speaks of {stated} done, the table closes {listed}.",
            "ongoing": "The text speaks of {stated} under way, the table has {listed}.",
        },
    ),
)
def ledger_count_mismatch(stated: LedgerCounts | PriorSummary, at: str, ctx: Context) -> Iterator[Hit]:
    """台账文字写的总数应当与表格一致，各项进展之和应当等于总数。

    表格上下的文字写了数的，核对四样：问题的总数、措施的总数，各与列出的一样多；已完成、正在推进、长期坚持各写了多少的，加起来等于问题总数或措施总数；
    写已完成（正在推进）几项的，与状态一栏写明的一样多，按问题数、按措施数有一个对得上就行，有一行看不出状态的不比。

    与表格不合的是必改，与段落里列的不合、列出的还不到写的一半的（多半只摘了一部分），是建议。一格里写几句措施的，按句数对得上也算。

    上年度整改落实情况、整改方案写的数也这样核对。台账和方案里说的是上年度的数，写明表里只列了一部分的（“其余从略”），不与表格比。

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    台账共列出3个问题、2条整改措施。
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前
    ```

    → 「3」

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    台账共列出2个问题、3条整改措施，已完成1条，正在推进1条，长期坚持2条。
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前
    ```

    → 「3」「1」

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    台账共列出2个问题，已完成2个。
    序号|存在问题|整改措施|责任人|完成时限|整改状态
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前|已完成
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前|正在推进
    ```

    → 「2」

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    台账共列出2个问题，正在推进2个。
    序号|存在问题|整改措施|责任人|完成时限|整改状态
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前|已完成
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前|正在推进
    ```

    → 「2」

    Good:

    ```text
    某局2025年度民主生活会整改台账
    台账共列出2个问题、2条整改措施。
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前
    ```
    """
    listed = _listed(ctx.value, stated)
    if isinstance(stated, LedgerCounts) and _is_of_last_year(ctx, at):
        return
    if is_extract(ctx):
        listed = _Listed(0, ())  # nothing that is listed can be held against a total: only its parts can
    issues, measures = listed.issues, len(listed.measures)
    level = None if listed.in_table else Level.SHOULD  # what stands in a table was surely read as a row
    if issues and isinstance(stated.issues, int) and stated.issues != issues and not _is_share(ctx, at, issues):
        # far fewer: the table is more likely an extract
        yield hit(f"{at}/issues", level=_weighed(level, stated.issues, issues), stated=stated.issues, listed=issues)
    # one cell may tell several measures in as many sentences
    sentences = sum(len(_SENTENCE.findall(one)) for one in listed.measures)
    told = stated.measures
    if measures and isinstance(told, int) and told != measures and not measures < told <= sentences:
        yield hit(
            f"{at}/measures", level=_weighed(level, told, measures), case="measures", stated=told, listed=measures
        )
    yield from _progress(stated, at, listed, ctx)


def _weighed(level: Level | None, stated: int, listed: int) -> Level | None:
    return Level.SHOULD if listed * 2 < stated else level


_States = tuple[tuple[str | None, ...], ...]


class _Listed(NamedTuple):
    """What a paper lists: how many problems, the words of its measures, how far its rows are; whether in a table."""

    issues: int
    measures: tuple[str, ...]
    rows: _States = ()
    in_table: bool = True


def _listed(value: Value, stated: LedgerCounts | PriorSummary) -> _Listed:
    """What stands in the rows of a ledger or of an account of last year's problems, or in the lists of a plan.

    What a paper tells of last year is not what it lists itself, unless it is such an account.
    """
    held = value.__dict__
    if isinstance(stated, PriorSummary):
        accounts = cast(tuple[Value, ...], held.get("accounts", ()))
        cells = [cast(str | None, row.__dict__["status"]) for row in accounts]
        states = tuple(zip(map(_sure_state, cells), strict=True))
        issues = sum(row.__dict__["issue"] is not None for row in accounts)
        return _Listed(issues, (), states, in_table=bool(held.get("columns")))
    if "entries" in held:
        entries = cast(tuple[LedgerEntry, ...], held["entries"])
        rows: _States = tuple(tuple(map(_state, entry.measures)) for entry in entries if entry.measures)
        texts = tuple(one.text for entry in entries for one in entry.measures)
        return _Listed(sum(entry.issue is not None for entry in entries), texts, rows)
    measures = cast(tuple[Measure, ...], held.get("measures", ()))
    return _Listed(len(held.get("issues", ())), tuple(one.text for one in measures), in_table=False)


def _state(measure: Measure) -> str | None:
    return None if _sure_state(measure.status or measure.progress) is None else measure.state


def _sure_state(cell: str | None) -> str | None:
    return None if cell is None or any(word in cell for word in _NEARLY) else state_of(cell)


def _progress(stated: LedgerCounts | PriorSummary, at: str, listed: _Listed, ctx: Context) -> Iterator[Hit]:
    """How far things are: the parts make the total, and those done are as many as the rows say."""
    parts = {name: n for name in _PARTS if isinstance(n := getattr(stated, name), int)}
    totals = {name: n for name in ("measures", "issues") if isinstance(n := getattr(stated, name), int)}
    told, all_told = sum(parts.values()), len(parts) == len(_PARTS)
    if isinstance(stated, PriorSummary):
        units = {_unit(ctx, f"{at}/{name}") for name in parts}
        counted = next((n for name, n in totals.items() if {_unit(ctx, f"{at}/{name}")} == units), None)
        of_rows = counted is not None and counted == totals.get("issues")
        apart = "done" in parts and (len(parts) > 1 or told > (counted or told))
    else:
        counted, of_rows, apart = totals.get("measures"), True, all_told
    if apart and counted is not None and told not in totals.values():
        level = None if all_told or told > counted else Level.SHOULD  # fewer: what the others are may be told otherwise
        yield hit(f"{at}/done", level=level, case="progress", stated=told, listed=counted)
    elif of_rows and "done" in parts and (closed := _closed(listed.rows)) and parts["done"] not in closed:
        yield hit(f"{at}/done", case="done", stated=parts["done"], listed=closed[0])
    elif of_rows and "ongoing" in parts and (ahead := _in_state(listed.rows, "open")) and parts["ongoing"] not in ahead:
        yield hit(f"{at}/ongoing", case="ongoing", stated=parts["ongoing"], listed=ahead[0])


def _unit(ctx: Context, at: str) -> str:
    """What a number counts by: 个, 项, 条."""
    return ctx.around(at)[1].lstrip("余多 ")[:1]


def _is_of_last_year(ctx: Context, at: str) -> bool:
    return any(then().search(ctx.around(f"{at}/{one}")[0]) for one in ("issues", "measures"))


def _is_share(ctx: Context, at: str, listed: int) -> bool:
    """Whether the sentence that states the total names the number in the table as a share of it: 共9个，其中班子3个、个人6个."""
    before, after = ctx.around(f"{at}/issues")
    sentence = re.split("[。；\n]", before)[-1] + re.split("[。；\n]", after)[0]
    return "其中" in sentence and re.search(rf"(?<!\d){listed}\s*[个条项]", sentence) is not None


def _closed(rows: _States) -> tuple[int, ...]:
    """How many are done, by measures and by problems, with those kept up for good and without; nothing where a row leaves it open."""
    return _in_state(rows, "done")


def _in_state(rows: _States, state: State) -> tuple[int, ...]:
    """How many rows and how many measures are in a state, with those kept up for good and without."""
    cells = [cell for row in rows for cell in row]
    if not cells or None in cells:
        return ()
    full = {state}, {state, "standing"}
    return tuple(
        n for states in full for n in (sum(one in states for one in cells), sum(set(row) <= states for row in rows))
    )
