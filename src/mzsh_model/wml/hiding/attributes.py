"""What is replaced in an attribute: words anywhere, numbers and dates wherever they are not Word's own."""

from __future__ import annotations

from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.wml.hiding.pieces import Attribute, Pieces, quoted
from mzsh_model.wml.hiding.replace import Edit, Search, swapped

_NAMESPACES = "xmlns"
_VOCABULARY = frozenset(
    {"Type", "uri", "ContentType", "PartName", "Extension", "Ignorable", "Requires", "MustUnderstand", "ProcessContent"}
)
"""Attributes that say which standard is meant: a year in one is no date."""
_IDENTITY = lazy_pattern(r"\{?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\}?")
"""A number that programs know things by (a GUID): what looks like a telephone in it is none."""
MOMENT = lazy_pattern(r"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?")
"""A moment as programs write it: where another word cannot stand, the whole goes."""


class Changed(NamedTuple):
    """The new value of an attribute, None where the attribute goes."""

    value: str | None


def changed(attribute: Attribute, search: Search) -> Changed | None:
    """Return what becomes of an attribute, None where it stays."""
    value = attribute.value
    if attribute.name.startswith(_NAMESPACES):
        return None
    own = attribute.name in _VOCABULARY or _IDENTITY.fullmatch(value)
    new = swapped(value, search.known if own else search.all)
    if new == value:
        return None
    return Changed(None if MOMENT.fullmatch(value) else new)


def attribute_edits(pieces: Pieces, search: Search) -> list[Edit]:
    """Return the edits that replace what is found in the attributes of a part."""
    out: list[Edit] = []
    for one in pieces.attributes:
        found = changed(one, search)
        if found is not None and found.value is None:
            out.append(Edit(*pieces.whole(one), ""))
        elif found is not None:
            out.append(Edit(one.start, one.end, quoted(found.value or "")))
    return out
