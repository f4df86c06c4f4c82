"""Every kind of document through every verb: what one does not bear, its description says, with the reason."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

import mzsh_model as mz
from mzsh_model.kinds.load import load
from mzsh_model.kinds.registry import AnyKind, kinds
from mzsh_model.kinds.schema import schema_of
from mzsh_model.kinds.spec import Verb
from tests.kinds.papers import EDITS, INSERTS, PAPERS, PROSE_EDIT, PROSE_INSERT

SRC = Path(__file__).parents[2] / "src" / "mzsh_model"
ALL = {str(kind.kind): kind for kind in kinds()}
DOCUMENTS = {one.value.__name__ for one in kinds()}


def _walk(kind: AnyKind, name: str, edit: tuple[str, Any], insert: tuple[str, Any], text: str) -> set[Verb]:
    """Take one paper through all verbs, or fail naming the one that is missing; return those that it bears."""
    doc = mz.open(text.encode())
    value = doc.read().value
    assert (doc.kind, type(value)) == (name, kind.value), doc.kind_reason
    assert load(value.model_dump_json()) == value
    if Verb.WRITE in kind.refuses:
        with pytest.raises(mz.WrongKind):
            mz.write(value)
        return set()
    fresh = mz.open(mz.write(value))
    read = fresh.read().value
    assert mz.changes(mz.complete(value), read) == () or all(
        c.path.parts[0] == "links" for c in mz.changes(value, read)
    )
    after = mz.replace(read, *edit)
    assert after != read
    written = fresh.write(after, tracked="办公室")
    assert written.read().value == after
    assert fresh.write(after).read().value == after
    assert mz.merge(read, after, read).value == after
    assert mz.merge(read, read, after).value == after
    bound = fresh.bind(read, seed="1")
    assert _unnamed(bound.read().value) == _unnamed(read)
    assert bound.finalize().to_bytes() == fresh.to_bytes()
    result = mz.check(read, fresh)
    if Verb.CHECK in kind.refuses:
        assert (result.checked, result.verdict) == (False, None)
        assert result.unchecked[0].reason == kind.refuses[Verb.CHECK]
    else:
        assert result.checked
    annotated = fresh.annotate(result)
    assert annotated.clean().to_bytes() == fresh.to_bytes()
    if Verb.INSERT in kind.refuses:
        with pytest.raises(mz.BadEdit):
            mz.insert(read, *insert)
    else:
        more = mz.insert(read, *insert)
        assert _unnamed(fresh.write(more).read().value) == _unnamed(more)
        longer = fresh.write(more)
        fewer = mz.remove(longer.read().value, insert[0].replace("-", str(_length(read, insert[0]))))
        assert _unnamed(longer.write(fewer).read().value) == _unnamed(read)
    return set(Verb) - set(kind.refuses)


def _unnamed(value: mz.DocumentValue) -> str:
    """What a value says without what files and readers count: ids, numbers, links."""
    told = value.model_dump(exclude={"links"})
    return re.sub(r"'(?:id|label|number)': (?:'[^']*'|None), ", "", repr(told))


def _length(value: mz.DocumentValue, path: str) -> int:
    held = mz.resolve(value, path.rpartition("/")[0])
    assert isinstance(held, tuple)
    return len(held)


@pytest.mark.parametrize("name", [name for name in ALL if name != "Unknown"])
def test_a_kind_goes_through_every_verb(name: str) -> None:
    insert = INSERTS.get(name, PROSE_INSERT)
    if Verb.INSERT in ALL[name].refuses:
        insert = (f"/{next(iter(ALL[name].items), 'remarks')}/-", "另作安排。")
    borne = _walk(ALL[name], name, EDITS.get(name, PROSE_EDIT), insert, PAPERS[name])
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
        if path.relative_to(SRC).parts[0] not in ("kinds", "rules")
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
