"""OPN002 opinion-total-not-listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Value
from mzsh_model.model.parts import OpinionSummary
from mzsh_model.rules.context import Context
from mzsh_model.rules.extracts import is_extract
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_ADOPTED = lazy_pattern(r"(?:已|予以|全部)?采纳|是|√")
_REFUSED = lazy_pattern(r"(?:暂)?(?:未|不予?)采纳|否|×")
_OPEN = lazy_pattern("主要|部分|摘[录要]|择要|节选|代表性|重点")
_MERGED = lazy_pattern(r"(?:归|合)?并[^，。；\d]{0,10}(\d+)\s*[条项]")


@rule(
    code="OPN002",
    name="opinion-total-not-listed",
    on=OpinionSummary,
    level=Level.MUST,
    whole=True,
    any_paper=True,
    basis=Basis("材料数据应前后一致", "惯例"),
    zh=Message(
        "文字写征求意见{stated}条，这里列了{listed}条。",
        "数是从清单里来的，对不上就有意见漏列或者数写错了。",
        "数一遍各行，改正文字里的数，或补上漏列的。",
        "共征求到意见建议38条。",
        {"adopted": "文字写采纳{stated}条，表里写采纳的有{listed}条。"},
    ),
    en=Message(
        "The text speaks of {stated} opinions, {listed} are listed.",
        "If the numbers differ, an opinion is missing or the number is wrong.",
        "Count the rows; correct the number or add what is missing.",
        "共征求到意见建议38条。",
        {"adopted": "The text speaks of {stated} that were adopted, the table of {listed}."},
    ),
)
def opinion_total_not_listed(opinions: OpinionSummary, at: str, ctx: Context) -> Iterator[Hit]:
    """征求意见清单写的总数应当与列出的一致，写的采纳数也一样。

    写了归并以后条数的，有一个相符就不提；写明只列主要意见、其余从略的，采纳情况没有逐条写清的，不查。

    Bad:

    ```text
    某局党组2025年度民主生活会征求意见汇总表
    共征求到意见建议3条，其中对班子2条、对个人1条。
    序号|意见建议|征求方式|针对对象
    1|老旧小区改造扰民|座谈会|班子
    2|开会讲话偏长|意见箱|李四
    ```

    → 「3」

    Bad:

    ```text
    某局党组2025年度民主生活会征求意见汇总表
    共征求到意见建议2条，采纳2条。
    序号|意见建议|针对对象|采纳情况
    1|老旧小区改造扰民|班子|采纳
    2|恢复午休两小时|班子|未采纳
    ```

    → 「2」

    Good:

    ```text
    某局党组2025年度民主生活会征求意见汇总表
    共征求到意见建议2条，其中对班子1条、对个人1条。
    序号|意见建议|征求方式|针对对象
    1|老旧小区改造扰民|座谈会|班子
    2|开会讲话偏长|意见箱|李四
    ```
    """
    rows = _rows(ctx)
    totals = [n for n in (opinions.total, opinions.merged) if isinstance(n, int)]
    if rows and totals and len(rows) not in totals and not _tells_some(ctx, at, len(rows)):
        path = f"{at}/{'total' if isinstance(opinions.total, int) else 'merged'}"
        # paragraphs may tell the main ones only, and a table that has far fewer is more likely an extract
        whole = ctx.value.__dict__.get("columns") and len(rows) * 2 >= totals[0]
        level = None if whole else Level.SHOULD
        yield hit(path, level=level, stated=totals[0], listed=len(rows))
    adopted = _adopted(rows)
    if adopted is not None and isinstance(opinions.adopted, int) and opinions.adopted != adopted:
        yield hit(f"{at}/adopted", case="adopted", stated=opinions.adopted, listed=adopted)


def _rows(ctx: Context) -> list[Value]:
    """The opinions that the paper lists: those of a list, none where the paper only tells how many there were."""
    held = ctx.value.__dict__.get("opinions")
    rows = cast(tuple[Value, ...], held) if isinstance(held, tuple) else ()
    return [row for row in rows if row.__dict__.get("text")]


def _tells_some(ctx: Context, at: str, listed: int) -> bool:
    """Whether the paragraph that states the total says that others are listed: 主要意见如下, or how many: 并成5条."""
    around = [words for name in ("total", "merged") for words in ctx.around(f"{at}/{name}")]
    return is_extract(ctx) or any(_OPEN.search(words) or str(listed) in _MERGED.findall(words) for words in around)


def _adopted(rows: Sequence[Value]) -> int | None:
    """How many rows say that the opinion was adopted; None where one does not say it plainly."""
    cells = ["".join((cast(str | None, row.__dict__.get("adopted")) or "").split()) for row in rows]
    if not cells or not all(_ADOPTED.fullmatch(cell) or _REFUSED.fullmatch(cell) for cell in cells):
        return None
    return sum(_ADOPTED.fullmatch(cell) is not None for cell in cells)
