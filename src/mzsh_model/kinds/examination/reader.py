"""对照检查材料、发言提纲: the team's or a member's self-examination."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from mzsh_model.chinese.codes import DIGITS, Sort
from mzsh_model.chinese.surnames import is_person
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.examination.behind_dashes import causes_behind_dashes
from mzsh_model.kinds.examination.prose import read_prose, tell_close, tell_unknown_names, tell_unread_behind
from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.model.people import Member, Team
from mzsh_model.reading.aspects import AspectFinder, AspectList
from mzsh_model.reading.draft import Draft, Span, whole
from mzsh_model.reading.frame.byline import byline_in
from mzsh_model.reading.frame.front import byline_of, unspaced
from mzsh_model.reading.frame.preamble import read_opinions, read_prior, read_talks
from mzsh_model.reading.frame.tail import read_date, read_tail
from mzsh_model.reading.gathered import gather, sections_of
from mzsh_model.reading.items.find_items import Harvester
from mzsh_model.reading.links import link_items
from mzsh_model.reading.roles import Chapter, is_item
from mzsh_model.reading.skeleton import Skeleton, anchor_title, finish, read_organisation
from mzsh_model.reading.tables.column_names import LedgerTable
from mzsh_model.reading.told_facts import name_value

_SHOWN = 12

_TEAM_NAME = lazy_pattern(
    rf"{Sort.UNIT}{DIGITS}(?:(?:领导)?班子|党[组委](?:领导)?班子|党[组委])|"
    r"(?:(?!民主生活会|巡[视察]|专题|主题)[^\d，。]){2,40}?(?:领导)?班子|[^\d，。]{2,40}?(?:党[组委]|党工委|常委会|委员会)"
)
_TEAM = lazy_pattern(
    r"班子(?!成员)|(?:党[组委]|党工委|常委会|委员会|[部室院]务会|理事会|党支部|党总支)(?!成员|委员|常委|副?书记|.{0,4}班子成员)"
)
_PERSON = lazy_pattern(r"个人|发言|成员|委员(?!会)|同志|(?:书记|主任|长)(?=20|个人|对照|检视)")
_OF_TITLE = lazy_pattern(
    r"(?:(?P<post>[^\s]*(?:书记|委员|主任|长|成员|党员|总师|总监|经理|主席|员))\s*)?(?P<name>[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]?[某xX×*]{1,3})同志(?=20|在|的|民主|个人|对照|主题|专题|党史|检视|剖析|述)"
    r"|(?P<rank>[^\s]*(?:书记|主任|长|总师|总监|经理|主席|师))(?P<bare>(?!单位|班子|支部|成员|会议)[\u4e00-\u9fff]{2,3})(?=20\d\d\s*年|$)"
)
"""A title that says whose paper it is: 某局副局长张三同志2025年度……"""

_OF_MEETING = lazy_pattern(
    r"(?<=[\s　])(?:(?:19|20)\d\d\s*年|个人|在?民主生活会|主题教育|党史学习|对照|检视|发言|专题)"
)
"""Where a title goes on from whose paper it is to what it is: 党委副书记、院长 张三 2025年度……"""

_NAMED_FIRST = lazy_pattern(
    r"(?P<name>[\u4e00-\u9fff·]{2,4}?)(?=(?:19|20)\d\d年|个人|同志|对照|检视|主题教育|专题|民主生活会|党史学习|发言)"
)
"""A title that begins with nothing but a name: 樊星2025年度民主生活会……"""


def read_examination(
    skeleton: Skeleton, chapters: Sequence[Chapter], tables: tuple[LedgerTable, ...] = (), *, linked: bool = True
) -> Outcome[SelfExamination]:
    """Read what is there, say what was not understood, judge nothing. `tables` hold what no paragraph does; links if `linked`."""
    draft, front = skeleton.draft, skeleton.front
    finder = AspectFinder(skeleton.year)
    harvester = Harvester(finder.of_heading, skeleton.year, skeleton.names)
    for chapter in chapters:
        harvester.part(chapter.node, chapter.context, heads=chapter.heads)
        _tell_unsure(draft, chapter)
    tell_unread_behind(draft, [chapter.node for chapter in chapters if is_item(chapter.node)])
    told = front.preamble if chapters else read_prose(harvester, skeleton, front.preamble)
    harvest = harvester.found
    harvest.items = causes_behind_dashes(draft, harvest.items)
    tell_unknown_names(draft, skeleton.names, harvest.items)
    title = anchor_title(skeleton)
    listed = AspectList(skeleton.year, draft)
    sections = sections_of(draft, harvest, listed)
    gathered = gather(draft, harvest, listed, tables)
    scope, subject = read_subject(skeleton, title, told)
    opening = [*([front.addressee] if front.addressee else []), *told]
    preamble = tuple(draft.anchor_span(f"/preamble/{i}", span) for i, span in enumerate(opening))
    prior_spans = [
        span
        for index, (_, context) in enumerate(harvest.headings)
        if context.role is Role.PRIOR
        for span in harvest.remarks.get(index, ())
    ]
    prior_spans += [s for i in gathered.prior_items for s in i.spans]
    prior_spans += told
    signature, below = read_tail(draft, skeleton.tail, front)
    talks, talk_counts = read_talks(told, draft)
    value = SelfExamination(
        title=title,
        year=skeleton.year,
        organisation=read_organisation(skeleton),
        scope=scope,
        subject=subject,
        dated=read_date(draft, "/dated", front.date),
        preamble=preamble,
        opinions=read_opinions(told, draft, "/opinions"),
        talks=talks,
        talk_counts=talk_counts,
        sections=sections,
        aspects=tuple(listed.values),
        prior=read_prior(prior_spans, draft, "/prior", skeleton.year),
        prior_issues=tuple(gathered.prior),
        issues=tuple(gathered.issues),
        case_reflections=tuple(gathered.cases),
        personal_matters=tuple(gathered.matters),
        causes=tuple(gathered.causes),
        measures=tuple(gathered.measures),
        links=link_items(gathered.issues, gathered.causes, gathered.measures, gathered.beside) if linked else (),
        closing=tuple(draft.anchor_span(f"/closing/{i}", span) for i, span in enumerate([*harvest.closing, *below])),
        signature=signature,
    )
    finish(skeleton)
    return Outcome(value, tuple(draft.notices), draft.anchors)


def _tell_unsure(draft: Draft, chapter: Chapter) -> None:
    """Name a chapter whose best two readings lie close, with both."""
    node, decision = chapter.node, chapter.decision
    block = node.block or next(iter(node.blocks), None)
    holds = node.children or node.blocks or node.has_body
    if decision is not None and block is not None and holds:
        tell_close(draft, block, node.heading or block.text[:_SHOWN], decision)


def read_subject(
    skeleton: Skeleton, title: str | None, preamble: Sequence[Span]
) -> tuple[Literal["team", "member"] | None, Team | Member | None]:
    """Tell whose paper it is: a byline or 个人 makes it a member's, 领导班子 in the title the team's; else its `preamble` tells."""
    draft, front = skeleton.draft, skeleton.front
    words = unspaced(title or "")
    if front.byline is not None:
        post, (start, end) = byline_of(front.byline.text)
        name = Span(front.byline.block, front.byline.start + start, front.byline.start + end)
        draft.anchor("/subject", front.byline.place())
        raw = draft.anchor_span("/subject/name", name)
        return "member", Member(name=name_value(raw), post=post)
    for span in front.title:
        cut = _OF_MEETING.search(span.text)
        before = span.text if cut is None else span.text[: cut.start()]
        if before and (line := byline_in(before)) is not None:
            name = Span(span.block, span.start + line.name[0], span.start + line.name[1])
            draft.anchor("/subject", span.place())
            return "member", Member(name=name_value(draft.anchor_span("/subject/name", name)), post=line.post)
        if found := _OF_TITLE.match(span.text):
            which = "name" if found["name"] else "bare"
            name = Span(span.block, span.start + found.start(which), span.start + found.end(which))
            post = found["post"] or found["rank"]
            draft.anchor("/subject", span.place())
            return "member", Member(name=name_value(draft.anchor_span("/subject/name", name)), post=post)
    if (named := _NAMED_FIRST.match(words)) is not None and is_person(named["name"]):
        span = front.title[0]
        if span.text.startswith(named["name"]):
            name = Span(span.block, span.start, span.start + len(named["name"]))
            draft.anchor("/subject", span.place())
            return "member", Member(name=name_value(draft.anchor_span("/subject/name", name)))
    if _PERSON.search(words):
        return "member", _signed(skeleton)
    if _TEAM.search(words):
        return "team", _team(skeleton)
    opening = "".join(span.text for span in preamble)[:400]
    if re.search(r"我们|班子", opening) and not re.search(r"本人|我[认按参将]", opening):
        return "team", None
    return ("member", _signed(skeleton)) if re.search(r"本人|我", opening) else (None, None)


def _signed(skeleton: Skeleton) -> Member | None:
    """Who signs with his post below his own paper that names him nowhere above."""
    for block in skeleton.tail:
        if (line := byline_in(block.text)) is not None:
            skeleton.draft.anchor("/subject", whole(block).place())
            name = skeleton.draft.anchor_span("/subject/name", Span(block, *line.name))
            return Member(name=name_value(name), post=line.post)
    return None


def _team(skeleton: Skeleton) -> Team | None:
    """The team that the title names: the words up to 班子."""
    for span in skeleton.front.title:
        if found := _TEAM_NAME.match(span.text):
            at = Span(span.block, span.start, span.start + found.end())
            skeleton.draft.anchor("/subject", at.place())
            return Team(name=name_value(skeleton.draft.anchor_span("/subject/name", at), "org"))
    return None
