"""Every fate, by every carrier: bookmark, digest, likeness; and what each is called."""

from __future__ import annotations

import pytest

from mzsh_model.binding.identity.claims import Seen
from mzsh_model.binding.identity.evidence import Basis
from mzsh_model.binding.identity.fates import Fate, assign_ids, fates
from mzsh_model.binding.identity.items import ItemKind
from mzsh_model.binding.identity.snapshot import Known, Level, Snapshot
from mzsh_model.binding.identity.telling import FateKind
from tests.binding.edits import remembered

A = "理论学习抓得不够紧，有时以会议传达代替专题研讨，全年只组织了4次专题学习。"
B = "调查研究还不够深入，到联系点多是听汇报、看材料，到企业走访7次，其中当天往返的占一半。"
C = "机关管理标准不够高，工作台账更新滞后，列入计划的9项任务有2项超期。"
D = "联系群众不够经常，与年轻同志谈心谈话偏少，收到的15件来信有3件没有按时答复。"
BASE = remembered([A, B, C, D])
FULL = remembered([A, B, C, D], Level.FULL)
a, b, c, d = (known.id for known in BASE.items)
UNCHANGED, EDITED, MOVED, SPLIT, MERGED, COPIED, DELETED, PENDING, NEW, AMBIGUOUS = (
    frozenset({FateKind(name)})
    for name in (
        *("unchanged", "edited", "moved", "split", "merged", "copied", "deleted", "pending-deletion", "new"),
        "ambiguous",
    )
)


def item(n: int, text: str, *marks: str, copied: str = "", deleted: str = "", kind: str = "i") -> Seen:
    return Seen(f"/issues/{n}", ItemKind(kind), text, marks, (copied,) if copied else (), (deleted,) if deleted else ())


def reading(*items: tuple[object, ...], pending: tuple[str, ...] = (), base: Snapshot = BASE) -> list[Fate]:
    """The fates of what is seen: texts with the names that start in them; `~` marks a copied name, `-` a deleted one."""
    seen: list[Seen] = []
    for n, (text, *names) in enumerate(items):
        named = [str(name) for name in names]
        seen.append(
            Seen(
                f"/issues/{n}",
                ItemKind.ISSUE,
                str(text),
                tuple(name for name in named if name[0] not in "~-"),
                tuple(name[1:] for name in named if name[0] == "~"),
                tuple(name[1:] for name in named if name[0] == "-"),
            )
        )
    found = fates(base, seen, pending)
    ids = assign_ids(found, seen, taken=base.ids, seed="s")
    assert len(set(ids)) == len(seen)
    assert {fate.id for fate in found if fate.id} >= {known.id for known in base.items}
    assert {path for fate in found for path in fate.paths} == {one.path for one in seen}
    return list(found)


def where(fate: Fate) -> list[int]:
    return [int(path.rpartition("/")[2]) for path in fate.paths]


def test_nothing_happened() -> None:
    by_mark = reading((A, a), (B, b), (C, c), (D, d))
    by_text = reading((f"一是{A}",), (f"（四） {B}",), (C,), (D,))
    for found, basis in ((by_mark, Basis.BOOKMARK), (by_text, Basis.DIGEST)):
        assert [(fate.kinds, where(fate), fate.sure) for fate in found] == [(UNCHANGED, [n], True) for n in range(4)]
        assert all(fate.evidence.basis is basis and fate.evidence.score == 1.0 for fate in found)
    assert by_mark[2].message == "问题3 没有变"


@pytest.mark.parametrize(("marks", "basis"), [((b,), Basis.BOOKMARK), ((), Basis.LIKENESS)])
def test_edited(marks: tuple[str, ...], basis: Basis) -> None:
    fate = reading((A, a), (B.replace("7次", "12次"), *marks), (C, c), (D, d))[1]
    assert (fate.kinds, fate.evidence.basis, fate.sure) == (EDITED, basis, True)
    assert 0.8 < fate.evidence.score < 1
    assert fate.message == "问题2 有改动"


