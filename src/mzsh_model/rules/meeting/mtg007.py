"""MTG007 meeting-attendance-contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.parts import Meeting
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="MTG007",
    name="meeting-attendance-contradicts",
    on=Meeting,
    level=Level.MUST,
    any_paper=True,
    basis=Basis("材料数据应前后一致", "惯例"),
    zh=Message(
        "应到{expected}人，实到{present}人：来的比应到的多。",
        "人数是判断能否开会的依据，自己对不上会被退回。",
        "核对人数和名单，改正写错的一处；列席的不算在应到、实到里。",
        "应到9人，实到8人。",
        {"names": "写的是实到{present}人，写到姓名的到会成员有{named}人：{names}。"},
    ),
    en=Message(
        "{expected} were expected and {present} came: more than were expected.",
        "The numbers tell whether the meeting could be held.",
        "Check numbers and names; those who only sat in are in neither.",
        "应到9人，实到8人。",
        {"names": "{present} are said to have come; {named} are named: “{names}”."},
    ),
)
def meeting_attendance_contradicts(meeting: Meeting, at: str, ctx: Context) -> Iterator[Hit]:
    """实到人数不应当比应到的多，也不应当比写到姓名的到会成员少。

    情况报告、会议记录都看；姓名只列了一部分的不查少了谁，没有填写的不查。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局党组于2026年1月20日召开2025年度民主生活会，由张三同志主持，应到7人，实到9人。
    一、会前准备
    一是组织学习。二是征求意见。
    ```

    → 「9」

    Bad:

    ```text
    某局党组2025年度民主生活会会议记录
    时间：2026年1月20日14:30
    主持人：张三
    应到：3人，实到：2人
    出席：张三、李四、王五
    张三：现在开会。
    ```

    → 「2」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局党组于2026年1月20日召开2025年度民主生活会，由张三同志主持，应到9人，实到9人。
    一、会前准备
    一是组织学习。二是征求意见。
    ```
    """
    expected, present = meeting.expected, meeting.present
    if not isinstance(present, int):
        return
    if isinstance(expected, int) and present > expected:
        yield hit(f"{at}/present", expected=expected, present=present)
        return
    people = [one.name for one in (meeting.chair, *meeting.attendees) if one is not None]
    names = list(dict.fromkeys("".join(name.split()) for name in people if isinstance(name, str)))
    if len(names) > present:
        said = "、".join(names)
        yield hit(f"{at}/present", level=Level.SHOULD, case="names", present=present, named=len(names), names=said)
