"""One paper of a kind taken through every verb."""

from __future__ import annotations

import re
from typing import Any

import pytest

import mzsh_model as mz
from mzsh_model.kinds.load import load
from mzsh_model.kinds.registry import AnyKind
from mzsh_model.kinds.spec import Verb


def walk(kind: AnyKind, name: str, edit: tuple[str, Any], insert: tuple[str, Any], text: str) -> set[Verb]:
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
