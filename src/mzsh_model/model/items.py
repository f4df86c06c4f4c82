"""问题、事例、原因、措施，以及它们之间的对应."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from mzsh_model.chinese.states import State, state_of, state_words
from mzsh_model.kernel.dates import PartialDate, parse_date
from mzsh_model.model.base import Name, Value

Id = Annotated[str, Field(description="稳定编号，在同一份材料内不重复；用代码做的值可以不写，由程序编")]
Label = Annotated[str | None, Field(description="原文的序号，如“一是”“（二）”“1.”；没有序号为空")]
Text = Annotated[str, Field(description="全文，不含序号")]
AspectName = Annotated[str | None, Field(description="所属方面，按原文")]
AspectId = Annotated[str | None, Field(description="所属方面在年度目录中的编号，如 2025-1；目录中没有为空")]


class Aspect(Value):
    """方面（带头……）：材料中的一个标题，与年度目录对照."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="方面")

    id: Annotated[str | None, Field(description="年度目录中的编号，如 2025-1；目录中没有为空")] = None
    name: Annotated[str, Field(description="标题，按原文，不含序号")]
    canonical: Annotated[str | None, Field(description="年度目录中的规范表述；目录中没有为空")] = None


class Instance(Value):
    """具体事例."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="具体事例")

    text: Text


class Issue(Value):
    """问题：一个方面之下分得最细的一条."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="问题")

    id: Id = ""
    aspect: AspectName = None
    aspect_id: AspectId = None
    label: Label = None
    statement: Annotated[str, Field(description="点题句：全文的第一句；用代码做的值可以不写，由程序从全文读出")] = ""
    text: Text
    instances: Annotated[tuple[Instance, ...], Field(description="所举的具体事例")] = ()
    origin: Annotated[str | None, Field(description="问题来源，按原文，如“征求意见”“巡察反馈”")] = None
    member: Annotated[Name | None, Field(description="这个问题是哪位成员的（报告、清单、合编台账）；没有写明为空")] = (
        None
    )
    claims: Annotated[tuple[str, ...], Field(description="同时认领的班子问题，按原文")] = ()


class Cause(Value):
    """原因."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="原因")

    id: Id = ""
    aspect: AspectName = None
    aspect_id: AspectId = None
    label: Label = None
    title: Annotated[str | None, Field(description="段首标题句，不含序号和句号")] = None
    text: Text


class CloseOut(Value):
    """销号：哪天、由谁、凭什么；从措施的几项里得出（`Measure.close_out`）."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="销号")

    closed_on: Annotated[str | None, Field(description="销号日期，按原文；没有写明为空")] = None
    closed_by: Annotated[Name | None, Field(description="验收、审核销号的人或部门，按原文；没有写明为空")] = None
    evidence: Annotated[str | None, Field(description="销号依据，按原文；没有写明为空")] = None

    @property
    def day(self) -> PartialDate | None:
        """The day of closing as far as it is given; None where `closed_on` names none."""
        return parse_date(self.closed_on) if self.closed_on else None


class Measure(Value):
    """整改措施."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="整改措施")

    id: Id = ""
    aspect: AspectName = None
    aspect_id: AspectId = None
    label: Label = None
    title: Annotated[str | None, Field(description="段首标题句，不含序号和句号")] = None
    text: Text
    owner: Annotated[Name | None, Field(description="责任人或责任单位，按原文；没有写明为空")] = None
    department: Annotated[str | None, Field(description="责任部门，按原文；没有写明为空")] = None
    due: Annotated[str | None, Field(description="完成时限，按原文，如“2026年6月底前”“立行立改”；没有写明为空")] = None
    status: Annotated[str | None, Field(description="进展状态，按原文，如“整改中”“已销号”")] = None
    progress: Annotated[str | None, Field(description="进展情况，按原文")] = None
    evidence: Annotated[str | None, Field(description="销号依据，按原文")] = None
    closed_on: Annotated[str | None, Field(description="销号日期，按原文，如“2026年6月20日”；没有写明为空")] = None
    closed_by: Annotated[Name | None, Field(description="验收、审核销号的人或部门，按原文；没有写明为空")] = None

    @property
    def state(self) -> State | None:
        """How far `status` says it is: `open`, `done` or `standing` (kept up for good); None where it says none.

        Where there is no status the words of the progress tell it, if they are of one state.
        """
        told = (self.status,) if self.status else set(state_words(self.progress or ""))
        return state_of(next(iter(told))) if len(told) == 1 else None

    @property
    def due_on(self) -> PartialDate | None:
        """The date in `due`, as far as it is given; None where `due` is a word such as 长期坚持, a beginning (3月起) or empty."""
        return parse_date(self.due) if self.due and "起" not in self.due else None

    @property
    def close_out(self) -> CloseOut | None:
        """What is told of its closing, all in one; None where neither day, nor person, nor evidence is told."""
        told = CloseOut(closed_on=self.closed_on, closed_by=self.closed_by, evidence=self.evidence)
        return None if told == CloseOut() else told


class LinkBasis(StrEnum):
    """对应的依据：凭什么知道两条是对应的，最明确的在前."""

    ID = "id"
    ROW = "row"
    LABEL = "label"
    ASPECT = "aspect"
    ORDER = "order"
    LIKENESS = "likeness"


class Link(Value):
    """问题与原因或措施的对应，及其依据：id 绑定、row 同一行、label 文字点明、aspect 同一方面、order 同一序次、likeness 文字相近."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="对应")

    issue: Annotated[str, Field(description="问题的编号")]
    cause: Annotated[str | None, Field(description="原因的编号")] = None
    measure: Annotated[str | None, Field(description="措施的编号")] = None
    basis: Annotated[LinkBasis, Field(description="依据")]

    @property
    def inferred(self) -> bool:
        """True where only the likeness of the texts says so."""
        return self.basis is LinkBasis.LIKENESS