def test_a_comma_mended_is_an_edit() -> None:
    assert reading((A, a), (B.replace("，", "；"), b), (C, c), (D, d))[1].kinds == EDITED
    assert reading((A,), (B.replace("，", "；"),), (C,), (D,))[1].kinds == EDITED


def test_retyped_in_word_is_known_by_its_neighbours() -> None:
    rewritten = "调查研究还不够深入，面对面听取群众意见少，解剖麻雀式的调研更少。"
    fate = reading((A, a), (rewritten,), (C, c), (D, d), base=FULL)[1]
    assert (fate.kinds, where(fate), fate.evidence.basis, fate.sure) == (EDITED, [1], Basis.NEIGHBOURS, False)
    assert fate.message == "问题2 有改动（按文字推断，请核对）"


def test_retyped_beyond_recognition_is_known_by_its_bookmark_alone() -> None:
    assert reading((A, a), ("完全另起的一段话。", b), (C, c), (D, d))[1].kinds == EDITED
    assert [fate.kind for fate in reading((A, a), ("完全另起的一段话。",), (C, c), (D, d))][1::3] == ["deleted", "new"]


@pytest.mark.parametrize(("marks", "basis"), [((a,), Basis.BOOKMARK), ((), Basis.DIGEST)])
def test_moved(marks: tuple[str, ...], basis: Basis) -> None:
    found = reading((B, b), (C, c), (D, d), (A, *marks))
    assert [fate.kinds for fate in found] == [MOVED, UNCHANGED, UNCHANGED, UNCHANGED]
    assert (where(found[0]), found[0].evidence.basis) == ([3], basis)
    assert found[0].message == "问题1 移了位置，现在是问题4"


@pytest.mark.parametrize("marks", [(a,), ()])
def test_moved_and_edited(marks: tuple[str, ...]) -> None:
    fate = reading((B, b), (C, c), (D, d), (A.replace("4次", "2次"), *marks))[0]
    assert fate.kinds == MOVED | EDITED
    assert fate.kind is FateKind.MOVED
    assert fate.message == "问题1 移了位置，文字也有改动，现在是问题4"


@pytest.mark.parametrize(
    ("head", "tail", "kinds"),
    [(B[:10], B[10:], SPLIT), (B[:9] + "。", B[10:], SPLIT | EDITED), (B[:10], "二是" + B[10:], SPLIT)],
    ids=["as it was", "with a full stop", "with a number"],
)
@pytest.mark.parametrize(
    ("marks", "again", "basis"),
    [((b,), (b,), Basis.BOOKMARK), ((b,), (), Basis.BOOKMARK), ((), (), None)],
    ids=["LibreOffice", "Word", "bare"],
)
def test_split(
    head: str,
    tail: str,
    kinds: frozenset[FateKind],
    marks: tuple[str, ...],
    again: tuple[str, ...],
    basis: Basis | None,
) -> None:
    found = reading((A, a), (head, *marks), (tail, *again), (C, c), (D, d))
    assert len(found) == 4
    assert (found[1].kinds, where(found[1]), found[1].sure) == (kinds, [1, 2], True)
    assert found[1].evidence.basis is (basis or (Basis.DIGEST if kinds == SPLIT else Basis.LIKENESS))
    assert found[1].message == "问题2 被拆成两条，现在是问题2、问题3"
    assert found[2].kinds == UNCHANGED


def test_the_head_of_what_was_split_keeps_the_id() -> None:
    seen = [item(0, A, a), item(1, B[:10], b), item(2, B[10:], b), item(3, C, c), item(4, D, d)]
    ids = assign_ids(fates(BASE, seen), seen)
    assert (*ids[:2], *ids[3:]) == (a, b, c, d)
    assert ids[2] not in BASE.ids


