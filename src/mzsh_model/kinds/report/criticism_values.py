"""A criticism that was found in a text as a value of the model."""

from __future__ import annotations

from mzsh_model.kinds.report.exchanges import Said
from mzsh_model.model.parts import Criticism
from mzsh_model.reading.draft import Draft
from mzsh_model.reading.told_facts import name_value


def criticism_value(draft: Draft, index: int, said: Said) -> Criticism:
    """Return the criticism at its place in the list, anchored."""
    path = f"/criticisms/{index}"
    draft.anchor(path, said.text.place())
    return Criticism(
        id=f"k{index + 1}",
        critic=name_value(draft.anchor_span(f"{path}/critic", said.critic)) if said.critic else None,
        target=name_value(draft.anchor_span(f"{path}/target", said.target)) if said.target else None,
        label=draft.anchor_span(f"{path}/label", said.label) if said.label else None,
        text=draft.anchor_span(f"{path}/text", said.text),
    )
