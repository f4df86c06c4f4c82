"""各文种：一份材料读出来的全部内容."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.model.base import Count, Name, Value
from mzsh_model.model.items import Aspect, Cause, Id, Issue, Link, Measure
from mzsh_model.model.parts import (
    CaseReflection,
    Criticism,
    Meeting,
    OpinionSummary,
    PersonalMatter,
    PriorIssue,
    PriorSummary,
    Review,
    Section,
    Signature,
    Step,
    TalkCount,
)
from mzsh_model.model.people import Member, Organisation, Team

Title = Annotated[str | None, Field(description="标题，按原文，分行的连成一行；没有标题为空")]
Year = Annotated[int | None, Field(description="民主生活会的年度；看不出为空")]
Sections = Annotated[tuple[Section, ...], Field(description="各级标题，按先后")]
Preamble = Annotated[tuple[str, ...], Field(description="第一个标题之前的段落（导语），按原文")]
Closing = Annotated[tuple[str, ...], Field(description="结束语、附件说明等末尾的段落，按原文")]
Causes = Annotated[tuple[Cause, ...], Field(description="原因")]
Measures = Annotated[tuple[Measure, ...], Field(description="整改措施")]
TalkCounts = Annotated[tuple[TalkCount, ...], Field(description="谈心谈话人次中写明是谁和谁之间的各部分")]
Links = Annotated[tuple[Link, ...], Field(description="问题与原因、措施的对应")]


class DocumentValue(Value):
    """The base of what a whole document says; each kind narrows `kind` to its own name (values are frozen, so it may)."""

    kind: Annotated[str, Field(description="文种")] = ""
    title: Title = None
    reviews: Annotated[tuple[Review, ...], Field(description="材料上写明的审核把关，按先后")] = ()


class SelfExamination(DocumentValue):
    """对照检查材料、发言提纲：班子的或个人的."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="对照检查材料")

    kind: Annotated[Literal["SelfExamination"], Field(description="文种")] = "SelfExamination"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    year: Year = None
    organisation: Annotated[Organisation | None, Field(description="单位；看不出为空")] = None
    scope: Annotated[
        Literal["team", "member"] | None, Field(description="谁的材料：team 班子、member 个人；看不出为空")
    ] = None
    subject: Annotated[Team | Member | None, Field(description="班子或本人；看不出为空")] = None
    dated: Annotated[str | None, Field(description="标题下的日期，EDTF 写法；没有为空")] = None
    preamble: Preamble = ()
    opinions: Annotated[OpinionSummary | None, Field(description="导语写到的征求意见情况")] = None
    talks: Annotated[Count | None, Field(description="导语写到的谈心谈话人次")] = None
    talk_counts: TalkCounts = ()
    sections: Sections = ()
    aspects: Annotated[tuple[Aspect, ...], Field(description="材料对照的方面，按先后")] = ()
    prior: Annotated[PriorSummary | None, Field(description="上年度整改的总数")] = None
    prior_issues: Annotated[tuple[PriorIssue, ...], Field(description="上年度问题的整改落实")] = ()
    issues: Annotated[tuple[Issue, ...], Field(description="查摆的问题")] = ()
    case_reflections: Annotated[tuple[CaseReflection, ...], Field(description="典型案例剖析")] = ()
    personal_matters: Annotated[tuple[PersonalMatter, ...], Field(description="个人有关事项")] = ()
    causes: Causes = ()
    measures: Measures = ()
    links: Links = ()
    closing: Closing = ()
    signature: Annotated[Signature | None, Field(description="落款")] = None


