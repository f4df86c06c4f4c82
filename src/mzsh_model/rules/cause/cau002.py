"""CAU002 cause-not-reported."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, hit_line, rule
from mzsh_model.rules.senses import tells_causes

_SAID = lazy_pattern(
    r"分析(?:了)?(?:问题|产生)?(?:的)?原因|剖析(?:了)?(?:问题|深层次)?(?:的)?(?:原因|根源)|原因(?:剖析|分析)"
)


@rule(
    code="CAU002",
    name="cause-not-reported",
    on=MeetingReport,
    level=Level.HINT,
    whole=True,
    basis=Basis("情况报告的基本内容：查摆的问题、原因和整改措施", "惯例"),
    zh=Message(
        "报告没有写剖析出的原因。",
        "问题、原因、措施是一条线，报告缺了原因，上级看不出剖析是否到位。",
        "在班子问题之后用几句话概括原因。",
        "党组从三个方面剖析了原因：一是理论武装抓得不深；二是……",
    ),
    en=Message(
        "The report names no causes.",
        "Problems, causes and measures belong together.",
        "Sum up the causes after the team's problems.",
        "党组从三个方面剖析了原因：一是理论武装抓得不深；二是……",
    ),
)
def cause_not_reported(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """情况报告应当写明剖析出的原因。

    有的单位在报告里不写原因，所以只作提示。文中只说“分析了原因”而没有写原因是什么，也算没有；“究其原因，主要是……”算写了。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    二、会议情况
    张三同志代表班子作对照检查，分析问题原因。
    班子查摆出2个方面问题：一是学习不够系统。二是调研不够深入。
    三、整改措施
    （一）加强学习。制定计划。
    ```

    → 「分析问题原因」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    二、会议情况
    班子查摆出2个方面问题：一是学习不够系统。二是调研不够深入。
    班子剖析了原因：一是理论武装抓得不深。二是宗旨意识淡化。
    三、整改措施
    （一）加强学习。制定计划。
    ```
    """
    if report.causes or not report.team_issues or tells_causes(ctx.text):
        return
    for line in ctx.source.outline.lines if ctx.source else ():
        if found := _SAID.search(line.text):
            yield hit_line(line, found.start(), found.end())
            return
    yield hit("/team_issues/0")
