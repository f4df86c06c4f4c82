"""Rows of a ledger that come and go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mzsh_model.binding.plan import Plan
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.place import Place
from mzsh_model.model.documents import LedgerEntry


def place_rows(
    plan: Plan,
    anchors: Mapping[str, Place],
    where: str,
    entries: Sequence[LedgerEntry],
    order: Sequence[int | None],
    moved: frozenset[int],
) -> None:
    """Plan the rows that come, go and move."""
    raise BadEdit("edit-rows", "台账整行的增减还不能写回")
