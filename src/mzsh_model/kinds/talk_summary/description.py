"""谈心谈话汇总 described."""

from __future__ import annotations

from mzsh_model.kinds.column import NUMBER, REMARK, Column
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.rows import rows_kind
from mzsh_model.kinds.talk_summary.in_text import talks_in_text
from mzsh_model.kinds.talk_summary.value import Talk, TalkSummary

_COLUMNS = (
    NUMBER,
    Column(
        "talker",
        "谈话人",
        ("谈话领导", "谈话人姓名", "主谈人", "谈话者", "谁谈", "谁谈的"),
        codec="person",
        needed=True,
    ),
    Column(
        "talked",
        "谈话对象",
        (
            *("谈话对象姓名", "被谈话人", "对象", "谈心对象", "谈心谈话对象"),
            *("和谁谈", "与谁谈", "跟谁谈", "同谁谈", "找谁谈", "谈话对方"),
        ),
        codec="person",
        needed=True,
    ),
    Column("when", "时间", ("谈话时间", "日期", "谈话日期", "什么时候谈", "哪天谈")),
    Column("place", "地点", ("谈话地点", "在哪谈", "在哪里谈", "哪里谈")),
    Column("text", "主要内容", ("谈话内容", "内容", "谈话主要内容", "交流内容", "谈了什么", "谈什么"), weight=5),
    Column(
        "issue",
        "指出问题",
        (
            "指出的问题",
            "提出的问题",
            "意见建议",
            "对方意见",
            "提出的意见建议",
            "意见",
            "问题",
            "提了什么",
            "指出的不足",
            "点出的不足",
            "不足",
            "点了什么",
        ),
        weight=5,
    ),
    REMARK,
)
TALK_SUMMARY = rows_kind(
    TalkSummary,
    "谈心谈话汇总",
    named_signs("谈心谈话汇总"),
    "talks",
    Talk,
    "l",
    _COLUMNS,
    talks_in_text,
    one="谈心谈话记录",
)
