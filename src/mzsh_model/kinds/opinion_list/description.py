"""征求意见清单 described."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.about_whom import headings_among
from mzsh_model.kinds.column import NUMBER, OWNER, REMARK, Column
from mzsh_model.kinds.figure_phrases import OPINIONS
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.opinion_list.in_text import opinions_in_text
from mzsh_model.kinds.opinion_list.value import Opinion, OpinionList
from mzsh_model.kinds.rows import Stated, rows_kind
from mzsh_model.model.parts import OpinionSummary
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.frame.preamble import read_opinions
from mzsh_model.reading.told_facts import count_value

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
            "原话",
            "意见原话",
            "意见原文",
            "原文",
            "反映问题",
            "反映的问题",
        ),
        weight=6,
        needed=True,
    ),
    Column("category", "类别", ("意见类别", "方面", "所属方面", "问题类别", "分类")),
    Column(
        "channel",
        "征求方式",
        ("来源", "意见来源", "征求渠道", "渠道", "方式", "形式", "征求形式", "途径", "怎么来的", "哪来的"),
    ),
    Column(
        "target",
        "针对对象",
        ("对象", "意见对象", "涉及对象", "针对的班子或成员", "对谁的意见", "对谁提的", "对谁提", "对谁", "提给谁"),
        codec="person",
        never=("征求对象", "听取对象", "访谈对象", "走访对象", "座谈对象", "被征求对象"),
    ),
    Column("claimed_by", "认领人", ("认领", "认领领导", "认领责任人"), codec="person"),
    Column("adopted", "采纳情况", ("是否采纳", "采纳", "是否认领", "采没采纳")),
    Column(
        "measure",
        "拟采取措施",
        (
            *("整改措施", "措施", "拟整改措施", "回应措施", "改进措施", "处理方式", "处理意见", "处理办法", "处理结果"),
            *("办理意见", "整改意见", "答复意见", "答复", "回应", "回应情况", "答复情况", "怎么改", "怎么办"),
        ),
        weight=4,
    ),
    OWNER,
    Column("due", "时限", ("完成时限", "整改时限", "期限", "办结时间", "完成时间", "什么时候改完")),
    REMARK,
)

_IN_ALL = lazy_pattern(
    r"(?:^|(?<=[（(，,。；;：:\s]))(?:总共|一共|共计|合计|总计|共)\s*(\d{1,5})\s*条(?=[）)，,。；;：:\s]|$)"
)


def _totals(spans: Sequence[Span], draft: Draft, path: str) -> OpinionSummary | None:
    """What the paragraphs state of all opinions; a heading counts those below it: 对班子的意见（2条）."""
    around = [span for span in spans if not headings_among((span,))]
    stated = read_opinions(around, draft, path)
    if stated is not None and stated.total is not None:
        return stated
    for span in around:  # what is counted need not be said in a list of nothing else: 共12条
        if found := _IN_ALL.search(span.block.text, span.start, span.end):
            total = count_value(draft.anchor_span(f"{path}/total", Span(span.block, *found.span(1))))
            return (stated or OpinionSummary()).model_copy(update={"total": total})
    return stated


OPINION_LIST = rows_kind(
    OpinionList,
    "征求意见清单",
    named_signs("征求意见清单"),
    "opinions",
    Opinion,
    "o",
    _COLUMNS,
    opinions_in_text,
    stated=Stated("stated", _totals, OPINIONS),
    one="征求意见表",
)
