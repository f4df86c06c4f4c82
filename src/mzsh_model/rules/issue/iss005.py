"""ISS005 issue-blames-circumstances."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.items import Issue
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import CLAUSE, circumstance, sense, tells_of_oneself
from mzsh_model.rules.words import any_of

_REASON = lazy_pattern(r"(?:主要|客观)?原因是|由于|限于|因为?")


@rule(
    code="ISS005",
    name="issue-blames-circumstances",
    on=Issue,
    level=Level.SHOULD,
    basis=(
        Basis("党的群众路线教育实践活动的通知（2013年）“四个不能代替”：不能以工作问题代替作风问题", "通知"),
        Basis("审核把关常见要求：不拿客观困难当问题", "惯例"),
    ),
    zh=Message(
        "把“{words}”这样的客观条件当作问题来写。",
        "对照检查查的是主观上的问题，讲客观困难会被认为避重就轻、以工作问题代替思想问题。",
        "改写成自己在认识、担当、作风上的不足，客观条件可以一带而过。",
        "引才留才的办法不多，遇到编制、户口等限制就强调客观，主动争取支持不够。",
    ),
    en=Message(
        "The problem blames circumstances: “{words}”.",
        "A self-examination is about one's own shortcomings, not about outside difficulties.",
        "Say what was lacking in one's own thinking or conduct.",
        "引才留才的办法不多，遇到编制、户口等限制就强调客观，主动争取支持不够。",
    ),
)
def issue_blames_circumstances(issue: Issue, at: str, ctx: Context) -> Iterator[Hit]:
    """问题不能写成客观困难。

    同一条里讲到自己怎么想、怎么做（思想、认识、担当、借口……）的不算。配置里可以加词。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是受编制、户口等方面的限制，引进人才越来越难。
    二是调研不够深入。
    ```

    → 「受编制、户口等方面的限制」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是引才留才主动作为不够，受编制限制就强调客观、畏难。
    二是调研不够深入。
    ```
    """
    own = issue.text.replace(issue.aspect or "\0", "")
    if tells_of_oneself(own, ctx.profile.subjective_words):
        return
    found = circumstance().search(issue.text) or _named(
        issue.text, (*sense("circumstance", "named"), *sense("circumstance", "likely"), *ctx.profile.objective_words)
    )
    if found:
        clause = next(c for c in CLAUSE.finditer(issue.text) if c.end() > found.start())
        yield hit(f"{at}/text", start=clause.start(), end=clause.end(), words=clause[0].strip())


def _named(text: str, words: tuple[str, ...]) -> re.Match[str] | None:
    """A clause that gives one of the unit's words as a reason."""
    found = any_of(words)
    return next((c for c in CLAUSE.finditer(text) if found.search(c[0]) and _REASON.search(c[0])), None)
