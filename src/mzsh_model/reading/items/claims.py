"""Sentences by which a member owns up to problems of the team (认领): none of the member's own."""

from __future__ import annotations

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.words.lexicon import states_fault, states_nothing

_TEAM = lazy_pattern("班子|党[组委]|党工委|支委|集体")
_NAMED = lazy_pattern(
    r"(?:查摆|检视|存在|查找|梳理|班子)(?:出来|出)?的(?P<what>[^，,。；;“”]{4,40}?)(?:的|等|这一|方面的?)*(?:突出|共性)?(?:问题|不足)"
)
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
    for start, end in reversed(claims_in(text)):
        text = text[:start] + text[end:]
    return not states_fault(_QUOTED.sub("", text))


def claims_in(text: str) -> list[tuple[int, int]]:
    """Return where `text` names the team's problems that it owns up to.

    >>> text = "对班子查摆的“文风不实”“会议偏多”问题主动认领。"
    >>> [text[start:end] for start, end in claims_in(text)]
    ['文风不实', '会议偏多']
    """
    found: list[tuple[int, int]] = []
    for start, end in sentences(text) if "认领" in text else ():
        if text.find("认领", start, end) < 0 or _TEAM.search(text, start, end) is None:
            continue
        quoted = [(match.start() + 1, match.end() - 1) for match in _QUOTED.finditer(text, start, end)]
        found += quoted or [match.span("what") for match in _NAMED.finditer(text, start, end)]
    return found


def is_none(text: str) -> bool:
    """Tell whether what stands where a problem may is none: 无, or the team's problems owned up to."""
    return states_nothing(text) or is_claim(text)
