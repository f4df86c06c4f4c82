"""Values of every type as code makes them: what can be derived is left out, or given.

Documents are such that `mz.complete`, `mz.check` and `mz.write` take them, and what is read back says the same.
"""

from __future__ import annotations

from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.testing.made_facts import OPINIONS, PRIOR, SOME, criticisms_of_others, meetings_of_reports
from mzsh_model.testing.wording import ASPECTS, FAULTS

_WHAT = [
    "理论学习",
    "调查研究",
    "督促检查",
    "请示报告",
    "联系群众",
    "值班值守",
    "档案管理",
    "财务审批",
    "与𠮷同志的沟通",
]
_FAULT = ["不够系统，列入计划的4本书只读了2本", "抓得不紧，全年只开展3次", "浮在面上，走访20户没有一户回访", "时紧时松"]
_DO = ["每月安排一次集中学习", "建立周调度、月通报制度", "逐户走访并当场记录", "修订三项办法"]
_NAMES = ["张三", "李四", "王小五", "欧阳六", "𠮷七"]
_POSTS = ["某局党组书记、局长", "某局党组成员、副局长"]
_DUES = ["2026-06", "2026年9月底前", "2026-03-31", "长期坚持"]
_DAYS = ["2026-01-12", "2026-01-XX", "2025-12-30"]
_STATES = ["已完成", "整改中", "长期坚持", "未启动"]


def _maybe(*given: str) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *given])


def placeholders() -> st.SearchStrategy[mz.Placeholder]:
    """Draw blanks that nobody filled yet."""
    return st.builds(mz.Placeholder, raw=st.sampled_from(["xx", "某", "××", "待补充"]), of=st.just("person"))


def names() -> st.SearchStrategy[str | mz.Placeholder]:
    """Draw names of persons, now and then a blank."""
    return st.sampled_from(_NAMES) | placeholders()


def counts() -> st.SearchStrategy[int | mz.Placeholder]:
    """Draw counts, now and then a blank."""
    return st.integers(0, 300) | st.builds(mz.Placeholder, raw=st.just("xx"), of=st.just("count"))


def organisations() -> st.SearchStrategy[mz.Organisation]:
    """Draw units."""
    return st.builds(mz.Organisation, name=st.sampled_from(["某局党组", "某县教育局党委", "某公司党委"]))


def teams() -> st.SearchStrategy[mz.Team]:
    """Draw teams."""
    return st.builds(mz.Team, name=st.sampled_from(["某局党组领导班子", "某县教育局党委领导班子"]))


def members() -> st.SearchStrategy[mz.Member]:
    """Draw members of teams."""
    return st.builds(mz.Member, name=st.sampled_from(_NAMES[:3]), post=_maybe(*_POSTS))


def aspects() -> st.SearchStrategy[mz.Aspect]:
    """Draw aspects that problems are told by."""
    return st.builds(mz.Aspect, name=st.sampled_from(ASPECTS).map("带头{}".format))


def instances() -> st.SearchStrategy[mz.Instance]:
    """Draw instances of problems."""
    return st.builds(mz.Instance, text=st.sampled_from(["去年有1项工作没有落实", "有2次会议开成了传达会"]))


@st.composite
def issues(draw: st.DrawFn, aspect: str | None = None) -> mz.Issue:
    """A problem, under an aspect where one is given."""
    return mz.Issue(text=f"{draw(st.sampled_from(_WHAT))}{draw(st.sampled_from(_FAULT))}。", aspect=aspect)


def causes() -> st.SearchStrategy[mz.Cause]:
    """Draw causes."""
    deep = ["理论武装抓得不深", "宗旨意识有所淡化", "担当精神有所减退", "纪律观念绷得不紧"]
    return st.builds(mz.Cause, text=st.sampled_from(deep).map("{}，满足于一般要求。".format))


@st.composite
def measures(draw: st.DrawFn) -> mz.Measure:
    """A measure, with or without who does it and until when."""
    text = f"抓好{draw(st.sampled_from(_WHAT))}，{draw(st.sampled_from(_DO))}。"
    return mz.Measure(text=text, owner=draw(_maybe("张三", "办公室", "李四")), due=draw(_maybe(*_DUES)))


def links(issue: str = "i1", measure: str = "m1") -> st.SearchStrategy[mz.Link]:
    """Draw links of the problem and the measure that have these ids."""
    return st.builds(mz.Link, issue=st.just(issue), measure=st.just(measure), basis=st.sampled_from(mz.LinkBasis))


