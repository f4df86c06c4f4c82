"""Edits of values of every kind that the library says it can write: which lists they are in, what they put there."""

from __future__ import annotations

from typing import Any

from hypothesis import event
from hypothesis import strategies as st

import mzsh_model as mz

LISTS: dict[type[mz.Value], dict[str, tuple[str, ...]]] = {
    mz.SelfExamination: {name: ("text", "words", "add", "remove", "move") for name in ("issues", "causes", "measures")},
    mz.MeetingReport: {
        # not yet its problems: told in running prose, an edit of one is refused every other time (it reads otherwise)
        "preparation": ("words", "add", "remove", "move"),
        "measures": ("text", "words", "add", "remove", "move"),
    },
    mz.Ledger: {"entries": ("cell", "add", "remove", "move")},
}
_TOPICS = ["学风建设", "作风建设", "制度执行", "基层走访", "信访接待", "安全巡查", "窗口服务", "项目推进"]
_FAULTS = ["不够扎实", "抓得不紧", "跟进不及时", "标准不高", "流于形式"]
_FACTS = ["全年只开展{}次", "有{}项工作没有按时办结", "{}名群众反映过意见", "到联系点只去了{}次"]
_CELLS = {"due": ["2026年9月底前", "2026年12月底前", "长期坚持"], "owner": ["赵六", "人事处"], "remark": ["已报备"]}


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence that no paper has yet."""
    fact = draw(st.sampled_from(_FACTS)).format(draw(st.integers(1, 99)))
    return f"{draw(st.sampled_from(_TOPICS))}{draw(st.sampled_from(_FAULTS))}，{fact}。"


def _cell(draw: st.DrawFn, value: mz.Ledger, at: int) -> mz.Ledger:
    """One cell of a row with other words: those that the row has words in."""
    row = value.entries[at]
    told = {name for name in ("due", "owner") if all(getattr(one, name) for one in row.measures)}
    told |= {"remark"} if row.remark else set()
    name = draw(st.sampled_from(["issue/text", *sorted(told)]))
    if name == "issue/text":
        return mz.replace(value, f"/entries/{at}/{name}", draw(sentences()))
    new = draw(st.sampled_from(_CELLS[name]))
    if name == "remark":
        return mz.replace(value, f"/entries/{at}/{name}", new)
    for n in range(len(row.measures)):  # they share the cell
        value = mz.replace(value, f"/entries/{at}/measures/{n}/{name}", new)
    return value


@st.composite
def edited(draw: st.DrawFn, value: Any, most: int = 2) -> Any:
    """The value after one edit or two."""
    lists = LISTS[type(value)]
    for _ in range(draw(st.integers(1, most))):
        name = draw(st.sampled_from(sorted(n for n in lists if getattr(value, n))))
        items = getattr(value, name)
        verbs = [verb for verb in lists[name] if len(items) > 2 or verb not in ("remove", "move")]
        verb = draw(st.sampled_from(verbs))
        at = draw(st.integers(0, len(items) - 1))
        event(f"{type(value).__name__} {name} {verb}")
        match verb:
            case "cell":
                value = _cell(draw, value, at)
            case "text":
                value = mz.replace(value, f"/{name}/{at}/text", draw(sentences()))
            case "words":
                head, tail = items[at].text[:-1], items[at].text[-1]
                value = mz.replace(value, f"/{name}/{at}/text", f"{head}，{draw(sentences())[:-1]}{tail}")
            case "add":
                new: object = draw(sentences())
                if name == "entries":
                    new = {"issue": {"text": new}, "measures": [{"text": draw(sentences())}]}
                value = mz.insert(value, f"/{name}/{at}", new)
            case "remove":
                value = mz.remove(value, f"/{name}/{at}")
            case _:
                order = list(items)
                order.insert(draw(st.integers(0, len(items) - 1)), order.pop(at))
                value = mz.replace(value, f"/{name}", tuple(order))
    return value
