"""Two sides' edits joined: the laws of a merge, and conflicts that are named, never chosen silently."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mzsh_model.edit.change import insert, remove, replace
from mzsh_model.edit.compare import Change, ChangeKind, changes
from mzsh_model.edit.diff3 import merged_order, merged_text
from mzsh_model.edit.insertion import PARAGRAPHS
from mzsh_model.edit.lists import items_of
from mzsh_model.edit.merge import Merge, merge
from mzsh_model.edit.numbers import NUMBERS
from mzsh_model.kernel.errors import BadEdit, MzshError, WrongKind
from mzsh_model.kernel.numerals import chinese
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.load import load
from mzsh_model.kinds.measure_phrases import FIELDS
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue, SelfExamination
from mzsh_model.model.items import Link, LinkBasis
from mzsh_model.model.walk import resolve, walk
from tests.edit.test_change import _ISSUES, _PARAGRAPHS, _TEXTS, _WORDS, ledger, paths_of, report, team, unlinked
from tests.values import values

LISTS = ("issues", "team_issues", "causes", "measures", "preparation", "entries", "preamble", "closing")


@st.composite
def edited(draw: st.DrawFn, value: DocumentValue) -> DocumentValue:
    """A value after a few edits of one person."""
    for _ in range(draw(st.integers(0, 4))):
        verb = draw(st.sampled_from(["replace", "replace", "insert", "remove", "reorder"]))
        listed = [name for name in LISTS if value.__dict__.get(name)]
        try:
            if verb == "replace" or not listed:
                path = draw(st.sampled_from(paths_of(value)))
                name = ModelPath(path).parts[-1]
                value = replace(
                    value, path, draw(st.sampled_from(_PARAGRAPHS if name.isdigit() else _WORDS.get(name, [None])))
                )
                continue
            name = draw(st.sampled_from(listed))
            held = value.__dict__[name]
            at = draw(st.integers(0, len(held) - 1))
            if verb == "insert":
                pool = _PARAGRAPHS if isinstance(held[0], str) else _ISSUES if "issue" in name else _TEXTS
                value = insert(value, f"/{name}/{at}", draw(st.sampled_from(pool)))
            elif verb == "remove":
                value = remove(value, f"/{name}/{at}")
            else:
                value = replace(value, f"/{name}", tuple(draw(st.permutations(held))))
        except MzshError:
            continue
    return value


@st.composite
def three(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    base = draw(values())
    return base, draw(edited(base)), draw(edited(base))


@given(three())
def test_one_side_or_both_the_same_is_that_side(sides: tuple[Any, Any, Any]) -> None:
    base, ours, theirs = sides
    for one in (ours, theirs):
        assert merge(base, base, one) == Merge(one, ())
        assert merge(base, one, base) == Merge(one, ())
        assert merge(base, one, one) == Merge(one, ())


@given(three())
def test_nothing_that_a_side_did_is_lost(sides: tuple[Any, Any, Any]) -> None:
    base, ours, theirs = sides
    merged = merge(base, ours, theirs)
    assert load(merged.value.model_dump_json()) == merged.value
    for side in (ours, theirs):
        for change in changes(base, side):
            if change.path.parts[:1] in (("links",), ("aspects",)) or change.target.parts[:1] in (
                ("links",),
                ("aspects",),
            ):
                continue  # links of items that went go; aspects follow headings and texts
            if change.path.parts[-1:] and change.path.parts[-1] in NUMBERS and is_uneven(base, side, change.path):
                continue  # numbers follow from what came, went and moved
            if len(change.path.parts) > 1 and {"statement", "title", "instances"} & set(change.path.parts):
                continue  # parts of a text that changed
            if change.path.parts[-1:] in (("aspect",), ("aspect_id",)):
                continue  # follows from the heading, or from the place
            assert is_there(change, base, side, merged) or is_named(change, merged), change


def is_uneven(base: DocumentValue, side: DocumentValue, path: ModelPath) -> bool:
    """Whether items came, went or moved in the list of the item that has this number."""
    where = path.parent.parent
    return any(
        where in (change.path.parent, change.target.parent)
        for change in changes(base, side)
        if change.kind is not ChangeKind.CHANGED
    )


def is_there(change: Change, base: DocumentValue, side: DocumentValue, merged: Merge[Any]) -> bool:
    """Whether a change can be found between the base and the merged value, as a whole or inside a longer text."""
    for found in changes(base, merged.value):
        if found.kind is not change.kind:
            continue
        if change.kind is ChangeKind.ADDED and alike(found.new, change.new):
            return True
        if change.path and found.path == change.path and (found.new == change.new or change.kind is ChangeKind.MOVED):
            return True
    steps = (change.path or change.target).parts
    if steps[-2:-1] and steps[-2] in PARAGRAPHS and change.new is None:
        return change.old not in merged.value.__dict__.get(steps[0], ())
    if isinstance(change.new, str) and steps[-2:-1] and steps[-2] in PARAGRAPHS:
        return change.new in merged.value.__dict__.get(steps[0], ())
    if change.kind is ChangeKind.MOVED:
        return True  # of items that both sides moved, the others' places tell; torn ones are tested below
    if change.path.endswith("/text") and only_fields(change, base, side, merged.value):
        return True
    if isinstance(change.old, str) and isinstance(change.new, str):
        both = [found for found in changes(base, merged.value) if found.path == change.path]
        return bool(both) and merged_text(change.old, change.new, str(both[0].new)) == both[0].new
    return change.path.parts[0] in (
        "opinions",
        "talks",
        "prior",
        "meeting",
        "organisation",
        "subject",
        "stated",
        "scope",
        "basis",
    )


def only_fields(change: Change, base: Any, side: Any, merged: Any) -> bool:
    """Whether a text changed in nothing but owner and time limit, and those are in the merged value."""
    old, new = resolve(base, change.path.parent), resolve(side, change.target.parent)
    assert isinstance(old, Value)
    assert isinstance(new, Value)
    told = {name: new.__dict__[name] for name in FIELDS if new.__dict__.get(name) != old.__dict__.get(name)}
    value = base
    for name, held in told.items():
        try:
            value = replace(value, f"{change.path.parent}/{name}", held)
        except BadEdit:
            return False
    item = next((item for key, item in items_of(merged) if key == old.__dict__["id"]), None)
    there = item is not None and all(item.__dict__[name] == held for name, held in told.items())
    return bool(told) and there and resolve(value, change.path) == change.new


def alike(one: object, other: object) -> bool:
    if isinstance(one, Value) and isinstance(other, Value):
        return _bare(one) == _bare(other)
    return one == other


def _bare(held: object) -> object:
    """Without ids, which a merge may give anew, and without what a neighbour decides."""
    left_out = {"id", "aspect", "aspect_id", *NUMBERS}
    if isinstance(held, dict):
        return {name: _bare(part) for name, part in held.items() if name not in left_out}
    if isinstance(held, list | tuple):
        return [_bare(part) for part in held]
    return _bare(held.model_dump()) if isinstance(held, Value) else held


def is_named(change: Change, merged: Merge[Any]) -> bool:
    paths = [str(conflict.path) for conflict in merged.conflicts]
    at = str(change.path or change.target)
    return any(at == path or at.startswith(f"{path}/") or _item(at) == _item(path) for path in paths)


def _item(path: str) -> str:
    """The item that a path leads to or into."""
    steps = path.split("/")
    last = max((n for n, step in enumerate(steps) if step.isdigit()), default=0)
    return "/".join(steps[: last + 1]) if "instances" not in steps else "/".join(steps[: steps.index("instances")])


@given(three())
def test_the_sides_may_change_places(sides: tuple[Any, Any, Any]) -> None:
    base, ours, theirs = sides
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    mirrored = {(c.path, repr(c.ours), repr(c.theirs)) for c in other.conflicts}
    assert {(c.path, repr(c.theirs), repr(c.ours)) for c in one.conflicts} == mirrored
    if not one.conflicts:
        for name in LISTS:
            if name in one.value.__dict__:
                assert sorted(map(repr, map(_bare, one.value.__dict__[name]))) == sorted(
                    map(repr, map(_bare, other.value.__dict__[name]))
                )


@given(three())
def test_conflicts_are_sentences_at_places_of_the_base(sides: tuple[Any, Any, Any]) -> None:
    base, ours, theirs = sides
    for conflict in merge(base, ours, theirs).conflicts:
        assert resolve(base, conflict.path) == conflict.base
        assert conflict.ours != conflict.theirs or "移到" in conflict.message
        assert "\n" not in conflict.message
        assert conflict.message.endswith("请定")
        assert not any(word in conflict.message for word in ("None", "Placeholder", "的的", "，，"))


def test_numbers_that_only_followed_are_nobodys_edit() -> None:
    """Both sides as they are read from files that were written, and so renumbered."""
    ours = renumbered(remove(team, "/measures/0"))
    theirs = renumbered(insert(team, "/measures/2", "抓好会前准备。"))
    merged = merge(team, ours, theirs)
    assert merged.conflicts == ()
    labels = {m.id: m.label for m in ours.measures}
    assert all(m.label == labels[m.id] for m in merged.value.measures if m.id in labels)
    gone = merge(team, remove(team, "/measures/3"), theirs)
    assert gone.conflicts == ()
    assert len(gone.value.measures) == len(team.measures)


def test_a_number_that_was_changed_by_hand_is_an_edit() -> None:
    theirs = replace(team, "/measures/1/label", "（九）")
    merged = merge(team, renumbered(remove(team, "/measures/0")), theirs)
    assert merged.conflicts == ()
    assert merged.value.measures[0].label == "（九）"
    other = merge(team, replace(team, "/measures/1/label", "（八）"), theirs)
    assert [conflict.path for conflict in other.conflicts] == ["/measures/1/label"]


def test_an_item_that_came_takes_the_form_to_which_the_other_side_turned_the_list() -> None:
    restyled = team.model_copy(
        update={"measures": tuple(m.model_copy(update={"label": f"{n}."}) for n, m in enumerate(team.measures, 1))}
    )
    ours = renumbered(insert(team, "/measures/1", "抓好会前准备。"))
    merged = merge(team, ours, restyled)
    assert merged.conflicts == ()
    assert [m.label for m in merged.value.measures] == [f"{n}." for n in range(1, len(team.measures) + 2)]
    other = merge(team, restyled, ours)
    assert other.conflicts == ()
    assert [m.text for m in other.value.measures] == [m.text for m in merged.value.measures]


def renumbered(value: SelfExamination) -> SelfExamination:
    measures = tuple(m.model_copy(update={"label": f"（{chinese(n)}）"}) for n, m in enumerate(value.measures, 1))
    return value.model_copy(update={"measures": measures})


def test_edits_of_different_things_are_joined() -> None:
    ours = insert(replace(team, "/measures/0/due", "2026-09"), "/measures/-", "抓好会前准备。")
    theirs = remove(replace(team, "/measures/1/text", "深入一线，每月2次，长期坚持。"), "/measures/3")
    merged = merge(team, ours, theirs)
    assert merged.conflicts == ()
    assert [(m.id, m.text) for m in merged.value.measures] == [
        ("m1", "加强学习，2026年9月底前读完4本书。"),
        ("m2", "深入一线，每月2次，长期坚持。"),
        ("m3", team.measures[2].text),
        ("m5", "抓好会前准备。"),
    ]
    assert merged.value.measures[0].due == "2026年9月底前"


def test_two_fields_of_one_text_are_joined() -> None:
    ours, theirs = replace(team, "/measures/1/owner", "李四"), replace(team, "/measures/1/due", "2026-09")
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = merge(team, one, other)
        assert merged.conflicts == ()
        assert merged.value.measures[1].text == "深入基层，每月1次。（责任人：李四；完成时限：2026年9月）"
        assert (merged.value.measures[1].owner, merged.value.measures[1].due) == ("李四", "2026年9月")
    rewritten = replace(team, "/measures/2/text", "严肃党内生活，从严要求（责任人：张三；完成时限：2026年9月底前）。")
    merged = merge(team, rewritten, replace(team, "/measures/2/due", "2026-06"))
    assert (merged.conflicts, merged.value.measures[2].due) == ((), "2026年6月底前")


@pytest.mark.parametrize(
    ("ours", "theirs", "path", "message"),
    [
        (
            {"/measures/0/due": "2026-09"},
            {"/measures/0/due": "2026-07"},
            "/measures/0/text",
            "两边改得不同：一边措施1 的完成时限由 2026年6月底前 改为 2026年9月底前，"
            "另一边措施1 的完成时限由 2026年6月底前 改为 2026年7月底前，现按一边的写，请定",
        ),
        (
            {"/issues/1/text": "请示不够及时。"},
            {"/issues/1/text": "请示报告不够主动。"},
            "/issues/1/text",
            "两边改得不同：一边问题2 的全文删去“报告”，另一边问题2 的全文中“请示报告不够及时”改为“请示报告不够主动”，现按一边的写，请定",
        ),
        (
            {"/measures/0": None},
            {"/measures/0/due": "2026-07"},
            "/measures/0",
            "一边删去了措施1，另一边措施1 的完成时限由 2026年6月底前 改为 2026年7月底前，现保留改过的，请定",
        ),
        (
            {"/sections/1/heading": "带头干事创业、担当作为方面"},
            {"/sections/1/heading": "带头敬畏人民、敬畏组织、敬畏法纪方面"},
            "/sections/1/heading",
            None,
        ),
        ({"/preamble/0": "谈心谈话8人次。"}, {"/preamble/0": "谈心谈话9人次。"}, "/preamble/0", None),
    ],
)
def test_what_both_changed_is_named(ours: Any, theirs: Any, path: str, message: str | None) -> None:
    def after(edits: dict[str, Any]) -> SelfExamination:
        ((at, new),) = edits.items()
        return remove(team, at) if new is None else replace(team, at, new)

    merged, mirrored = merge(team, after(ours), after(theirs)), merge(team, after(theirs), after(ours))
    assert [str(c.path) for c in merged.conflicts] == [path]
    assert [str(c.path) for c in mirrored.conflicts] == [path]
    assert message is None or merged.conflicts[0].message == message
    if None not in ours.values():
        assert unlinked(merged.value) == unlinked(after(ours))
    else:
        assert merged.value.measures[0] == after(theirs).measures[0] == mirrored.value.measures[0]


def test_moves_and_insertions_of_both_sides() -> None:
    one, two, three_, four = team.measures
    ours, theirs = (
        replace(team, "/measures", [two, one, three_, four]),
        replace(team, "/measures", [one, two, four, three_]),
    )
    assert [m.id for m in merge(team, ours, theirs).value.measures] in (["m2", "m1", "m4", "m3"],)
    theirs = replace(team, "/measures", [two, three_, four, one])
    torn = merge(team, replace(team, "/measures", [two, three_, one, four]), theirs)
    assert [c.message for c in torn.conflicts] == ["措施1 两边移到了不同的地方，现按一边的放，请定"]
    assert [m.id for m in torn.value.measures] == ["m2", "m3", "m1", "m4"]
    both = merge(team, insert(team, "/measures/1", "抓甲事。"), insert(team, "/measures/1", "抓乙事。"))
    assert [(m.id, m.text) for m in both.value.measures[:3]] == [
        ("m1", one.text),
        ("m5", "抓甲事。"),
        ("m6", "抓乙事。"),
    ]
    assert both.conflicts == ()
    same = merge(
        team, insert(team, "/measures/1", "抓甲事。"), replace(insert(team, "/measures/1", "抓甲事。"), "/talks", 9)
    )
    assert [m.id for m in same.value.measures] == ["m1", "m5", "m2", "m3", "m4"]


def test_links_and_rows_follow() -> None:
    link = Link(issue="i1", measure="m1", basis=LinkBasis.LABEL)
    linked = team.model_copy(update={"links": (link,)})
    more = linked.model_copy(update={"links": (link, link.model_copy(update={"measure": "m2"}))})
    merged = merge(linked, more, remove(linked, "/measures/0"))
    assert [(one.issue, one.measure) for one in merged.value.links] == [("i1", "m2")]
    row = {"issue": "担当不够。", "measures": ["敢担当。"]}
    other = {"issue": "作风不实。", "measures": ["强作风。"]}
    both = merge(ledger, insert(ledger, "/entries/1", row), insert(ledger, "/entries/1", other)).value
    assert [entry.id for entry in both.entries] == ["e1", "e3", "e4", "e2"]
    assert [(one.issue, one.measure) for one in both.links] == [
        ("i1", "m1"),
        ("i1", "m2"),
        ("i3", "m4"),
        ("i4", "m5"),
        ("i2", "m3"),
    ]


def test_facts_are_what_the_merged_texts_state() -> None:
    ours, theirs = replace(team, "/opinions/total", 31), replace(team, "/talks", 18)
    merged = merge(team, ours, theirs)
    assert merged.conflicts == ()
    assert merged.value.preamble == ("会前征求意见建议31条，谈心谈话18人次。",)
    assert (merged.value.opinions, merged.value.talks) == (ours.opinions, 18)
    own = merge(
        report,
        replace(report, "/team_issues/0/text", "在带头干事创业、担当作为方面，干得不够"),
        replace(report, "/team_issues/1/text", "在带头固本培元、增强党性方面，学得不够。"),
    )
    assert own.conflicts == ()
    assert [aspect.id for aspect in own.value.aspects] == ["2025-4", "2025-2"]


def test_an_item_comes_under_the_aspect_where_it_was_put() -> None:
    renamed = replace(team, "/sections/2/heading", "带头干事创业、担当作为方面")
    first, second, third = team.issues
    moved = replace(team, "/issues", (second, third, first))
    for ours, theirs in ((renamed, moved), (moved, renamed)):
        merged = merge(team, ours, theirs)
        assert merged.conflicts == ()
        assert [(one.id, one.aspect_id) for one in merged.value.issues] == [
            ("i2", "2025-1"),
            ("i3", "2025-4"),
            ("i1", "2025-4"),
        ]


def test_what_a_merged_text_no_longer_says_first_is_named() -> None:
    base = replace(team, "/measures/0/text", "抓好学习，促进工作。抓好调研，推动落实。")
    ours = replace(base, "/measures/0/text", "2026年5月底前抓好学习，促进工作。抓好调研，推动落实。")
    theirs = replace(base, "/measures/0/text", "抓好学习，促进工作。抓好调研，2026年9月底前推动落实。")
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = merge(base, one, other)
        assert merged.value.measures[0].text == "2026年5月底前抓好学习，促进工作。抓好调研，2026年9月底前推动落实。"
        assert [str(conflict.path) for conflict in merged.conflicts] == ["/measures/0/due"]


def test_a_paragraph_that_one_removed_and_one_changed_is_kept() -> None:
    gone, changed = remove(team, "/preamble/0"), replace(team, "/preamble/0", "谈心谈话9人次。")
    for one, other in ((gone, changed), (changed, gone)):
        merged = merge(team, one, other)
        assert [str(conflict.path) for conflict in merged.conflicts] == ["/preamble/0"]
        assert merged.value.preamble == ("谈心谈话9人次。",)
        assert merged.value.talks == 9


def test_ids_that_repeat_are_not_guessed_at() -> None:
    twice = team.model_copy(update={"measures": (team.measures[0],) * 2})
    ours, theirs = (twice.model_copy(update={"measures": (*twice.measures, team.measures[n])}) for n in (1, 2))
    merged = merge(twice, ours, theirs)
    assert [str(conflict.path) for conflict in merged.conflicts] == ["/measures"]
    assert merged.value.measures == ours.measures


def test_three_kinds_are_not_merged() -> None:
    with pytest.raises(WrongKind):
        merge(team, team, ledger)  # type: ignore[type-var]


CLAUSES = st.lists(st.sampled_from(["甲，", "乙。", "丙；", "丁", "（戊）", "己\n"]), max_size=6).map("".join)


@given(CLAUSES, CLAUSES, CLAUSES)
def test_texts_merge_by_clauses(base: str, ours: str, theirs: str) -> None:
    assert merged_text(base, base, theirs) == theirs
    assert merged_text(base, ours, base) == ours
    assert merged_text(base, ours, ours) == ours
    assert merged_text(base, ours, theirs) == merged_text(base, theirs, ours)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        (
            "抓学习，抓调研，抓落实。",
            "抓实学习，抓调研，抓落实。",
            "抓学习，抓调研，狠抓落实。",
            "抓实学习，抓调研，狠抓落实。",
        ),
        (
            "抓学习，抓调研，抓落实。",
            "抓实学习，抓调研，抓落实。",
            "抓学习，深调研，抓落实。",
            "抓实学习，深调研，抓落实。",
        ),
        ("抓学习，抓调研，抓落实。", "抓学习，抓落实。", "抓学习，抓调研，狠抓落实。", None),
        ("每月1次。", "每周1次。", "每月2次。", None),
        (
            "抓学习。抓调研。",
            "抓学习。抓调研。补一句。",
            "先一句。抓学习。抓调研。",
            "先一句。抓学习。抓调研。补一句。",
        ),
        ("抓学习。", "抓学习。甲。", "抓学习。乙。", None),
    ],
)
def test_changes_that_touch_are_not_joined(base: str, ours: str, theirs: str, merged: str | None) -> None:
    assert merged_text(base, ours, theirs) == merged


@given(st.permutations("abcdef"), st.permutations("abcdef"), st.lists(st.sampled_from("uvw"), unique=True))
def test_orders_merge(ours: list[str], theirs: list[str], fresh: list[str]) -> None:
    base, kept = list("abcdef"), set("abcdefuvw")
    assert merged_order(base, base, theirs + fresh, kept).keys == theirs + fresh
    assert merged_order(base, fresh + ours, base, kept).keys == fresh + ours
    assert merged_order(base, ours, ours, kept) == (ours, [])
    both = merged_order(base, ours, theirs + fresh, kept)
    assert sorted(both.keys) == sorted(base + fresh)
    mirrored = merged_order(base, theirs + fresh, ours, kept)
    assert sorted(mirrored.torn) == sorted(both.torn)


@given(values())
def test_merging_shares_what_did_not_change(value: DocumentValue) -> None:
    assume(isinstance(value, SelfExamination) and len(value.measures) > 1 and len(value.issues) > 1)
    assert isinstance(value, SelfExamination)
    merged = merge(value, remove(value, "/measures/0"), remove(value, "/issues/0")).value
    assert all(item is one for item, one in zip(merged.measures, value.measures[1:], strict=True))
    assert not any(node.__dict__.get("id") in (value.measures[0].id, value.issues[0].id) for _, node in walk(merged))


def linked() -> SelfExamination:
    """A paper of which two problems are linked: the first by likeness, the second by its words."""
    value = team
    (one, other, *_), (first, second, *_) = value.issues, value.measures
    likely = Link(issue=one.id, measure=first.id, basis=LinkBasis.LIKENESS)
    told = Link(issue=other.id, measure=second.id, basis=LinkBasis.LABEL)
    return value.model_copy(update={"links": (likely, told)})


def without(value: SelfExamination, link: Link) -> SelfExamination:
    return value.model_copy(update={"links": tuple(one for one in value.links if one != link)})


def test_a_link_that_is_inferred_is_nobodys_to_drop_and_one_that_is_told_is() -> None:
    base = linked()
    likely, told = base.links
    ours = replace(base, "/measures/0/due", "2026-09")
    theirs = replace(base, "/measures/1/due", "2026-10")
    assert merge(base, ours, without(theirs, likely)).value.links == base.links
    assert merge(base, ours, without(theirs, told)).value.links == (likely,)
    assert merge(base, without(theirs, told), ours).value.links == (likely,)
    assert merge(base, ours, without(base, told)).value == without(ours, told)


def test_a_link_stays_with_an_item_that_one_side_removed_and_the_other_changed() -> None:
    base = linked()
    ours = replace(base, "/issues/1/text", "台账底数不清，有7项没有登记。")
    theirs = remove(base, "/issues/1")
    assert base.links[1] not in theirs.links
    for sides in ((ours, theirs), (theirs, ours)):
        merged = merge(base, *sides)
        assert merged.conflicts
        assert base.links[1] in merged.value.links


def test_where_only_an_inferred_link_came_there_is_nothing_to_write() -> None:
    base = linked()
    more = Link(issue=base.issues[2].id, measure=base.measures[0].id, basis=LinkBasis.LIKENESS)
    ours = replace(base, "/measures/0/due", "2026-09")
    theirs = base.model_copy(update={"links": (*base.links, more)})
    assert merge(base, ours, theirs).value == ours
