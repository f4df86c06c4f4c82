"""RPT012 report-without-supervision."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_TOLD = lazy_pattern("督导|列席|到会指导|指导组|派员|派人|点评|旁听|审看|全程参加|把关")


@rule(
    code="RPT012",
    name="report-without-supervision",
    on=MeetingReport,
    level=Level.HINT,
    basis=Basis(
        "《县以上党和国家机关党员领导干部民主生活会若干规定》（2016年12月印发）：上级党组织派出督导组或者派人列席",
        "规定",
    ),
    zh=Message(
        "报告没有写上级派谁到会。",
        "上级是否派人督导、列席，提了什么意见，是报告的一项内容。",
        "写明督导组或列席人员和点评意见；没有派人的不用写。",
        "市委第三督导组到会指导，组长李四作了点评。",
    ),
    en=Message(
        "The report does not say whom the superior unit sent.",
        "Who supervised the meeting and what he said belongs in the report.",
        "Name the group and its remarks; leave it if nobody was sent.",
        "市委第三督导组到会指导，组长李四作了点评。",
    ),
)
def report_without_supervision(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """情况报告应当写明上级督导的情况。

    不是每次会都派人，所以只作提示；没有原文时不查。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    ```

    → 「某局2025年度民主生活会情况报告」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人，市委督导组到会指导。
    一、会前准备
    一是组织学习。二是征求意见38条。
    ```
    """
    if ctx.text and report.meeting.supervision is None and not _TOLD.search(ctx.text):
        yield hit("/title")
