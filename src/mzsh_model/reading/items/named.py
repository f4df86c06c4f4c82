"""The parts that a paragraph names inside itself: 原因：…, 【整改措施】…, 究其原因，…"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.outline.sentences import first_sentence, sentences
from mzsh_model.reading.answering import owner_of
from mzsh_model.reading.draft import Span
from mzsh_model.reading.own_names import NO_NAMES
from mzsh_model.reading.told_facts import due_of
from mzsh_model.reading.weighing.lists import DIVIDED
from mzsh_model.reading.words.lexicon import causes_led_in, lead_role, role_of_label, states_fault

_CUT = DIVIDED | {Role.OTHER}
_NAME = lazy_pattern(
    r"(?:^|(?<=[。；;.．！!？?\s】\]]))(?:(?P<name>[^\s。；;，,：:.．！!？?【】\[\]]{1,14})[：:]"
    r"|[【\[〔](?P<framed>[^\s。；;，,【】\[\]〔〕]{2,14})[】\]〕][：:]?)"
)
_BACK = r"(?:对|针对)?(?:以上|上述|这些|此类|前述|存在的?|产生的?)(?:突出|主要|方面|具体|这些|上述|以上|的)*(?:问题|不足|现象)(?:的|之所以)?"
_ROOT = r"(?:(?:主要|根本|深层次?|思想|主观|深刻)*的?(?:原因|根源|根子|症结|病根|成因)|根本|归根(?:结底|到底|究底)|究其(?:根源|原因|根本|根子))"
_IS = (
    r"(?:(?:主要|根本|关键|还|就|都|也)*(?:是|在于|源于|出在|缘于|由于)"
    r"|(?:概括|归纳|归结|总结)?(?:起来)?(?:[看说讲][，,]?)?(?:主要|大致|大体|无非)?有(?:以下|如下)?(?:几|[一二三四五六两]|\d)(?:条|点|项|层|个方面|方面|个))"
)
_TURN = lazy_pattern(
    r"(?:^|(?<=[。；;.．！!？?]))\s*(?:(?:会议|大家|与会同志|班子|党[组委])(?:一致|普遍|共同|深入)*(?:分析|剖析)?认为[，,：:]|(?:经|通过)?(?:深入|深刻|认真|集体|反复)*(?:剖析|分析|反思|检视)[，,])?(?:(?:(?:产生|造成|导致)[^，,。；;：:]{2,14}的原因|(?:究其|深究|深挖|细究|探究|追溯|剖析|分析|归根|追根|寻根|溯源)[^，,。；;：:]{0,6}(?:原因|根源|根子|究底|溯源|到底))"
    r"[，,：:](?:主要|根本|关键)*(?:是|在于)?"
    rf"|(?:剖析|分析|反思|深挖|检视|造成|导致|存在|产生|出现)?{_BACK}(?:产生|存在|出现)?的?[，,]?{_ROOT}(?:所在)?[，,：:]?{_IS}[：:，,]?"
    rf"|{_BACK}(?:产生|存在|出现)[，,]{_IS}[：:，,]?"
    rf"|其?{_ROOT}(?:归纳|归结|概括|总结|汇总|说)起来(?:看|说)?[，,]?{_IS}[：:，,]?"
    rf"|(?:根子|根源|病根|症结|归根结底|归根到底|究其(?:根源|原因|根本))(?:就|主要|还)*[，,]?(?:是|在于|出在)[：:，,]?"
    r"|(?:以上|上述|这些)?问题(?:的)?(?:根子|根源|症结)?(?:主要)?出在[：:，,]?"
    r")"
)
"""How a sentence begins that turns from a problem to its cause."""
_BEGINS = r"(?:^|(?<=[。；;.．！!？?]))\s*"
_ADDS = lazy_pattern(
    rf"{_BEGINS}(?:其?(?:主要|根本|深层|思想)*原因(?:主要|就|还|都)*(?:是|在于)[，,：:]?"
    r"|(?:从?深层次?(?:上|来)?[看讲说]|往深(?:里|处|了)(?:看|说|挖|想)?|说穿了|说白了|根子上[看说]?|究其实)[，,]"
    r"|之?所以[^。；;]{0,16}?[，,]?(?:主要|根本|就|还)*是?(?:因为|由于)|说到底[，,]?(?:就|还|都)*是(?:因为|由于)?"
    r"|主要是(?=[^。；;]{2,24}(?:作怪|作祟)))"
)
"""How a sentence begins that gives the cause of what its paragraph tells, where nothing more is told behind it."""
_WHY = lazy_pattern(
    rf"{_BEGINS}(?:剖析下来[，,]?(?:主要)?是?|主要(?:原因)?(?:是|在于)|(?:根子|根源|病根)(?:就|还)?[是在]|(?:(?:这|出现这个问题)[，,]?)?是因为)[，,：:]?"
)
"""How a sentence begins that gives the cause of what was told, if what answers it is told right behind."""
_ROOTS = lazy_pattern("(?:原因|根源|根子|成因|症结)[^。；;：:]{0,30}[：:]")
"""What no sentence is without that leads causes in with a colon."""
_PLANS = lazy_pattern(
    rf"{_BEGINS}(?:(?:在)?下(?:一步|步|一阶段|阶段)(?:工作)?中?|今后(?:工作)?中?|接下来|从现在起)[，,：:]?(?:我们?|本人|班子|党组|党委|将|要|会|必须)*"
)
"""How a sentence begins that turns from a problem to what shall be done; what follows must read so, too."""
_LEADS = lazy_pattern("[表体]现")
_ANY = lazy_pattern(
    r"[：:】\]〕因源子底本结根题在是为于步段后来起怪祟看讲说挖想里处了实]"
    r"(?:(?<=[：:】\]〕])|(?<=原因)|(?<=[根溯]源)|(?<=根子)|(?<=[究到结]底)|(?<=根本)|(?<=症结)|(?<=病根)|(?<=上述问题)|(?<=以上问题)|(?<=这些问题)|(?<=出在)"
    r"|(?<=主要是)|(?<=下来)|(?<=[子源根]在)|(?<=[子源根]是)|(?<=因为)|(?<=由于)|(?<=下步)|(?<=一步)|(?<=阶段)|(?<=今后)|(?<=接下来)|(?<=从现在起)|(?<=作怪)|(?<=作祟)|(?<=[深上里处次][看讲说挖想])|(?<=往深[里处了])|(?<=说[穿白]了)|(?<=究其实))"
)
"""What no paragraph is without that names a part inside itself."""


_LIST_WORD = lazy_pattern(r"(?:另|再|还有)?一方面(?:是|在于)?|(?:[一二三四五六七八九十]{1,3}|主要)?是|问题|表现")


def names_part(text: str) -> bool:
    """Tell whether `text` is nothing but the name of a part, or a turn to one: 整改措施, 究其原因, 另一方面是."""
    if role_of_label(text) is not None or _LIST_WORD.fullmatch(text) or lead_role(f"{text}：") is Role.CAUSES:
        return True
    turns = (one.fullmatch(f"。{text}{mark}", 1) for one in (_TURN, _ADDS, _PLANS) for mark in ("，", ""))
    return any(turn is not None for turn in turns)


def cut_parts(
    role: Role, span: Span, names: Mapping[str, Role] = NO_NAMES, *, is_item: bool = False
) -> tuple[Span, list[tuple[Role, Span]]]:
    """Return a paragraph up to the first part that it names (原因：…, 【整改措施】…), and what follows each such name.

    `role` is the part it stands in: a name that only says it again (存在的问题：…) counts at the beginning alone, and not in
    an item, unless it is one of the `names` that the paper gives its parts itself.
    """
    text = span.block.text
    found: list[tuple[int, int, Role]] = []
    if role not in _CUT or _ANY.search(text, span.start, span.end) is None:
        return span, []
    for name in _NAME.finditer(text, span.start, span.end):
        words = name["name"] or name["framed"]
        own = names.get(words, Role.OTHER)
        first = (own is not Role.OTHER or not is_item) and not text[span.start : name.start()].strip()
        framed = name["framed"] is not None and not text[span.start : name.start()].strip()
        named = role_of_label(words) if own is Role.OTHER else own
        if named is not None and (first or framed or (named is not role and not _LEADS.search(words))):
            found.append((name.start(), name.end(), named))
    if role in (Role.ISSUES, Role.OTHER):
        found += [(turn.start(), turn.end(), Role.CAUSES) for turn in _TURN.finditer(text, span.start, span.end)]
        known = {start for start, *_ in found}
        found += (one for one in _led(text, span) if one[0] not in known)
        plans = list(_plans(text, span))
        known = {start for start, *_ in (*found, *plans)}
        found += (one for one in _answered(text, span) if one[0] not in known)
        found += [*plans, *_added(text, span, {at for at, *_ in plans})]
        found.sort(key=lambda one: one[0])
    found = [one for one in found if text[one[1] : span.end].strip()]
    ends = [*(at for at, _, _ in found[1:]), span.end]
    head = Span(span.block, span.start, found[0][0] if found else span.end)
    return head, [(named, Span(span.block, at, end)) for (_, at, named), end in zip(found, ends, strict=False)]


def _led(text: str, span: Span) -> Iterator[tuple[int, int, Role]]:
    """Where a sentence begins with a clause that only leads in causes: 同时，深刻剖析了问题产生的根源：……"""
    for low, high in sentences(text, span.start, span.end) if _ROOTS.search(text, span.start, span.end) else ():
        at = causes_led_in(text, low, high)
        if at is not None and text[at - 1] in "：:":
            yield low, at, Role.CAUSES


def _answered(text: str, span: Span) -> Iterator[tuple[int, int, Role]]:
    """Where a problem's cause and what is done about it follow in a sentence each: 主要是图省事。合同一律上会，张三牵头，7月底前。"""
    for why in _WHY.finditer(text, span.start, span.end):
        close = first_sentence(text, why.end(), span.end)
        behind = text[close : first_sentence(text, close, span.end)] if close < span.end else ""
        if text[span.start : why.start()].strip() and behind and due_of(behind) and owner_of(behind):
            yield why.start(), why.end(), Role.CAUSES
            yield close, close, Role.MEASURES
            return


def _plans(text: str, span: Span) -> Iterator[tuple[int, int, Role]]:
    """Where a paragraph of problems turns to what shall be done, said in a sentence that states no fault."""
    for turn in _PLANS.finditer(text, span.start, span.end):
        said = text[turn.end() : first_sentence(text, turn.end(), span.end)]
        if text[span.start : turn.start()].strip() and not states_fault(said):
            yield turn.start(), turn.end(), Role.MEASURES


def _added(text: str, span: Span, plans: Collection[int]) -> Iterator[tuple[int, int, Role]]:
    """Where a paragraph of problems ends with the cause of what it told, or gives it right before its plans."""
    for turn in _ADDS.finditer(text, span.start, span.end):
        close = first_sentence(text, turn.end(), span.end)
        if text[span.start : turn.start()].strip() and (close in plans or not text[close : span.end].strip()):
            yield turn.start(), turn.end(), Role.CAUSES
