"""Where a paragraph about the meeting stands: what the headings above it say that it is about, and whose."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.criticisms import criticism_count, target_of
from mzsh_model.kinds.report.listing import Lead, of_members
from mzsh_model.model.base import Role
from mzsh_model.outline.labels import RUN_IN
from mzsh_model.outline.sentences import sentences
from mzsh_model.outline.tree import Node
from mzsh_model.reading.aspects import behind_aspect
from mzsh_model.reading.draft import Span, whole
from mzsh_model.reading.items.harvest import Context
from mzsh_model.reading.items.heading_items import AspectTest, context_of, is_heading
from mzsh_model.reading.weighing.lists import list_in
from mzsh_model.reading.words.lexicon import causes_led_in, names_problems, role_of_label, states_fault
from mzsh_model.reading.words.persons import persons
from mzsh_model.reading.words.themes import themes_of

_OF_ONE = lazy_pattern(
    r"(?P<who>[^，,。；：“”]{2,16}?)(?:同志)?(?:个人|自己|本人)?(?:的|存在|查摆|检视|检查|查找|剖析|对照|出|主要|突出|个性)*(?:问题|不足|检查|检视|剖析)(?:情况|材料)?[：:]?$"
)
_LONGEST_NAME = 20
_ABOUT = (
    (Role.SUPERVISION, lazy_pattern("督导|点评|领导讲话|总结讲话")),
    (Role.CAUSES, lazy_pattern("原因|根源|成因|症结|根子|病根")),
    (Role.PRIOR, lazy_pattern(r"上年度?|上一年度?|上次|去年|通报|整改.{0,6}落实情况")),
    (
        Role.CRITICISM,
        lazy_pattern("(?:相互|互相|开展|严肃|真诚|互)批评|^(?:相互|互相)$|批评意见|批评和|批评与|互评|批评"),
    ),
    (Role.MEASURES, lazy_pattern("措施|举措|整改|下一?步|打算|今后|接下来")),
    (Role.ISSUES, lazy_pattern("问题|不足|差距|毛病|查摆|查找|检视|对照|检查|剖析|自我批评")),
)
_MUTUAL = lazy_pattern("(?:相互|互相|互|开展|严肃|真诚)批评|批评意见|互评")
_OWN = lazy_pattern("自我|个人|发言|查摆|检[查视]|对照|问题|剖析")
_OF_TABLE = lazy_pattern("问题|不足|毛病|意见|情况|如下|下表|清单|[：:]$")
_ELSE = lazy_pattern("会上|会议|督导|随后|最后|同时，班子成员|大家")
_GUESTS = lazy_pattern(
    "(?:督导|指导|巡察|巡视)[^，。；]{0,4}组[^。；]{0,24}(?:到会|莅会|参会|列席|出席|全程|点评|讲话)"
)
"""What tells of those who came to supervise."""
_MEMBERS = lazy_pattern("成员|个人|同志")
_TEAM = lazy_pattern("班子|集体|党[组委]")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the headings above say: their words, the nearest first; what it is about; the aspect; whose; of whom criticisms are."""

    headings: tuple[str, ...] = ()
    about: Role | None = None
    of_members: bool | None = None
    target: Span | None = None
    place: Context = field(default=Context(Role.ISSUES))

    @property
    def is_mutual(self) -> bool:
        """Whether the heading speaks of what members say to each other, and of nothing that is found in them."""
        words = next(iter(self.headings), "")
        return _MUTUAL.search(words) is not None and _OWN.search(words) is None

    def below(self, node: Node, aspect_of: AspectTest) -> Standing:
        """Return what holds below a heading."""
        if node.block is None:
            return self
        words, (start, end) = node.heading, node.title
        block = node.block
        about = about_of(words) or self.about
        members = True if _MEMBERS.search(words) else False if _TEAM.search(words) else self.of_members
        place = context_of(node, self.place, aspect_of).of(Role.ISSUES)
        named = persons(block.text, start, end) if len(words) <= _LONGEST_NAME and not themes_of(words) else []  # 文风
        who = named[0].name if len(named) == 1 else _whose(block.text, start, end)
        if who is not None:
            about, members = Role.ISSUES if self.target is None else self.about, True
            place = replace(place, member=Span(block, *who), of_members=True)
        target = target_of(block.text, start, end)
        held = Span(block, *target) if target else None if about is not self.about else self.target
        return Standing((words, *self.headings), about, members, held, place)

    def heads_alike(self, node: Node, aspect_of: AspectTest) -> bool:
        """Tell whether a heading says nothing new of what, or of whom, is told below it."""
        below = self.below(node, aspect_of)
        same = below.about in (None, self.about, Role.ISSUES) and below.target is self.target
        return same and below.of_members is self.of_members and below.place.member is self.place.member

    def behind_list(self, span: Span) -> Standing:
        """Return what holds for a paragraph behind the last item of a list: no longer the member, perhaps no more the aspect."""
        bare = Context(Role.ISSUES) if tells_else(span) else replace(self.place, member=None)
        gone = self.place.member is not None
        return replace(self, about=None if gone else self.about, place=bare)


