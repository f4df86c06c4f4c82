"""A reading as JSON and as text."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.cli.wide import printable
from mzsh_model.document import Document
from mzsh_model.kernel.place import Place
from mzsh_model.model.schema import SCHEMA_VERSION


def reading_json(document: Document) -> dict[str, object]:
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


def reading_text(document: Document) -> Iterator[str]:
    """Yield the value's parts with their lines, then the reader's doubts."""
    outcome = document.read()
    yield f"{document.name}   {document.kind.zh} · {document.kind_reason}"
    data = outcome.value.model_dump(mode="json", exclude_none=True)
    for name, held in data.items():
        if isinstance(held, list):
            for index, item in enumerate(held):
                place = outcome.anchors.get(f"/{name}/{index}")
                words = (
                    item.get("text") or item.get("heading") or item.get("name") or item
                    if isinstance(item, dict)
                    else item
                )
                yield f"  {name}/{index}  第{place.line if place else 0}行  {printable(str(words))[:60]}"
        elif held not in ({}, ""):
            yield f"  {name}  {printable(str(held))[:70]}"
    for notice in outcome.notices:
        yield f"  疑点 {notice.code}  第{notice.line}行  {notice.message}"
