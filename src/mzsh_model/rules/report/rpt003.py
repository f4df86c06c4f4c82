"""RPT003 report-without-basis."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_NAMED = lazy_pattern(
    r"(?:按照?|根据|依据|遵照|依照|遵循|贯彻)[^。；]{2,60}?(?:要求|精神|部署|安排|布置|通知|规定|提示|方案|意见|指示)|据此|(?:通知|提示|方案|意见|文件)[》”]?(?:下发|印发|传达)?(?:后|，|之后)|(?:印发|下发|收到)[^。；]{0,30}(?:通知|提示|方案|意见|文件)"
)


@rule(
    code="RPT003",
    name="report-without-basis",
    on=MeetingReport,
    level=Level.HINT,
    basis=Basis("情况报告的开头：按照什么通知、何时召开、现报告如下", "惯例"),
    zh=Message(
        "开头没有写按照什么通知召开会议。",
        "写明依据的文件，上级才知道会议是按要求开的。",
        "在开头写“按照……《……通知》要求”。",
        "按照《关于开好2025年度党员领导干部民主生活会的通知》要求……",
    ),
    en=Message(
        "The opening does not name the notice that the meeting followed.",
        "The superior unit wants to see that the meeting followed its notice.",
        "Begin with the notice's title.",
        "按照《关于开好2025年度党员领导干部民主生活会的通知》要求……",
    ),
)
def report_without_basis(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """情况报告的开头应当写明依据。

    写“按照……要求”“根据……部署”而不写文件全名的，也算写了。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    ```

    → 「某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    按照《关于开好2025年度民主生活会的通知》要求，某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    ```
    """
    if report.basis is None and not any(_NAMED.search(words) for words in report.preamble):
        yield hit("/preamble/0" if report.preamble else "/title")
