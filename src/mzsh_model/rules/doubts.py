"""What of a document was not read surely enough for a verdict: a verdict is earned, and so is 必改."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.secrecy import secrecy_mark
from mzsh_model.model.base import Role, Value
from mzsh_model.model.catalogue import aspects_of
from mzsh_model.model.parts import Meeting
from mzsh_model.outline.labels import label_at
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Unchecked
from mzsh_model.rules.senses import measures_elsewhere

_LEFT_OUT = frozenset({"unplaced-line", "unread-part", "unread-table", "unread-object"})
_UNSURE = frozenset({"reading-unsure"})
_OBJECTS = frozenset({"side-part"})
_PARTS: Mapping[Role, tuple[str, tuple[str, ...]]] = {
    Role.ISSUES: ("问题", ("issues", "team_issues", "member_issues")),
    Role.CAUSES: ("原因", ("causes",)),
    Role.MEASURES: ("整改措施", ("measures",)),
}
_HOLDS = lazy_pattern(r"[：:]\s*\S{2}")
"""What a heading has that is the whole part in one line: 三、措施：春耕前各建一块示范田."""
_ITEMS = (Role.ISSUES, Role.CAUSES, Role.MEASURES, Role.MEETING, Role.PRIOR)


@dataclass(frozen=True, slots=True)
class Needs:
    """What a kind of document must hold to be judged.

    `refusal` says why no document of the kind is judged at all. One of the lists `judged` must hold something (a meeting
    among them: its day or who came), whichever list holds items where none is named; with nothing in those that are `needed` nothing passes. `partly` says what alone is
    judged of the kind: then it may hold no item, it is heard only by rules of any paper, and it never passes.
    """

    refusal: str = ""
    judged: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    partly: str = ""


@dataclass(frozen=True, slots=True)
class Doubts:
    """What stands against a verdict.

    `refusal` says why the whole is not judged (empty where it is), `nothing` that nothing to judge was read in it, `partly`
    what alone is judged (empty for everything). `parts` were not read surely: with them nothing passes, and nothing can be said to be missing. `limits` only narrow what was checked. What a reader was unsure of on
    `unsure_lines` is never 必改.
    """

    refusal: str = ""
    kind_sure: bool = True
    partly: str = ""
    nothing: str = ""
    parts: tuple[Unchecked, ...] = ()
    limits: tuple[Unchecked, ...] = ()
    unsure_lines: frozenset[int] = frozenset()


def doubts_of(ctx: Context, needs: Needs = Needs()) -> Doubts:
    """Collect what the reader and the value itself leave in doubt."""
    refusal = next((notice.message for notice in ctx.notices if notice.code == "neighbour-kind"), "")
    unsure = [notice.message for notice in ctx.notices if notice.code == "kind-unsure"]
    kind = [Unchecked("文种", f"没有把握：{said}。请人工确认，结果只供参考") for said in unsure]
    parts = kind + list(_unread(ctx)) + list(_empty(ctx, needs))
    lines = frozenset(notice.line for notice in ctx.notices if notice.code in _UNSURE)
    return Doubts(
        refusal or needs.refusal,
        not unsure,
        needs.partly,
        "" if needs.partly else _nothing(ctx.value, needs.judged),
        tuple(parts),
        tuple(_limits(ctx)),
        lines,
    )


def secret_line(ctx: Context) -> int:
    """Return the number of the first line, headers and notes included, that carries a secrecy mark; 0 for none."""
    lines = ctx.source.outline.lines if ctx.source is not None else ()
    return next((line.number for line in lines if secrecy_mark(line.text)), 0)


def _nothing(value: Value, judged: Sequence[str]) -> str:
    """Why a value holds nothing to judge; an empty one is never a pass."""
    for name in judged or type(value).model_fields:
        held = getattr(value, name)
        if isinstance(held, Meeting) and name in judged and _is_counted(held):
            return ""
        for one in cast(tuple[object, ...], held) if isinstance(held, tuple) else ():
            if isinstance(one, Value) and "id" in one.__dict__ and _says(one):
                return ""
    return "没有认出任何问题条目，只看了读到的部分，不作“通过”处理"


def _is_counted(meeting: Meeting) -> bool:
    """Whether it was read when the meeting was held or how many came: that can be judged whatever else is told."""
    return meeting.held_on is not None or meeting.present is not None


def _says(item: Value) -> bool:
    """Whether an item is more than a number: a row without problem and measures is none."""
    held = item.__dict__
    return any(held.get(name) is not None for name in ("issue", "text")) or bool(held.get("measures"))


def _unread(ctx: Context) -> Iterator[Unchecked]:
    """Lines that look like items and are in no item, and what the reader says it could not read."""
    for notice in ctx.notices:
        if notice.code in _UNSURE:
            yield Unchecked("读法", notice.message, notice.line)
        elif notice.code in _OBJECTS:
            yield Unchecked("部件", notice.message, notice.line)
        elif notice.code in _LEFT_OUT and (notice.code != "unplaced-line" or label_at(notice.text.strip())):
            yield Unchecked("没有读进去的内容", notice.message, notice.line)
    for index, section in enumerate(ctx.sections):
        for n, remark in enumerate(section.remarks if section.role in _ITEMS else ()):
            if (label := label_at(remark.strip())) and label.number:
                place = ctx.anchors.get(f"/sections/{index}/remarks/{n}")
                said = f"“{section.heading}”下有像条目的话（{label.raw}）没有读成条目"
                yield Unchecked("没有读成条目的内容", said, place.line if place else 0)


def _empty(ctx: Context, needs: Needs) -> Iterator[Unchecked]:
    """Parts that the document has and in which nothing was read, and problems that a report must have."""
    value = ctx.value
    if hasattr(value, "measures") and _is_kept_elsewhere(ctx):
        yield Unchecked("整改措施", "写着整改措施另见附件，附件里的措施没有看到，没有检查")
    for role, (name, fields) in _PARTS.items():
        held = [field for field in fields if hasattr(value, field)]
        if not held or any(getattr(value, field) for field in held):
            continue
        titled = [
            (n, one)
            for n, one in enumerate(ctx.sections)
            if one.role is role and (one.remarks or _HOLDS.search(one.heading))
        ]
        if titled:
            place = ctx.anchors.get(f"/sections/{titled[0][0]}")
            where = "下面" if titled[0][1].remarks else "里"
            said = f"有标题“{titled[0][1].heading}”，{where}的话没有读成条目"
            yield Unchecked(name, said, place.line if place else 0)
        elif held[0] in needs.needed:
            yield Unchecked(name, "报告里没有读出任何问题，请看是没有写，还是写法没有认出")


def _is_kept_elsewhere(ctx: Context) -> bool:
    """Whether no measure stands in the document itself, but where they are to be found."""
    if ctx.measures:
        return all(measures_elsewhere(one.text) for _, one in ctx.measures)
    return measures_elsewhere(ctx.text)


def _limits(ctx: Context) -> Iterator[Unchecked]:
    """Preconditions of rules that this document does not meet, and columns that nothing was asked of."""
    for notice in ctx.notices:
        if notice.code == "unread-cell":
            yield Unchecked("表格里的其他栏", notice.message, notice.line)
            break
    if not ctx.asks_for_measures:
        yield Unchecked("整改措施", "这份清单只列问题，没有措施一栏，没有核对措施、责任人和时限")
    if not hasattr(ctx.value, "aspects") or not hasattr(ctx.value, "issues"):
        return
    year = ctx.year
    if year is None:
        yield Unchecked("方面", "看不出年度，没有核对是否按规定的方面查摆")
    elif aspects_of(year) is None:
        yield Unchecked("方面", f"目录里没有{year}年度的方面，没有核对是否按规定的方面查摆")
    elif ctx.aspect_set is None:
        yield Unchecked("方面", f"没有按{year}年度目录的方面分写，没有核对各方面是否齐全")
    elif not ctx.aspect_set.is_sure:
        yield Unchecked("方面", f"{year}年度的方面没有核实到原文，没有核对各方面是否齐全、是否在规定之内")
