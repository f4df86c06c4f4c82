"""谈心谈话汇总 described."""

from __future__ import annotations

from mzsh_model.kinds.neighbours import named_signs
from mzsh_model.kinds.rows import Column, rows_kind
from mzsh_model.kinds.talk_summary.value import Talk, TalkSummary

_COLUMNS = (
    Column("number", "序号", ("编号", "序", "号"), codec="text", weight=1, needed=False),
    Column("talker", "谈话人", ("谈话领导", "谈话人姓名", "主谈人", "谈话者"), codec="person", weight=2, needed=True),
    Column(
        "talked",
        "谈话对象",
        ("谈话对象姓名", "被谈话人", "对象", "谈心对象", "谈心谈话对象"),
        codec="person",
        weight=2,
        needed=True,
    ),
    Column("when", "时间", ("谈话时间", "日期", "谈话日期"), codec="text", weight=2, needed=False),
    Column("place", "地点", ("谈话地点",), codec="text", weight=2, needed=False),
    Column("text", "主要内容", ("谈话内容", "内容", "谈话主要内容", "交流内容"), codec="text", weight=5, needed=False),
    Column(
        "issue",
        "指出问题",
        ("指出的问题", "提出的问题", "意见建议", "对方意见", "提出的意见建议"),
        codec="text",
        weight=5,
        needed=False,
    ),
    Column("remark", "备注", (), codec="text", weight=2, needed=False),
)
TALK_SUMMARY = rows_kind(TalkSummary, "谈心谈话汇总", named_signs("谈心谈话汇总"), "talks", Talk, "l", _COLUMNS)
