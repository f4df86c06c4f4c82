"""Bound files through LibreOffice: whatever a person did there, the reading says what became of every item."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.binding.identity.carriers import carried
from mzsh_model.binding.identity.fates import Fate
from mzsh_model.binding.identity.telling import FateKind
from mzsh_model.document.document import Document
from tests.binding.test_bind import DRAFT, SEED, docx, identity_notices, ids, ledger, names, shown, word
from tests.office import OLD_WORD, OPEN, WORD, Job, Step, needs_uno, work_in_libreoffice

E_, N, P, D = FateKind.EDITED, FateKind.NEW, FateKind.PENDING, FateKind.DELETED
MOVED, SPLIT, MERGED, COPIED = FateKind.MOVED, FateKind.SPLIT, FateKind.MERGED, FateKind.COPIED
SECOND = "二是与群众交心谈心不多，全年只有3次。"


@dataclass(frozen=True)
class Edit:
    """What a person does, and what becomes of the items by their place in the old file; of the rest nothing. New ones by path."""

    steps: list[Step]
    told: dict[int | str, set[FateKind]]
    ledger: bool = False


# a draft's items: 0 to 2 the problems, a line each; 3 to 5 the measures, in one line
EDITS = {
    "nothing": Edit([], {}),
    "typed in the middle": Edit([("type_before", "听汇报多", "总是")], {1: {E_}}),
    "typed at the end": Edit([("type_at", "调研不够", "尤其是对企业。", True)], {1: {E_}}),
    "typed at the beginning": Edit([("replace", "二是调研", "调研"), ("type_at", "调研不够", "二是")], {}),
    "retyped": Edit([("retype", "调研不够", SECOND)], {1: {E_}}),
    "replaced everywhere": Edit([("replace", "学习", "研习")], {0: {E_}, 3: {E_}}),
    "inserted": Edit([("insert", "调研不够", "三是请示报告不够及时，有2项工作先办后报。")], {"/issues/2": {N}}),
    "inserted before": Edit([("insert", "一、存在", "一是纪律观念不强，迟到2次。")], {"/issues/0": {N}}),
    "deleted": Edit([("delete", "调研不够")], {1: {D}}),
    "cut and pasted": Edit([("cut", "理论学习不够", "二、整改措施")], {0: {MOVED}}),
    "moved up": Edit([("up", "担当精神")], {2: {MOVED}}),
    "moved and edited": Edit(
        [("up", "担当精神"), ("up", "担当精神"), ("replace", "遇到难题", "碰到难事")], {2: {MOVED, E_}}
    ),
    "copied": Edit([("copy", "理论学习不够", "二、整改措施")], {"/issues/3": {COPIED}}),
    "broken into two lines": Edit([("split", "，听汇报多")], {}),
    "split": Edit([("split", "听汇报多"), ("type_at", "听汇报多", "三是")], {1: {SPLIT}}),
    "run on": Edit([("join", "理论学习不够")], {}),
    "joined": Edit(
        [("join", "理论学习不够"), ("replace", "二是调研不够", "调研不够")], {0: {MERGED}, 1: {MERGED}}
    ),
    "one of a line gone": Edit([("replace", "二是深入基层，每月到联系点1次，长期坚持。", "")], {4: {D}}),
    "one of a line on its own": Edit([("split", "二是深入基层"), ("split", "三是由办公室")], {}),
    "tracked: retyped": Edit([("track", True), ("retype", "调研不够", SECOND)], {1: {E_}}),
    "tracked: deleted": Edit([("track", True), ("delete", "调研不够")], {1: {P}}),
    "tracked: words deleted": Edit([("track", True), ("replace", "、看现场少", "")], {1: {E_}}),
    "tracked: one of a line gone": Edit(
        [("track", True), ("replace", "二是深入基层，每月到联系点1次，长期坚持。", "")], {4: {P}}
    ),
    "tracked: cut and pasted": Edit([("track", True), ("cut", "理论学习不够", "二、整改措施")], {0: {MOVED}}),
    "tracked: split": Edit(
        [("track", True), ("split", "听汇报多"), ("type_at", "听汇报多", "三是")], {1: {SPLIT}}
    ),
    "accepted: retyped": Edit([("track", True), ("retype", "调研不够", SECOND), ("accept",)], {1: {E_}}),
    "accepted: deleted": Edit([("track", True), ("delete", "调研不够"), ("accept",)], {1: {D}}),
    "accepted: cut and pasted": Edit(
        [("track", True), ("cut", "理论学习不够", "二、整改措施"), ("accept",)], {0: {MOVED}}
    ),
    "rejected: deleted": Edit([("track", True), ("delete", "调研不够"), ("reject",)], {}),
    "rejected: retyped": Edit([("track", True), ("retype", "调研不够", SECOND), ("reject",)], {}),
    # a ledger's items: 0 and 4 the rows, 1 and 5 their problems, the rest their measures
    "ledger: nothing": Edit([], {}, ledger=True),
    "ledger: a cell": Edit([("type_at", "调研不够扎实", "又浅又少。", True)], {4: {E_}, 5: {E_}}, ledger=True),
    "ledger: a row gone": Edit([("delete_row", "学习不够深入")], {n: {D} for n in range(4)}, ledger=True),
}  # fmt: skip


def make(edit: Edit) -> Document:
    doc = docx(*DRAFT)
    if edit.ledger:
        doc = ledger(
            ("1", "学习不够深入。", "1.每月学习1次；2.年底前考试1次"), ("<w:p/>", "调研不够扎实。", "每季度调研1次")
        )
    return mz.open(doc.bind(doc.read().value, seed=SEED).to_bytes())


class Folder:
    """Files on their way through LibreOffice."""

    def __init__(self, at: Path) -> None:
        self.at = at
        self.jobs: list[Job] = []

    def put(self, name: str, doc: Document) -> str:
        path = self.at / f"{name.replace(' ', '-').replace(':', '')}.docx"
        path.write_bytes(doc.to_bytes())
        return str(path)

    def send(self, file: str, steps: list[Step], kind: str = WORD) -> str:
        """Ask for a file to be edited and saved; return the path it will have."""
        suffix = {WORD: "docx", OLD_WORD: "doc", OPEN: "odt"}[kind]
        target = str(self.at / f"{len(self.jobs)}.{suffix}")
        self.jobs.append((file, steps, [(target, kind)]))
        return target

    def run(self) -> None:
        work_in_libreoffice(self.jobs, self.at)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Every edit, done and saved; and files that only went through: `generation 1` … `4`, `odt`, `doc`."""
    needs_uno("what LibreOffice does to bound files")
    folder = Folder(tmp_path_factory.mktemp("libreoffice"))
    made = {name: folder.send(folder.put(name, make(edit)), edit.steps) for name, edit in EDITS.items()}
    file = folder.put("base", make(EDITS["nothing"]))
    made |= {kind: folder.send(folder.send(file, [], kind), []) for kind in (OPEN, OLD_WORD)}
    for n in range(1, 5):
        file = made[f"generation {n}"] = folder.send(file, [])
    folder.run()
    return {name: mz.open(path) for name, path in made.items()}


