"""RPT010 report-addressee-amiss."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_SEVERAL = lazy_pattern("[、，,和及]")

_TOGETHER = lazy_pattern(
    r"(?:[^、，,和]{0,12}(?:纪委(?:监委)?|监委|纪检监察(?:组|机构|机关)?|组织部|党建办|机关工委)[、，,和]?)+[：:]?"
)
"""To whom a report on a meeting goes together, by custom: the discipline inspection body and the organisation department."""


@rule(
    code="RPT010",
    name="report-addressee-amiss",
    on=MeetingReport,
    level=Level.HINT,
    basis=(
        Basis(
            "《党政机关公文处理工作条例》（2012年7月1日起施行）第十五条第一项：原则上主送一个上级机关，根据需要同时抄送相关上级机关和同级机关",
            "规定",
        ),
        Basis("公文格式的要素：主送机关（GB/T 9704-2012）", "规定"),
    ),
    zh=Message(
        "报告没有主送机关。",
        "主送机关是上行文的要素；先送审的稿子可以定稿时再补。",
        "在标题下面、正文之前写明主送机关。",
        "中共某市委组织部：",
        {
            "several": "主送写了不止一个机关：“{addressee}”。",
        },
    ),
    en=Message(
        "The report names no addressee.",
        "A report to a superior unit names whom it is to.",
        "Add the addressee below the title.",
        "中共某市委组织部：",
        {
            "several": "The report has more than one addressee: “{addressee}”.",
        },
    ),
)
def report_addressee_amiss(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """情况报告应当有一个主送机关。

    同时报送纪检机关和组织部门的不算；其他并列的也可能有要求，所以只作提示。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    ```

    → 「某局2025年度民主生活会情况报告」

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    市委、市政府：
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    ```

    → 「市委、市政府：」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    中共某市委组织部：
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    ```
    """
    if report.addressee is None:
        yield hit("/title")
    elif _SEVERAL.search(report.addressee) and not _TOGETHER.fullmatch(report.addressee):
        yield hit("/addressee", case="several", addressee=report.addressee.rstrip("：:"))
