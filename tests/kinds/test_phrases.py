"""Every phrase of every kind reads what it printed; and writing adds no sentence for what the texts tell already."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.fresh import frame
from mzsh_model.kinds.column import columns_called
from mzsh_model.kinds.figure_phrases import of_preparation
from mzsh_model.kinds.frame_phrases import FRAME
from mzsh_model.kinds.measure_phrases import Responsible
from mzsh_model.kinds.meeting_phrases import MEETING, Held, of_who_and_when
from mzsh_model.kinds.phrase import AnyPhrase
from mzsh_model.kinds.registry import AnyKind, kinds
from mzsh_model.kinds.reviewed import REVIEWS
from mzsh_model.testing import values

OF_KINDS = [(kind.zh, phrase) for kind in kinds() for phrase in kind.phrases]
ALL: dict[str, AnyPhrase] = {phrase.zh: phrase for _, phrase in (*OF_KINDS, *(("", one) for one in (REVIEWS, *FRAME)))}

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
_UNITS = st.sampled_from(["某局党组", "某县教育局党委", "中共某公司委员会"])
_TITLES = st.builds(
    "{}{}年度民主生活会{}".format,
    _UNITS | st.just(""),
    st.integers(2013, 2030),
    st.sampled_from(["个人对照检查材料", "情况报告", "整改方案", "会议记录", "整改台账"]),
)
_DATES = _DAY | st.sampled_from(["2026-01-XX", "2026-01"])
FACTS: dict[str, st.SearchStrategy[Any]] = {
    "标题": _TITLES,
    "发文字号": st.builds("某局党组〔{}〕{}号".format, st.integers(2013, 2030), st.integers(1, 99)),
    "标题下的日期": _DATES,
    "落款": st.builds(mz.Signature, name=st.none() | _UNITS, on=_DATES)
    | st.builds(mz.Signature, name=_UNITS, on=st.none())
    | st.builds(mz.Signature, name=st.sampled_from(_PEOPLE), on=_DATES),
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


@given(unit=_UNITS, year=st.integers(2013, 2030))
def test_a_title_that_is_broken_after_its_unit_is_read_as_one(unit: str, year: int) -> None:
    title = f"{unit}领导班子{year}年度民主生活会对照检查材料"
    (laid,) = frame.title(title, (unit,))
    assert laid.text.count("\n") == 1
    assert FRAME[0].fact(FRAME[0].read(laid.text)) == title


LABELS = [
    (str(kind.kind), column.field, name)
    for kind in kinds()
    for column in kind.cells.values()
    for name in (column.zh, *column.also)
]


@pytest.mark.parametrize("kind", sorted({kind for kind, _, _ in LABELS}))
def test_a_label_is_that_of_one_cell(kind: str) -> None:
    """What lays out writes `zh`, what reads and edits looks for any of its names: each tells a column from its neighbours."""
    columns = tuple(next(one for one in kinds() if str(one.kind) == kind).cells.values())
    for _, field, name in (one for one in LABELS if one[0] == kind):
        assert columns_called(columns, {0: name})[0].field == field, name


FORMS = [one for one in kinds() if one.cells and not one.items]


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: str(kind.kind))
def test_a_label_that_was_laid_out_is_where_its_blank_is_filled_in(kind: AnyKind) -> None:
    assert kind.lay_out is not None
    empty = mz.open(mz.write(kind.value(title=f"某局{kind.zh}")))
    open_blanks = kind.open_blanks(empty.lines)
    assert set(open_blanks) == set(kind.cells)
    for field, (line, _) in open_blanks.items():
        label = empty.lines[line - 2].text
        assert kind.cells[field].is_called(label), (field, label)
        filled = empty.write(mz.replace(empty.read().value, f"/{field}", "某局"))
        assert filled.read().value.__dict__[field] == "某局"