class MeetingReport(DocumentValue):
    """民主生活会情况报告."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="情况报告")

    kind: Annotated[Literal["MeetingReport"], Field(description="文种")] = "MeetingReport"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    number: Annotated[str | None, Field(description="发文字号，按原文")] = None
    addressee: Annotated[str | None, Field(description="主送机关，按原文")] = None
    year: Year = None
    organisation: Annotated[Organisation | None, Field(description="单位；看不出为空")] = None
    preamble: Preamble = ()
    basis: Annotated[str | None, Field(description="召开会议所依据的文件，按原文")] = None
    meeting: Annotated[Meeting, Field(description="会议概况")] = Meeting()
    sections: Sections = ()
    preparation: Annotated[tuple[Step, ...], Field(description="会前准备")] = ()
    opinions: Annotated[OpinionSummary | None, Field(description="征求意见情况")] = None
    talks: Annotated[Count | None, Field(description="谈心谈话人次")] = None
    talk_counts: TalkCounts = ()
    prior: Annotated[PriorSummary | None, Field(description="上年度整改的总数")] = None
    aspects: Annotated[tuple[Aspect, ...], Field(description="班子问题对照的方面，按先后")] = ()
    team_issues: Annotated[tuple[Issue, ...], Field(description="班子查摆的问题")] = ()
    member_issues: Annotated[tuple[Issue, ...], Field(description="成员查摆的问题：共性的，或各人的")] = ()
    stated_team_issues: Annotated[Count | None, Field(description="文中写明的班子问题数（几方面问题）")] = None
    stated_member_issues: Annotated[Count | None, Field(description="文中写明的成员问题数")] = None
    criticisms: Annotated[tuple[Criticism, ...], Field(description="写到的相互批评意见")] = ()
    stated_criticisms: Annotated[Count | None, Field(description="文中写明的批评意见条数")] = None
    causes: Causes = ()
    measures: Measures = ()
    followup: Annotated[tuple[str, ...], Field(description="会后通报、整改部署等段落，按原文")] = ()
    links: Links = ()
    closing: Closing = ()
    signature: Annotated[Signature | None, Field(description="落款")] = None


class LedgerEntry(Value):
    """台账的一项：一个问题及其措施（合并单元格跨几行的仍是一项）."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="台账条目")

    id: Id = ""
    number: Annotated[str | None, Field(description="序号，按原文")] = None
    member: Annotated[Name | None, Field(description="合编台账里这一项是哪位成员的；没有写明为空")] = None
    aspect: Annotated[str | None, Field(description="方面或类别，按原文")] = None
    issue: Annotated[Issue | None, Field(description="问题；空白为空")] = None
    cause: Annotated[str | None, Field(description="问题原因，按原文")] = None
    goal: Annotated[str | None, Field(description="整改目标，按原文")] = None
    measures: Measures = ()
    remark: Annotated[str | None, Field(description="备注，按原文")] = None


class LedgerCounts(Value):
    """台账前后文字写明的总数."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="台账总数")

    issues: Annotated[Count | None, Field(description="问题数")] = None
    measures: Annotated[Count | None, Field(description="措施数")] = None
    done: Annotated[Count | None, Field(description="已完成数")] = None
    ongoing: Annotated[Count | None, Field(description="正在推进数")] = None
    standing: Annotated[Count | None, Field(description="长期坚持数")] = None
    rate: Annotated[str | None, Field(description="完成率，按原文，如 76%")] = None


class Ledger(DocumentValue):
    """问题清单、整改清单、整改台账."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="整改台账")

    kind: Annotated[Literal["Ledger"], Field(description="文种")] = "Ledger"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    year: Year = None
    organisation: Annotated[Organisation | None, Field(description="单位；看不出为空")] = None
    owner: Annotated[Name | None, Field(description="个人台账的本人；班子台账为空")] = None
    preamble: Preamble = ()
    stated: Annotated[LedgerCounts | None, Field(description="文字写明的总数")] = None
    columns: Annotated[tuple[str, ...], Field(description="表头各栏，按原文")] = ()
    entries: Annotated[tuple[LedgerEntry, ...], Field(description="各项")] = ()
    links: Links = ()
    closing: Closing = ()


class Unrecognised(DocumentValue):
    """没有认出文种的材料：只有标题和段落."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="未认出的文种")

    kind: Annotated[Literal["Unknown"], Field(description="文种")] = "Unknown"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    paragraphs: Annotated[tuple[str, ...], Field(description="段落，按原文")] = ()
