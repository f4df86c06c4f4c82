"""CAU003 cause-only-circumstances."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.items import Cause
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import circumstance, sense, tells_of_oneself
from mzsh_model.rules.words import any_of


@rule(
    code="CAU003",
    name="cause-only-circumstances",
    on=Cause,
    level=Level.SHOULD,
    basis=Basis(
        "党的群众路线教育实践活动中专题民主生活会的要求（2013年）：从理想信念、宗旨意识、党性修养上找根源，不强调客观原因",
        "通知",
    ),
    zh=Message(
        "这条原因只讲了“{word}”这样的客观情况。",
        "只讲客观，看不出自己要改什么。",
        "客观情况可以提一句，但要说到自己：从思想认识、党性修养、宗旨意识、担当精神上找根源。",
        "遇到困难先想到编制和经费，实质是担当精神不足。",
        {"likely": "这条原因讲到“{word}”，没有看到讲自己的话。"},
    ),
    en=Message(
        "This cause names only circumstances: “{word}”.",
        "Blaming circumstances is no analysis of oneself.",
        "Look for the root in one's own thinking and conduct.",
        "遇到困难先想到编制和经费，实质是担当精神不足。",
        {"likely": "This cause tells of “{word}”, and nothing of oneself."},
    ),
)
def cause_only_circumstances(cause: Cause, at: str, ctx: Context) -> Iterator[Hit]:
    """原因不能只讲客观。

    讲到主观方面的不算；像是客观、又没有讲自己的，只作提示。配置里可以加词。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、原因剖析
    一是时间紧，事情多。二是宗旨意识淡化。
    ```

    → 「时间紧」

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、原因剖析
    一是今年两个单位合并，材料交接乱。二是宗旨意识淡化。
    ```

    → 「合并」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、原因剖析
    一是总以时间紧为借口，学习的自觉性不高。二是宗旨意识淡化。
    ```
    """
    if tells_of_oneself(cause.text, ctx.profile.subjective_words):
        return
    named = any_of((*sense("circumstance", "named"), *ctx.profile.objective_words))
    found = named.search(cause.text) or circumstance().search(cause.text)
    if found:
        yield hit(f"{at}/text", start=found.start(), end=found.end(), word=found[0])
    elif found := any_of(sense("circumstance", "likely")).search(cause.text):
        yield hit(f"{at}/text", start=found.start(), end=found.end(), level=Level.HINT, case="likely", word=found[0])
