"""征求意见表 described."""

from __future__ import annotations

from mzsh_model.kinds.column import Column
from mzsh_model.kinds.form import form_kind
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.opinion_form.value import OpinionForm

_BLANKS = (
    Column(
        "unit",
        "单位",
        ("填表单位", "所在单位", "部门", "所在部门", "工作单位", "反馈单位", "填报单位", "填写单位", "意见单位"),
        codec="org",
        weight=1,
    ),
    Column("when", "时间", ("填表时间", "填写时间", "日期", "填表日期"), weight=1),
    Column(
        "person",
        "姓名",
        ("填表人", "反馈人", "填写人", "意见人", "反馈人姓名", "签名", "签字", "署名"),
        codec="person",
        weight=1,
    ),
    Column(
        "team",
        "对领导班子的意见建议",
        (
            "对班子的意见建议",
            "对领导班子的意见和建议",
            "领导班子的意见建议",
            "班子的意见建议",
            "领导班子意见",
            "班子意见",
            "领导班子",
            "班子",
        ),
        weight=4,
    ),
    Column(
        "members",
        "对班子成员的意见建议",
        (
            "对领导班子成员的意见建议",
            "对成员的意见建议",
            "班子成员的意见建议",
            "班子成员意见",
            "领导班子成员意见",
            "成员意见",
            "班子成员",
            "领导班子成员",
        ),
        weight=5,
    ),
    Column(
        "text",
        "意见和建议",
        ("意见建议", "意见", "具体意见建议", "其他意见建议", "其它意见建议", "其他意见", "其它意见", "其他建议"),
        weight=3,
    ),
)
OPINION_FORM = form_kind(
    OpinionForm, "征求意见表", named_signs("征求意见表"), _BLANKS, "征求意见清单", ("team", "members", "text")
)
