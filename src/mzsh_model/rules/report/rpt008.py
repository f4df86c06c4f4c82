"""RPT008 report-agenda-incomplete."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import agenda
from mzsh_model.rules.words import any_of


@rule(
    code="RPT008",
    name="report-agenda-incomplete",
    on=MeetingReport,
    level=Level.HINT,
    basis=Basis("民主生活会的通行程序：通报征求意见情况，班子和成员对照检查，相互批评，总结表态", "惯例"),
    zh=Message(
        "会议情况里没有看到：{missing}。",
        "程序是不是走全，上级要从报告里看。",
        "逐项核对会议程序，开了没写的补上。",
        "会上通报了征求意见情况；张三同志代表班子作对照检查，班子成员逐一作个人检查，相互提出批评意见；最后张三同志作了总结。",
    ),
    en=Message(
        "The report does not mention: “{missing}”.",
        "The superior unit sees from the report whether every item was gone through.",
        "Compare with the agenda and add what was done.",
        "会上通报了征求意见情况；张三同志代表班子作对照检查，班子成员逐一作个人检查，相互提出批评意见；最后张三同志作了总结。",
    ),
)
def report_agenda_incomplete(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """情况报告应当写全会议的程序。

    通报上年度整改另有规则（RPT006）。写法很多，认不全，所以只作提示；没有原文时不查。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    二、会议情况
    会上通报了上年度整改落实情况。张三同志代表班子作对照检查，班子查摆出2个方面问题：一是学习不够系统。二是调研不够深入。班子成员之间提出批评意见26条。
    ```

    → 「会议情况」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    二、会议情况
    会上通报了上年度整改落实情况和征求意见情况。张三同志代表班子作对照检查，班子查摆出2个方面问题：一是学习不够系统。二是调研不够深入。班子成员逐一对照检查，相互提出批评意见26条。最后张三同志作总结讲话。
    ```
    """
    if not ctx.text or ctx.meeting_told_at is None:
        return
    missing = [item for item, words in agenda() if not any_of(words).search(ctx.text)]
    if missing:
        yield hit(ctx.meeting_told_at, missing="、".join(missing))
