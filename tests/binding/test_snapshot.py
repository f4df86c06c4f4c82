"""What a file remembers: whole and readable again, silent about texts where it should be, refused where it is damaged."""

from __future__ import annotations

import itertools
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.binding.identity.fingerprint import canonical, fingerprint, likeness
from mzsh_model.binding.identity.ids import is_minted, mint
from mzsh_model.binding.identity.items import items_of, with_ids
from mzsh_model.binding.identity.snapshot import Known, Level, Snapshot, from_text, snapshot_of, to_text
from mzsh_model.kernel.errors import BadModel, InputError, UnknownSchema
from mzsh_model.model.documents import DocumentValue, Ledger, LedgerEntry, MeetingReport
from mzsh_model.model.items import Issue, Link, LinkBasis, Measure
from mzsh_model.model.parts import Criticism, Step
from tests.binding.edits import LABELS
from tests.values import values

LEDGER = Ledger(
    entries=(
        LedgerEntry(
            id="e1",
            issue=Issue(id="i1", statement="学习不够", text="学习不够。"),
            measures=(Measure(id="m1", text="读完4本书。"), Measure(id="m2", text="每月研讨1次。")),
        ),
        LedgerEntry(id="e2", issue=Issue(id="i2", statement="调研不深", text="调研不深。")),
    ),
    links=(Link(issue="i1", measure="m2", basis=LinkBasis.ROW),),
)


def snapshot(
    value: DocumentValue = LEDGER, level: Level = Level.IDS, before: Snapshot | None = None, seed: str = "s"
) -> Snapshot:
    return snapshot_of(value, document="d", revision=1, level=level, before=before, seed=seed)


def test_every_item_has_its_letter_and_its_row() -> None:
    known = snapshot().items
    assert "".join(item.kind for item in known) == "eimmei"
    rows = known[0].id, known[4].id
    assert [item.parent for item in known] == [None, *[rows[0]] * 3, None, rows[1]]
    assert [item.order for item in known] == list(range(6))
    report = MeetingReport(preparation=(Step(id="s1", text="学习"),), criticisms=(Criticism(id="k1", text="少"),))
    assert "".join(item.kind for item in snapshot(report).items) == "tk"


@given(values(), st.sampled_from(Level))
def test_what_is_written_is_read_again(value: DocumentValue, level: Level) -> None:
    made = snapshot(value, level)
    text = to_text(made)
    assert from_text(text) == made
    assert to_text(from_text(text)) == text
    assert from_text(f"\n\t{json.dumps(json.loads(text), indent=3, ensure_ascii=False)}\n") == made


@given(values())
def test_no_word_of_the_document_is_kept_unless_asked(value: DocumentValue) -> None:
    items = list(items_of(value))
    assert not re.search("[\u3000-\u9fff]", to_text(snapshot(value)))
    full = snapshot(value, Level.FULL)
    assert [known.text for known in full.items] == [item.text for item in items]