@pytest.mark.parametrize("base", [BASE, FULL], ids=["ids", "full"])
@pytest.mark.parametrize("marks", [(b, c), (b,), ()], ids=["both names", "one name", "bare"])
@pytest.mark.parametrize("joint", ["", "还有，"], ids=["as it was", "with words"])
def test_merged(marks: tuple[str, ...], base: Snapshot, joint: str) -> None:
    found = reading((A, a), (B + joint + C, *marks), (D, d), base=base)
    assert [fate.kinds for fate in found[1:3]] == [MERGED | EDITED if joint else MERGED] * 2
    assert [(fate.origin, where(fate), fate.goes_on) for fate in found[1:3]] == [
        ((b, c), [1], True),
        ((b, c), [1], False),
    ]
    assert [fate.message for fate in found[1:3]] == [
        "问题2 与问题3 合成了一条，现在是问题2",
        "问题3 并入了问题2，现在是问题2",
    ]
    assert found[3].kinds == UNCHANGED
    if base is FULL and not marks:
        assert found[1].evidence.basis is (Basis.LIKENESS if joint else Basis.DIGEST)


def test_of_what_was_merged_the_first_in_the_text_goes_on() -> None:
    seen = [item(0, A, a), item(1, C + B, c, b), item(2, D, d)]
    assert assign_ids(fates(BASE, seen), seen) == (a, c, d)


def test_a_name_left_behind_without_a_word_of_its_item_is_no_merger() -> None:
    found = reading((A, a), (B, b, c), (D, d))
    assert [fate.kinds for fate in found] == [UNCHANGED, UNCHANGED, DELETED, UNCHANGED]
    assert reading((A, a), (C, b, c), (D, d))[1].kinds == DELETED
    pasted = reading((A, a), (B, b, c), (D, d), ("贴到这里以后完全重写。", "~" + c))
    assert (pasted[2].id, where(pasted[2])) == (c, [3])


@pytest.mark.parametrize("copied", [("~" + b,), ()], ids=["LibreOffice", "Word"])
def test_copied(copied: tuple[str, ...]) -> None:
    found = reading((A, a), (B, b), (C, c), (B, *copied), (D, d))
    assert [fate.kinds for fate in found] == [UNCHANGED] * 4 + [COPIED]
    assert (found[4].id, found[4].origin, where(found[4]), found[4].sure) == (None, (b,), [3], True)
    assert found[4].evidence.basis is (Basis.BOOKMARK if copied else Basis.DIGEST)
    assert found[4].message == "现在的问题4 是问题2 的副本"


def test_a_copy_that_was_then_reworded_is_told_by_its_bookmark_alone() -> None:
    reworded = "调查研究方面，还要解剖麻雀。"
    assert reading((A, a), (B, b), (reworded, "~" + b), (C, c), (D, d))[4].kinds == COPIED
    assert reading((A, a), (B, b), (reworded,), (C, c), (D, d))[4].kinds == NEW


def test_a_copy_before_its_original_is_still_the_copy() -> None:
    found = reading((B, "~" + b), (A, a), (B, b), (C, c), (D, d))
    assert (found[1].kinds, where(found[1])) == (UNCHANGED, [2])
    assert (found[4].kinds, where(found[4])) == (COPIED, [0])


def test_a_copy_is_nobody_else_however_alike() -> None:
    base = remembered([A, A.replace("4次", "5次"), C])
    found = reading((A, base.items[0].id), (A,), (C, base.items[2].id), base=base)
    assert [fate.kinds for fate in found] == [UNCHANGED, DELETED, UNCHANGED, COPIED]
    base = remembered([A, B, A.replace("4次", "5次"), C])
    assert [fate.kinds for fate in reading((A,), (B,), (C,), (A,), base=base)][2::2] == [DELETED, COPIED]


def test_without_bookmarks_nobody_is_sure_which_is_the_copy() -> None:
    found = reading((A,), (B,), (C,), (B,), (D,))
    assert [(fate.kinds, fate.sure) for fate in (found[1], found[4])] == [(UNCHANGED, False), (COPIED, False)]


def test_the_same_name_on_the_same_text_is_a_copy_not_a_rest() -> None:
    found = reading((A, a), (B, b), (C, c), (D, d), (B.replace("7次", "8次"), b))
    assert (found[1].kinds, found[4].kinds, found[4].origin) == (UNCHANGED, COPIED, (b,))