def _whose(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a heading names the one member whose problems it says that follow: 张三同志查摆的问题"""
    found = _OF_ONE.match(text, start, end)
    named = persons(text, start, found.end("who")) if found else []
    return named[0].name if len(named) == 1 else None


def about_of(words: str) -> Role | None:
    """Return what words that head or lead in something say that it is about."""
    return next((role for role, pattern in _ABOUT if pattern.search(words)), None)


def heads(child: Node, above: Standing, below: Standing) -> bool:
    """Tell whether a numbered or styled paragraph about the meeting heads something, and is no item itself."""
    if child.block is None or child.children:
        return True
    if child.label is not None and child.label.kind in RUN_IN:
        return False
    if below.place.member is not above.place.member:
        return bool(child.blocks)
    if below.target is not None and below.target is not above.target:
        return child.has_body or bool(child.blocks) or child.block.text[-1] in "：:"
    if below.place.aspect_key is child:
        return is_heading(child, below.place)
    if role_of_label(child.heading) is not None:
        return True
    holds = child.has_body or bool(child.blocks) or names_problems(child.heading)
    if not holds or states_fault(child.heading) or (not child.has_body and child.block.text[-1] in "。；;"):
        return False
    if above.place.aspect is not None and not child.blocks:
        return False  # below an aspect its problems stand, whatever they speak of: 党委会上的“沉默者”多。……
    telling = below.about is not None and any(role is below.about and p.search(child.heading) for role, p in _ABOUT)
    whose = _MEMBERS.search(child.heading) or _TEAM.search(child.heading)
    listed = list_in(Role.ISSUES, child.block.text, *child.body)
    return telling or bool(whose) or listed or (child.is_bare_heading and bool(child.blocks))


def leads_in_table(child: Node, before_tables: Collection[int]) -> bool:
    """Tell whether a numbered or styled paragraph right before a table says what the table holds, and is no item itself."""
    if child.block is None or child.block.line.number not in before_tables:
        return False
    return _OF_TABLE.search(child.block.text) is not None and not states_fault(child.block.text)


def body_of(node: Node, standing: Standing) -> tuple[int, int]:
    """What stands behind the heading in its paragraph; all of it where it is no heading but an item of prose."""
    aspect = standing.place.aspect
    if aspect is not None and standing.place.aspect_key is node and aspect.block is node.block:
        return behind_aspect(aspect.block.text, aspect.end, node.body[1]), node.body[1]
    return node.body


def goes_on(last: Node, child: Node) -> bool:
    """Whether a numbered paragraph goes on with the list of the one before it."""
    if last.label is None or child.label is None or last.label.kind is not child.label.kind:
        return last.label is None and child.label is None
    led = bool(last.blocks) and last.blocks[-1].text[-1] in "：:"
    return child.label.number > last.label.number and not led


def ends_list(run: Sequence[Node], child: Node) -> bool:
    """Tell whether a bare paragraph ends the list of those before it, and what stands below it tells of something else."""
    more = child.children or child.label is None or not child.blocks
    return not more and goes_on(run[-1], child) and not run[-1].blocks and tells_else(whole(child.blocks[0]))


def leads_in_next(child: Node, following: Node | None) -> bool:
    """Tell whether what stands below a bare paragraph only leads in the list behind it, which begins anew: it is an item itself."""
    if child.label is None or child.children or not child.blocks or following is None or following.label is None:
        return False
    anew = following.label.number == 1 < child.label.number and following.label.kind is child.label.kind
    return anew and child.blocks[-1].text[-1] in "：:" and child.blocks[0].text[-1] in "：:。；;"


def leaves_aspect(span: Span, standing: Standing, node: Node) -> bool:
    """Tell whether a paragraph below the heading of an aspect speaks of something else: of the members, of criticisms."""
    if standing.place.aspect_key is not node or span.block is node.block:
        return False
    return tells_else(span)


def turns_away(said: Span) -> int:
    """Where what is said of an aspect ends, as a later sentence of it turns to the members, to criticisms, to the meeting."""
    text = said.block.text
    later = list(sentences(text, said.start, said.end))[1:]
    return next((low for low, high in later if tells_else(Span(said.block, low, high))), said.end)


def tells_else(span: Span) -> bool:
    """Tell whether a paragraph below an aspect speaks of the members, of criticisms, of how the meeting went."""
    return (
        of_members(Lead(span)) is True
        or criticism_count(span) is not None
        or _ELSE.match(span.text) is not None
        or _GUESTS.search(span.text) is not None
        or causes_led_in(span.text, 0, len(span.text)) is not None
    )
