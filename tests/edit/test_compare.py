"""What changed is told at the smallest part, by id or by what items say; nothing is told twice or left out."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.edit import compare, pairing
from mzsh_model.edit.compare import Change, ChangeKind, changes
from mzsh_model.edit.pairing import aligned, by_wording, ident, likeness, steady
from mzsh_model.kernel.errors import WrongKind
from mzsh_model.model.base import Placeholder, Role
from mzsh_model.model.documents import DocumentValue, Ledger, LedgerEntry, SelfExamination, Unrecognised
from mzsh_model.model.items import Cause, Issue, Link, LinkBasis, Measure
from mzsh_model.model.parts import Section
from mzsh_model.model.walk import resolve
from tests.values import values

WORDS = st.text(alphabet="学习不够调研制度落实。，", min_size=1, max_size=12)


def measure(n: int, text: str = "", **fields: str) -> Measure:
    return Measure(id=f"m{n}", text=text or f"第{n}项，抓好{'甲乙丙丁戊己庚辛'[n % 8] * 3}工作。", **fields)


def told(found: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return [(change.kind.value, str(change.path), str(change.target)) for change in found]


@given(values())
def test_a_value_differs_not_from_itself(value: DocumentValue) -> None:
    again = type(value).model_validate_json(value.model_dump_json())
    assert changes(value, value) == changes(value, again) == changes(value, again, match_by_text=True) == ()


@given(values(), values(), st.booleans())
def test_every_path_leads_to_what_is_told(old: DocumentValue, new: DocumentValue, by_text: bool) -> None:
    if type(old) is not type(new):
        with pytest.raises(WrongKind):
            changes(old, new)
        return
    found = changes(old, new, match_by_text=by_text)
    assert bool(found) or old == new or by_text
    assert len(set(told(found))) == len(found)
    for change in found:
        assert (change.kind is ChangeKind.ADDED) == (change.path == "")
        assert (change.kind is ChangeKind.REMOVED) == (change.target == "")
        assert change.path == "" or resolve(old, change.path) == change.old
        assert change.target == "" or resolve(new, change.target) == change.new
        assert change.kind in (ChangeKind.MOVED, ChangeKind.CHANGED) or None in (change.old, change.new)
        assert change.kind is not ChangeKind.CHANGED or change.old != change.new


@given(st.lists(WORDS, max_size=8), st.permutations(range(8)), st.sets(st.integers(0, 7)), st.integers(0, 8))
def test_what_is_told_of_a_list_makes_the_new_list(
    texts: list[str], order: list[int], gone: set[int], added: int
) -> None:
    old = tuple(measure(n, text) for n, text in enumerate(texts))
    kept = [old[n] for n in order if n < len(old) and n not in gone]
    kept.insert(min(added, len(kept)), measure(99))
    found = changes(SelfExamination(measures=old), SelfExamination(measures=tuple(kept)))
    assert rebuilt(old, found) == kept
    moves = [c for c in found if c.kind is ChangeKind.MOVED]
    stayed = [n for n in order if n < len(old) and n not in gone]
    longest = max(
        (len(c) for k in range(len(stayed) + 1) for c in itertools.combinations(stayed, k) if list(c) == sorted(c)),
    )
    assert len(moves) == len(stayed) - longest


def rebuilt(old: tuple[Measure, ...], found: tuple[Change, ...]) -> list[Measure]:
    """Play the changes back, knowing nothing of how they were found."""
    away = {c.old for c in found if c.kind in (ChangeKind.REMOVED, ChangeKind.MOVED)}
    now = [item for item in old if item not in away]
    coming = [c for c in found if c.kind in (ChangeKind.ADDED, ChangeKind.MOVED)]
    for change in sorted(coming, key=lambda c: int(c.target.parts[-1])):
        assert isinstance(change.new, Measure)
        now.insert(int(change.target.parts[-1]), change.new)
    return now


def test_a_field_is_told_at_the_leaf_where_its_item_stands_on_either_side() -> None:
    old = SelfExamination(measures=(measure(1), measure(2), measure(3, due="2026年6月")))
    new = SelfExamination(measures=(measure(3, due="2026年9月"), measure(2), measure(4)))
    assert told(changes(old, new)) == [
        ("removed", "/measures/0", ""),
        ("moved", "/measures/2", "/measures/0"),
        ("changed", "/measures/2/due", "/measures/0/due"),
        ("added", "", "/measures/2"),
    ]


def test_one_that_moved_past_many_is_the_one_that_moved() -> None:
    causes = tuple(Cause(id=f"c{n}", text=f"原因{n}。") for n in range(6))
    found = changes(SelfExamination(causes=causes), SelfExamination(causes=(*causes[1:5], causes[0], causes[5])))
    assert told(found) == [("moved", "/causes/0", "/causes/4")]


def test_a_blank_that_is_filled_in_is_one_change() -> None:
    blank = Placeholder(raw="xxx", of="person")
    old = SelfExamination(measures=(Measure(id="m1", text="抓。", owner=blank),))
    new = SelfExamination(measures=(Measure(id="m1", text="抓。", owner=Placeholder(raw="××", of="person")),))
    filled = SelfExamination(measures=(Measure(id="m1", text="抓。", owner="张三"),))
    assert (
        told(changes(old, new)) == told(changes(old, filled)) == [("changed", "/measures/0/owner", "/measures/0/owner")]
    )


def test_paragraphs_and_headings_are_aligned_in_order() -> None:
    old = SelfExamination(preamble=("根据安排开展学习。", "收到意见建议7条。", "现汇报如下。"))
    new = SelfExamination(preamble=("新写的一段导语。", "根据安排开展学习。", "收到意见建议8条。"))
    assert told(changes(old, new)) == [
        ("removed", "/preamble/2", ""),
        ("added", "", "/preamble/0"),
        ("changed", "/preamble/1", "/preamble/2"),
    ]
    heads = [Section(heading=h, level=1, role=Role.OTHER) for h in ("存在的问题", "原因剖析", "努力方向")]
    old, new = SelfExamination(sections=tuple(heads)), SelfExamination(sections=(heads[0], heads[2]))
    assert told(changes(old, new)) == [("removed", "/sections/1", "")]
    renamed = heads[1].model_copy(update={"heading": "原因剖析和认识", "remarks": ("一句话。",)})
    new = SelfExamination(sections=(heads[0], renamed, heads[2]))
    assert told(changes(SelfExamination(sections=tuple(heads)), new)) == [
        ("changed", "/sections/1/heading", "/sections/1/heading"),
        ("added", "", "/sections/1/remarks/0"),
    ]


def test_a_row_whose_problem_is_another_says_so_as_a_whole() -> None:
    issues = [Issue(id=f"i{n}", statement="学习不够", text=f"学习不够{n}。") for n in (1, 2)]
    old, new = (Ledger(entries=(LedgerEntry(id="e1", issue=issue),)) for issue in issues)
    assert told(changes(old, new)) == [("changed", "/entries/0/issue", "/entries/0/issue")]
    assert told(changes(old, new, match_by_text=True)) == [
        ("changed", "/entries/0/issue/text", "/entries/0/issue/text")
    ]


def test_links_are_a_set() -> None:
    links = [Link(issue=f"i{n}", measure=f"m{n}", basis=LinkBasis.ORDER) for n in (1, 2, 3)]
    sure = links[1].model_copy(update={"basis": LinkBasis.ID})
    old, new = SelfExamination(links=tuple(links)), SelfExamination(links=(links[2], sure))
    assert told(changes(old, new)) == [("removed", "/links/0", ""), ("changed", "/links/1/basis", "/links/1/basis")]


def test_readings_of_two_files_are_matched_by_what_they_say() -> None:
    texts = ["理论学习不够系统，计划的书只读了两本。", "深入基层少，群众的诉求了解不多。", "过紧日子的思想树得不牢。"]
    other = ["会前通报不及时，材料临时才发。", texts[2], "理论学习不够系统，计划的四本书只读了一本。", texts[1]]
    old, new = (
        SelfExamination(
            issues=tuple(Issue(id=f"i{n}", statement=t, text=t) for n, t in enumerate(said, 1)),
            measures=(measure(1),),
            links=tuple(Link(issue=f"i{n}", measure="m1", basis=LinkBasis.LABEL) for n in linked),
        )
        for said, linked in ((texts, (1, 2)), (other, (3, 4, 1)))
    )
    found = changes(old, new, match_by_text=True)
    assert [t for t in told(found) if not t[1].endswith("statement")] == [
        ("added", "", "/issues/0"),
        ("moved", "/issues/2", "/issues/1"),
        ("changed", "/issues/0/text", "/issues/2/text"),
        ("added", "", "/links/2"),
    ]


@given(st.lists(WORDS, max_size=9), st.lists(WORDS, max_size=9))
def test_pairs_are_sound(old: list[str], new: list[str]) -> None:
    for pairs in (aligned(old, new), by_wording(old, new)):
        assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
        assert [j for _, j in pairs] == sorted(j for _, j in pairs)
    assert steady(aligned(old, new)) == set(aligned(old, new))
    assert len(by_wording(old, old)) == len(old)
    assert min((likeness(a, b) for a in old for b in new), default=0) >= 0


def test_comparing_touches_only_what_is_not_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """5,000 items that share all but one: the cost is that of one."""
    items = [measure(n) for n in range(5000)]
    edited = [*items]
    edited[2500] = measure(2500, "改写了的一条。")
    old, new = SelfExamination(measures=tuple(items)), SelfExamination(measures=tuple(edited))
    looked_at: list[object] = []

    def noting(item: object) -> str | None:
        looked_at.append(item)
        return ident(item)

    monkeypatch.setattr(compare, "ident", noting)
    monkeypatch.setattr(pairing, "ident", noting)
    assert told(changes(old, new)) == [("changed", "/measures/2500/text", "/measures/2500/text")]
    assert len(looked_at) < 20


def test_large_lists_that_share_nothing_are_still_compared() -> None:
    rng = random.Random(1)
    old, new = (
        Unrecognised(paragraphs=tuple("".join(rng.choices("甲乙丙丁戊己", k=8)) for _ in range(n))) for n in (900, 1100)
    )
    assert len(changes(old, new)) >= 200
