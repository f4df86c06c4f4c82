"""OPN001 opinion-count-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.parts import OpinionSummary
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import sense
from mzsh_model.rules.words import any_of

_LEAD = lazy_pattern(
    r"\s*[条件项](?:意见建议|意见|建议)?\s*(?:[：:]|[，,（(。；]\s*(?:其中|分别(?:是|为)?|按[^，。；：:\d]{1,6}[分看])\s*[：:，,]?)"
)
"""What opens a list behind a total: 47条：…, 66条，其中…, 72条。按对象分：…"""
_SENTENCE = lazy_pattern("[。；\n）)]")
_CLAUSES = lazy_pattern("[，,、]")
_PART = lazy_pattern(r"(?:其中)?[^\d]{2,14}?\s*(?P<n>\d{1,4})\s*[条件](?:意见建议|意见|建议)?")
_SAID_ON = lazy_pattern(r"(?!其[余他它]|另|余)[^\d]{0,16}")
"""What a sentence goes on with that is no number: 均原样反馈."""
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
        {"parts": "征求意见{total}条，分开写的各项（{parts}）加起来是{told}条。"},
    ),
    en=Message(
        "There are {total} opinions; {team} on the team and {members} on members make {told}.",
        "If the numbers differ, some opinions are unaccounted for.",
        "Correct the numbers or say whom the rest concern.",
        "征求意见38条，其中对班子23条、对成员15条。",
        {"parts": "There are {total} opinions; the parts ({parts}) make {told}."},
    ),
)
def opinion_count_mismatch(opinions: OpinionSummary, at: str, ctx: Context) -> Iterator[Hit]:
    """征求到的意见分项之和应当等于总数。

    情况报告、班子材料、征求意见汇总、会议记录都看。写了总数，又写了对班子几条、对成员几条的，两项加起来应当等于总数；写了归并以后条数的，与总数或归并数有
    一个相符就不提。

    总数后面紧接着“：”“其中”“按对象分”一项一项写了条数的（座谈会几条、意见箱几条），各项加起来也应当等于总数；里面有一项没有条数、或者写的是采纳、归并、办结的，
    不是分项，不核对。只写了其中一项的，总数写“50余条”的，不核对。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条，其中对班子21条，对成员10条。
    ```

    → 「38」

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见47条：座谈会18条，意见箱9条，电话回访15条。
    ```

    → 「47」

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
    behind = ctx.around(f"{at}/total")[1]
    if not totals or _ROUGH.match(behind):
        return  # 50余条: no sum can be held against it
    if isinstance(team, int) and isinstance(members, int):
        if team + members not in totals:
            yield hit(f"{at}/total", total=totals[0], team=team, members=members, told=team + members)
    elif (parts := _parts(behind)) and sum(parts) not in totals:
        told = "+".join(map(str, parts))
        yield hit(f"{at}/total", case="parts", total=totals[0], parts=told, told=sum(parts))


def _parts(behind: str) -> tuple[int, ...]:
    """The numbers of a list right behind a total that takes it apart, nothing where any of its clauses says something else.

    >>> _parts("条：座谈会听取18条，意见箱收集9条。"), _parts("条，采纳12条，其余作了说明。")
    ((18, 9), ())
    """
    lead = _LEAD.match(behind)
    said = _CLAUSES.split(_SENTENCE.split(behind[lead.end() :])[0]) if lead is not None else []
    while said and _SAID_ON.fullmatch(said[-1]):
        said.pop()
    found = [_PART.fullmatch(one.strip()) for one in said]
    if len(found) < 2 or any(one is None or any_of(sense("treated", "words")).search(one[0]) for one in found):
        return ()
    return tuple(int(one["n"]) for one in found if one is not None)