@st.composite
def self_examinations(draw: st.DrawFn) -> mz.SelfExamination:
    """A self-examination of a member or a team: figures, problems under aspects or none, causes or none, measures."""
    told = [None, "带头固本培元、增强党性方面", "带头真抓实干、坚持高质量发展方面"]
    under = sorted(draw(st.lists(st.sampled_from(told), min_size=1, max_size=2, unique=True)), key=lambda a: a or "")
    return mz.SelfExamination(
        year=draw(st.sampled_from([2024, 2025])),
        subject=draw(st.just(mz.Member(name="张三")) | st.just(mz.Team(name="某局党组领导班子"))),
        opinions=draw(OPINIONS),
        talks=draw(SOME),
        prior=draw(PRIOR),
        issues=tuple(one for aspect in under for one in draw(st.lists(issues(aspect), min_size=2, max_size=3))),
        causes=tuple(draw(st.one_of(st.just([]), st.lists(causes(), min_size=2, max_size=3)))),
        measures=tuple(draw(st.lists(measures(), min_size=2, max_size=4))),
    )


@st.composite
def meeting_reports(draw: st.DrawFn) -> mz.MeetingReport:
    """A report on a meeting: its facts, figures, problems of team or members, criticisms, causes, measures."""
    return mz.MeetingReport(
        year=2025,
        organisation=mz.Organisation(name="某局党组"),
        meeting=draw(meetings_of_reports()),
        opinions=draw(OPINIONS),
        talks=draw(SOME),
        prior=draw(PRIOR),
        team_issues=tuple(draw(st.lists(issues(), max_size=4))),
        member_issues=tuple(draw(st.lists(issues(), max_size=3))),
        criticisms=tuple(draw(st.lists(criticisms_of_others(), max_size=2))),
        causes=tuple(draw(st.lists(causes(), max_size=3))),
        measures=tuple(draw(st.lists(measures(), min_size=1, max_size=4))),
    )


def close_outs() -> st.SearchStrategy[mz.CloseOut]:
    """Draw what is told of the closing of a measure."""
    on = _maybe("2026年6月20日", "2026.5.8")
    by = _maybe("张三", "机关纪委") | st.just(mz.Placeholder(raw="××", of="person"))
    return st.builds(mz.CloseOut, closed_on=on, closed_by=by, evidence=_maybe("会议纪要3份", "台账1本"))


@st.composite
def row_measures(draw: st.DrawFn) -> mz.Measure:
    """A measure as a ledger tracks it: how far it is, what was done, who closed it and on what."""
    told = draw(close_outs()).__dict__
    return draw(measures()).model_copy(
        update={**told, "status": draw(_maybe(*_STATES)), "progress": draw(_maybe("研讨2次，形成方案1份"))}
    )


@st.composite
def ledger_entries(draw: st.DrawFn) -> mz.LedgerEntry:
    """A row of a ledger: a problem and its measures."""
    return mz.LedgerEntry(
        issue=draw(issues()),
        measures=tuple(draw(st.lists(row_measures(), min_size=1, max_size=3))),
    )


@st.composite
def ledgers(draw: st.DrawFn) -> mz.Ledger:
    """A rectification ledger."""
    rows = tuple(draw(st.lists(ledger_entries(), min_size=1, max_size=4)))
    return mz.Ledger(year=2025, organisation=mz.Organisation(name="某局"), entries=rows)


def unrecognised() -> st.SearchStrategy[mz.Unrecognised]:
    """Draw what is no paper of the genre."""
    said = st.lists(st.sampled_from(["各单位：", "请于周五前报名。", "联系人另告。"]), max_size=3, unique=True)
    return st.builds(mz.Unrecognised, title=_maybe("通知"), paragraphs=said.map(tuple))


def document_values() -> st.SearchStrategy[mz.DocumentValue]:
    """Draw values of every kind of document that can be written."""
    return st.one_of(self_examinations(), meeting_reports(), ledgers())


def sections() -> st.SearchStrategy[mz.Section]:
    """Draw headings with what stands below them."""
    heads = st.sampled_from(["存在的主要问题", "原因剖析", "整改措施"])
    said = st.lists(st.sampled_from(FAULTS), max_size=2).map(tuple)
    return st.builds(mz.Section, heading=heads, level=st.integers(1, 3), role=st.sampled_from(mz.Role), remarks=said)


def channels() -> st.SearchStrategy[mz.Channel]:
    """Draw ways of asking for opinions."""
    return st.builds(mz.Channel, name=st.sampled_from(["座谈会", "征求意见表", "意见箱"]), count=st.none() | counts())


def opinion_summaries() -> st.SearchStrategy[mz.OpinionSummary]:
    """Draw what is told of opinions that were asked for."""
    ways = st.lists(channels(), max_size=3).map(tuple)
    return st.builds(mz.OpinionSummary, total=st.none() | counts(), merged=st.none() | counts(), channels=ways)


