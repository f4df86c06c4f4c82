"""MTG006 meeting-absentee-without-written-speech."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.parts import Meeting
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_SPOKEN_FOR = lazy_pattern("书面|代读|代为宣读|代为发言|(?:提交|交来|送来|留下|宣读)[^。；，]{0,8}(?:发言|材料|稿)")


@rule(
    code="MTG006",
    name="meeting-absentee-without-written-speech",
    on=Meeting,
    any_paper=True,
    level=Level.HINT,
    basis=Basis("有的地方的制度：因故缺席的提交书面发言，会后由主持人转告批评意见（上位规定未核实）", "惯例"),
    zh=Message(
        "有人缺席，没有写是否提交了书面发言。",
        "缺席的人也要对照检查，也要知道别人对自己的意见。",
        "写明书面发言和会后转告的情况。",
        "实到8人，1人因病请假并提交了书面发言，会后由张三同志转告了批评意见。",
    ),
    en=Message(
        "Somebody was absent; whether a written speech was handed in is not said.",
        "Who is absent examines himself too, and is told what others said of him.",
        "Say that a speech was handed in and what was passed on.",
        "实到8人，1人因病请假并提交了书面发言，会后由张三同志转告了批评意见。",
    ),
)
def meeting_absentee_without_written_speech(meeting: Meeting, at: str, ctx: Context) -> Iterator[Hit]:
    """缺席的成员应当提交书面发言。

    没有写是谁缺席的，看应到和实到的人数。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人，李四因病请假。
    一、会前准备
    一是组织学习。二是征求意见38条。
    ```

    → 「李四」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人，李四因病请假，提交了书面发言。
    一、会前准备
    一是组织学习。二是征求意见38条。
    ```
    """
    if _SPOKEN_FOR.search(ctx.text):
        return
    for index, absentee in enumerate(meeting.absentees):
        if not absentee.written:
            yield hit(f"{at}/absentees/{index}")
    expected, present = meeting.expected, meeting.present
    if not meeting.absentees and isinstance(expected, int) and isinstance(present, int) and present < expected:
        yield hit(f"{at}/present")
