"""Problems that their own paragraph goes on to answer, in a part that is for both: 学习不够。一是每月学习一次；二是……"""

from __future__ import annotations

from mzsh_model.chinese.fields import field_of
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import RUN_IN, label_at
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Span
from mzsh_model.reading.items.harvest import Context
from mzsh_model.reading.words.lexicon import states_fault, states_plan, states_problem

_BRACKET = lazy_pattern(r"[（(]([^（）()：:]{2,8})[：:]")


def cut_answer(context: Context, head: Span, parts: list[tuple[Role, Span]]) -> tuple[Span, list[tuple[Role, Span]]]:
    """Return a problem up to where its paragraph turns to what shall be done, and the parts named in it with that before them.

    Only in a part that is for both. It turns where a list begins, or a sentence begins as a plan does or says who does it, if none from there on states a fault and one at least
    begins so; the first sentence is the problem.
    """
    text = head.block.text
    both = context.both and context.role is Role.ISSUES and all(role is not Role.MEASURES for role, _ in parts)
    at = _turn(text, head) if both else None
    if at is None:
        return head, parts
    return Span(head.block, head.start, at), [(Role.MEASURES, Span(head.block, at, head.end)), *parts]


def _turn(text: str, head: Span) -> int | None:
    said = [(low, text[_behind_label(text, low) : high]) for low, high in sentences(text, head.start, head.end)]
    found = next(iter(chains(text, head.start, head.end)), None)
    if found is not None:
        at = found.members[0].at
        members = [text[member.start : member.end] for member in found.members]
        plans = any(map(states_plan, members)) and not any(map(states_fault, members))
        return at if plans and at > head.start and states_problem(text[head.start : at]) else None
    cut, answered = None, False
    for low, words in said[:0:-1]:
        if states_fault(words):
            break
        if states_plan(words) or answered:
            cut = low
        answered = _says_who(words)
    return cut


def _says_who(words: str) -> bool:
    """Whether a bracket says who answers for what the sentence before it says, or by when: that is a measure, however worded."""
    return any(field_of(found[1]) in ("owner", "department", "due") for found in _BRACKET.finditer(words))


def _behind_label(text: str, at: int) -> int:
    label = label_at(text, at)
    return label.end if label is not None and label.kind in RUN_IN else at
