"""谈心谈话记录 described."""

from __future__ import annotations

from mzsh_model.kinds.column import Column
from mzsh_model.kinds.form import form_kind
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.talk_record.value import TalkRecord

_BLANKS = (
    Column("when", "谈话时间", ("时间", "日期", "谈话日期"), weight=1),
    Column("place", "谈话地点", ("地点",), weight=1),
    Column("talker", "谈话人", ("谈话人姓名", "谈话领导", "主谈人", "谈话者"), codec="person", weight=1),
    Column(
        "talked", "谈话对象", ("谈话对象姓名", "被谈话人", "对象", "谈心对象", "被谈话对象"), codec="person", weight=1
    ),
    Column(
        "department",
        "部门",
        (
            "所在部门",
            "工作部门",
            "单位",
            "单位及职务",
            "部门及职务",
            "所在部门及职务",
            "所在单位及职务",
            "工作单位及职务",
            "对象职务",
            "谈话对象职务",
            "职务",
            "岗位",
        ),
        weight=1,
        beside="talked",
    ),
    Column("category", "谈话类型", ("类型", "谈话类别", "谈话形式"), weight=1),
    Column(
        "text",
        "谈话内容",
        ("内容", "主要内容", "谈话主要内容", "谈话要点", "谈话情况", "谈话纪要", "谈心内容"),
        weight=5,
    ),
    Column(
        "opinion",
        "对方意见",
        (
            "谈话对象意见",
            "意见建议",
            "意见和建议",
            "提出的意见建议",
            "对方提出的意见建议",
            "对方意见建议",
            "被谈话人意见",
            "谈话对象意见建议",
            "谈话对象反馈",
            "本人意见",
            "本人表态",
        ),
        weight=4,
    ),
    Column(
        "signed",
        "签字",
        (
            "签名",
            "谈话人签字",
            "谈话对象签字",
            "本人签字",
            "双方签字",
            "被谈话人签字",
            "谈话人签名",
            "谈话对象签名",
            "被谈话人签名",
            "双方签名",
        ),
        weight=1,
    ),
)
TALK_RECORD = form_kind(
    TalkRecord, "谈心谈话记录", named_signs("谈心谈话记录"), _BLANKS, "谈心谈话汇总", ("talker", "talked")
)
