"""A fact that no text states comes in a sentence of its own: written, read back, and nothing else of the document moved."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.edit.facts import facts_of
from mzsh_model.testing.word_files import Dirt, documents
from tests.laws.law import MOST_REFUSED
from tests.laws.test_lens import PAPERS, assert_says
from tests.opc.ziplaw import assert_only_changed

_COUNT = st.integers(1, 99)
_SUPERVISION = st.builds(mz.Supervision, group=st.just("上级第九督导组"))
NEW: dict[str, st.SearchStrategy[object]] = {
    "/basis": st.just("市委《关于开好民主生活会的通知》"),
    "/meeting/theme": st.sampled_from(["加强党性修养", "严守纪律规矩、勇于担当作为"]),
    "/meeting/held_on": st.sampled_from(["2026-01-12", "2026-01-XX"]),
    "/meeting/place": st.just("五楼会议室"),
    "/meeting/chair": st.builds(mz.Member, name=st.just("周九"), post=st.sampled_from([None, "党组书记"])),
    "/meeting/recorder": st.builds(mz.Member, name=st.just("吴八")),
    "/meeting/attendees": st.just((mz.Member(name="郑十", post="副局长"), mz.Member(name="冯二"))),
    "/meeting/expected": _COUNT,
    "/meeting/present": _COUNT,
    "/meeting/absentees": st.just((mz.Absentee(name="褚七", reason="出差"),)),
    "/meeting/supervision": _SUPERVISION,
    "/opinions": st.builds(mz.OpinionSummary, total=_COUNT),
    "/talks": _COUNT,
    "/talk_counts": st.builds(lambda n: (mz.TalkCount(between="班子成员之间", count=n),), _COUNT),
    "/prior": st.builds(mz.PriorSummary, issues=st.integers(9, 12), done=st.integers(1, 8)),
    "/stated": st.builds(mz.LedgerCounts, issues=_COUNT),
}
_SIDES = ("examinations", "reports", "prose", "circulars", "ledgers")
_LEAST = 8
"""With fewer facts than these a share says nothing."""


def _lacking(value: mz.DocumentValue) -> list[str]:
    """The facts that papers of the kind tell, and this one does not."""
    told = facts_of(value).fields
    here = [path for path in NEW if path.split("/")[1] in told]
    return [path for path in here if mz.resolve(value, path) in (None, ())]


@pytest.mark.parametrize("family", _SIDES)
def test_a_fact_that_no_text_states_is_written_in_a_sentence(family: str) -> None:
    done, refused = Counter[str](), Counter[tuple[str, str]]()

    @given(doc=documents(PAPERS[family], Dirt.TYPED), data=st.data())
    def run(doc: mz.Document, data: st.DataObject) -> None:
        value = doc.read().value
        if not (lacking := _lacking(value)):
            return
        path = data.draw(st.sampled_from(lacking))
        new = data.draw(NEW[path])
        try:
            stated = mz.replace(value, path, new)
            after = doc.write(stated)
        except mz.BadEdit as error:
            assert "\n" not in str(error)
            refused[path, error.code] += 1
            event(f"refused {path} {error.code}")
            return
        done[path] += 1
        assert mz.resolve(stated, path) == new
        assert_says(after, stated)
        assert_only_changed(doc.to_bytes(), after.to_bytes(), {"word/document.xml"})
        was, now = ([line.text for line in one.lines if line.text.strip()] for one in (doc, after))
        assert len(now) == len(was) + 1, "one sentence came"
        assert [line for line in now if line in was] == [line for line in was if line in now]

    run()
    total = done.total() + refused.total()
    assert done
    assert total < _LEAST or refused.total() <= total * MOST_REFUSED, (done, refused)


PAPER = "个人对照检查材料\n一、存在的问题\n一是学习不够系统。\n二是调研不深。\n二、整改措施\n一是多读书。\n二是多走访。"
HERE = {
    "opening": ("/opinions/total", "/opinions", {"total": 25}, "会前，征求意见建议25条。"),
    "last-year": ("/prior/done", "/prior", {"issues": 5, "done": 4}, "上年度民主生活会查摆的5个问题，已完成4个。"),
    "talks": ("/talks", "/talks", 30, "会前，开展谈心谈话30人次。"),
}


@pytest.mark.parametrize("name", HERE)
def test_the_opening_tells_what_it_did_not(name: str) -> None:
    at, path, new, said = HERE[name]
    doc = mz.open(mz.write(mz.read_text(PAPER).value))
    after = doc.write(mz.replace(doc.read().value, path, new), tracked="办公室")
    assert [line.text for line in after.lines][1:3] == [said, "一、存在的问题"]
    assert mz.resolve(after.read().value, at) is not None
    assert [one.text for one in after.revisions if one.text] == [said]


REFUSED = {
    "unit": ("/organisation", {"name": "某局"}),
    "whose": ("/subject", {"name": "张三"}),
    "year": ("/year", 2025),
    "nothing-to-say": ("/opinions", {}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_sentence_tells_is_refused_in_one_line(name: str) -> None:
    with pytest.raises(mz.BadEdit) as raised:
        mz.replace(mz.read_text(PAPER).value, *REFUSED[name])
    assert "\n" not in str(raised.value)
    assert REFUSED[name][0] in str(raised.value)


def test_a_fact_that_would_be_read_as_another_is_refused() -> None:
    told = "某局2025年度民主生活会情况报告\n2026年1月12日召开民主生活会，由张三同志主持会议。\n一、查摆的问题\n一是学习不够。\n二是调研不深。"
    value = mz.read_text(told).value
    with pytest.raises(mz.BadEdit, match="/meeting/attendees 添上一句以后读出来不是这样"):
        mz.replace(value, "/meeting/attendees", ({"name": "张三"}, {"name": "李四"}))
    came = mz.replace(value, "/meeting/attendees", ({"name": "王五"}, {"name": "李四"}))
    assert "班子成员王五、李四参加会议。" in [
        *came.preamble,
        *(said for section in came.sections for said in section.remarks),
    ]
