"""Two people who changed different items: merged either way round nothing is lost, doubled or in doubt, and it can be written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from hypothesis import event, given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.binding.identity.relating import merge_apart
from mzsh_model.kernel.errors import BadEdit
from tests.laws.test_merge import _AUTO, FORMS, _automatic, _typed
from tests.oddities.specimen import ROWS, TITLE, line, parts, row, table, zipped

Item = tuple[str, str]
"""A problem and its measure, both in words that no other item has."""

_TOPICS = ("理论学习", "下乡调研", "窗口服务", "公文流转", "保密检查", "资产登记")
_NEW = ("值班备勤", "档案归集", "信访接待", "经费报销", "车辆调度", "食堂改造")
_HELD = {"edit-paragraph-holds", "edit-row-holds"}
"""What a plain removal says of words that somebody commented on or that are somebody's revision."""


def _item(topic: str) -> Item:
    return f"{topic}不够扎实，{len(topic)}次会上提到过", f"改进{topic}，逐月通报，2026年9月底前完成"


@dataclass(frozen=True)
class Case:
    """A draft, what two people made of different items of it, and what both together say."""

    base: bytes
    ours: bytes
    theirs: bytes
    together: Counter[Item]


def _changed(draw: st.DrawFn, items: list[Item], mine: set[int], news: list[str]) -> list[Item]:
    """The items after those at the places `mine` were reworded, removed, or had new ones put before them."""
    out = list(items)
    for at in sorted(mine, reverse=True):
        verb = draw(st.sampled_from(["reword", "remove", "add", "leave"]))
        event(verb)
        if verb == "reword":
            out[at] = _item(news.pop())
        elif verb == "remove" and len(out) > len(_TOPICS) - 3:
            del out[at]
        elif verb == "add":
            out.insert(at, _item(news.pop()))
    return out


def _ledger(items: list[Item]) -> bytes:
    cells = (row((str(n), *item, "张三", "2026年9月底前")) for n, item in enumerate(items, 1))
    return zipped(parts(line(TITLE) + table(row(ROWS[0]), *cells) + "<w:p/>"))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    form = draw(st.sampled_from([*sorted(FORMS), "table", "table"]))
    automatic = form in _AUTO and draw(st.booleans())

    def made(items: list[Item]) -> bytes:
        if form == "table":
            return _ledger(items)
        return (_automatic if automatic else _typed)(form, [one for one, _ in items], [one for _, one in items])

    items = [_item(topic) for topic in _TOPICS]
    mine = draw(st.sets(st.integers(0, len(items) - 1)))
    news = list(_NEW)
    ours = _changed(draw, items, mine, news)
    theirs = _changed(draw, items, set(range(len(items))) - mine, news)
    whole = Counter(items)
    together = whole - (whole - Counter(ours)) - (whole - Counter(theirs))
    return Case(made(items), made(ours), made(theirs), together + (Counter(ours) - whole) + (Counter(theirs) - whole))


def _said(value: Any) -> tuple[Counter[str], Counter[str]]:
    if isinstance(value, mz.Ledger):
        issues = [one.issue.text if one.issue else "" for one in value.entries]
        return Counter(issues), Counter(measure.text for one in value.entries for measure in one.measures)
    held = [[item.text.removesuffix("。") for item in items] for items in (value.issues, value.measures)]
    return Counter(held[0]), Counter(held[1])


@given(cases(), st.booleans(), st.sampled_from([None, "甲"]))
def test_what_two_did_to_different_items_is_all_there_once(case: Case, noted: bool, author: str | None) -> None:
    base, *sides = (mz.open(data) for data in (case.base, case.ours, case.theirs))
    if noted:
        sides[0] = mz.open(sides[0].annotate(mz.check(sides[0].read().value, sides[0])).to_bytes())
    wanted = tuple(Counter({item[n]: count for item, count in case.together.items()}) for n in (0, 1))
    for doc, other in (sides, sides[::-1]):
        merged = merge_apart(base.read().value, doc.read().value, other.read().value)
        assert merged.conflicts == ()
        assert _said(merged.value) == wanted
        try:
            written = mz.open(doc.write(merged.value, tracked=author).to_bytes())
        except BadEdit as error:
            event(f"refused {error.code}")
            assert error.code in (_HELD if author is None else {"edit-reads-otherwise"})
            continue
        event("written")
        assert _said(written.read().value) == wanted
        assert Counter(one.text for one in doc.comments) <= Counter(one.text for one in written.comments)
        assert author is None or written.reject(author=author).text == doc.text
