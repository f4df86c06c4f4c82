"""What members say to one another in minutes: 张三对李四：…, under a heading of his own 张三：…, and what he answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mzsh_model.chinese.surnames import is_person
from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.criticism_values import criticism_value
from mzsh_model.kinds.report.criticisms import speaker_of, target_of
from mzsh_model.kinds.report.exchanges import Said, exchanges_in
from mzsh_model.model.parts import Criticism, Response, Section
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.reading.draft import Draft, Span, trimmed
from mzsh_model.reading.told_facts import name_value
from mzsh_model.reading.words.persons import persons

_ANSWERS = lazy_pattern(r"(?:表态|回应|答复)[^。；：:]{0,6}[：:，,]")
_ACCEPTS = lazy_pattern(r"(?:接受|认领|虚心|诚恳|照单全收|对照整改|马上改|认真整改|感谢)")
_TO = lazy_pattern(
    r"我?(?:也|再|想|先)?(?:给|对|向)(?P<who>[\u4e00-\u9fff·]{2,4}?)(?:同志)?的?(?:提|批评|意见|建议)[^。；：:，,]{0,10}[：:，,]"
)
_OWN = lazy_pattern(r"(?:(?:作|做|进行)(?:了)?)?(?:个人)?(?:对照检查|自我批评|检视剖析|检查)")


class Turns(NamedTuple):
    """What was said in turn, in order."""

    criticisms: tuple[Criticism, ...]
    responses: tuple[Response, ...]


def read_turns(sections: Sequence[Section], said: Mapping[ModelPath, Span], draft: Draft) -> Turns:
    """Return the criticisms and the answers that the paragraphs tell, each anchored at its words."""
    criticisms: list[Criticism] = []
    responses: list[Response] = []
    for path, span in said.items():
        whose = _whose(sections, path)
        if quoted := list(exchanges_in(span)):
            criticisms += [criticism_value(draft, len(criticisms) + n, one) for n, one in enumerate(quoted)]
        elif (turn := _turn(span)) is not None and (addressed := _addressed(turn)):
            criticisms += [criticism_value(draft, len(criticisms) + n, one) for n, one in enumerate(addressed)]
        elif turn is not None and (turn.answers(whose) or turn.takes_in(criticisms)):
            responses.append(_response(draft, len(responses), turn))
        elif turn is not None and whose is not None and turn.speaker.text != whose:
            one = criticism_value(
                draft, len(criticisms), Said(turn.speaker, None, turn.label, trimmed(turn.words, "；;。，,"))
            )
            criticisms.append(one.model_copy(update={"target": whose}))
    return Turns(tuple(criticisms), tuple(responses))


class _Turn(NamedTuple):
    """A paragraph that begins with who says it: its number, the speaker, whether it says so that he answers, and the words."""

    label: Span | None
    speaker: Span
    says_answer: bool
    words: Span

    def answers(self, whose: str | None) -> bool:
        """Whether it is what the member said who was criticised: the paragraph calls it so, or he takes it in."""
        takes = self.speaker.text == whose and _ACCEPTS.search(self.words.text) is not None
        return self.says_answer or takes

    def takes_in(self, criticisms: Sequence[Criticism]) -> bool:
        """Whether one who was criticised before takes it in with the first thing that he says: 王五：我接受，马上改。"""
        first = first_sentence(self.words.block.text, self.words.start, self.words.end)
        criticised = any(one.target == self.speaker.text for one in criticisms)
        return criticised and _ACCEPTS.search(self.words.block.text, self.words.start, first) is not None


def _turn(span: Span) -> _Turn | None:
    block, text = span.block, span.block.text
    label = label_at(text, span.start)
    start = label.end if label else span.start
    answer = _ANSWERS.search(text, start, span.end)
    named = persons(text, start, answer.start(), whole=False) if answer else []
    if answer is not None and len(named) == 1:
        name, at = named[0].name, answer.end()
    elif (speaker := speaker_of(text, start, span.end)) is not None:
        name, at = speaker
    else:
        return None
    words = trimmed(Span(block, at, span.end))
    number = Span(block, span.start, span.start + len(label.raw)) if label else None
    return _Turn(number, Span(block, *name), answer is not None, words) if words.text else None


def _addressed(turn: _Turn) -> list[Said]:
    """The criticisms of a turn that says itself whom they are of: 我给张三同志提两条意见：一是……；二是……"""
    block, (start, end) = turn.words.block, (turn.words.start, turn.words.end)
    found = _TO.match(block.text, start, end)
    if found is None or not is_person(found["who"]):
        return []
    target, behind = Span(block, *found.span("who")), found.end()
    listed = [member for chain in chains(block.text, behind, end) for member in chain.members]
    parts = [Span(block, member.start, member.end) for member in listed] or [Span(block, behind, end)]
    return [Said(turn.speaker, target, None, trimmed(part, "；;。，,")) for part in parts]


def _whose(sections: Sequence[Section], path: ModelPath) -> str | None:
    """The member whom a paragraph is about, as the nearest heading above it says that names one."""
    steps = path.parts
    if steps[0] != "sections":
        return None
    at = int(steps[1])
    level = sections[at].level + (steps[2] != "heading")
    for section in sections[at::-1]:
        if section.level < level:
            level = section.level
            if (named := _about(section.heading)) is not None:
                return named
    return None


def _about(heading: str) -> str | None:
    """The member whom a heading names as the one it is about: 李四同志作个人对照检查, 对李四同志的批评意见."""
    if (named := target_of(heading, 0, len(heading))) is not None:
        return heading[slice(*named)]
    own = _OWN.search(heading)
    one = persons(heading, 0, own.start(), whole=False) if own else []
    return heading[slice(*one[0].name)] if len(one) == 1 else None


def _response(draft: Draft, index: int, turn: _Turn) -> Response:
    path = ROOT / "responses" / index
    draft.anchor(path, turn.words.place())
    who = name_value(draft.anchor_span(path / "member", turn.speaker))
    return Response(member=who, text=draft.anchor_span(path / "text", turn.words))
