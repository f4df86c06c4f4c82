"""MEA005 measure-due-before-meeting."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.items import Measure
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import sense
from mzsh_model.rules.words import any_of

_CLOSE = 8
"""So many characters before a day may tell that it was the day once."""
_PARTS = {"一季度": "03", "二季度": "06", "三季度": "09", "上半年": "06"}
_UNDONE = lazy_pattern(r"前[^，。；]{0,6}(?:没有|没|未|尚未)[^，。；]{0,4}(?:完成|办结|兑现|落实|销号|整改)")
_NAMED = lazy_pattern(r"[^，。；]{0,6}(?:印发|制定|制发|下发|出台|发布|签订|通过|修订|建成|报送|提出|约定|确定)的")
"""What stands behind a day that only tells which paper or task is meant: 对照2025年6月底前印发的清单."""


@rule(
    code="MEA005",
    name="measure-due-before-meeting",
    on=Measure,
    any_paper=True,
    level=Level.MUST,
    basis=Basis("整改时限应在会议之后", "惯例"),
    zh=Message(
        "完成时限“{due}”早于本年度的会议。",
        "时限已经过去，多半是沿用了上一年的材料。",
        "改成会后的时限。",
        "2026年6月底前",
    ),
    en=Message(
        "The time limit “{due}” lies before the meeting.",
        "A limit in the past is usually left over from last year's paper.",
        "Set a limit after the meeting.",
        "2026年6月底前",
    ),
)
def measure_due_before_meeting(measure: Measure, at: str, ctx: Context) -> Iterator[Hit]:
    """整改措施的时限应当在会议之后。

    对照检查材料、报告、台账、整改方案都看。会议的日期没有写的，看标题下的日期；都没有的，年度民主生活会按这一年度第四季度算起，专题会什么时候都可能开，只看是不是
    早于这一年。说的是以前没有完成的任务、延期的任务、那时的文件，不在此列。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    一是加强学习，2024年6月底前读完4本书。
    二是深入调研，2026年6月底前到联系点6次。
    ```

    → 「2024年6月底前」

    Bad:

    ```text
    某局党组2025年度民主生活会整改方案
    2026年1月27日召开的2025年度民主生活会，班子查摆问题2个，制定如下方案。
    一、整改任务
    （一）下乡调研少
    整改措施：每季度下乡3次。责任人：李四。完成时限：2025年11月底前。
    （二）请示报告不及时
    整改措施：修订请示报告清单。责任人：张三。完成时限：2026年3月底前。
    ```

    → 「2025年11月底前」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    一是加强学习，2026年6月底前读完4本书。
    二是深入调研，2026年6月底前到联系点6次。
    ```

    Good:

    ```text
    某镇党委2025年巡察整改专题民主生活会对照检查材料
    一、存在的问题
    一是请示报告不及时。二是学习抓得松。
    二、整改措施
    一是修订清单，由办公室负责，2025年9月底前完成。
    二是加强学习，由党建办负责，2025年8月底前完成。
    ```
    """
    month = _last_month(measure.due or "")
    if month is None or ctx.year is None or _is_of_old(measure):
        return
    if "X" not in month and month < (ctx.earliest_month or f"{ctx.year}-01"):
        yield hit(f"{at}/due", due=measure.due)


def _is_of_old(measure: Measure) -> bool:
    """Whether the day tells which old task is meant: one that was not done, was put off, or a paper of that day."""
    before, due, behind = measure.text.partition(measure.due or "")
    if not due:
        return False
    put_off = any_of(sense("put_off", "before")).search(before[-_CLOSE:]) or any_of(sense("put_off", "behind")).search(
        behind
    )
    return bool(_UNDONE.search(measure.text) or put_off or _NAMED.match(behind))


def _last_month(due: str) -> str | None:
    """The last month of a time limit that names a year, `2025-03` for 2025年第一季度; None for any other."""
    dates = find_dates(due)
    if len(dates) != 1 or not dates[0].date.edtf[:4].isdigit():
        return None
    edtf = dates[0].date.edtf
    part = next((month for word, month in _PARTS.items() if word in due), "12")
    return edtf[:7] if len(edtf) >= 7 else f"{edtf[:4]}-{part}"
