"""The JSON of a dossier: its shape in one place, from which the output and the published schema are both made."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from mzsh_model.carriers.contract import ToldTool, ToldUnchecked

DOSSIER_VERSION = "1.0"
"""Grows by its second number when something is added, by its first when something that was there changes."""


class _Told(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)


class ToldPaper(_Told):
    """一份材料."""

    path: str = Field(description="从文件夹写起的路径")
    kind: str = Field(description="文种：值类型的名称")
    member: str | None = Field(description="本人；班子的、全会的为 null")
    version: str | None = Field(description="稿次；看不出为 null")
    verdict: Literal["不达标", "需修改", "基本达标"] | None = Field(description="单份检查的结论；没有结论的为 null")
    checked: bool = Field(description="单份认出了内容、作了检查")


class ToldMissing(_Told):
    """没有认出的一份材料."""

    kind: str = Field(description="文种：值类型的名称")
    member: str | None = Field(description="谁的；班子的、全会的为 null")
    message: str = Field(description="说明")


class ToldPlace(_Told):
    """一处."""

    path: str = Field(description="文件")
    at: str = Field(description="模型路径")
    line: int = Field(ge=0, description="第几行，从 1 数起；0 为没有原文")
    start: int = Field(ge=0, description="起始字符，从 0 数起")
    end: int = Field(ge=0, description="结束字符，不含")
    quote: str = Field(description="原文，过长的截断")


class ToldDossierFinding(_Told):
    """各份材料之间对不上的一处；用 --all 时也有单份材料的."""

    code: str = Field(pattern=r"^[A-Z]{3}\d{3}$", description="规则代码")
    name: str = Field(description="规则名称")
    level: Literal["必改", "建议", "提示"] = Field(description="级别")
    message: str = Field(description="是什么")
    why: str = Field(description="为什么")
    how: str = Field(description="怎么改")
    places: list[ToldPlace] = Field(description="涉及的各处：第一处是要看的，其余是与它对不上的；缺的材料可以没有")


class ToldAt(_Told):
    """某份材料的某处."""

    path: str = Field(description="文件")
    at: str = Field(description="模型路径")


class ToldStep(_Told):
    """来龙去脉的一步."""

    kind: str = Field(
        description="是什么：opinion 意见、talk 谈话、paper 材料、cause 原因、measure 措施、criticism 批评、report 报告、row 台账……"
    )
    path: str = Field(description="文件")
    at: str = Field(description="模型路径")
    basis: str = Field(
        description="凭什么：id 就是它、row 同一行、label 文字点明、aspect 同一方面、order 同一序次、likeness 文字相近"
    )


class ToldTrace(_Told):
    """一个问题的来龙去脉."""

    issue: ToldAt = Field(description="问题在哪里")
    steps: list[ToldStep] = Field(description="各步，按先后；缺的一步材料里没有")


class ToldMeeting(_Told):
    """一次会."""

    year: int | None = Field(description="年度；看不出为 null")
    organisation: str | None = Field(description="单位；看不出为 null")
    theme: str | None = Field(description="会议主题；没有写明为 null")
    held_on: str | None = Field(description="召开日期，EDTF 写法；没有写明为 null")
    documents: list[ToldPaper] = Field(description="材料：在用的按材料表的次序，其他稿次在后")
    roster: list[str] = Field(description="班子成员")
    missing: list[ToldMissing] = Field(description="没有认出的材料")
    findings: list[ToldDossierFinding] = Field(description="对不上的地方")
    unchecked: list[ToldUnchecked] = Field(description="没有检查的")
    trace: list[ToldTrace] = Field(description="每个问题的来龙去脉")


class ToldStray(_Told):
    """不属于任何一次会的文件."""

    path: str = Field(description="文件")
    reason: str = Field(description="为什么")


class ToldDossier(_Told):
    """mzsh dossier --format json 的输出."""

    schema_version: str = Field(pattern=r"^1\.\d+$", description="这种 JSON 的版本")
    tool: ToldTool = Field(description="程序")
    meetings: list[ToldMeeting] = Field(description="各次会，材料多的在前")
    strays: list[ToldStray] = Field(description="不属于任何一次会的文件")
