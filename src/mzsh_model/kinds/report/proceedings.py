"""What a report says of the meeting itself: the problems of the team and of its members, causes, criticisms."""

from __future__ import annotations

from dataclasses import dataclass, field

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.outline.chains import Chain, chains
from mzsh_model.outline.sentences import sentences
from mzsh_model.outline.tree import Node
from mzsh_model.reading.aspects import aspect_in_item
from mzsh_model.reading.draft import Span, trimmed, whole
from mzsh_model.reading.items.harvest import Context, Item
from mzsh_model.reading.items.statements import statements
from mzsh_model.reading.weighing.lists import list_end
from mzsh_model.reading.words.lexicon import states_problem

_SUPERVISORS = lazy_pattern(
    r"(?:督导|指导|检查)组|上级.{0,12}(?:指出|要求|强调)|(?:点评|强调|指出|要求)[^。；]{0,24}[：:，,]$"
)
_CAUSES = lazy_pattern(r"原因|根源|剖析出")
_MEMBERS = lazy_pattern(r"成员(?!.{0,6}代表)|共性|个人|同志|大家|普遍")
_TEAM = lazy_pattern(r"班子(?!成员)|党[组委]|集体")
_FOR_TEAM = lazy_pattern(
    r"代表[^，。；]{0,8}?(?:班子|党[组委])|(?:领导)?班子(?:重点|主要|集中|共|深入|认真)?(?:查|检|梳理|对照)"
)
_PROBLEM_LEAD = lazy_pattern(r"问题|不足|差距|查摆|查找|检视")
_LED_IN = lazy_pattern(r"[^。；;：:]*(?:问题|不足|差距)[^。；;：:]{0,12}[：:]")
_N = r"(\d{1,3}|[一二两三四五六七八九十]{1,3}|[xX×]{1,3})\s*(?:个)?\s*"
_COUNT = lazy_pattern(
    _N + r"(?:个)?方面(?:的)?(?:主要|突出|共性)?(?:问题)?|" + _N + r"(?:个|条|项)(?:主要|突出|共性|具体)?问题"
)
_CRITICISM_COUNT = lazy_pattern(
    r"(?:批评(?:意见)?|意见)(?:建议)?(?:共|累计|合计)?\s*(\d{1,4}|[一二两三四五六七八九十百]{1,5}|[xX×]{1,4})\s*(?:余)?\s*[条个]"
)
_NAME = r"(?:[xX×某]{1,4}|[\u4e00-\u9fff]{1,3}[某xX×]{0,2})"
_SAID = r"(?:(?:提出|指出|批评|提)(?:了)?(?:的)?(?:批评)?(?:意见)?[，,：:]|[：:])\s*"
_ATTRIBUTED = lazy_pattern(rf"(?P<critic>{_NAME})同志[对向给](?P<target>{_NAME})(?:同志)?{_SAID}")
_ATTRIBUTED_FIRST = lazy_pattern(
    rf"(?:(?:比如|例如|如)[，,：:]?)?(?P<critic>{_NAME})[对向给](?P<target>{_NAME})(?:同志)?{_SAID}"
)
_ATTRIBUTED_AMONG = lazy_pattern(
    rf"(?<=[，,：:])(?:比如|例如|如)[，,：:]?(?:[\u4e00-\u9fff]{{0,10}}(?:书记|委员|主任|主席|[局镇乡县院校部厅处科所行]长|经理))?(?P<critic>{_NAME})[对向给](?P<target>{_NAME})(?:同志)?{_SAID}"
)
"""An instance behind the number of criticisms, in the same sentence: 提出42条，如副局长李四对王五提出：…"""
_NO_NAME = lazy_pattern("成员|班子|大家|同志|组|会议|党委|我们|自己|群众|领导|单位|部门")


@dataclass(slots=True)
class Proceedings:
    """What the chapters about the meeting hold; counts as stretches of text."""

    team: list[Item] = field(default_factory=list[Item])
    members: list[Item] = field(default_factory=list[Item])
    causes: list[Item] = field(default_factory=list[Item])
    criticisms: list[tuple[Span, Span, Span]] = field(default_factory=list[tuple[Span, Span, Span]])
    team_count: Span | None = None
    member_count: Span | None = None
    criticism_count: Span | None = None
    roles: dict[int, Role] = field(default_factory=dict[int, Role])


def read_proceedings(chapters: list[Node]) -> Proceedings:
    """Find the lists of problems and tell by the words before them whose they are."""
    out = Proceedings()
    pending = list(reversed(chapters))
    while pending:
        node = pending.pop()
        if not _numbered_problems(node, out):
            pending.extend(reversed(node.children))
        own = [Span(node.block, stated_from(node), node.body[1])] if node.block is not None else []
        for span in [*own, *map(whole, node.blocks)]:
            _lists(node, span, out)
            _attributed(node, span, out)
    return out


def stated_from(node: Node) -> int:
    """Where what a numbered paragraph states begins: behind its title, if it heads anything and is nothing but a heading."""
    heads = node.is_bare_heading and (node.children or node.blocks)
    return node.body[0] if heads else node.title[0]


def _lists(node: Node, span: Span, out: Proceedings) -> None:
    text = span.block.text
    found = False
    for chain in chains(text, span.start, span.end):
        lead = Span(span.block, chain.lead, chain.members[0].at)
        end = list_end(text, chain)
        context = _context(lead)
        items = [
            Item(
                context,
                (trimmed(Span(span.block, m.start, min(m.end, end)), "；;，,"),),
                _label(span, chain, i),
            )
            for i, m in enumerate(chain.members)
        ]
        found = _sort(node, lead, items, out) or found
    if not found:
        _unnumbered(node, span, out)


