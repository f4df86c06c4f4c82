"""批评意见 described."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kinds.column import NUMBER, REMARK, Column
from mzsh_model.kinds.criticism_sheet.in_text import criticisms_in_text
from mzsh_model.kinds.criticism_sheet.value import CriticismRow, CriticismSheet
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.report.matrix import matrix_criticisms
from mzsh_model.kinds.rows import rows_kind
from mzsh_model.kinds.rows_in_text import Row
from mzsh_model.reading.draft import Draft

_COLUMNS = (
    NUMBER,
    Column(
        "critic",
        "批评人",
        ("批评者", "提出人", "意见提出人", "提意见人", "提意见同志", "发言人", "谁批评", "谁提的", "谁提"),
        codec="person",
        never=("被批评人", "被提意见人", "被批评者"),
        needed=True,
    ),
    Column(
        "target",
        "被批评人",
        (
            "批评对象",
            "对象",
            "被批评同志",
            "接受批评人",
            "被提意见人",
            "被提意见同志",
            "被批评者",
            "批评谁",
            "对谁",
            "对谁提的",
        ),
        codec="person",
        needed=True,
        alone=("姓名",),
    ),
    Column(
        "text",
        "批评意见",
        ("意见", "批评意见内容", "主要内容", "具体意见", "意见内容", "所提意见", "批评内容", "说了什么", "批评什么"),
        weight=6,
        needed=True,
    ),
    Column(
        "response",
        "是否接受",
        ("表态", "本人表态", "本人态度", "态度", "接受情况", "是否认可", "回应", "怎么答", "怎么答复"),
    ),
    Column(
        "measure",
        "整改打算",
        ("整改措施", "改进打算", "改进措施", "下步打算", "下步改进", "怎么改", "怎么办", "打算怎么改"),
        weight=4,
    ),
    REMARK,
)


def _in_matrix(draft: Draft) -> Iterator[Row]:
    """The criticisms of a table that has the members on both sides."""
    at = {column.field: column for column in _COLUMNS}
    for said in matrix_criticisms(draft):
        sides = {"critic": said.critic, "target": said.target, "text": said.text}
        yield {at[name]: held for name, held in sides.items() if held is not None}


CRITICISM_SHEET = rows_kind(
    CriticismSheet,
    "批评意见",
    named_signs("批评意见"),
    "criticisms",
    CriticismRow,
    "k",
    _COLUMNS,
    criticisms_in_text,
    _in_matrix,
)
