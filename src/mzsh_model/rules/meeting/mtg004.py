"""MTG004 meeting-late-for-its-year."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.dates import plain
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.parts import Meeting
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_CONSENT = lazy_pattern(r"经[^。；]{0,20}(?:同意|批准|批复)|报[^。；]{0,16}(?:同意|批准)")


@rule(
    code="MTG004",
    name="meeting-late-for-its-year",
    on=Meeting,
    any_paper=True,
    level=Level.HINT,
    basis=Basis(
        "《县以上党和国家机关党员领导干部民主生活会若干规定》（2016年12月印发）：每年召开1次，一般安排在第四季度；提前或者延期召开应报上级党组织同意",
        "规定",
    ),
    zh=Message(
        "{year}年度的会开在{held}，离这个年度较远。",
        "提前或者延期召开应报上级党组织同意，报告里要说得清。",
        "核对日期；确实延期的，写明已报经上级党组织同意。",
        "经上级党组织同意，于2026年5月10日召开2025年度民主生活会。",
    ),
    en=Message(
        "The meeting of {year} was held far from its year.",
        "A meeting moved out of its time needs the superior unit's consent.",
        "Check the date; if it was postponed, say that consent was given.",
        "经上级党组织同意，于2026年5月10日召开2025年度民主生活会。",
    ),
)
def meeting_late_for_its_year(meeting: Meeting, at: str, ctx: Context) -> Iterator[Hit]:
    """年度民主生活会应当在当年下半年到次年年初召开。

    规定是一般在第四季度，实际多在次年一至三月；写明经上级同意的不提；最晚月份可在配置里改。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局党组于2026年6月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    ```

    → 「2026年6月10日」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局党组于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    ```
    """
    held, year = meeting.held_on, meeting.year
    if held is None or year is None or "X" in held[:7] or len(held) < 7 or ctx.text.count("专题民主生活会") > 0:
        return
    if _CONSENT.search(ctx.text):
        return
    months = (int(held[:4]) - year) * 12 + int(held[5:7])
    if not 6 < months <= 12 + ctx.profile.months_after_year:
        yield hit(f"{at}/held_on", year=year, held=plain(held))
