"""ISS009 issue-generic-phrase."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import SelfExamination
from mzsh_model.model.items import Issue
from mzsh_model.outline.labels import label_at
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import is_generic


@rule(
    code="ISS009",
    name="issue-generic-phrase",
    on=Issue,
    within=(SelfExamination,),
    level=Level.SHOULD,
    basis=Basis("党的群众路线教育实践活动中专题民主生活会的要求（2013年）：不说官话套话虚话", "通知"),
    zh=Message(
        "这个问题只有“{phrase}”这样的套话。",
        "套话年年可用、人人可用，看不出是谁的问题。",
        "换成自己的话，写清在哪件事上、表现在哪里。",
        "列入计划的4本书只读了2本，研讨时引用的数据还是前年的。",
    ),
    en=Message(
        "The problem is nothing but the stock phrase “{phrase}”.",
        "Stock phrases fit everyone and describe no one.",
        "Say in your own words where the problem showed.",
        "列入计划的4本书只读了2本，研讨时引用的数据还是前年的。",
    ),
)
def issue_generic_phrase(issue: Issue, at: str, ctx: Context) -> Iterator[Hit]:
    """问题不能只有套话。

    每一句都是套话才算；一条写得较长、有展开，或者有数字的不算。情况报告和台账是概括，不查。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是理论学习不够深入。
    二是调研不够，全年只到联系点3次。
    ```

    → 「理论学习不够深入」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是列入计划的4本书只读了2本。
    二是调研不够，全年只到联系点3次。
    ```
    """
    if len(issue.text) > ctx.profile.short_issue or any(c.isdigit() for c in issue.text):
        return
    after = ctx.around(f"{at}/text")[1].strip("。；; ")
    if after and not label_at(after):
        return  # it goes on with what was not read as part of it
    if is_generic(issue.text) or issue.text.strip("。；") in ctx.profile.generic_phrases:
        words = issue.text.rstrip("。；")
        yield hit(f"{at}/text", start=0, end=len(words), phrase=words)
