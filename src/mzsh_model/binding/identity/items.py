"""The items of a value that are followed through edits: which there are, in order, and how they get their ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import is_
from typing import TypeVar, cast

from mzsh_model.edit.pairing import wording
from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.kinds.criticism_sheet.value import CriticismRow
from mzsh_model.kinds.opinion_list.value import Opinion
from mzsh_model.kinds.prior_account.value import PriorAccountRow
from mzsh_model.kinds.talk_summary.value import Talk
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue, LedgerEntry
from mzsh_model.model.items import Cause, Issue, Link, Measure
from mzsh_model.model.parts import CaseReflection, Criticism, PersonalMatter, PriorIssue, Step
from mzsh_model.model.walk import walk

V = TypeVar("V", bound=DocumentValue)


class ItemKind(StrEnum):
    """What an item is; the letter stands in bookmark names and snapshots and never changes its meaning."""

    ISSUE = "i"
    CAUSE = "c"
    MEASURE = "m"
    PRIOR_ISSUE = "p"
    CASE_REFLECTION = "r"
    PERSONAL_MATTER = "s"
    STEP = "t"
    CRITICISM = "k"
    LEDGER_ENTRY = "e"
    OPINION = "o"
    TALK = "l"

    @property
    def zh(self) -> str:
        """What people call it, as in 问题3."""
        return _NAMES[self]


_NAMES = {
    ItemKind.ISSUE: "问题",
    ItemKind.CAUSE: "原因",
    ItemKind.MEASURE: "措施",
    ItemKind.PRIOR_ISSUE: "上年度问题",
    ItemKind.CASE_REFLECTION: "案例剖析",
    ItemKind.PERSONAL_MATTER: "个人事项",
    ItemKind.STEP: "准备工作",
    ItemKind.CRITICISM: "批评意见",
    ItemKind.LEDGER_ENTRY: "台账条目",
    ItemKind.OPINION: "意见",
    ItemKind.TALK: "谈心谈话",
}
_KINDS: dict[type[Value], ItemKind] = {
    Issue: ItemKind.ISSUE,
    Cause: ItemKind.CAUSE,
    Measure: ItemKind.MEASURE,
    PriorIssue: ItemKind.PRIOR_ISSUE,
    CaseReflection: ItemKind.CASE_REFLECTION,
    PersonalMatter: ItemKind.PERSONAL_MATTER,
    Step: ItemKind.STEP,
    Criticism: ItemKind.CRITICISM,
    LedgerEntry: ItemKind.LEDGER_ENTRY,
    Opinion: ItemKind.OPINION,
    Talk: ItemKind.TALK,
    CriticismRow: ItemKind.CRITICISM,
    PriorAccountRow: ItemKind.PRIOR_ISSUE,
}


@dataclass(frozen=True, slots=True)
class Item:
    """An item where it stands in a value; `parent` is the path of the item around it, empty where there is none.

    `text` is what it says, without label. What a ledger keeps in cells of its own beside a measure (责任人, 完成时限)
    is no part of it; of a row it is the problem and the measures.
    """

    path: ModelPath
    kind: ItemKind
    id: str
    text: str
    parent: ModelPath


def items_of(value: DocumentValue) -> Iterator[Item]:
    """Yield the items of `value` in the order of the model, an outer one before those inside it."""
    paths: list[ModelPath] = []
    for path, node in walk(value):
        kind = _KINDS.get(type(node))
        if kind is None:
            continue
        while paths and not path.startswith(f"{paths[-1]}/"):
            paths.pop()
        yield Item(path, kind, str(node.__dict__["id"]), wording(node), paths[-1] if paths else ROOT)
        paths.append(path)


def with_ids(value: V, ids: Sequence[str], items: Sequence[Item] | None = None) -> V:
    """Return `value` with the ids of its items, in the order of `items_of`, replaced by `ids`; links follow.

    `items` are those of the value, where they are at hand.

    Raises:
        ValueError: there are more or fewer ids than items.
    """
    items = list(items_of(value)) if items is None else items
    if [item.id for item in items] == list(ids):
        return value
    by_path = {item.path: new for item, new in zip(items, ids, strict=True)}
    return cast(V, _renamed(value, ROOT, by_path, {item.id: by_path[item.path] for item in items}))


def _renamed(node: Value, path: ModelPath, by_path: Mapping[ModelPath, str], by_id: Mapping[str, str]) -> Value:
    new: dict[str, object] = {}
    if path in by_path and node.__dict__["id"] != by_path[path]:
        new["id"] = by_path[path]
    for name, held in node.__dict__.items():
        renamed: object = held
        if isinstance(held, Value):
            renamed = _renamed(held, path / name, by_path, by_id)
        elif isinstance(held, tuple):
            entries = cast(tuple[object, ...], held)
            told: tuple[object, ...] = tuple(
                _renamed(x, path / name / n, by_path, by_id) if isinstance(x, Value) else x
                for n, x in enumerate(entries)
            )
            renamed = entries if all(map(is_, told, entries)) else told
        elif isinstance(node, Link) and isinstance(held, str):
            renamed = by_id.get(held, held)
        if renamed is not held:
            new[name] = renamed
    return node.model_copy(update=new) if new else node
