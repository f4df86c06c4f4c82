"""What cannot be edited, and why, in the words of those who would edit it."""

from __future__ import annotations

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.model.row_cells import ROW_ONLY

_REASONS = {
    "id": "同一项的编号不变。换一项请用 remove 和 insert",
    "kind": "文种由整份材料决定",
    "links": "对应关系由阅读得出，不写在文件里",
    "aspect": "方面由标题或正文里的话得出，请改那一级标题（/sections/…/heading）或那些话",
    "aspect_id": "年度目录中的编号随标题而定，请改标题",
    "canonical": "规范表述来自年度目录",
    "role": "由标题和下面的内容看出，请改标题",
    "level": "由标题的序号看出，请改序号",
    "scope": "由标题和导语看出，请改标题",
    "reviews": "写在表格里，请在文件里改那一格",
    "columns": "表头决定各栏怎么读，请在文件里改",
    **dict.fromkeys(ROW_ONLY, "只有台账里有这一项"),
    "written": "由“书面发言”这样的话看出，请改那一句",
    "member": "写在标题或这一段的开头，请改那里",
    "claims": "由全文里认领的话看出，请改全文",
    "of": "由原文看出，请改所在的那一项",
}
"""Why a field cannot be edited, in words; others are told to be no text of their own."""


def refusal(path: str, name: str) -> BadEdit:
    """Return why the field `name` at `path` cannot be edited."""
    return BadEdit("edit-field", f"{path} 不能改：{_REASONS.get(name, '它不是文件里单独的一段文字，请改它所在的文字')}")


READ_OFF = {
    "links": "对应关系由阅读得出，请改措施或原因的全文（如写上“针对第三个问题”）",
    "aspects": "方面由标题和问题的全文得出，请改标题，或改问题的全文",
    "instances": "具体事例由问题的全文得出，请改那一条的 text",
    "channels": "征求意见的方式由正文得出，请改写到它的那一段",
}
"""Lists that a reader makes of other words, and what to change instead of them: they follow when those change."""


def unread(path: str, name: str) -> BadEdit:
    """Return the error for a list at `path`, one of `READ_OFF`, that was changed where the words that it is read from were not."""
    return BadEdit("edit-read-off", f"{path} 不能单独改：{READ_OFF[name]}")


def is_derived(name: str) -> bool:
    """Tell whether a field of this name follows from others, wherever it stands."""
    return name in _REASONS
