"""谈心谈话记录 described."""

from __future__ import annotations

from mzsh_model.kinds.column import Column
from mzsh_model.kinds.form import form_kind
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.talk_record.value import TalkRecord

_BLANKS = (
    Column("when", "谈话时间", ("时间", "日期", "谈话日期")),
    Column("place", "谈话地点", ("地点",)),
    Column("talker", "谈话人", ("谈话人姓名", "谈话领导", "主谈人"), codec="person"),
    Column("talked", "谈话对象", ("谈话对象姓名", "被谈话人", "对象", "谈心对象"), codec="person"),
    Column("department", "部门", ("所在部门", "工作部门", "单位", "单位及职务", "部门及职务", "职务")),
    Column("category", "谈话类型", ("类型", "谈话类别", "谈话形式")),
    Column("text", "谈话内容", ("内容", "主要内容", "谈话主要内容", "谈话要点")),
    Column(
        "opinion",
        "对方意见",
        ("谈话对象意见", "意见建议", "意见和建议", "提出的意见建议", "对方提出的意见建议", "被谈话人意见"),
    ),
    Column("signed", "签字", ("签名", "谈话人签字", "谈话对象签字", "本人签字")),
)
TALK_RECORD = form_kind(TalkRecord, "谈心谈话记录", named_signs("谈心谈话记录"), _BLANKS)
