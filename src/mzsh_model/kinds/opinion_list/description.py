"""征求意见清单 described."""

from __future__ import annotations

from mzsh_model.kinds.column import NUMBER, OWNER, REMARK, Column
from mzsh_model.kinds.figure_phrases import OPINIONS
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.opinion_list.in_text import opinions_in_text
from mzsh_model.kinds.opinion_list.value import Opinion, OpinionList
from mzsh_model.kinds.rows import Stated, rows_kind
from mzsh_model.reading.frame.preamble import read_opinions

_COLUMNS = (
    NUMBER,
    Column(
        "text",
        "意见建议",
        (
            "意见和建议",
            "意见",
            "建议",
            "意见建议内容",
            "具体意见建议",
            "原始意见",
            "征求到的意见建议",
            "主要意见建议",
            "内容",
        ),
        weight=6,
        needed=True,
    ),
    Column("category", "类别", ("意见类别", "方面", "所属方面", "问题类别", "分类")),
    Column("channel", "征求方式", ("来源", "意见来源", "征求渠道", "渠道", "方式", "怎么来的", "哪来的")),
    Column(
        "target",
        "针对对象",
        ("对象", "意见对象", "涉及对象", "针对的班子或成员", "对谁的意见", "对谁提的", "对谁", "提给谁"),
        codec="person",
    ),
    Column("claimed_by", "认领人", ("认领", "认领领导", "认领责任人"), codec="person"),
    Column("adopted", "采纳情况", ("是否采纳", "采纳", "是否认领", "采没采纳")),
    Column(
        "measure",
        "拟采取措施",
        ("整改措施", "措施", "拟整改措施", "回应措施", "改进措施"),
        weight=4,
    ),
    OWNER,
    Column("due", "时限", ("完成时限", "整改时限", "期限")),
    REMARK,
)
OPINION_LIST = rows_kind(
    OpinionList,
    "征求意见清单",
    named_signs("征求意见清单"),
    "opinions",
    Opinion,
    "o",
    _COLUMNS,
    opinions_in_text,
    stated=Stated("stated", read_opinions, OPINIONS),
)
