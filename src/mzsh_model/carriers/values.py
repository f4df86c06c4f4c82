"""Values as JSON has them: what was read from a document, and what differs between two."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from mzsh_model.document.document import Document
from mzsh_model.edit.compare import Change
from mzsh_model.kernel.place import Place
from mzsh_model.model.base import SCHEMA_VERSION, Value


def told_reading(document: Document) -> dict[str, object]:
    """Return the value with its anchors and notices, as the JSON contract has it."""
    outcome = document.read()
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": str(document.kind),
        "source": document.name,
        "value": outcome.value.model_dump(mode="json"),
        "anchors": {path: _place(place) for path, place in outcome.anchors.items()},
        "notices": [{"code": n.code, "line": n.line, "text": n.text, "message": n.message} for n in outcome.notices],
    }


def _place(place: Place) -> dict[str, object]:
    told: dict[str, object] = {"line": place.line, "start": place.start, "end": place.end}
    if place.rest:
        told["rest"] = [_place(part) for part in place.rest]
    return told


def told_changes(kind: str, found: Iterable[Change], sentences: Iterable[str]) -> dict[str, object]:
    """Return what differs between two values of a kind, change by change and in words."""
    return {"kind": kind, "changes": [_change(one) for one in found], "sentences": list(sentences)}


def _change(change: Change) -> dict[str, object]:
    return {
        "kind": str(change.kind),
        "path": str(change.path),
        "target": str(change.target),
        "old": _plain(change.old),
        "new": _plain(change.new),
    }


def _plain(held: object) -> object:
    """A part of a value as JSON has it."""
    if isinstance(held, Value):
        return held.model_dump(mode="json")
    if isinstance(held, tuple):
        return [_plain(entry) for entry in cast(tuple[object, ...], held)]
    return held
