"""The base of every value, and the words all of them share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"
"""Version of the model that values are written by; a newer one in a file is refused."""


class Value(BaseModel):
    """A frozen, closed, strictly typed value; sequences are tuples."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", strict=True)


class Placeholder(Value):
    """A blank that the author has yet to fill (`xx`, `某`, `××`, `【】`, `待补充`): never read as a name or as zero."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="占位")

    raw: Annotated[str, Field(description="原文写法，如 xxx、××、待补充")]
    of: Annotated[
        Literal["person", "org", "date", "count", "place", "text"],
        Field(description="占的是什么：person 人、org 单位、date 日期、count 数量、place 地点、text 其他文字"),
    ]


Name = Annotated[str | Placeholder, Field(description="名称；没有填写的是占位")]
Count = Annotated[int | Placeholder, Field(description="数量；没有填写的是占位")]


class Kind(StrEnum):
    """文种: which document a file is."""

    SELF_EXAMINATION = "SelfExamination"
    MEETING_REPORT = "MeetingReport"
    LEDGER = "Ledger"
    UNKNOWN = "Unknown"

    @property
    def zh(self) -> str:
        """The name of the kind in Chinese."""
        return {
            "SelfExamination": "对照检查材料",
            "MeetingReport": "情况报告",
            "Ledger": "整改台账",
            "Unknown": "未认出的文种",
        }[self.value]


class Role(StrEnum):
    """What a section of a document is for; told by its heading and by what stands in it, never by fixed wording."""

    ISSUES = "issues"
    CAUSES = "causes"
    MEASURES = "measures"
    PRIOR = "prior"
    CASE = "case"
    MATTERS = "matters"
    PREPARATION = "preparation"
    MEETING = "meeting"
    CRITICISM = "criticism"
    SUPERVISION = "supervision"
    FOLLOWUP = "followup"
    OTHER = "other"
