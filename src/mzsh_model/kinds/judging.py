"""What the kind of a value asks of it before anybody may judge it."""

from __future__ import annotations

from mzsh_model.kinds.registry import kind_of
from mzsh_model.kinds.spec import Verb
from mzsh_model.model.documents import DocumentValue
from mzsh_model.rules.doubts import Needs


def needs_of(value: DocumentValue) -> Needs:
    """Return what a value must hold for a verdict, by the description of its kind."""
    kind = kind_of(value)
    return Needs(kind.refuses.get(Verb.CHECK, ""), kind.judged, kind.needed, kind.partly)