def _context(span: Span) -> Context:
    """In which aspect the problems of a paragraph stand that begins with one: 在带头……方面：…"""
    named = aspect_in_item(span.block.text, span.start, span.end)
    if named is None:
        return Context(Role.ISSUES)
    return Context(Role.ISSUES, Span(span.block, *named), id(span.block))


def _unnumbered(node: Node, span: Span, out: Proceedings) -> None:
    """Problems without numbers: what an aspect's paragraph states, or the clauses behind 查找出的问题："""
    block = span.block
    context = _context(span)
    if context.aspect is not None:
        at = context.aspect.end
        colon = block.text[at : at + 1] in ("：", ":")
        start = at + 1 if colon else span.start
        found = [one for one in statements(block.text, start, span.end) if one.problem]
        items = [
            Item(
                context,
                (trimmed(Span(block, one.label.end if one.label else one.start, one.end), "；;，,"),),
                Span(block, one.start, one.start + len(one.label.raw)) if one.label else None,
            )
            for one in found
        ]
        _sort(node, Span(block, span.start, at), items, out)
        return
    for low, high in sentences(block.text, span.start, span.end):
        led = _LED_IN.match(block.text, low, high)
        clauses = list(sentences(block.text, led.end(), high, clauses=True)) if led else []
        if led and len(clauses) > 1:
            items = [Item(context, (trimmed(Span(block, *clause), "；;。"),)) for clause in clauses]
            _sort(node, Span(block, span.start, led.end()), items, out)


def _numbered_problems(node: Node, out: Proceedings) -> bool:
    """Problems that stand as numbered paragraphs below a heading that announces them."""
    last = node.children[-1] if node.children else None  # what follows the list stands below its last item
    leaves = [c for c in node.children if c.block is not None and not c.children and (c is last or not c.blocks)]
    if len(leaves) < 2 or len(leaves) != len(node.children) or node.block is None:
        return False
    if sum(states_problem(child.heading) for child in leaves) * 2 <= len(leaves):
        return False
    items: list[Item] = []
    for child in leaves:
        assert child.block is not None
        start = child.label.end if child.label else 0
        label = Span(child.block, 0, len(child.label.raw)) if child.label else None
        items.append(Item(Context(Role.ISSUES), (Span(child.block, start, len(child.block.text)),), label))
    lead = whole(node.blocks[-1]) if node.blocks else Span(node.block, *node.title)
    return _sort(node, lead, items, out)


def _sort(node: Node, lead: Span, items: list[Item], out: Proceedings) -> bool:
    """Put a list where its lead says it belongs; False where it is none of ours."""
    sentence = _last_sentence(lead)
    words = sentence.text + (node.heading if not _PROBLEM_LEAD.search(sentence.text) else "")
    if _SUPERVISORS.search(sentence.text) or _SUPERVISORS.search(lead.block.text[:12]):
        return False
    if _CAUSES.search(sentence.text) and not _PROBLEM_LEAD.search(sentence.text.partition("原因")[2]):
        out.causes += [Item(Context(Role.CAUSES), item.spans, item.label) for item in items]
        return True
    faults = sum(states_problem(item.spans[0].text) for item in items)
    in_aspect = any(item.context.aspect is not None for item in items)
    if faults * 2 <= len(items) or not (in_aspect or _PROBLEM_LEAD.search(words)):
        return False
    stated = stated_count(sentence)
    team = _FOR_TEAM.search(words) or (_TEAM.search(sentence.text) and not _MEMBERS.search(sentence.text))
    if team or (not _MEMBERS.search(words) and (in_aspect or not out.team)):
        out.team += items
        out.team_count = out.team_count or stated
    else:
        out.members += items
        out.member_count = out.member_count or stated
    out.roles[id(node)] = Role.ISSUES
    return True


def stated_count(span: Span) -> Span | None:
    """Return where `span` states how many problems there are: 查摆出5个方面的问题."""
    found = _COUNT.search(span.block.text, span.start, span.end)
    return Span(span.block, *found.span(1 if found[1] else 2)) if found else None


def _attributed(node: Node, span: Span, out: Proceedings) -> None:
    """Criticisms that are quoted with the names of both sides."""
    text = span.block.text
    for start, end in sentences(text, span.start, span.end, clauses=True):
        found = (
            _ATTRIBUTED.search(text, start, end)
            or _ATTRIBUTED_FIRST.match(text, start, end)
            or _ATTRIBUTED_AMONG.search(text, start, end)
        )
        if found and not _NO_NAME.search(found["critic"] + found["target"]):
            said = trimmed(Span(span.block, found.end(), end), "；;。.")
            out.criticisms.append(
                (Span(span.block, *found.span("critic")), Span(span.block, *found.span("target")), said)
            )
            out.roles[id(node)] = Role.CRITICISM
    if (
        out.criticism_count is None
        and "批评" in span.text
        and (count := _CRITICISM_COUNT.search(text, span.start, span.end))
    ):
        out.criticism_count = Span(span.block, *count.span(1))


def _label(span: Span, chain: Chain, index: int) -> Span:
    member = chain.members[index]
    return Span(span.block, member.at, member.at + len(member.label.raw))


def _last_sentence(lead: Span) -> Span:
    last = lead
    for start, end in sentences(lead.block.text, lead.start, lead.end):
        last = Span(lead.block, start, end)
    return last