@pytest.mark.parametrize("pending", [(), (a,)], ids=["accepted", "tracked"])
def test_cut_and_paste_under_tracking_moves_the_item_itself(pending: tuple[str, ...]) -> None:
    found = reading((B, b), (C, c), (D, d), (A, "~" + a), pending=pending)
    assert (found[0].id, found[0].kinds, where(found[0]), len(found)) == (a, MOVED, [3], 4)
    twice = reading((B, b), (C, c), (D, d), (A, "~" + a), (A, "~" + a), pending=pending)
    assert [fate.kinds for fate in twice] == [MOVED, UNCHANGED, UNCHANGED, UNCHANGED, COPIED]


def test_a_name_in_deleted_words_yields_to_any_other() -> None:
    assert reading((B, b), (C, c), ("只剩这几个字。", "-" + a), (D, d), (A, "~" + a))[0].kinds == MOVED
    joined = reading((A, a), (B + "再补一句。", b, "-" + c), (D, d), pending=(c,))
    assert [fate.kinds for fate in joined] == [UNCHANGED, EDITED, PENDING, UNCHANGED]
    retyped = reading((A, a), ("换成了另外一句话。", "-" + b), (C, c), (D, d), pending=(b,))
    assert (retyped[1].kinds, where(retyped[1])) == (EDITED, [1])


def test_deleted_and_about_to_be() -> None:
    found = reading((A, a), (C, c), (D, d))
    assert (found[1].kinds, found[1].paths, found[1].sure) == (DELETED, (), True)
    assert found[1].message == "问题2 被删去了"
    pending = reading((A, a), (C, c), (D, d), pending=(b,))[1]
    assert (pending.kinds, pending.evidence.basis) == (PENDING, Basis.ABSENCE)
    assert pending.message == "问题2 在修订中被删去，修订还没有接受"
    assert [fate.kind for fate in reading((A,), (C,), (D,))] == ["unchanged", "deleted", "unchanged", "unchanged"]


def test_what_is_deleted_here_and_pasted_there_without_a_name_has_moved() -> None:
    found = reading((B, b), (C, c), (D, d), (A,), pending=(a,))
    assert (found[0].kinds, where(found[0]), found[0].evidence.basis) == (MOVED, [3], Basis.DIGEST)


def test_new() -> None:
    found = reading((A, a), (B, b), ("新近发现，值班制度执行不严。",), (C, c), (D, d))
    assert (found[4].kinds, found[4].id, where(found[4])) == (NEW, None, [2])
    assert found[4].message == "新增了问题3"


def test_the_unclear_is_raised_on_both_sides() -> None:
    base = remembered([A, B, B.replace("7次", "9次"), C])
    old = [known.id for known in base.items]
    found = reading((A, old[0]), (B.replace("7次", "8次"),), (C, old[3]), base=base)
    assert [fate.kinds for fate in found[1:3]] == [AMBIGUOUS, AMBIGUOUS]
    assert [(where(fate), fate.sure, fate.goes_on) for fate in found[1:3]] == [([1], False, False)] * 2
    assert (found[4].kinds, found[4].origin, found[4].sure) == (NEW | AMBIGUOUS, (old[1], old[2]), False)
    assert found[1].message == "问题2 认不准，可能是现在的问题2，请人工确认"
    assert found[4].message == "现在的问题2 认不准，可能是原来的问题2、问题3，请人工确认"


def test_a_name_that_the_snapshot_does_not_know_is_kept_unless_it_was_retired() -> None:
    strange, gone = "0123456789abcdef", "fedcba9876543210"
    base = Snapshot(BASE.document, BASE.revision, BASE.level, BASE.items, (gone,))
    seen = [item(0, A, a), item(1, B, b), item(2, "别处贴来的一条。", strange), item(3, "删去又贴回的一条。", gone)]
    ids = assign_ids(fates(base, seen), seen, taken=base.ids)
    assert ids[:3] == (a, b, strange)
    assert ids[3] not in base.ids


def test_an_item_that_turned_into_another_kind_has_moved() -> None:
    fate = fates(BASE, [item(0, A, a), item(1, B, b, kind="m"), item(2, C, c), item(3, D, d)])[1]
    assert (fate.id, fate.item, fate.kinds) == (b, ItemKind.ISSUE, MOVED)
    assert fate.message == "问题2 移了位置，现在是措施1"


