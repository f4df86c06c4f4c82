"""ISS006 issue-in-third-person."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.items import Issue
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import CLAUSE, others_as_subject


@rule(
    code="ISS006",
    name="issue-in-third-person",
    on=Issue,
    level=Level.SHOULD,
    basis=(
        Basis("党的群众路线教育实践活动的通知（2013年）“四个不能代替”：不能以班子问题代替个人问题", "通知"),
        Basis("审核把关常见要求：个人材料说自己", "惯例"),
    ),
    zh=Message(
        "个人材料里用“{words}”当主语，没有说到自己。",
        "个人对照检查要把自己摆进去，说别人等于没有检查自己。",
        "改成“我……”，写清自己做了什么、没做什么。",
        "我集中学习缺席2次，事后没有补课。",
    ),
    en=Message(
        "A personal paper speaks of “{words}”, not of its author.",
        "A personal self-examination must be about oneself.",
        "Write in the first person.",
        "我集中学习缺席2次，事后没有补课。",
    ),
)
def issue_in_third_person(issue: Issue, at: str, ctx: Context) -> Iterator[Hit]:
    """个人材料应当说自己，不说“有的同志”“部分班子成员”。

    只看当主语的；同一条里写到“我”“本人”的不算。班子材料不查。配置里可以加词。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够。有的同志认为业务忙，学习时间少。
    二是我调研不够深入。
    ```

    → 「有的同志」

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统，学过的内容没有及时整理。
    部分班子成员认为业务忙，学习时间少。
    二是我调研不够深入。
    ```

    → 「部分班子成员」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够。我总认为业务忙，学习时间少。
    二是我调研不够深入。
    ```
    """
    if not ctx.is_member_paper or "我" in issue.text or "本人" in issue.text:
        return
    if found := others_as_subject().search(issue.text):
        start, end = found.span("who")
        yield hit(f"{at}/text", start=start, end=end, words=found["who"])
        return
    for clause in CLAUSE.finditer(issue.text):
        if word := next((word for word in ctx.profile.third_person if clause[0].startswith(word)), None):
            yield hit(f"{at}/text", start=clause.start(), end=clause.start() + len(word), words=word)
            return