@given(st.data())
def test_a_damaged_snapshot_is_refused_in_one_line(data: st.DataObject) -> None:
    text = to_text(snapshot(level=Level.FULL))
    at = data.draw(st.integers(0, len(text) - 1))
    typed = data.draw(st.sampled_from(['"', "{", "5", "e", "，", "\\", ""]))
    harmed = text[:at] + typed + text[at + 1 :]
    if harmed == text:
        return
    with pytest.raises(InputError) as raised:
        from_text(harmed)
    assert "\n" not in str(raised.value)
    assert "学习" not in str(raised.value)


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", "[" * 100_000, '{"schema":"0"}', '{"schema":1}'])
def test_what_is_no_snapshot_is_refused(text: str) -> None:
    with pytest.raises(BadModel):
        from_text(text)


def test_a_newer_snapshot_is_named_as_such() -> None:
    with pytest.raises(UnknownSchema, match=r"第 2 版.*第 1 版"):
        from_text('{"schema":"2","anything":[]}')


def test_a_name_that_somebody_added_is_not_repeated() -> None:
    with pytest.raises(BadModel) as raised:
        from_text(to_text(snapshot()).replace('"revision"', '"张三的批评":0,"revision"'))
    assert "张三" not in str(raised.value)


ONE, TWO = snapshot().items[0], snapshot().items[4]


@pytest.mark.parametrize(
    "wrong",
    [
        Snapshot("d", 1, Level.IDS, (ONE, ONE)),
        Snapshot("d", 1, Level.IDS, (ONE,), (ONE.id,)),
        Snapshot("d", 1, Level.IDS, (TWO, ONE)),
        Snapshot("d", 1, Level.IDS, (Known(ONE.id, ONE.kind, 0, TWO.id, ONE.digest, ONE.length, ONE.sketch),)),
        Snapshot("d", 1, Level.FULL, (ONE,)),
        Snapshot("d", 1, Level.IDS, (Known(ONE.id, ONE.kind, 0, None, ONE.digest, ONE.length, ONE.sketch, "字"),)),
    ],
    ids=["id twice", "retired and alive", "out of order", "in no row", "no texts", "texts"],
)
def test_a_snapshot_that_contradicts_itself_is_refused(wrong: Snapshot) -> None:
    with pytest.raises(BadModel, match="自相矛盾"):
        from_text(to_text(wrong))


def test_the_checksum_is_that_of_the_contents() -> None:
    assert snapshot().checksum == from_text(to_text(snapshot())).checksum
    assert snapshot().checksum != snapshot(level=Level.FULL).checksum


@given(values())
def test_items_keep_their_ids_and_links_follow(value: DocumentValue) -> None:
    first = snapshot(value)
    ids = [known.id for known in first.items]
    assert len(set(ids)) == len(ids)
    assert all(map(is_minted, ids))
    bound = with_ids(value, ids)
    assert [item.id for item in items_of(bound)] == ids
    assert snapshot(bound) == first
    names = {item.id: new for item, new in zip(items_of(value), ids, strict=True)}
    ends = [(link.issue, link.cause, link.measure) for link in getattr(value, "links", ())]
    renamed = [tuple(None if end is None else names[end] for end in link) for link in ends]
    assert [(link.issue, link.cause, link.measure) for link in getattr(bound, "links", ())] == renamed
    assert with_ids(bound, [item.id for item in items_of(value)]) == value


def test_ids_are_given_for_every_item() -> None:
    with pytest.raises(ValueError, match="zip"):
        with_ids(LEDGER, ["x"])


def test_an_id_that_went_is_retired_for_good() -> None:
    first = snapshot()
    bound = with_ids(LEDGER, [known.id for known in first.items])
    second = snapshot(bound.model_copy(update={"entries": bound.entries[:1]}), before=first)
    assert second.retired == tuple(sorted(known.id for known in first.items[4:]))
    third = snapshot(LEDGER, before=second)
    assert not {known.id for known in third.items} & first.ids
    assert third.ids == first.ids | {known.id for known in third.items}


def test_one_id_for_two_items_is_refused() -> None:
    bound = with_ids(LEDGER, [known.id for known in snapshot().items])
    with pytest.raises(BadModel, match="同一个编号"):
        snapshot(bound.model_copy(update={"entries": bound.entries[:1] * 2}))


def test_ids_repeat_by_seed_and_only_so() -> None:
    def some(**how: str) -> list[str]:
        return list(itertools.islice(mint(**how), 500))

    assert some(seed="a") == some(seed="a")
    assert not set(some(seed="a")) & set(some(seed="b"))
    drawn = some() + some()
    assert len(set(drawn)) == 1000
    assert all(re.fullmatch("[0-9a-hjkmnp-tv-z]{16}", id) for id in drawn)
    assert not is_minted("i1")
    taken = some(seed="a")[:2]
    assert next(mint(taken, seed="a")) == some(seed="a")[2]


@given(st.sampled_from(LABELS), st.sampled_from(LABELS), st.text("学习不够调研深，。 \n", max_size=20))
def test_neither_labels_nor_white_space_are_an_edit(label: str, inner: str, text: str) -> None:
    assert canonical(f"{label}{inner}学{text}") == canonical(f" 学{text.replace(' ', '　')}\n")


def test_a_mark_mended_is_an_edit_though_the_same_item() -> None:
    one, other = fingerprint("学习不够，不深。"), fingerprint("学习不够,不深")
    assert one.digest != other.digest
    assert likeness(one, other) == 1.0


@given(st.text("理论学习不够深入调研工作", max_size=60), st.text("理论学习不够深入调研工作", max_size=60))
def test_a_sketch_estimates_what_a_text_would_tell(one: str, other: str) -> None:
    here, there = fingerprint(one), fingerprint(other)
    kept = snapshot(MeetingReport(criticisms=(Criticism(id="k1", text=one),))).items[0].fingerprint
    both = here.grams | there.grams
    true = len(here.grams & there.grams) / len(both) if both else 0.0
    equal = sum(a == b for a, b in zip(kept.sketch, there.sketch, strict=False)) / 64
    assert kept.sketch == here.sketch
    assert abs(equal - true) <= 5 / 16