def ledger() -> tuple[Snapshot, list[str]]:
    """Two rows, each a problem and a measure."""
    plain = remembered([A + B, A, B, C + D, C, D], Level.FULL).items
    ids = [known.id for known in plain]
    rows = [None, ids[0], ids[0], None, ids[3], ids[3]]
    kinds = [ItemKind(letter) for letter in "eimeim"]
    items = tuple(
        Known(k.id, kind, n, row, k.digest, k.length, k.sketch, k.text)
        for n, (k, kind, row) in enumerate(zip(plain, kinds, rows, strict=True))
    )
    return Snapshot("ledger", 1, Level.FULL, items), ids


def row(n: int, issue: str, measures: list[str], names: list[str], *, copy: bool = False) -> list[Seen]:
    """A row as it is seen: it holds the names of all that stands in it, and its problem stands in its first cell."""
    held = [
        ("", tuple(names)),
        ("/issue", tuple(names[:2])),
        *((f"/measures/{k}", (id,)) for k, id in enumerate(names[2:])),
    ]
    texts = [issue + "".join(measures), issue, *measures]
    return [
        Seen(f"/entries/{n}{path}", ItemKind("eim"[min(k, 2)]), text, () if copy else ids, ids if copy else ())
        for k, ((path, ids), text) in enumerate(zip(held, texts, strict=True))
    ]


def test_a_row_and_what_stands_in_it_are_told_apart() -> None:
    base, ids = ledger()
    found = fates(base, [*row(0, A, [B], ids[:3]), *row(1, C, [D], ids[3:])])
    assert [fate.kinds for fate in found] == [UNCHANGED] * 6
    assert [fate.paths[0] for fate in found[:3]] == ["/entries/0", "/entries/0/issue", "/entries/0/measures/0"]


def test_a_row_that_moves_takes_its_items_along() -> None:
    base, ids = ledger()
    found = fates(base, [*row(0, C, [D], ids[3:]), *row(1, A, [B], ids[:3])])
    moved = [fate for fate in found if fate.kinds != UNCHANGED]
    assert [(fate.item, fate.kinds) for fate in moved] == [(ItemKind.LEDGER_ENTRY, MOVED)]


def test_a_measure_moved_to_another_row_has_moved() -> None:
    base, ids = ledger()
    found = fates(base, [*row(0, A, [], ids[:2]), *row(1, C, [B, D], [*ids[3:5], ids[2], ids[5]])])
    assert found[2].kinds == MOVED
    assert found[5].kinds == UNCHANGED


def test_a_copied_row_is_a_copy_with_all_it_holds() -> None:
    base, ids = ledger()
    seen = [*row(0, A, [B], ids[:3]), *row(1, C, [D], ids[3:]), *row(2, A, [B], ids[:3], copy=True)]
    found = fates(base, seen)
    assert [(fate.kinds, fate.origin) for fate in found[6:]] == [(COPIED, (id,)) for id in ids[:3]]
    assert assign_ids(found, seen)[:6] == tuple(ids)


def test_a_row_never_takes_the_name_of_what_stood_in_it() -> None:
    base, ids = ledger()
    emptied = Seen("/entries/0", ItemKind.LEDGER_ENTRY, B, (ids[1], ids[2]))
    measure = Seen("/entries/0/measures/0", ItemKind.MEASURE, B, (ids[2],))
    found = fates(base, [emptied, measure, *row(1, C, [D], ids[3:])])
    assert found[1].kinds == DELETED
    assert found[2].paths == ("/entries/0/measures/0",)


def test_when_the_snapshot_is_lost_the_names_in_the_file_remain() -> None:
    _, ids = ledger()
    seen = [*row(0, A, [B], ids[:3])]
    assert assign_ids(fates(Snapshot("ledger", 0, Level.IDS), seen), seen)[2] == ids[2]
    seen = [Seen("/entries/0", ItemKind.LEDGER_ENTRY, A + B, (ids[2],)), *seen[1:]]
    assert assign_ids(fates(Snapshot("ledger", 0, Level.IDS), seen), seen)[2] == ids[2]
