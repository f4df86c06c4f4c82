"""Edits of values of every kind that the library says it can write: which lists they are in, what they put there."""

from __future__ import annotations

from typing import Any

from hypothesis import event
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.kinds.registry import kind_of

_REPORT = {
    # not yet its problems: told in running prose, an edit of one is refused every other time (it reads otherwise)
    "preparation": ("words", "add", "remove", "move"),
    "measures": ("text", "words", "add", "remove", "move"),
}
LISTS: dict[type[mz.Value], dict[str, tuple[str, ...]]] = {
    mz.SelfExamination: {name: ("text", "words", "add", "remove", "move") for name in ("issues", "causes", "measures")},
    mz.MeetingReport: _REPORT,
    mz.Circular: _REPORT,
    mz.Ledger: {"entries": ("cell", "add", "remove", "move")},
}
_TOPICS = ["学风建设", "作风建设", "制度执行", "基层走访", "信访接待", "安全巡查", "窗口服务", "项目推进"]
_FAULTS = ["不够扎实", "抓得不紧", "跟进不及时", "标准不高", "流于形式"]
_FACTS = ["全年只开展{}次", "有{}项工作没有按时办结", "{}名群众反映过意见", "到联系点只去了{}次"]
_HEADINGS = ["工作要求", "责任分工", "整体安排", "后续事项"]
_WORDS = ["书面征求", "会前谈心", "已经采纳", "当面说明"]
_LONG = frozenset({"text", "measure", "done", "issue", "opinion", "team", "members", "response"})
_SHORT = 16
_CELLS = {"due": ["2026年9月底前", "2026年12月底前", "长期坚持"], "owner": ["赵六", "人事处"], "remark": ["已报备"]}


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence that no paper has yet."""
    fact = draw(st.sampled_from(_FACTS)).format(draw(st.integers(1, 99)))
    return f"{draw(st.sampled_from(_TOPICS))}{draw(st.sampled_from(_FAULTS))}，{fact}。"


def _plain() -> st.SearchStrategy[str]:
    """A sentence that tells no part of a paper which part it is."""
    return st.integers(1, 52).map("有关事宜在第{}周另行通知。".format)


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


def _said(draw: st.DrawFn, value: Any) -> Any:
    """Other words, more or fewer paragraphs under a heading, in the opening, in the heading itself."""
    lists = [f"/sections/{n}/remarks" for n, one in enumerate(value.sections) if one.remarks]
    lists += ["/preamble"] * bool(value.preamble)
    heads = [] if kind_of(value).items else value.sections  # where a part lists items, its heading tells which
    places = [*lists, *(f"/sections/{n}/heading" for n, one in enumerate(heads) if len(one.heading) < _SHORT)]
    if not places:
        return value
    at = draw(st.sampled_from(places))
    if at.endswith("heading"):
        event(f"{type(value).__name__} heading")
        return mz.replace(value, at, draw(st.sampled_from(_HEADINGS)))
    told = _plain() if kind_of(value).items else sentences()
    held = mz.resolve(value, at)
    assert isinstance(held, tuple)
    n = draw(st.integers(0, len(held) - 1))
    verb = draw(st.sampled_from(["text", "words", "add", *["remove"] * (len(held) > 1)]))
    event(f"{type(value).__name__} paragraph {verb}")
    match verb:
        case "text":
            return mz.replace(value, f"{at}/{n}", draw(told))
        case "words":
            return mz.replace(value, f"{at}/{n}", f"{str(held[n])[:-1]}，{draw(told)}")
        case "add":
            return mz.insert(value, f"{at}/{n + 1}", draw(told))
        case _:
            return mz.remove(value, f"{at}/{n}")


def _content(draw: st.DrawFn, name: str, codec: str) -> str:
    """What may stand in a cell or a blank."""
    if codec != "text":
        return draw(st.sampled_from(["赵六", "孙晓七"] if codec == "person" else ["人事处", "财务科"]))
    return draw(sentences() if name in _LONG else st.sampled_from(_WORDS))


def _filled(draw: st.DrawFn, value: Any, holder: str) -> Any:
    """One cell of a row, or one blank of a form, with other words, emptied, or filled in where it was empty."""
    cells = {name: column.codec for name, column in kind_of(value).cells.items() if name != "number"}
    held = {name: mz.resolve(value, f"{holder}/{name}") for name in cells}
    name = draw(st.sampled_from([name for name in cells if held[name] is not None]))
    verb = draw(st.sampled_from(["cell", "words", "fill", *["empty"] * (sum(map(bool, held.values())) > 1)]))
    if verb == "fill" and (shown := _shown(value, holder) & {name for name in cells if held[name] is None}):
        name = draw(st.sampled_from(sorted(shown)))
    event(f"{type(value).__name__} {verb}")
    if verb == "empty":
        return mz.remove(value, f"{holder}/{name}")
    if verb == "words" and isinstance(old := held[name], str) and cells[name] == "text":
        return mz.replace(value, f"{holder}/{name}", f"{old}又{_content(draw, name, 'text')}")
    return mz.replace(value, f"{holder}/{name}", _content(draw, name, cells[name]))


def _shown(value: Any, holder: str) -> set[str]:
    """The fields that surely have a cell: those that other rows hold something in."""
    items = getattr(value, holder.split("/")[1]) if holder else ()
    return {field for item in items for field, held in item.__dict__.items() if held is not None}


def _tabled(draw: st.DrawFn, value: Any) -> Any:
    """A row or a cell of a paper that is one table."""
    kind = kind_of(value)
    (name,) = kind.items
    items = getattr(value, name)
    verbs = ["cell", "add", *["remove", "move"] * (len(items) > 1)]
    verb, at = draw(st.sampled_from(verbs)), draw(st.integers(0, len(items) - 1))
    if verb != "cell":
        event(f"{type(value).__name__} {verb}")
    match verb:
        case "cell":
            return _filled(draw, value, f"/{name}/{at}")
        case "add":
            shown = {field for item in items for field, held in item.__dict__.items() if held is not None}
            told = [field for field in kind.cells if field in shown and field != "number"]
            new = {field: _content(draw, field, kind.cells[field].codec) for field in told if draw(st.integers(0, 3))}
            return mz.insert(
                value, f"/{name}/{at}", new or {told[0]: _content(draw, told[0], kind.cells[told[0]].codec)}
            )
        case "remove":
            return mz.remove(value, f"/{name}/{at}")
        case _:
            return _moved(draw, value, name, at)


def _moved(draw: st.DrawFn, value: Any, name: str, at: int) -> Any:
    order = list(getattr(value, name))
    order.insert(draw(st.integers(0, len(order) - 1)), order.pop(at))
    return mz.replace(value, f"/{name}", tuple(order))


@st.composite
def edited(draw: st.DrawFn, value: Any, most: int = 2) -> Any:
    """The value after one edit or two; the same where it holds nothing that can be edited."""
    kind = kind_of(value)
    for _ in range(draw(st.integers(1, most))):
        if type(value) in LISTS:
            value = _item(draw, value)
        elif not kind.cells:
            value = _said(draw, value)
        elif kind.items:
            value = _tabled(draw, value)
        elif any(getattr(value, name) is not None for name in kind.cells):
            value = _filled(draw, value, "")
    return value


def _item(draw: st.DrawFn, value: Any) -> Any:
    """An item of a list comes, goes, moves or says something else."""
    lists = LISTS[type(value)]
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
            value = _moved(draw, value, name, at)
    return value
