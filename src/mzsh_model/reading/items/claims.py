"""Sentences by which a member owns up to problems of the team (认领): none of the member's own."""

from __future__ import annotations

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.reading.words.lexicon import states_fault, states_nothing

_TEAM = lazy_pattern("班子|党[组委]|党工委|支委|集体")
_QUOTED = lazy_pattern(r"[“「\"][^”」\"]{2,80}[”」\"]")


def is_claim(text: str) -> bool:
    """Tell whether `text` only takes on problems that the team found, and tells no problem beside those it quotes.

    >>> is_claim("对班子查摆的“文风不实”问题，我作为副主任主动认领。")
    True
    >>> is_claim("学习不够系统，对班子查摆的“文风不实”问题主动认领。")
    False
    """
    if "认领" not in text or _TEAM.search(text) is None:
        return False
    return not states_fault(_QUOTED.sub("", text))


def is_none(text: str) -> bool:
    """Tell whether what stands where a problem may is none: 无, or the team's problems owned up to."""
    return states_nothing(text) or is_claim(text)
