"""Every kind of document through every verb: what one does not bear, its description says, with the reason."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

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
        f"{path.relative_to(SRC)}:{node.lineno}"
        for path in sorted(SRC.rglob("*.py"))
        if path.relative_to(SRC).parts[0] != "kinds"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if _switches(node)
    ]
    assert not found, "ask the description of the kind instead: " + ", ".join(found)


def _switches(node: ast.AST) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance":
        named = {one.id for one in ast.walk(node.args[1]) if isinstance(one, ast.Name)}
    elif isinstance(node, ast.MatchClass) and isinstance(node.cls, ast.Name):
        named = {node.cls.id}
    else:
        return False
    return bool(named & DOCUMENTS)


def test_the_docs_tell_what_the_descriptions_say() -> None:
    told = (SRC.parents[1] / "docs" / "kinds.md").read_text(encoding="utf-8")
    assert told == page(), "run `python -m mzsh_model.kinds.page docs/kinds.md`"
