"""上年度整改落实情况 described."""

from __future__ import annotations

from mzsh_model.kinds.column import NUMBER, OWNER, REMARK, Column, table_under
from mzsh_model.kinds.figure_phrases import ACCOUNT
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.neighbours import neighbour_by_title
from mzsh_model.kinds.prior_account.in_text import accounts_in_text
from mzsh_model.kinds.prior_account.value import PriorAccount, PriorAccountRow
from mzsh_model.kinds.rows import Stated, rows_kind
from mzsh_model.kinds.seen import Seen
from mzsh_model.kinds.spec import Sign
from mzsh_model.reading.frame.preamble import read_account

_COLUMNS = (
    NUMBER,
    Column(
        "issue",
        "上年度问题",
        (
            "上年度查摆问题",
            "存在问题",
            "查摆的问题",
            "查摆问题",
            "问题",
            "主要问题",
            "上年度民主生活会查摆问题",
            "查摆出的问题",
            "检视问题",
            "去年问题",
            "上年问题",
        ),
        weight=5,
        needed=True,
    ),
    Column("measure", "整改措施", ("措施", "整改举措", "举措", "整改办法", "怎么改"), weight=5),
    Column(
        "done",
        "落实情况",
        (
            "整改落实情况",
            "整改情况",
            "进展情况",
            "整改进展",
            "整改成效",
            "落实进展",
            "整改完成情况",
            "整改效果",
            "效果",
            "成效",
            "改得怎样",
        ),
        weight=5,
        needed=True,
    ),
    Column(
        "status",
        "完成情况",
        ("完成状态", "整改状态", "是否完成", "状态", "销号情况", "是否销号", "是否整改到位", "改完没有"),
    ),
    OWNER,
    REMARK,
)
_SIGN = 30


def _is_account_table(seen: Seen) -> bool:
    """A table of last year's problems and what came of them, titled so; with time limits it is a ledger."""
    if "due" in seen.table_fields or not table_under(_COLUMNS, seen.first_rows, by_parts=True):
        return False
    return neighbour_by_title(seen.title, has_ledger=False) == "上年度整改落实情况"


PRIOR_ACCOUNT = rows_kind(
    PriorAccount,
    "上年度整改落实情况",
    (
        *named_signs("上年度整改落实情况"),
        Sign("标题写明是上年度整改落实情况，有落实情况一栏", _SIGN, _is_account_table),
    ),
    "accounts",
    PriorAccountRow,
    "p",
    _COLUMNS,
    accounts_in_text,
    stated=Stated("prior", read_account, ACCOUNT),
)
