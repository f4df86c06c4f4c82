"""Texts are known again by what they say: the laws of alignment, and what it leaves undecided."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.binding.identity import alike
from mzsh_model.binding.identity.align import Alignment, align
from mzsh_model.binding.identity.evidence import Basis
from mzsh_model.binding.identity.snapshot import Level
from tests.binding.edits import LABELS, edited, formulaic, light, remembered, unlike

LEVELS = st.sampled_from(Level)
SEEDS = st.integers(0, 2**32).map(random.Random)
TEXT = st.one_of(SEEDS.map(formulaic), st.text("学习不够深入，。", min_size=1, max_size=8).map("甲".__add__))

A = "理论学习抓得不够紧，有时以会议传达代替专题研讨，全年只组织了4次专题学习。"
B = "调查研究还不够深入，到联系点多是听汇报、看材料，到企业走访7次，其中当天往返的占一半。"
D = "联系群众不够经常，与年轻同志谈心谈话偏少，收到的15件来信有3件没有按时答复。"
C = "机关管理标准不够高，工作台账更新滞后，列入计划的9项任务有2项超期。"


def pairs(found: Alignment) -> dict[tuple[int, ...], tuple[int, ...]]:
    return {match.bases: match.places for match in found.matches}


@given(st.lists(TEXT, max_size=12), LEVELS)
def test_a_draft_is_itself(texts: list[str], level: Level) -> None:
    found = align(remembered(texts, level).items, texts)
    assert pairs(found) == {(n,): (n,) for n in range(len(texts))}
    assert all(match.sure and match.evidence.score == 1.0 for match in found.matches)


@given(SEEDS, LEVELS)
def test_labels_do_not_matter(rnd: random.Random, level: Level) -> None:
    base = [formulaic(rnd) for _ in range(12)]
    now = [line.text for line in edited(rnd, base, 6)]
    labelled = [rnd.choice(LABELS) + text for text in now]
    assert align(remembered(base, level).items, labelled) == align(remembered(base, level).items, now)


@given(st.data(), LEVELS)
def test_what_is_held_stays(data: st.DataObject, level: Level) -> None:
    base, now = data.draw(st.lists(TEXT, min_size=1, max_size=8)), data.draw(st.lists(TEXT, min_size=1, max_size=8))
    held = data.draw(st.dictionaries(st.integers(0, len(base) - 1), st.integers(0, len(now) - 1)))
    found = align(remembered(base, level).items, now, held=held)
    assert {i: match.places[0] for match in found.matches for i in match.bases[:1] if i in held} == held
    assert all((match.evidence.basis is Basis.BOOKMARK) == (match.bases[0] in held) for match in found.matches)


@given(SEEDS, LEVELS, st.booleans())
def test_nothing_is_decided_twice(rnd: random.Random, level: Level, short: bool) -> None:
    base = [formulaic(rnd)[: 9 if short else None] + "，" for _ in range(rnd.randint(1, 20))]
    now = [line.text for line in edited(rnd, base, rnd.randint(0, 20))]
    matches, doubts = align(remembered(base, level).items, now)
    for decided, doubtful in (
        ([i for m in matches for i in m.bases], [i for d in doubts for i in d.bases]),
        ([j for m in matches for j in m.places], [j for d in doubts for j in d.places]),
    ):
        assert max(Counter(decided).values(), default=1) == 1
        assert not set(decided) & set(doubtful)
    assert all(0 <= match.evidence.score <= 1 for match in matches)
    assert all(len(d.bases) + len(d.places) > 2 for d in doubts)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        ([A, B, C], {(0,): (0,), (1,): (1,), (2,): (2,)}),
        ([C, A, B], {(0,): (1,), (1,): (2,), (2,): (0,)}),
        ([A, B.replace("7次", "12次"), C], {(0,): (0,), (1,): (1,), (2,): (2,)}),
        ([A, C], {(0,): (0,), (2,): (1,)}),
        ([A[:20], "二是" + A[20:], B, C], {(0,): (0, 1), (1,): (2,), (2,): (3,)}),
        ([A[:19] + "。", A[20:], B, C], {(0,): (0, 1), (1,): (2,), (2,): (3,)}),
        ([A, B + C], {(0,): (0,), (1, 2): (1,)}),
        ([A, B[:-1] + "；" + C], {(0,): (0,), (1, 2): (1,)}),
        ([A[:9], A[9:19], A[19:], C], {(0,): (0, 1, 2), (2,): (3,)}),
        ([A, B, C, A], {(0,): (0,), (1,): (1,), (2,): (2,)}),
        ([A, A, B, C], {(0,): (0,), (1,): (2,), (2,): (3,)}),
        ([B, C, A.replace("4次", "5次"), A.replace("4次", "5次")], {(0,): (2,), (1,): (0,), (2,): (1,)}),
        (["", A, "。", C], {(0,): (1,), (2,): (3,)}),
        ([], {}),
    ],
    ids=[
        *("same", "moved", "reworded", "deleted", "cut", "cut with a full stop", "run together"),
        *("run together with a semicolon", "cut in three", "copied", "copied beside"),
        *("copied after a rewording", "blank lines", "all gone"),
    ],
)
def test_what_became_of_three_problems(level: Level, now: list[str], wanted: object) -> None:
    found = align(remembered([A, B, C], level).items, now)
    assert pairs(found) == wanted
    assert not found.doubts


@pytest.mark.parametrize("level", Level)
def test_near_duplicates_are_not_guessed(level: Level) -> None:
    like = [A.replace("4次", f"{n}次") for n in (3, 5)]
    one_of_two = align(remembered([B, *like, C], level).items, [B, A, C])
    assert pairs(one_of_two) == {(0,): (0,), (3,): (2,)}
    assert [(doubt.bases, doubt.places) for doubt in one_of_two.doubts] == [((1, 2), (1,))]
    two_of_one = align(remembered([B, A, C], level).items, [B, *like, C])
    assert [(doubt.bases, doubt.places) for doubt in two_of_one.doubts] == [((1,), (1, 2))]
    elsewhere = align(remembered([*like, B, C], level).items, [B, C, A])
    assert [(doubt.bases, doubt.places) for doubt in elsewhere.doubts] == [((0, 1), (2,))]
    both_there = align(remembered([B, *like, C], level).items, [B, *(t.replace("全年", "今年") for t in like), C])
    assert pairs(both_there) == {(n,): (n,) for n in range(4)}


def test_what_stands_between_its_neighbours_is_taken_for_it_but_not_for_sure() -> None:
    rewritten = "理论学习抓得不够紧，对党的创新理论学得不深不透，结合实际思考少。"
    known = remembered([B, A, C], Level.FULL).items
    match = align(known, [B, rewritten, C]).matches[1]
    assert (match.bases, match.places, match.sure) == ((1,), (1,), False)
    assert match.evidence.basis is Basis.NEIGHBOURS
    assert (1,) not in pairs(align(known, [B, "班子成员张三同志分工调整。", C]))


@pytest.mark.parametrize("level", Level)
def test_blank_items_are_nobody_and_complete_nobody(level: Level) -> None:
    assert pairs(align(remembered(["", A, "。"], level).items, ["", A, "。"])) == {(1,): (1,)}
    assert pairs(align(remembered([A, B], level).items, [A, "", B], held={0: 0})) == {(0,): (0,), (1,): (2,)}
    assert [doubt.bases for doubt in align(remembered([A, "", A], level).items, [A]).doubts] == [(0, 2)]


@pytest.mark.parametrize("level", Level)
def test_a_short_one_run_into_a_long_one_leads_it(level: Level) -> None:
    short = A[:9] + "。"
    found = align(remembered([short, B, C], level).items, [short[:-1] + "，" + B, C])
    assert [(match.bases, match.places) for match in found.matches] == [((0, 1), (0,)), ((2,), (1,))]


@pytest.mark.parametrize("level", Level)
def test_what_completes_one_text_is_not_given_to_another(level: Level) -> None:
    thirds = ["理论学习不够紧的时候以会代训多", "专题研讨流于形式年轻干部发言少", "全年只组织了四次集中学习和测试"]
    like = [thirds[2].replace("四次", n) for n in ("五次", "六次")]
    found = align(remembered(["，".join(thirds), *like, C], level).items, [*(third + "。" for third in thirds), C])
    assert pairs(found) == {(0,): (0, 1, 2), (3,): (3,)}
    assert not found.doubts


@pytest.mark.parametrize("level", Level)
def test_what_changed_places_does_not_bound_a_gap(level: Level) -> None:
    heavily = "机关管理标准不够高，列入计划的任务有的超期，各科室推诿扯皮。"
    found = align(remembered([A, C, D, B], level).items, [D, A, heavily, B])
    assert pairs(found) == {(0,): (1,), (1,): (2,), (2,): (0,), (3,): (3,)}
    assert found.matches[1].evidence.score < 0.55


def test_a_moved_and_reworded_one_is_not_lost_to_its_old_place() -> None:
    rnd = random.Random(4)
    base = [formulaic(rnd) for _ in range(30)]
    order = rnd.sample(range(30), 30)
    found = align(remembered(base, Level.FULL).items, [light(rnd, base[n]) for n in order])
    right = sum(match.places == (order.index(match.bases[0]),) for match in found.matches)
    assert right >= 27
    assert len(found.matches) - right <= 1


@pytest.mark.parametrize("level", Level)
def test_two_thousand_strangers_are_compared_in_windows(level: Level, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    true = alike.likeness

    def counted(*texts: object) -> float:
        nonlocal asked
        asked += 1
        return true(*texts)

    monkeypatch.setattr(alike, "likeness", counted)
    rnd = random.Random(1)
    known = remembered([unlike(rnd) for _ in range(2000)], level).items
    found = align(known, [unlike(rnd) for _ in range(2000)])
    assert not found.matches
    assert asked <= 2000 * 200 + 2 * 2000 * 8


def test_a_large_gap_is_still_aligned_in_order() -> None:
    rnd = random.Random(2)
    base = [formulaic(rnd) for _ in range(600)]
    found = align(remembered(base, Level.FULL).items, [light(rnd, text) for text in base])
    assert sum(match.places == match.bases for match in found.matches) >= 590
