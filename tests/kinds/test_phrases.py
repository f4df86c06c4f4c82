"""Every phrase of every kind reads what it printed; and writing adds no sentence for what the texts tell already."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.kinds.figure_phrases import of_preparation
from mzsh_model.kinds.measure_phrases import Responsible
from mzsh_model.kinds.meeting_phrases import MEETING, Held, of_who_and_when
from mzsh_model.kinds.phrase import AnyPhrase
from mzsh_model.kinds.registry import kinds
from mzsh_model.kinds.reviewed import REVIEWS
from mzsh_model.testing import values

OF_KINDS = [(kind.zh, phrase) for kind in kinds() for phrase in kind.phrases]
ALL: dict[str, AnyPhrase] = {phrase.zh: phrase for _, phrase in (*OF_KINDS, ("", REVIEWS))}

_PEOPLE = ["张三", "李四", "王小五", "欧阳六"]
_POSTS = st.sampled_from(["党组书记", "党组副书记、副局长", "局长", None])
_DAY = st.builds("2026-{:02}-{:02}".format, st.integers(1, 12), st.integers(1, 27))
_COUNT = st.integers(1, 9999) | st.just(mz.Placeholder(raw="xx", of="count"))
_ROOM = st.sampled_from(["三楼会议室", "机关党群服务中心", "县委礼堂"])
_WORDS = st.text("学习调研担当作为落实服务群众纪律规矩", min_size=4, max_size=12)


def _member(name: str) -> st.SearchStrategy[mz.Member]:
    return st.builds(mz.Member, name=st.just(name), post=_POSTS)


@st.composite
def _members(draw: st.DrawFn) -> tuple[mz.Member, ...]:
    return tuple(draw(_member(name)) for name in draw(st.permutations(_PEOPLE))[: draw(st.integers(2, 4))])


@st.composite
def _held(draw: st.DrawFn) -> Held:
    on = draw(_DAY)
    later = draw(st.none() | st.integers(int(on[-2:]) + 1, 28))
    until = f"{on[:8]}{later:02}" if later else None
    name = draw(st.none() | st.sampled_from(["2025年度民主生活会", "巡视整改专题民主生活会"]))
    return Held(on, until, draw(st.none() | _ROOM), name)


@st.composite
def _absentees(draw: st.DrawFn) -> tuple[mz.Absentee, ...]:
    away = st.sampled_from(["因病", "出差", None])
    names = draw(st.permutations(_PEOPLE))[: draw(st.integers(1, 3))]
    return tuple(
        mz.Absentee(name=one, post=draw(_POSTS), reason=draw(away), written=draw(st.booleans())) for one in names
    )


@st.composite
def _opinions(draw: st.DrawFn) -> mz.OpinionSummary:
    named = draw(st.lists(st.sampled_from(["座谈会", "征求意见表", "意见箱", "个别访谈"]), max_size=3, unique=True))
    order = ("座谈会", "征求意见表", "意见箱", "个别访谈")
    ways = tuple(mz.Channel(name=one, count=draw(st.none() | _COUNT)) for one in sorted(named, key=order.index))
    names = ("total", "merged", "aspects", "for_team", "for_members", "adopted")
    counts = {name: draw(_COUNT) for name in names if draw(st.booleans())}
    assume(ways or counts)
    return mz.OpinionSummary(channels=ways, **counts)


@st.composite
def _prior(draw: st.DrawFn) -> mz.PriorSummary:
    counts = {
        name: draw(_COUNT) for name in ("issues", "measures", "done", "ongoing", "standing") if draw(st.booleans())
    }
    rate = draw(st.sampled_from([None, "76%", "100%"]))
    assume(counts or rate)
    return mz.PriorSummary(rate=rate, **counts)


@st.composite
def _totals(draw: st.DrawFn) -> mz.LedgerCounts:
    counts = {name: draw(_COUNT) for name in ("issues", "measures") if draw(st.booleans())}
    assume(counts)
    return mz.LedgerCounts(issues=counts.get("issues"), measures=counts.get("measures"))


@st.composite
def _criticisms(draw: st.DrawFn) -> tuple[mz.Criticism, ...]:
    critic, target, *_ = draw(st.permutations(_PEOPLE))
    return (mz.Criticism(critic=critic, target=target, text=f"{draw(_WORDS)}不够有力"),)


_TALKS = st.lists(st.sampled_from(["班子成员之间", "与分管部门负责人"]), min_size=1, max_size=2, unique=True)
FACTS: dict[str, st.SearchStrategy[Any]] = {
    "署名": st.tuples(st.sampled_from(_PEOPLE).flatmap(_member), st.none()),
    "会议依据": _WORDS.map("市委《关于{}的通知》".format),
    "召开时间地点": _held(),
    "会议主题": _WORDS,
    "主持人": st.sampled_from(_PEOPLE).flatmap(_member),
    "记录人": st.sampled_from(_PEOPLE).flatmap(_member),
    "参加人员": _members(),
    "应到人数": st.integers(1, 999) | st.just(mz.Placeholder(raw="xx", of="count")),
    "实到人数": st.integers(1, 999) | st.just(mz.Placeholder(raw="xx", of="count")),
    "督导组": st.builds(
        mz.Supervision, group=st.sampled_from(["市委第三督导组", "县委督导组"]), leader=st.none() | _member("赵七")
    ),
    "缺席人员": _absentees() | st.just((mz.Absentee(reason="因病", written=True),)),
    "征求意见": _opinions(),
    "谈心谈话人次": _COUNT,
    "谈心谈话对象": _TALKS.flatmap(
        lambda named: st.tuples(*(st.builds(mz.TalkCount, between=st.just(one), count=_COUNT) for one in named))
    ),
    "上年度整改总数": _prior(),
    "上年度整改完成数": _prior(),
    "上年度整改回顾": _prior(),
    "问题和措施总数": _totals(),
    "班子问题数": st.integers(1, 300),
    "会前班子问题数": st.integers(1, 300),
    "会前成员问题数": st.integers(1, 300),
    "批评意见条数": _COUNT,
    "责任人": st.builds(
        Responsible, st.sampled_from([*_PEOPLE, mz.Placeholder(raw="xxx", of="person")]), st.none() | st.just("办公室")
    ),
    "完成时限": st.sampled_from(["2026年6月底前", "长期坚持", "2026年12月31日", "立行立改"]),
    "批评意见": _criticisms(),
    "表态": st.builds(mz.Response, member=st.sampled_from(_PEOPLE), text=_WORDS.map("接受批评，{}".format)).map(
        lambda one: (one,)
    ),
    "审核": values.reviews().map(lambda one: (one,)),
}


@pytest.mark.parametrize("zh", ALL)
@given(data=st.data())
def test_a_phrase_reads_what_it_printed(zh: str, data: st.DataObject) -> None:
    phrase, fact = ALL[zh], data.draw(FACTS[zh])
    printed = phrase.printed(fact)
    read = phrase.fact(phrase.read(printed))
    assert read == fact or phrase.enough(fact, read), printed


def test_a_phrase_is_one_wherever_it_stands() -> None:
    assert all(phrase is ALL[phrase.zh] for _, phrase in OF_KINDS), "two phrases of one name"
    assert {zh for zh in FACTS} == set(ALL), "a phrase without facts to try it on, or facts of no phrase"


@given(meeting=values.meetings())
def test_what_a_sentence_tells_is_told_once(meeting: mz.Meeting) -> None:
    said = of_who_and_when(meeting, "")
    assert of_who_and_when(meeting, said) == ""
    told = MEETING[0].read(said)
    for phrase in MEETING:
        assert phrase.untold(meeting, told) is None, phrase.zh


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("发放征求意见表30份，收到意见建议25条。", "会前，归并为8条。"),
        ("经梳理归并为8条，共收集意见建议25条。", "会前，发放征求意见表30份。"),
        ("有关情况另行报告。", "会前，发放征求意见表30份，征求意见建议25条，归并为8条。"),
    ],
)
def test_of_figures_only_those_that_no_text_tells_are_written(said: str, left: str) -> None:
    opinions = mz.OpinionSummary(channels=(mz.Channel(name="征求意见表", count=30),), total=25, merged=8)
    assert of_preparation(mz.SelfExamination(opinions=opinions), said) == left
