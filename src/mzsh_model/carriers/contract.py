"""The JSON of a check: its shape in one place, from which the output and the published schema are both made."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

CHECK_VERSION = "1.1"
"""Grows by its second number when something is added, by its first when something that was there changes."""


class _Told(BaseModel):
    """What all parts have in common: no field but those that are named, none that changes."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)


class ToldTool(_Told):
    """用的程序."""

    name: Literal["mzsh_model"] = Field(description="程序名")
    version: str = Field(description="程序版本")


class ToldProfile(_Told):
    """用的配置."""

    fingerprint: str = Field(pattern="^[0-9a-f]{16}$", description="全部配置项的指纹：两次相同，就是按同样的配置检查的")


class ToldFinding(_Told):
    """一条提示."""

    fingerprint: str = Field(
        pattern="^[0-9a-f]{16}$", description="指纹：规则和原文的，段落移动后不变；在一份材料里不重复"
    )
    code: str = Field(pattern=r"^[A-Z]{3}\d{3}$", description="规则代码")
    name: str = Field(description="规则名称")
    level: Literal["必改", "建议", "提示"] = Field(description="级别")
    message: str = Field(description="是什么")
    why: str = Field(description="为什么")
    how: str = Field(description="怎么改")
    example: str = Field(description="例子")
    at: str = Field(description="模型路径")
    line: int = Field(ge=0, description="第几行，从 1 数起；0 为没有原文")
    start: int = Field(ge=0, description="起始字符，从 0 数起")
    end: int = Field(ge=0, description="结束字符，不含")
    quote: str = Field(description="原文，过长的截断")
    heading: str = Field(description="所在的各级标题，用 > 连接")
    aspect: str = Field(description="所在条目的方面，年度目录有的用规范表述；条目没有方面的为空")


class ToldSuppressed(ToldFinding):
    """不计的一条提示，和不计的理由."""

    by: Literal["accepted", "comment", "baseline"] = Field(description="凭什么不计：接受文件、Word 里的批注、基线")
    reason: str = Field(description="理由")


class ToldUnchecked(_Told):
    """没有检查的."""

    what: str = Field(description="规则、部分或全文")
    reason: str = Field(description="为什么没有检查")
    line: int = Field(ge=0, description="第几行，0 为不指哪一行")


class ToldLink(_Told):
    """一条问题和它的原因或措施."""

    issue: str = Field(description="问题的编号")
    cause: str | None = Field(description="原因的编号")
    measure: str | None = Field(description="措施的编号")
    basis: str = Field(description="凭什么对应")


class ToldError(_Told):
    """没能做到的原因."""

    code: str = Field(description="代码")
    message: str = Field(description="说明")


class ToldFile(_Told):
    """一份文件."""

    path: str = Field(description="路径")
    kind: str = Field(description="文种")
    whose: str = Field(description="谁的：个人、班子，看不出的为空")
    verdict: Literal["不达标", "需修改", "基本达标"] | None = Field(description="结论；没有结论的为 null")
    checked: bool = Field(description="认出了内容、作了检查")
    kind_sure: bool = Field(description="文种有把握")
    findings: list[ToldFinding] = Field(description="计入的提示，按在文中的先后")
    suppressed: list[ToldSuppressed] = Field(description="不计的提示：接受过的、基线里的")
    unchecked: list[ToldUnchecked] = Field(description="没有检查的")
    links: list[ToldLink] = Field(description="问题、原因、措施的对应")
    metrics: dict[str, int] = Field(description="条数、字数")
    error: ToldError | None = Field(description="读不了的原因")
    annotated: str | None = Field(default=None, description="批注稿（要了批注才有这一项）")
    not_annotated: ToldError | None = Field(default=None, description="没有批注稿的原因（要了批注才有这一项）")


class ToldSkipped(_Told):
    """跳过的文件."""

    lock_files: int = Field(description="Word 的临时文件")
    copies: int = Field(description="本工具写的批注稿、清洁稿")
    others: int = Field(description="不是材料的文件")
    unchanged: int = Field(description="没有变、没有再查的")


class ToldSummary(_Told):
    """合计."""

    files: int = Field(description="文件数")
    verdicts: dict[str, int] = Field(description="各结论的文件数")
    levels: dict[str, int] = Field(description="各级别的提示数")
    codes: dict[str, int] = Field(description="各规则的提示数")
    suppressed: int = Field(description="不计的提示数")
    skipped: ToldSkipped = Field(description="跳过的")


class ToldCheck(_Told):
    """mzsh check --format json 的输出."""

    schema_version: str = Field(pattern=r"^1\.\d+$", description="这种 JSON 的版本")
    tool: ToldTool = Field(description="程序")
    profile: ToldProfile = Field(description="配置")
    day: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="检查的日期，逾期按这一天算")
    files: list[ToldFile] = Field(description="各文件，按检查的先后")
    summary: ToldSummary = Field(description="合计")