def told(doc: Document, base: Document) -> dict[int | str, set[FateKind]]:
    """What became of each item, by its place in the old file or, if new, by its path; unchanged ones left out."""
    order = {id: n for n, id in enumerate(ids(base.read().value))}

    def name(fate: Fate) -> int | str:
        return fate.paths[0] if fate.id is None else order[fate.id]

    return {name(fate): set(fate.kinds) for fate in doc.fates if fate.kind is not FateKind.UNCHANGED}


@pytest.mark.parametrize("name", EDITS)
def test_what_a_person_did_is_told(name: str, saved: dict[str, Document]) -> None:
    edit, doc = EDITS[name], saved[name]
    base = make(edit)
    found = told(doc, base)
    # that the rest differs from the whole, and the whole from its parts, goes without saying
    assert {key: kinds - {E_} if kinds & {SPLIT, MERGED} else kinds for key, kinds in found.items()} == edit.told
    assert all(fate.sure for fate in doc.fates)
    assert not [code for code in identity_notices(doc)]
    held = {fate.id for fate in doc.fates if fate.goes_on}
    assert held <= set(ids(doc.read().value))
    assert len(set(ids(doc.read().value))) == len(ids(doc.read().value))


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_file_is_bound_again_and_finalized(name: str, saved: dict[str, Document]) -> None:
    doc = saved[name]
    value = doc.read().value
    again = mz.open(doc.bind(value, seed=SEED).to_bytes())
    assert ids(again.read().value) == ids(value)
    assert {fate.kind for fate in again.fates} == {FateKind.UNCHANGED}
    assert sum(names(again).values()) == len(ids(value))
    left = again.finalize()
    assert shown(left) == shown(doc)
    assert not names(left)
    assert carried(word(left), left.outline) is None
    assert left.fates == ()


@pytest.mark.parametrize("generation", range(1, 5))
def test_generations_of_saves_lose_nothing(generation: int, saved: dict[str, Document]) -> None:
    base, doc = make(EDITS["nothing"]), saved[f"generation {generation}"]
    assert ids(doc.read().value) == ids(base.read().value)
    assert told(doc, base) == {}
    mine, theirs = (carried(word(d), d.outline) for d in (base, doc))
    assert mine is not None
    assert theirs is not None
    assert theirs.snapshot == mine.snapshot
    assert theirs.properties == mine.properties
    assert doc.bind(doc.read().value) is doc


@pytest.mark.parametrize("kind", [OPEN, OLD_WORD])
def test_other_formats_keep_the_ids(kind: str, saved: dict[str, Document]) -> None:
    base, doc = make(EDITS["nothing"]), saved[kind]
    assert ids(doc.read().value) == ids(base.read().value)
    held, before = carried(word(doc), doc.outline), carried(word(base), base.outline)
    assert held is not None
    assert before is not None
    assert held.snapshot is None
    assert held.document == before.document
    assert identity_notices(doc) == ["identity-no-snapshot"]
    assert doc.fates == ()
