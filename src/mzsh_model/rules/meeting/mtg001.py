"""MTG001 meeting-without-attendance-count."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_ALL = lazy_pattern(
    r"[\d一二三四五六七八九十]+\s*[名位人][^。；，]{0,12}(?:全部|全员|悉数)(?:到会|到齐|参会|参加|出席)"
)


@rule(
    code="MTG001",
    name="meeting-without-attendance-count",
    on=MeetingReport,
    level=Level.SHOULD,
    basis=(
        Basis(
            "《县以上党和国家机关党员领导干部民主生活会若干规定》（2016年12月印发）：到会人数必须达到应到会人数的三分之二以上",
            "规定",
        ),
        Basis("情况报告写明应到、实到人数", "惯例"),
    ),
    zh=Message(
        "报告没有写应到几人、实到几人。",
        "规定要求到会人数必须达到应到人数的三分之二以上，没有这两个数就无法核对；报告里写明人数是惯例。",
        "在写主持人和参加人员的地方补上应到、实到人数，有人缺席的写明原因。",
        "应到9人，实到8人，1人因病请假并提交了书面发言。",
    ),
    en=Message(
        "The report does not say how many were expected and how many came.",
        "At least two thirds of those expected must attend, and the superior unit checks this.",
        "Add both numbers where the chair and the attendees are named, with reasons for absence.",
        "应到9人，实到8人，1人因病请假并提交了书面发言。",
    ),
)
def meeting_without_attendance_count(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """情况报告应当写明应到、实到人数。

    到会人数不足三分之二的会议不符合规定，没有这两个数就无法核对。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局党组于2026年1月20日召开2025年度民主生活会，由党组书记张三同志主持，班子成员李四、王五参加会议。
    一、会前准备
    一是组织学习。二是征求意见。
    ```

    → 「李四」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局党组于2026年1月20日召开2025年度民主生活会，由党组书记张三同志主持，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    ```
    """
    told = report.meeting.expected is not None and report.meeting.present is not None
    if not told and not _ALL.search(ctx.text):
        yield hit("/meeting/attendees/0" if report.meeting.attendees else "/meeting/chair")
