"""What members say to one another, in phrases of a line each: 张三对李四：…, 李四表态：…."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.fresh.frame import raw
from mzsh_model.kernel.path import ROOT
from mzsh_model.kinds.minutes.turns import Turns, read_turns
from mzsh_model.kinds.phrase import AnyPhrase, Phrase
from mzsh_model.model.base import Placeholder
from mzsh_model.model.parts import Criticism, Response
from mzsh_model.reading.draft import paragraphs

HEADING = "相互批评情况"
"""What heads the lines where nothing else does."""


def _turns_in(text: str) -> Turns:
    draft, spans = paragraphs(text)
    return read_turns((), {ROOT / "preamble" / n: span for n, span in enumerate(spans)}, draft)


def _criticisms(turns: Turns) -> tuple[Criticism, ...]:
    """The criticisms as their words tell them: ids are counted, not told."""
    return tuple(one.model_copy(update={"id": ""}) for one in turns.criticisms)


def _responses(turns: Turns) -> tuple[Response, ...]:
    return turns.responses


def _criticised(criticisms: Sequence[Criticism]) -> str:
    return "\n".join(f"{_name(one.critic)}对{_name(one.target)}：{one.text}" for one in criticisms)


def _answered(responses: Sequence[Response]) -> str:
    return "\n".join(f"{_name(one.member)}表态：{one.text}" for one in responses)


CRITICISED: AnyPhrase = Phrase("批评意见", _criticisms, _turns_in, _criticised, piecemeal=True)
ANSWERED: AnyPhrase = Phrase("表态", _responses, _turns_in, _answered, piecemeal=True)
TURNS = (CRITICISED, ANSWERED)
"""What is told of what was said in turn."""


def lines_untold(criticisms: Sequence[Criticism], responses: Sequence[Response], said: str) -> tuple[str, ...]:
    """Return a line for each criticism and each answer whose words `said` does not tell."""
    return (
        *(_criticised((one,)) for one in criticisms if one.text not in said),
        *(_answered((one,)) for one in responses if one.text not in said),
    )


def _name(name: str | Placeholder | None) -> str:
    return "" if name is None else raw(name)
