"""The anchors of a reading: which hold for a value that was changed since, and which stands above a path."""

from __future__ import annotations

from collections.abc import Mapping

from mzsh_model.kernel.errors import BadPath, StaleAnchor
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.place import Place
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.walk import resolve
from mzsh_model.outline.lines import Outline
from mzsh_model.rules.context import Source


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


def source_of(outline: Outline, outcome: Outcome[DocumentValue], value: DocumentValue) -> Source:
    """Return what a check of `value` needs of the document that `outcome` was read from.

    Raises:
        StaleAnchor: the value is of another kind.
    """
    if type(outcome.value) is not type(value):
        raise StaleAnchor(
            "anchor-kind", f"这份值是{value.kind}，而文件读出来是{outcome.value.kind}。请用同一份文件读出的值来检查"
        )
    anchors = outcome.anchors if outcome.value == value else still_true(outcome, value)
    return Source(outline, anchors, outcome.notices)


def anchor_above(anchors: Mapping[str, Place], path: str) -> Place:
    """Return the place of what stands at a path, or of the nearest part around it that has one.

    Raises:
        BadPath: nothing that was read stands there.
    """
    at = path
    while at and at not in anchors:
        at = at.rpartition("/")[0]
    if not at:
        raise BadPath("path-unanchored", f"{path} 不是读出来的内容，没有依据可说")
    return anchors[at]
