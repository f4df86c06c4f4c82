"""Identity over whole scripts of edits: exact where bookmarks came through, measured where only texts are left."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.binding.identity.claims import Seen
from mzsh_model.binding.identity.evidence import Basis
from mzsh_model.binding.identity.fates import Fate, assign_ids, fates
from mzsh_model.binding.identity.fingerprint import canonical
from mzsh_model.binding.identity.items import ItemKind
from mzsh_model.binding.identity.snapshot import Level, Snapshot
from mzsh_model.binding.identity.telling import FateKind
from tests.binding.edits import Editor, Line, bare, edited, formulaic, libreoffice, remembered, seen, unlike, word

SEEDS = st.integers(0, 2**32).map(random.Random)
LEVELS = st.sampled_from(Level)


def longest_rising(numbers: Sequence[int]) -> int:
    best = [1] * len(numbers)
    for later, earlier in itertools.product(range(len(numbers)), repeat=2):
        if earlier < later and numbers[earlier] < numbers[later]:
            best[later] = max(best[later], best[earlier] + 1)
    return max(best, default=0)


def assert_told(base: list[str], lines: list[Line], snapshot: Snapshot, found: Sequence[Fate]) -> None:
    """Each fate is the true one; which of two that changed places has moved is free, how many have is not."""
    names = {known.id: n for n, known in enumerate(snapshot.items)}
    at = {n: k for k, line in enumerate(lines) for n in line.ids}
    moved = {names[fate.id] for fate in found if fate.id and FateKind.MOVED in fate.kinds}
    for n, fate in enumerate(found[: len(base)]):
        assert fate.id == snapshot.items[n].id
        places = [at[n]] if n in at else []
        places += [k for k, line in enumerate(lines) if line.rest_of == n]
        assert fate.paths == tuple(f"/issues/{k}" for k in places)
        wanted: set[FateKind] = set()
        if not places:
            wanted = {FateKind.DELETED}
        else:
            ids = lines[places[0]].ids
            wanted |= {FateKind.MERGED} if len(ids) > 1 else set()
            wanted |= {FateKind.SPLIT} if len(places) > 1 else set()
            now = "".join(canonical(lines[k].text) for k in places)
            wanted |= {FateKind.EDITED} if now != "".join(canonical(base[i]) for i in ids) else set()
            wanted |= {FateKind.MOVED} if n in moved else set()
        assert fate.kinds == (wanted or {FateKind.UNCHANGED})
    told = {fate.paths[0]: fate for fate in found[len(base) :]}
    for k, line in enumerate(lines):
        if not line.ids and line.rest_of is None:
            fate = told.pop(f"/issues/{k}")
            copy = line.copy_of is not None
            assert fate.kinds == {FateKind.COPIED if copy else FateKind.NEW}
            assert fate.origin == ((snapshot.items[line.copy_of].id,) if line.copy_of is not None else ())
    assert not told
    order = [line.ids[0] for line in lines if line.ids]
    still = [n for n in order if n not in moved]
    assert still == sorted(still)
    assert len(still) == longest_rising(order)


@given(SEEDS, LEVELS, st.sampled_from([word, libreoffice]))
def test_with_bookmarks_every_fate_is_the_true_one(rnd: random.Random, level: Level, editor: Editor) -> None:
    base = [unlike(rnd) for _ in range(rnd.randint(1, 25))]
    lines = edited(rnd, base, rnd.randint(0, 25), sentence=unlike)
    snapshot = remembered(base, level)
    assert_told(base, lines, snapshot, fates(snapshot, seen(snapshot, lines, editor, rnd)))


@given(SEEDS, LEVELS)
def test_without_bookmarks_unlike_texts_are_told_as_well(rnd: random.Random, level: Level) -> None:
    base = [unlike(rnd) for _ in range(rnd.randint(2, 25))]
    ops = (
        ("insert", "delete", "move", "split") if level is Level.IDS else ("insert", "delete", "move", "split", "merge")
    )
    lines = edited(rnd, base, rnd.randint(0, 25), sentence=unlike, ops=ops)
    snapshot = remembered(base, level)
    assert_told(base, lines, snapshot, fates(snapshot, seen(snapshot, lines, bare, rnd)))


@given(SEEDS, LEVELS, st.sampled_from([bare, word, libreoffice]))
def test_ids_are_injective_and_never_used_again(rnd: random.Random, level: Level, editor: Editor) -> None:
    base = [formulaic(rnd) for _ in range(rnd.randint(1, 20))]
    lines = edited(rnd, base, rnd.randint(0, 20))
    snapshot = remembered(base, level)
    now = seen(snapshot, lines, editor, rnd)
    found = fates(snapshot, now)
    ids = assign_ids(found, now, taken=snapshot.ids, seed="now")
    assert len(set(ids)) == len(now)
    assert ids == assign_ids(found, now, taken=snapshot.ids, seed="now")
    fresh = {id for id in ids if id not in snapshot.ids}
    assert not fresh & set(assign_ids(found, now, taken=snapshot.ids | fresh, seed="now"))
    gone = {fate.id for fate in found if fate.kind in (FateKind.DELETED, FateKind.AMBIGUOUS)}
    assert not gone & set(ids)
    assert {path for fate in found for path in fate.paths} == {item.path for item in now}
    assert [fate.id for fate in found[: len(base)]] == [known.id for known in snapshot.items]


@given(st.data(), SEEDS, LEVELS)
def test_bookmarks_beat_texts(data: st.DataObject, rnd: random.Random, level: Level) -> None:
    """Whatever the texts say, an item is where its name is: here the names were dealt out anew."""
    base = [formulaic(rnd) for _ in range(rnd.randint(1, 10))]
    snapshot = remembered(base, level)
    dealt = data.draw(st.permutations(range(len(base))))
    now = [
        Seen(f"/issues/{k}", ItemKind.ISSUE, text, (snapshot.items[n].id,))
        for k, (text, n) in enumerate(zip(base, dealt, strict=True))
    ]
    found = fates(snapshot, now)
    assert [fate.paths for fate in found] == [(f"/issues/{dealt.index(n)}",) for n in range(len(base))]
    assert all(fate.evidence.basis is Basis.BOOKMARK and fate.sure for fate in found)


@given(SEEDS, st.sampled_from([bare, word, libreoffice]))
def test_every_message_is_one_sentence_without_a_word_of_the_text(rnd: random.Random, editor: Editor) -> None:
    base = [unlike(rnd) for _ in range(rnd.randint(1, 15))]
    lines = edited(rnd, base, 12, sentence=unlike)
    snapshot = remembered(base)
    for fate in fates(snapshot, seen(snapshot, lines, editor, rnd)):
        assert "问题" in fate.message
        assert "\n" not in fate.message
        assert not any(text[:6] in fate.message for text in base)


@pytest.mark.parametrize("level", Level)
def test_without_bookmarks_near_duplicates_are_mostly_told_and_hardly_ever_wrong_for_sure(level: Level) -> None:
    told: Counter[str] = Counter()
    for seed in range(60):
        rnd = random.Random(seed)
        base = [formulaic(rnd) for _ in range(rnd.randint(20, 60))]
        lines = edited(rnd, base, len(base) // 5)
        snapshot = remembered(base, level)
        now = seen(snapshot, lines, bare, rnd)
        found = fates(snapshot, now)
        sure = {path: fate.sure for fate in found for path in fate.paths}
        for line, item, id in zip(lines, now, assign_ids(found, now), strict=True):
            true = snapshot.items[line.ids[0]].id if line.ids else None
            right = id == true if true else id not in snapshot.ids
            told["right" if right else "wrong for sure" if sure[item.path] else "to be asked"] += 1
    assert told["right"] >= 0.99 * told.total()
    assert told["wrong for sure"] <= 0.002 * told.total()
