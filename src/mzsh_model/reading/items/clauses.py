"""What paragraphs of a part are that enumerate nothing: several things, one, a lead, closing words."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.outline.tree import Node
from mzsh_model.reading.draft import Span
from mzsh_model.reading.frame.closing import is_attachment, is_closing, is_date_line
from mzsh_model.reading.items.causes_apart import lists_by_itself, side_by_side
from mzsh_model.reading.items.harvest import Context
from mzsh_model.reading.items.measures_apart import each_with_its_own
from mzsh_model.reading.weighing.lists import DIVIDED, LEAD_LENGTH, list_in
from mzsh_model.reading.weighing.turns import TURN
from mzsh_model.reading.words.lexicon import (
    role_of_heading,
    states_achievement,
    states_demand,
    states_fault,
    states_plan,
    states_problem,
)

_STATED = frozenset({Role.CAUSES, Role.MEASURES, Role.PRIOR, Role.CASE, Role.MATTERS})
_FEW, _SHORT, _TITLE = 2, 120, 20
_BARE, _ENDS = 30, "。；;！？!?"
_COMMA = lazy_pattern("[，,：:]")
_IN_TABLE = lazy_pattern(
    "(?:见|如)(?:下表|附表|附件|附后|清单)|(?:下表|附表)所[列示]|[（(](?:详见)?(?:附后|附件\\d?)[）)]"
)
_NAMES_ONLY = lazy_pattern(
    r"(?:附\s*[件表录]\s*[\d一二三四五六七八九十]*\s*[：:]?)?[^，,。；;：:、？！]{0,28}?(?:附\s*[件表录]\s*\d*|清单|台[账帐]|一览表|任务表|方案|党[组委]|党工委|委员会|党?支部|党总支|支委会|领导班子)(?:（[^（）]{1,12}）|\([^()]{1,12}\))?"
)
"""A line that is the title of an annex, or the name of a unit, and says nothing."""
_ASKS_OTHERS = lazy_pattern(
    r"(?:各[\u4e00-\u9fff]{1,8}[、和]?){1,3}(?:，)?(?:都|均|务必)?(?:要|须|应)(?![^。；]*(?:责任人|牵头|\d\s*月))"
)
"""What a circular asks of those who read it, and is no measure of the team: 各科室、各单位要抓好落实."""
_ACTS = lazy_pattern(
    "[制修拟]定|建立|完善|印发|出台|落实|执行|编制|健全|梳理|形成|细化|推行|开展|明确|晒|亮|列|公开|公布|优化|实行"
)
LEAD_IN = lazy_pattern(r"(?:针对|围绕)[^。；]{0,40}(?:问题|不足|差距)|(?:下一步|今后)[，,]")
"""Words that lead in the measures below: 针对以上问题，…, 下一步，…"""


_COUNTS_THEM = lazy_pattern(
    r"(?:[^，。；]{0,40}[，,])?(?:[^，。；\d]{0,12})?(?:制定|形成|确定|细化|提出|明确)(?:了|出)?[^，。；\d]{0,12}措施\s*\d{1,4}\s*[条项个]"
    r"(?:[，,][^。；]{0,12}(?:责任|时限|分工)[^。；]*)?[。]?"
)
"""Nothing but how many measures there are: 共制定整改措施36条，明确责任领导和完成时限。"""


def set_apart(role: Role, span: Span, *, led_in: bool, first: bool, problems: int) -> tuple[Span | None, list[Span]]:
    """Return what leads in the things that a paragraph of a part sets apart without numbers, and the things; `first` if others
    stand behind it, which it may only lead in. So many `problems` were told before.
    A part that states nothing has no things.
    """
    if role not in _STATED:
        return span, []
    if _only_leads_in(span.text, measures=role is Role.MEASURES, first=first):
        return span, []
    if role is Role.CAUSES:
        return side_by_side(span, led_in=led_in)
    return each_with_its_own(span, led_in=led_in, problems=problems) if role is Role.MEASURES else (None, [span])


def is_led_in(plain: Sequence[Span], node: Node, context: Context) -> bool:
    """Tell whether the heading leads in what one sentence tells of causes: it names them, and nothing else stands below it."""
    if context.role is not Role.CAUSES or context.aspect is not None or len(plain) > 1 or node.children:
        return False
    named = role_of_heading(node.heading) is Role.CAUSES and not states_fault(node.heading)
    return named and all(map(lists_by_itself, plain))


def _only_leads_in(text: str, *, measures: bool, first: bool) -> bool:
    """Tell whether a paragraph of causes or measures only leads in what stands below it; `first` if others stand there."""
    if text[-1:] in "：:":
        return True
    if measures and (names_only(text) or _ASKS_OTHERS.match(text)):
        return True
    if measures and _COUNTS_THEM.fullmatch(text):
        return True
    short = measures and len(text) < LEAD_LENGTH
    return short and bool((first and LEAD_IN.match(text)) or _IN_TABLE.search(text))


def names_only(text: str) -> bool:
    """Tell whether a line is nothing but the title of an annex, or the name of a unit: 附件, 整改清单, 某银行党委."""
    return _NAMES_ONLY.fullmatch(text) is not None and _ACTS.search(text) is None


def closes_paper(text: str, role: Role) -> bool:
    """Tell whether a paragraph of a part only closes the document, and lists nothing of the part.

    Closing words may lead in what shall be done (以此次会议为契机，一要…) or stand behind a list.
    """
    if is_attachment(text) or is_date_line(text):
        return True
    return is_closing(text) and not (role in DIVIDED and list_in(role, text, 0, len(text)))


def trust(plain: Sequence[Span], context: Context, *, own: bool) -> list[bool]:
    """Tell which paragraphs of problems tell them whatever their words: from their first sentence on.

    Below an aspect's own heading (`own`) those do that betray no fault anywhere, and those that begin with a title; but the
    first of several only where no other betrays one: it may lead in the others. So do the others among paragraphs that mostly
    betray a fault, several short ones below a heading of no aspect, and those that all begin with a title if one betrays a fault.
    """
    faulty = [states_problem(span.text) for span in plain]
    alike = len(plain) > 1 and any(faulty) and all(map(_begins_with_title, plain))
    several = len(plain) > _FEW
    short = context.aspect is None and several and all(len(span.text) <= _SHORT for span in plain)
    peers = several and sum(faulty) * 2 > len(plain)
    return [
        short
        or alike
        or (peers and at > 0)
        or (own and (_begins_with_title(span) or _may_tell(span, any(faulty) if at == 0 else fault)))
        for at, (span, fault) in enumerate(zip(plain, faulty, strict=True))
    ]


def sets_apart(plain: Sequence[Span], trusted: Sequence[bool], context: Context) -> bool:
    """Tell whether paragraphs of one aspect are what sets its problems apart: each tells one from its first sentence on."""
    starts = (span.text[: first_sentence(span.block.text, span.start, span.end) - span.start] for span in plain)
    several = len(plain) > 1 and context.aspect is not None
    return several and all(sure or states_problem(said) for sure, said in zip(trusted, starts, strict=True))


def titled(plain: Sequence[Span], context: Context) -> list[tuple[Span, Span]]:
    """Return the paragraphs of problems of an aspect by twos, if each of them is a bare title and a paragraph of sentences."""
    if context.role is not Role.ISSUES or context.aspect is None or len(plain) % 2:
        return []
    pairs = list(zip(plain[::2], plain[1::2], strict=True))
    alike = all(
        _is_bare(title.text) and told.text[-1] in _ENDS and len(told.text) > len(title.text) for title, told in pairs
    )
    return pairs if alike else []


def _is_bare(text: str) -> bool:
    return len(text) <= _BARE and not any(mark in text for mark in _ENDS) and text[-1] not in "：:，,、"


def _may_tell(span: Span, fault: bool) -> bool:
    """Whether a paragraph may tell a problem from its first sentence on: it says nothing of what must be done, and no later
    sentence turns to one.
    """
    if states_demand(span.text) or not fault:
        return not fault and not states_demand(span.text)
    text = span.block.text
    close = first_sentence(text, span.start, span.end)
    first = text[span.start : close]
    led_in = (
        any(turn.end() > turn.start() for turn in TURN.finditer(text, close, span.end))
        or "：" in text[close : span.end]
    )
    return not (led_in or states_achievement(first) or states_plan(first))


def _begins_with_title(span: Span) -> bool:
    text = span.block.text
    close = first_sentence(text, span.start, span.end)
    return close < span.end and close - span.start <= _TITLE and _COMMA.search(text, span.start, close) is None
