"""材料中问题、原因、措施以外的部分."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from mzsh_model.model.base import Count, Name, Role, Value
from mzsh_model.model.items import AspectId, Id, Label, Text
from mzsh_model.model.people import Member


class Section(Value):
    """一个标题及其下不属于任何条目的话."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="部分")

    label: Label = None
    heading: Annotated[str, Field(description="标题，按原文，不含序号")]
    level: Annotated[int, Field(description="标题层级，从 1 起")]
    role: Annotated[Role, Field(description="这一部分的作用")]
    aspect_id: AspectId = None
    remarks: Annotated[tuple[str, ...], Field(description="标题下不属于任何条目的段落或语句，按原文")] = ()


class PriorIssue(Value):
    """上年度问题的整改落实：一条."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="上年度问题")

    id: Id = ""
    label: Label = None
    text: Text


class PriorSummary(Value):
    """上年度整改的总数，材料写明多少是多少."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="上年度整改总数")

    issues: Annotated[Count | None, Field(description="查摆的问题数")] = None
    measures: Annotated[Count | None, Field(description="制定的措施数")] = None
    done: Annotated[Count | None, Field(description="已完成数")] = None
    ongoing: Annotated[Count | None, Field(description="正在推进数")] = None
    standing: Annotated[Count | None, Field(description="长期坚持数")] = None
    rate: Annotated[str | None, Field(description="完成率，按原文，如 76%")] = None


class CaseReflection(Value):
    """典型案例剖析：一段或一条."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="典型案例剖析")

    id: Id = ""
    label: Label = None
    text: Text


class PersonalMatter(Value):
    """个人有关事项：一段或一条."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="个人有关事项")

    id: Id = ""
    label: Label = None
    text: Text


class Channel(Value):
    """征求意见的一种方式."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="征求意见方式")

    name: Annotated[str, Field(description="方式，如座谈会、征求意见表、意见箱、个别访谈")]
    count: Annotated[Count | None, Field(description="次数或份数；没有写明为空")] = None


class OpinionSummary(Value):
    """征求意见的情况."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="征求意见情况")

    total: Annotated[Count | None, Field(description="意见建议条数")] = None
    merged: Annotated[Count | None, Field(description="归并、梳理以后的条数")] = None
    aspects: Annotated[Count | None, Field(description="归纳为几个方面")] = None
    for_team: Annotated[Count | None, Field(description="对班子的条数")] = None
    for_members: Annotated[Count | None, Field(description="对成员的条数")] = None
    adopted: Annotated[Count | None, Field(description="采纳的条数")] = None
    channels: Annotated[tuple[Channel, ...], Field(description="征求意见的方式")] = ()


class TalkCount(Value):
    """谈心谈话的一部分人次：谁和谁之间."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="谈心谈话人次")

    between: Annotated[str, Field(description="谁和谁之间，按原文，如“班子成员之间”")]
    count: Annotated[Count, Field(description="人次")]


class Criticism(Value):
    """相互批评意见：一条."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="批评意见")

    id: Id = ""
    critic: Annotated[Name | None, Field(description="批评人；没有写明为空")] = None
    target: Annotated[Name | None, Field(description="被批评人；没有写明为空")] = None
    label: Label = None
    text: Text


class Step(Value):
    """会前准备的一步."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="准备工作")

    id: Id = ""
    label: Label = None
    title: Annotated[str | None, Field(description="段首标题句，不含序号和句号")] = None
    text: Text


class Supervision(Value):
    """到会的督导组."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="督导组")

    group: Annotated[str | None, Field(description="督导组名称，按原文")] = None
    leader: Annotated[Member | None, Field(description="组长或带队人；没有写明为空")] = None


class Absentee(Value):
    """没有到会的成员."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="缺席人员")

    name: Annotated[Name | None, Field(description="姓名；只写人数的为空")] = None
    post: Annotated[str | None, Field(description="职务，按原文")] = None
    reason: Annotated[str | None, Field(description="缺席的原因，按原文，如“因病”；没有写明为空")] = None
    written: Annotated[bool, Field(description="是否写明提交了书面发言")] = False


class AgendaItem(Value):
    """会议的一项程序."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="议程")

    label: Label = None
    text: Annotated[str, Field(description="这一项做什么，按原文，不含序号")]


class Response(Value):
    """被批评的成员听了批评意见以后的表态."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="表态")

    member: Annotated[Name | None, Field(description="表态的成员；没有写明为空")] = None
    text: Text


class Meeting(Value):
    """民主生活会."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="民主生活会")

    year: Annotated[int | None, Field(description="年度；没有写明为空")] = None
    name: Annotated[str | None, Field(description="会议名称，按原文")] = None
    held_on: Annotated[str | None, Field(description="召开日期，EDTF 写法，缺的部分为 X，如 2022-01-XX")] = None
    held_until: Annotated[str | None, Field(description="开了不止一天的，结束的日期，EDTF 写法；一天开完为空")] = None
    place: Annotated[str | None, Field(description="地点，按原文")] = None
    theme: Annotated[str | None, Field(description="会议主题，按原文，不含引号")] = None
    chair: Annotated[Member | None, Field(description="主持人")] = None
    recorder: Annotated[Member | None, Field(description="记录人")] = None
    attendees: Annotated[tuple[Member, ...], Field(description="材料写到的参加人员，不含主持人")] = ()
    expected: Annotated[Count | None, Field(description="应到人数")] = None
    present: Annotated[Count | None, Field(description="实到人数")] = None
    absentees: Annotated[tuple[Absentee, ...], Field(description="没有到会的成员")] = ()
    supervision: Annotated[Supervision | None, Field(description="到会的督导组")] = None
    agenda: Annotated[tuple[AgendaItem, ...], Field(description="会议程序；没有写明为空")] = ()


class Review(Value):
    """审核把关：一道审核，哪一道、由谁、哪天、怎么定的、审的是哪一稿."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="审核")

    stage: Annotated[str | None, Field(description="哪一道审核，按原文，如“书记审核”“督导组预审”")] = None
    by: Annotated[Name | None, Field(description="审核的人或单位，按原文；没有写明为空")] = None
    on: Annotated[str | None, Field(description="审核日期，EDTF 写法，缺的部分为 X")] = None
    decision: Annotated[str | None, Field(description="审核意见，按原文，如“同意”")] = None
    version: Annotated[str | None, Field(description="审的是哪一稿，按原文，如“送审稿”；没有写明为空")] = None


class Signature(Value):
    """落款."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="落款")

    name: Annotated[Name | None, Field(description="署名的单位或个人，按原文")] = None
    on: Annotated[str | None, Field(description="日期，EDTF 写法，缺的部分为 X")] = None
