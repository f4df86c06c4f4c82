"""MTG002 meeting-below-quorum."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.parts import Meeting
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import joined_remotely


@rule(
    code="MTG002",
    name="meeting-below-quorum",
    on=Meeting,
    any_paper=True,
    level=Level.MUST,
    basis=Basis(
        "《县以上党和国家机关党员领导干部民主生活会若干规定》（2016年12月印发）：到会人数必须达到应到会人数的三分之二以上",
        "规定",
    ),
    zh=Message(
        "应到{expected}人、实到{present}人，没有达到要求的比例。",
        "规定要求到会人数必须达到应到会人数的三分之二以上；上级要求更高的，按上级的。",
        "核对人数；确实不足的，请示上级党组织怎样处理。",
        "应到9人，实到8人。",
    ),
    en=Message(
        "{present} of {expected} attended, fewer than required.",
        "At least two thirds of those expected must attend, more where the superior unit asks for it.",
        "Check the numbers; if they are right, ask the superior unit what to do.",
        "应到9人，实到8人。",
    ),
)
def meeting_below_quorum(meeting: Meeting, at: str, ctx: Context) -> Iterator[Hit]:
    """到会人数应当达到应到人数的三分之二以上。

    情况报告、会议记录都看。比例可以在配置里按上级要求调高。另有几人通过视频参加的，也算到会。

    Bad:

    ```text
    某局党组2025年度民主生活会会议记录
    时间：2026年1月20日14:30
    主持人：张三
    应到：7人，实到：4人
    张三：现在开会。
    ```

    → 「4」

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局党组于2026年1月20日召开2025年度民主生活会，由张三同志主持，应到9人，实到5人。
    一、会前准备
    一是组织学习。二是征求意见。
    ```

    → 「5」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局党组于2026年1月20日召开2025年度民主生活会，由张三同志主持，应到9人，实到6人。
    一、会前准备
    一是组织学习。二是征求意见。
    ```

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局党组于2026年1月20日召开2025年度民主生活会，由张三同志主持，应到9人，现场实到5人，另有3人通过视频参加，请假1人。
    一、会前准备
    一是组织学习。二是征求意见。
    ```
    """
    expected, present = meeting.expected, meeting.present
    if not isinstance(expected, int) or not isinstance(present, int):
        return
    behind = ctx.around(f"{at}/present")[1]
    if present + joined_remotely(behind) < expected * ctx.profile.quorum:
        yield hit(f"{at}/present", expected=expected, present=present)
