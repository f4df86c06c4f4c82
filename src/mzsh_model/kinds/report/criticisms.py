"""Criticisms as reports quote them: 李四对张三提出：…, 李四批评张三：…, and lists of what was said to one member."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mzsh_model.chinese.surnames import is_person, may_name
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.words.persons import Person, persons

_NAME = r"(?:[\u4e00-\u9fff·]{2,4}?|[xX×某＊*]{1,4}|[\u4e00-\u9fff][某xX×＊*]{1,2})"
_SAID = r"(?:(?:提出|指出|批评|提)(?:了)?(?:的)?(?:批评|意见|建议|和|的){0,3}[，,：:]|[：:])\s*"
_ATTRIBUTED = lazy_pattern(
    rf"(?P<by>[对向给]|批评)(?:[\u4e00-\u9fff]{{0,6}}(?:书记|主任|委员|[校院局镇乡县市区科处部厅所站]长))?(?P<target>{_NAME})(?:同志)?{_SAID}"
    rf"|(?:指出|批评|提出|认为|提醒)(?P<whom>{_NAME})同志(?=[^，。；：的]{{2,}})"
)
_EXAMPLE = lazy_pattern(r"^\s*(?:(?:其中|比如|例如|譬如|如)[，,：:]?)?(?:(?:有的|会上)[，,]?)?")
_TARGET = lazy_pattern(
    rf"(?:对|给)(?:[\u4e00-\u9fff]{{0,8}}(?:书记|主任|长|委员))?(?P<target>{_NAME})同志(?:的)?(?:批评|意见|建议|和|提出|的){{1,4}}"
    rf"|(?P<takes>{_NAME})同志(?:虚心|诚恳)?(?:接受|听取)(?:了)?(?:大家|各位)?(?:的)?(?:批评|意见)"
    rf"|(?:对|给)(?P<bare>{_NAME})的(?:批评|意见|建议|和){{1,4}}"
)
_SPEAKER = lazy_pattern(r"[^，。；：:“”]{2,24}?[：:]")
_LONGEST_LINE = 24
_NUMBER = r"(\d{1,4}|[一二两三四五六七八九十百]{1,5}|[xX×]{1,4})\s*(?:余|多)?\s*[条个点]"
_IN_ALL = lazy_pattern(
    rf"(?:累计|共计|合计|总计|共|总共)(?:相互)?(?:提出|达|计)?(?:批评|意见|建议|和|的|了){{0,4}}\s*{_NUMBER}"
)
_CRITICISMS = lazy_pattern(
    rf"(?:批评(?:意见)?|意见)(?:和|与)?(?:建议)?[，,]?(?:共|累计|合计|共计|总计|达)*\s*{_NUMBER}|{_NUMBER}(?:次)?(?:的)?(?:相互)?批评"
)
_EACH = lazy_pattern(r"每(?:人|位|名|个)|人均|平均")


class Said(NamedTuple):
    """One criticism: who made it, of whom, its number, and what was said."""

    critic: Span | None
    target: Span | None
    label: Span | None
    text: Span


def criticisms_in(span: Span) -> Iterator[Said]:
    """Yield the criticisms that a paragraph quotes with the names of both sides."""
    text = span.block.text
    found: list[tuple[int, Span, Span, int]] = []
    for low, high in sentences(text, span.start, span.end, clauses=True):
        for match in _ATTRIBUTED.finditer(text, low, high):
            name = "target" if match["target"] else "whom"
            target = match.span(name)
            comrade = text.startswith("同志", target[1])
            strong = comrade or text[match.end() - 1] in "：:"
            if not is_person(match[name]) and not (strong and may_name(match[name])):
                continue
            opened = max((text.rfind(mark, low, match.start()) for mark in "，,：:。；"), default=-1) + 1 or low
            lead = _EXAMPLE.match(text[opened : match.start()])
            opened = max(low, opened) + (lead.end() if lead else 0)
            label = label_at(text, opened) if opened == span.start else None
            opened = label.end if label else opened
            critic = persons(text, opened, match.start())
            if not critic and strong and may_name(text[opened : match.start()]):
                critic = [Person((opened, match.start()))]
            if len(critic) == 1:
                found.append((opened, Span(span.block, *critic[0].name), Span(span.block, *target), match.end()))
                break
    for index, (_, who, whom, at) in enumerate(found):
        following = found[index + 1][0] if index + 1 < len(found) else span.end
        close = next((high for _, high in sentences(text, at, following)), following)
        said = trimmed(
            Span(span.block, at, following if index + 1 == len(found) and _is_first(found, span) else close),
            "；;。.，,",
        )
        if said.start < said.end:
            yield Said(who, whom, None, said)


def _is_first(found: list[tuple[int, Span, Span, int]], span: Span) -> bool:
    """Whether the paragraph begins with its only criticism: then all of it is that."""
    return len(found) == 1 and found[0][0] - span.start <= 1


def target_of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a heading or a lead names the member that criticisms are of: 对张三同志的批评意见："""
    for match in _TARGET.finditer(text, start, end):
        name = next(one for one in ("target", "takes", "bare") if match[one])
        if is_person(match[name]) or (name != "bare" and may_name(match[name])):
            return match.span(name)
    return None


def speaker_of(text: str, start: int, end: int) -> tuple[tuple[int, int], int] | None:
    """Return the name before a colon that a paragraph begins with, and where what is said begins: 张三同志：…, 副局长李四：…

    A name may stand alone in its line, as 张三同志 or behind a post.
    """
    match = _SPEAKER.match(text, start, end)
    if match is None:
        alone = persons(text, start, end) if end - start <= _LONGEST_LINE else []
        titled = len(alone) == 1 and (alone[0].post is not None or text[end - 2 : end] == "同志")
        return (alone[0].name, end) if titled else None
    named = persons(text, start, match.end() - 1)
    return (named[0].name, match.end()) if len(named) == 1 else None


def is_attributed(text: str) -> bool:
    """Tell whether an item of a list says who criticises: 李四：…, 李四对张三：…"""
    if speaker_of(text, 0, len(text)) is not None:
        return True
    match = _ATTRIBUTED.search(text)
    return (
        match is not None and may_name(match["target"] or match["whom"]) and len(persons(text, 0, match.start())) == 1
    )


def criticism_count(span: Span) -> Span | None:
    """Return where a paragraph states how many criticisms there were in all."""
    text = span.block.text
    for low, high in sentences(text, span.start, span.end):
        if "批评" not in text[low:high]:
            continue
        told = _IN_ALL.search(text, low, high)
        each = [
            m
            for m in _CRITICISMS.finditer(text, low, high)
            if not _EACH.search(text, max(low, m.start() - 12), m.start())
        ]
        if found := told or next(iter(each), None):
            group = next(n for n in range(1, found.re.groups + 1) if found[n] is not None)
            return Span(span.block, *found.span(group))
    return None
