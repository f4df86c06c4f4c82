"""Every kind of document through every verb: what one does not bear, its description says, with the reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.kinds.page import page
from mzsh_model.kinds.registry import kinds
from mzsh_model.kinds.schema import schema_of
from mzsh_model.kinds.spec import Verb
from tests.kinds.papers import EDITS, INSERTS, PAPERS, PROSE_EDIT, PROSE_INSERT
from tests.kinds.walking import walk

SRC = Path(__file__).parents[2] / "src" / "mzsh_model"
ALL = {str(kind.kind): kind for kind in kinds()}
DOCUMENTS = {one.value.__name__ for one in kinds()}


@pytest.mark.parametrize("name", [name for name in ALL if name != "Unknown"])
def test_a_kind_goes_through_every_verb(name: str) -> None:
    insert = INSERTS.get(name, PROSE_INSERT)
    if Verb.INSERT in ALL[name].refuses:
        insert = (f"/{next(iter(ALL[name].items), 'remarks')}/-", "另作安排。")
    borne = walk(ALL[name], name, EDITS.get(name, PROSE_EDIT), insert, PAPERS[name])
    assert borne >= {Verb.WRITE, Verb.REPLACE, Verb.TRACK, Verb.BIND, Verb.MERGE, Verb.ANNOTATE}


@pytest.mark.parametrize("name", ALL)
def test_a_kind_has_its_schema(name: str) -> None:
    by_title = {one: schema_of(one) for one in _schema_names()}
    assert any(one["properties"]["kind"].get("const") == name for one in by_title.values() if "properties" in one)


def _schema_names() -> tuple[str, ...]:
    from mzsh_model.kinds.schema import schema_names

    return tuple(name for name in schema_names() if name != "reading")


def test_only_the_descriptions_switch_on_the_type_of_a_document() -> None:
    found = [
        f"{path.relative_to(SRC)}:{line}"
        for path in sorted(SRC.rglob("*.py"))
        if path.relative_to(SRC).parts[0] != "kinds"
        for line in _switches(path.read_text(encoding="utf-8"), names=path.relative_to(SRC).parts[0] != "rules")
    ]
    assert not found, "ask the description of the kind instead: " + ", ".join(found)


SWITCHES = {
    "isinstance": "isinstance(value, Ledger)",
    "one-of-two": "isinstance(value, Ledger | MeetingReport)",
    "tuple": "isinstance(value, (Ledger, MeetingReport))",
    "through-the-package": "isinstance(value, mz.Ledger)",
    "issubclass": "issubclass(kind, SelfExamination)",
    "type-is": "type(value) is Minutes",
    "type-is-not": "type(value) is not Minutes",
    "type-in": "type(value) in (Minutes, Ledger)",
    "case": "match value:\n    case Ledger():\n        pass",
    "case-through-the-package": "match value:\n    case mz.Ledger(year=2025):\n        pass",
    "name": "value.kind == 'Ledger'",
    "names": "value.kind in ('Ledger', 'Minutes')",
    "case-of-a-name": "match value.kind:\n    case 'Ledger':\n        pass",
    "constant": "value.kind == Kind.LEDGER",
}


@pytest.mark.parametrize("name", SWITCHES)
def test_a_switch_that_is_planted_is_found(name: str) -> None:
    assert list(_switches(SWITCHES[name])), SWITCHES[name]


def test_items_and_rules_about_named_papers_are_no_switches() -> None:
    assert not list(_switches("isinstance(item, LedgerEntry | Issue)\nlabel.kind in RUN_IN\ntype(new) is type(old)"))
    assert not list(_switches("paper.kind == 'TalkSummary'", names=False))


def _switches(code: str, *, names: bool = True) -> Iterator[int]:
    """The lines that ask for the type of a document, or (`names`) compare its kind with a name.

    Rules name the papers that they compare with one another, as `on=` names the one that they judge.
    """
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Call(func=ast.Name(id="isinstance" | "issubclass"), args=[_, kinds]) if _named(kinds) & DOCUMENTS:
                yield node.lineno
            case ast.MatchClass(cls=cls) if _named(cls) & DOCUMENTS:
                yield cls.lineno
            case ast.Match(subject=ast.Attribute(attr="kind"), cases=cases) if names and cases:
                told = {one.value for case in cases for one in ast.walk(case.pattern) if isinstance(one, ast.Constant)}
                if told & ALL.keys():
                    yield node.lineno
            case ast.Compare(left=ast.Call(func=ast.Name(id="type")), comparators=[other]) if _named(other) & DOCUMENTS:
                yield node.lineno
            case ast.Compare(left=ast.Attribute(attr="kind"), comparators=[other]) if names:
                told = {one.value for one in ast.walk(other) if isinstance(one, ast.Constant)}
                if told & ALL.keys() or any(one.isupper() and hasattr(mz.Kind, one) for one in _named(other)):
                    yield node.lineno
            case _:
                pass


def _named(node: ast.AST) -> set[str]:
    attributes = {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}
    return attributes | {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def test_the_docs_tell_what_the_descriptions_say() -> None:
    told = (SRC.parents[1] / "docs" / "kinds.md").read_text(encoding="utf-8")
    assert told == page(), "run `python -m mzsh_model.kinds.page docs/kinds.md`"
