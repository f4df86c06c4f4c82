"""Which anchors of a reading still hold for a value that was changed since."""

from __future__ import annotations

from collections.abc import Mapping

from mzsh_model.kernel.errors import BadPath
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.place import Place
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.walk import resolve


def still_true(outcome: Outcome[DocumentValue], value: DocumentValue) -> Mapping[str, Place]:
    """Return the anchors of those parts that the value has unchanged."""
    kept: dict[str, Place] = {}
    for path, place in outcome.anchors.items():
        try:
            if resolve(value, path) == resolve(outcome.value, path):
                kept[path] = place
        except BadPath:
            continue
    return kept