def talk_counts() -> st.SearchStrategy[mz.TalkCount]:
    """Draw how often who talked with whom."""
    pairs = st.sampled_from(["班子成员之间", "班子成员与分管部门负责人"])
    return st.builds(mz.TalkCount, between=pairs, count=counts())


def prior_issues() -> st.SearchStrategy[mz.PriorIssue]:
    """Draw what became of last year's problems."""
    return st.builds(mz.PriorIssue, text=st.sampled_from(FAULTS).map("关于{}的问题，已整改到位。".format))


def prior_summaries() -> st.SearchStrategy[mz.PriorSummary]:
    """Draw last year's totals."""
    return st.builds(mz.PriorSummary, issues=st.none() | counts(), done=st.none() | counts())


def case_reflections() -> st.SearchStrategy[mz.CaseReflection]:
    """Draw reflections on a case."""
    return st.builds(mz.CaseReflection, text=st.just("对照某案深刻反思，举一反三查摆自身不足。"))


def personal_matters() -> st.SearchStrategy[mz.PersonalMatter]:
    """Draw personal matters that were reported."""
    return st.builds(mz.PersonalMatter, text=st.sampled_from(["本人没有需要说明的事项。", "本人已如实报告房产情况。"]))


def criticisms() -> st.SearchStrategy[mz.Criticism]:
    """Draw what one member said to another."""
    text = st.sampled_from(FAULTS).map("{}。".format)
    return st.builds(mz.Criticism, critic=st.none() | names(), target=st.none() | names(), text=text)


def responses() -> st.SearchStrategy[mz.Response]:
    """Draw what a member said who was criticised."""
    return st.builds(
        mz.Response, member=st.none() | names(), text=st.sampled_from(["诚恳接受批评。", "照单全收，马上就改。"])
    )


def agenda_items() -> st.SearchStrategy[mz.AgendaItem]:
    """Draw what is done at a meeting."""
    texts = ["通报上年度整改落实情况", "班子对照检查", "开展批评和自我批评", "会议总结"]
    return st.builds(mz.AgendaItem, text=st.sampled_from(texts))


def steps() -> st.SearchStrategy[mz.Step]:
    """Draw what was done before a meeting."""
    return st.builds(mz.Step, text=st.sampled_from(["组织集中学习4次。", "开展谈心谈话64人次。"]))


def supervisions() -> st.SearchStrategy[mz.Supervision]:
    """Draw groups that came to supervise."""
    return st.builds(mz.Supervision, group=_maybe("上级第二督导组"), leader=st.none() | members())


def absentees() -> st.SearchStrategy[mz.Absentee]:
    """Draw members who did not come."""
    return st.builds(mz.Absentee, name=st.none() | names(), reason=_maybe("因病", "出差"), written=st.booleans())


@st.composite
def meetings(draw: st.DrawFn) -> mz.Meeting:
    """What is told of a meeting: each person once, as chair, as somebody who came, or as somebody who did not."""
    chair, *others = draw(st.permutations(["张三", "李四", "王小五", "欧阳六"]))
    came = draw(st.integers(0, 2))
    post, reason = _maybe(*_POSTS), _maybe("因病", "出差")
    return mz.Meeting(
        held_on=draw(_maybe(*_DAYS)),
        chair=draw(st.none() | st.builds(mz.Member, name=st.just(chair), post=post)),
        attendees=tuple(draw(st.builds(mz.Member, name=st.just(name), post=post)) for name in others[:came]),
        expected=draw(st.none() | counts()),
        present=draw(st.none() | counts()),
        absentees=tuple(
            draw(st.builds(mz.Absentee, name=st.just(one), reason=reason))
            for one in others[came : came + draw(st.integers(0, 1))]
        ),
        supervision=draw(st.none() | st.just(mz.Supervision(group="上级第二督导组"))),
    )


def reviews() -> st.SearchStrategy[mz.Review]:
    """Draw what a paper says of being reviewed."""
    return st.builds(
        mz.Review,
        stage=_maybe("书记审核", "督导组预审"),
        by=st.sampled_from(["张三", "县委第二督导组", mz.Placeholder(raw="××", of="person")]),
        on=_maybe(*_DAYS),
        decision=_maybe("同意", "修改完善后再报"),
        version=_maybe("送审稿", "第二稿"),
    )


def signatures() -> st.SearchStrategy[mz.Signature]:
    """Draw who signed, and when."""
    return st.builds(mz.Signature, name=st.none() | names(), on=_maybe(*_DAYS))


def ledger_counts() -> st.SearchStrategy[mz.LedgerCounts]:
    """Draw the totals that stand around a ledger."""
    return st.builds(mz.LedgerCounts, issues=st.none() | counts(), done=st.none() | counts(), rate=_maybe("76%"))
