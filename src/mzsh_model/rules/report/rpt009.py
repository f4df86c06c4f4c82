"""RPT009 report-with-request."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule

_ASKS = lazy_pattern(
    r"(?:^|(?<=[。；，：、\s]))(?P<it>(?:为此，?)?(?:恳请|请求|敬请|请)(?:上级|[省市县区州]委|[省市县区州]政府|组织|贵)[^。；，]{0,16}?(?:批准|批示|批复|审批|支持|解决|协调解决|予以协调|同意)"
    r"|请(?:予以?|给予)?(?:批准|批复|审批|同意|支持|解决)(?=[^后。；，])|(?:妥否|当否|可否|是否妥当)[，,]?\s*(?:请(?:予)?(?:批示|批复|审批|核准|示))?|特此请示|请(?:予)?(?:批示|批复|核准)|请予批准)"
)


@rule(
    code="RPT009",
    name="report-with-request",
    on=MeetingReport,
    level=Level.SHOULD,
    basis=Basis(
        "《党政机关公文处理工作条例》（2012年7月1日起施行）第十五条第四项：不得在报告等非请示性公文中夹带请示事项",
        "规定",
    ),
    zh=Message(
        "报告里夹带了请示：“{words}”。",
        "报告不要求上级答复，夹在里面的请示事项会没有人办。",
        "删去；确需请示的，另写请示。",
        "特此报告。",
    ),
    en=Message(
        "The report contains a request: “{words}”.",
        "A report is not answered, so a request in it is nobody's work.",
        "Take it out and write a request of its own.",
        "特此报告。",
    ),
)
def report_with_request(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """报告不得夹带请示事项。

    请上级审阅、批评指正的话不算请示。问题里说到别人的请示也不算。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    二、整改措施
    （一）加强学习。制定计划。
    恳请市委协调解决办公用房不足的困难，妥否，请批示。
    中共某局党组
    2026年1月28日
    ```

    → 「恳请市委协调解决」「妥否，请批示」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    二、整改措施
    （一）加强学习。制定计划。
    特此报告，请审阅。
    中共某局党组
    2026年1月28日
    ```
    """
    for line in ctx.source.outline.lines if ctx.source else ():
        for found in _ASKS.finditer(line.text):
            yield hit_line(line, found.start("it"), found.end("it"), words=found["it"])
