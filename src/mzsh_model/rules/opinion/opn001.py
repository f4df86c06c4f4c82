"""OPN001 opinion-count-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.parts import OpinionSummary
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_ROUGH = lazy_pattern(r"\s*(?:余|多|来|几)")


@rule(
    code="OPN001",
    name="opinion-count-mismatch",
    on=OpinionSummary,
    any_paper=True,
    level=Level.SHOULD,
    basis=Basis("材料数据应前后一致", "惯例"),
    zh=Message(
        "征求意见{total}条，对班子的{team}条、对成员的{members}条加起来是{told}条。",
        "数目对不上，就有意见没有着落。",
        "核对后改正数字，或写明其余的是对谁的。",
        "征求意见38条，其中对班子23条、对成员15条。",
    ),
    en=Message(
        "There are {total} opinions; {team} on the team and {members} on members make {told}.",
        "If the numbers differ, some opinions are unaccounted for.",
        "Correct the numbers or say whom the rest concern.",
        "征求意见38条，其中对班子23条、对成员15条。",
    ),
)
def opinion_count_mismatch(opinions: OpinionSummary, at: str, ctx: Context) -> Iterator[Hit]:
    """征求到的意见分项之和应当等于总数。

    情况报告、班子材料、征求意见汇总、会议记录都看。写了归并以后条数的，与总数或归并数有一个相符就不提。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条，其中对班子21条，对成员10条。
    ```

    → 「38」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条，其中对班子23条，对成员15条。
    ```
    """
    team, members = opinions.for_team, opinions.for_members
    totals = [n for n in (opinions.total, opinions.merged) if isinstance(n, int)]
    if not isinstance(team, int) or not isinstance(members, int) or not totals:
        return
    if _ROUGH.match(ctx.around(f"{at}/total")[1]):
        return  # 50余条: no sum can be held against it
    if team + members not in totals:
        yield hit(f"{at}/total", total=totals[0], team=team, members=members, told=team + members)
