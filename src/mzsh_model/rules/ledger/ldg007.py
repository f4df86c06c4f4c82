"""LDG007 ledger-all-standing."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.chinese.limits import limit_words
from mzsh_model.chinese.states import state_of, state_words
from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import Ledger
from mzsh_model.model.items import Measure
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_FEWEST = 3
_GOES_ON = lazy_pattern(
    rf"^(?:{limit_words('good')}|(?:持续|长期|常态化?|经常|不间断)[^，。；、\d]{{0,4}})(?:$|[，。；、])"
)


@rule(
    code="LDG007",
    name="ledger-all-standing",
    on=Ledger,
    level=Level.SHOULD,
    whole=True,
    basis=Basis("审核把关常见要求：完成时限不能全写长期坚持", "惯例"),
    zh=Message(
        "{count}条措施的完成时限全是“长期坚持”一类的话。",
        "没有一条写明到哪一天，整改到什么程度无从对账。",
        "能定日期的定日期；确需长期坚持的，写明阶段目标。",
        "2026年6月底前修订制度，之后长期坚持",
    ),
    en=Message(
        "All {count} measures are said to be kept up for good; none has a date.",
        "Without a single date nothing can be accounted for.",
        "Set dates where possible, and stages for what is kept up.",
        "2026年6月底前修订制度，之后长期坚持",
    ),
)
def ledger_all_standing(ledger: Ledger, at: str, ctx: Context) -> Iterator[Hit]:
    """台账的完成时限不应全是长期坚持。

    整张表有三条以上措施，而且每一条的时限都只说“长期坚持”“持续推进”“常态化开展”这一类、没有写到哪一天的，提一处，标在第一条上。有一条写了日期、
    写“立行立改”“全年”“每季度”、时限空着，就不提。

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|长期坚持
    2|调研不够深入|每月到联系点1次|李四|持续坚持
    3|服务不够主动|每月回访1次|王五|长期坚持
    ```

    → 「长期坚持」

    Good:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|长期坚持
    2|调研不够深入|每月到联系点1次|李四|长期坚持
    3|服务不够主动|每月回访1次|王五|2026年6月底前
    ```
    """
    measures = ctx.measures
    if len(measures) >= _FEWEST and all(_is_standing(one) for _, one in measures):
        yield hit(f"{measures[0][0]}/due", count=len(measures))


def _is_standing(measure: Measure) -> bool:
    """Whether its time limit names no day and says that it goes on: 长期坚持，持续推进."""
    due = measure.due or ""
    standing = any(state_of(word) == "standing" for word in state_words(due)) or _GOES_ON.search(due)
    return not find_dates(due) and bool(standing)
