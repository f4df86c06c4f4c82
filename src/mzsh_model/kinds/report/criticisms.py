"""Criticisms as reports quote them: 李四对张三提出：…, 李四批评张三：…, and lists of what was said to one member."""

from __future__ import annotations

from collections.abc import Collection

from mzsh_model.chinese.surnames import is_person, may_name
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.exchanges import attributes
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Span
from mzsh_model.reading.words.persons import persons

_NAME = r"(?:[\u4e00-\u9fff·]{2,4}?|[xX×某＊*]{1,4}|[\u4e00-\u9fff][某xX×＊*]{1,2})"
_TARGET = lazy_pattern(
    rf"(?:对|给)(?:[\u4e00-\u9fff]{{0,8}}(?:书记|主任|长|委员))?(?P<target>{_NAME})同志(?:的)?(?:批评|意见|建议|和|提出|的){{1,4}}(?!表扬|要求|祝贺|感谢)"
    rf"|(?P<takes>{_NAME})同志(?:虚心|诚恳)?(?:接受|听取)(?:了)?(?:大家|各位)?(?:的)?(?:批评|意见)"
    rf"|(?:对|给)(?P<bare>{_NAME})的(?:批评|意见|建议|和){{1,4}}"
    rf"|(?<![^。；;）)、.．\s\d])(?:对|给)(?P<leads>{_NAME})同志[：:]"
)
_SPEAKER = lazy_pattern(
    r"(?P<who>[^，。；：:“”]{2,24}?)(?:(?:(?<=同志)本人)?(?:(?:查摆|检视|检查|查找|剖析|反思|存在)(?:出|了|到)*(?:的)?|的)(?:主要|突出|个性)*(?:问题|不足|毛病)(?:有|是|为|在于)?)?[：:]"
    r"|(?P<dashed>[\u4e00-\u9fff·]{2,16}?)(?:\s*—{1,2}\s*|\s+[-－–]\s+|[ \u3000]+(?=[^ \u3000]{4})|。(?=.))"
)
_HELD_BY = lazy_pattern(r"[^，。；：（）()]{2,16}[（(](?P<name>[^，。；：（）()]{2,8})[）)]")
"""A post with who holds it in a bracket: 党组书记（张三）."""
_LONGEST_LINE = 24
_NUMBER = r"(\d{1,4}|[一二两三四五六七八九十百]{1,5}|[xX×]{1,4})\s*(?:余|多)?\s*[条个点]"
_IN_ALL = lazy_pattern(
    rf"(?:累计|共计|合计|总计|共|总共|互|相互)(?:相互)?(?:提出|提|达|计)?(?:批评|意见|建议|和|的|了){{0,4}}\s*{_NUMBER}"
)
_CRITICISMS = lazy_pattern(
    rf"(?:批评(?:意见)?|意见)(?:和|与)?(?:建议)?[，,]?(?:共|累计|合计|共计|总计|达|有|为|是)*\s*{_NUMBER}|{_NUMBER}(?:次)?(?:的)?(?:相互)?批评"
)
_MUTUAL = lazy_pattern(
    rf"(?:互相|相互|互)(?:之间)?(?:共|又|都|也|坦诚|坦率|直接)*提(?:出|了)*(?:批评|意见|建议|和|的)*(?:共|计)*\s*{_NUMBER}"
)
_BELOW = lazy_pattern(rf"(?:共|累计|合计|共计|总计)(?:相互)?(?:提出|提|有|计)?(?:批评|意见|建议|和|的|了)*\s*{_NUMBER}")
"""What a paragraph counts where the heading above it says what: 相互批评。共18条。"""
_SPEAKS_OF_IT = lazy_pattern("批评|互")
_OF_ONE = lazy_pattern(rf"(?:接受|收到|听取)(?:了)?(?:相互)?(?:批评|意见|建议|和|的){{1,4}}\s*{_NUMBER}")
_EACH = lazy_pattern(r"每(?:人|位|名|个)|人均|平均")


def target_of(text: str, start: int, end: int, known: Collection[str] = ()) -> tuple[int, int] | None:
    """Return where a heading or a lead names the member that criticisms are of: 对张三同志的批评意见："""
    if text[start] in "对给" and text[end - 1] in "：:" and text[start + 1 : end - 1] in known:
        return start + 1, end - 1
    for match in _TARGET.finditer(text, start, end):
        name = next(one for one in ("target", "takes", "bare", "leads") if match[one])
        if is_person(match[name]) or (name != "bare" and may_name(match[name])):
            return match.span(name)
    return None


def speaker_of(text: str, start: int, end: int, known: Collection[str] = ()) -> tuple[tuple[int, int], int] | None:
    """Return the name before a colon that a paragraph begins with, and where what is said begins: 张三同志：…, 副局长李四：…

    A name may stand alone in its line, as 张三同志 or behind a post; `known` are names, whatever their surnames.
    """
    match = _SPEAKER.match(text, start, end)
    if match is None:
        alone = persons(text, start, end) if end - start <= _LONGEST_LINE else []
        named = alone[:1] and (alone[0].post is not None or text[slice(*alone[0].name)] in known)
        titled = len(alone) == 1 and (bool(named) or text[end - 2 : end] == "同志")
        return (alone[0].name, end) if titled else None
    if match["dashed"] is not None:
        return (match.span("dashed"), match.end()) if match["dashed"] in known else None
    if match["who"].removesuffix("同志") in known:
        return (match.start("who"), match.start("who") + len(match["who"].removesuffix("同志"))), match.end()
    if (held := _HELD_BY.fullmatch(text, start, match.end("who"))) and is_person(held["name"]):
        return held.span("name"), match.end()
    named = persons(text, start, match.end("who"), titled=True)
    return (named[0].name, match.end()) if len(named) == 1 else None


def is_attributed(text: str) -> bool:
    """Tell whether an item of a list says who criticises: 李四：…, 李四对张三：…"""
    return speaker_of(text, 0, len(text)) is not None or attributes(text) or target_of(text, 0, len(text)) is not None


def criticism_count(span: Span, *, below: bool = False) -> Span | None:
    """Return where a paragraph states how many criticisms there were in all; `below` says that a heading of criticisms is above it."""
    text = span.block.text
    of_one = list(_OF_ONE.finditer(text, span.start, span.end))
    told_of = _SPEAKS_OF_IT.search(text, span.start, span.end) is not None
    for low, high in sentences(text, span.start, span.end) if told_of else ():
        told = _MUTUAL.search(text, low, high)
        if told is None and "批评" not in text[low:high]:
            continue
        told = told or _IN_ALL.search(text, low, high)
        each = [
            m
            for m in _CRITICISMS.finditer(text, low, high)
            if not _EACH.search(text, max(low, m.start() - 12), m.start())
        ]
        if told is None and len(of_one) > 1:
            continue  # each of them counts those of one member
        if found := told or next(iter(each), None):
            group = next(n for n in range(1, found.re.groups + 1) if found[n] is not None)
            return Span(span.block, *found.span(group))
    found = _BELOW.search(text, span.start, span.end) if below else None
    return Span(span.block, *found.span(1)) if found else None
