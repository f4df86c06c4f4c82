"""The same draft with half of its fault words written as words that no list has."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from tests.marked_drafts.draft import Draft

FAULT_WORDS = (
    *("不够", "不足", "不强", "不深", "不透", "不严", "不实", "不高", "不多", "不紧"),
    *("不牢", "不细", "不准", "不力", "不到位", "不及时", "不经常", "不主动", "不系统", "不彻底"),
    *("缺乏", "缺失", "缺位", "欠缺", "薄弱", "淡化", "弱化", "淡薄", "松懈", "滞后"),
    *("迟缓", "拖沓", "偏软", "偏松", "偏低", "偏弱", "偏慢", "差距", "短板", "流于形式"),
    *("走过场", "蜻蜓点水", "走马观花", "浅尝辄止", "得少", "得浅", "得松", "没有", "未能", "未及时"),
    *("怕", "畏难", "回避", "敷衍", "应付", "等靠", "观望", "推诿"),
)
"""Words in which faults are commonly told; which half of them is taken out follows their hash."""
OUT = tuple(word for word in FAULT_WORDS if hashlib.sha256(word.encode()).digest()[0] % 2)
PLAIN = "竹梅兰菊松柏桃李"


def without_words(draft: Draft) -> Draft:
    """The draft, in whose issues each word of `OUT` is changed for signs of the same length that mean no fault."""
    text = draft.text
    for mark in draft.marks:
        if mark.tag == "issue":
            told = text[mark.start : mark.end]
            for word in OUT:
                told = told.replace(word, PLAIN[: len(word)])
            text = text[: mark.start] + told + text[mark.end :]
    return replace(draft, text=text)
