"""学习记录 described."""

from __future__ import annotations

from mzsh_model.kinds.column import Column
from mzsh_model.kinds.rows import rows_kind
from mzsh_model.kinds.seen import Seen
from mzsh_model.kinds.spec import Sign
from tests.kinds.toy.value import Session, StudyLog

_COLUMNS = (
    Column("when", "时间", ("学习时间",), needed=True),
    Column("text", "学习内容", ("内容", "主题"), weight=6, needed=True),
    Column("leader", "领学人", ("主讲人",), "person"),
)


def _is_titled(seen: Seen) -> bool:
    return seen.title.endswith("学习记录表")


STUDY_LOG = rows_kind(
    StudyLog, "学习记录", (Sign("标题写明是学习记录", 40, _is_titled),), "sessions", Session, "y", _COLUMNS
)
