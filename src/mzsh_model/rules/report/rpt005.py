"""RPT005 report-authority-drift."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule

_BODY = lazy_pattern(r"(?P<stem>[市县区省州](?:委|政府))(?:机关)?(?![员会托组])")
_TITLE = lazy_pattern(r"《[^》]*》")


@rule(
    code="RPT005",
    name="report-authority-drift",
    on=MeetingReport,
    level=Level.HINT,
    basis=Basis("审核把关常见要求：同一机关名称前后一致", "惯例"),
    zh=Message(
        "前面写“{first}”，这里写“{other}”，像是说同一个上级。",
        "上级机关的名称前后不一，容易让人误会是两个机关。",
        "统一成规范的名称；确是两个机关的，可以保留。",
        "全文统一写“市委”。",
    ),
    en=Message(
        "“{first}” earlier, “{other}” here: it looks like the same body.",
        "A superior's name should not change within a report.",
        "Use one name throughout.",
        "全文统一写“市委”。",
    ),
)
def report_authority_drift(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """同一上级机关的名称应当前后一致。

    只看“市委”与“市委机关”、“市政府”与“市政府机关”这类差别，书名号里的不算。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    按照市委通知要求，某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是传达市委机关要求。
    ```

    → 「市委机关」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    按照市委通知要求，某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是传达市委要求。
    ```
    """
    first: dict[str, str] = {}
    for line in ctx.source.outline.lines if ctx.source else ():
        text = _TITLE.sub(lambda m: "　" * len(m[0]), line.text)
        for found in _BODY.finditer(text):
            shown = found[0]
            before = first.setdefault(found["stem"], shown)
            if before != shown and shown.startswith(before):
                yield hit_line(line, found.start(), found.end(), first=before, other=shown)
                return
