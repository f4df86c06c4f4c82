"""The kinds beyond the three that are judged, and which of their fields are marked, by the names of the published schemas."""

from __future__ import annotations

MEETING = ("meeting.held_on", "meeting.place", "meeting.theme", "meeting.recorder", "meeting.supervision.leader")
SECTIONS = "sections"
"""The headings of the first level, in a mark `{.sections|…}`."""
TEXTS = {
    "MeetingPlan": "会议方案",
    "PreparationReport": "会前准备情况报告",
    "HostScript": "主持词",
    "Minutes": "会议记录",
    "RectificationPlan": "整改方案",
    "SupervisorRemarks": "督导点评",
}
"""Papers in chapters, which tell of a meeting."""
SPOKEN = ("HostScript", "Minutes")
"""Of these, those that are told as it goes: where a chapter begins is not said."""
FORMS = {
    "TalkRecord": ("when", "place", "talker", "talked", "department", "category", "text", "opinion", "signed"),
    "OpinionForm": ("unit", "when", "person", "team", "members", "text"),
}
"""Forms with one set of fields."""
ROWS = {
    "OpinionList": (
        "opinions",
        (
            "number",
            "text",
            "category",
            "channel",
            "target",
            "claimed_by",
            "adopted",
            "measure",
            "owner",
            "due",
            "remark",
        ),
    ),
    "TalkSummary": ("talks", ("number", "talker", "talked", "when", "place", "text", "issue", "remark")),
    "CriticismSheet": ("criticisms", ("number", "critic", "target", "text", "response", "measure", "remark")),
    "PriorAccount": ("accounts", ("number", "issue", "measure", "done", "status", "owner", "remark")),
}
"""Tables: under which name their rows are kept, and what each row has. Rows are told apart by `KEYS`."""
KEYS = ("text", "issue", "talked")
NAMES = TEXTS | {
    "Circular": "通报",
    "TalkRecord": "谈心谈话记录",
    "OpinionForm": "征求意见表",
    "OpinionList": "征求意见清单",
    "TalkSummary": "谈心谈话汇总",
    "CriticismSheet": "批评意见",
    "PriorAccount": "上年度整改落实情况",
}
"""Every one of them, and what it is called."""


def fields(kind: str) -> tuple[str, ...]:
    """What `{.field|…}` may name in a draft of that kind."""
    if kind in ROWS:
        return ROWS[kind][1]
    if kind in TEXTS:
        return MEETING if kind in SPOKEN else (*MEETING, SECTIONS)
    return FORMS.get(kind, ())
