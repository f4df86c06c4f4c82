"""Numbers that papers state, and of what: a team's paper that names the opinions on the team does not say how many there were."""

from __future__ import annotations

from mzsh_model.rules.papers import Paper

_PARTS = ("for_team", "for_members")


def stated_of_all(paper: Paper, at: str) -> int | None:
    """Return the number at a path, None where the paper says it of a part alone: 征求到对班子的意见12条 is no total."""
    count = paper.stated(at)
    (own, _, name), anchors = at.rpartition("/"), paper.context.anchors
    if name in _PARTS or at not in anchors:
        return count
    return None if any(anchors.get(f"{own}/{part}") == anchors[at] for part in _PARTS) else count
