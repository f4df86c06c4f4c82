"""会前准备情况报告."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.prepared import Prepared
from mzsh_model.model.base import Count
from mzsh_model.model.documents import Title


class PreparationReport(Prepared):
    """会前准备情况的报告."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="会前准备情况报告")

    kind: Annotated[Literal["PreparationReport"], Field(description="文种")] = "PreparationReport"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    stated_team_issues: Annotated[Count | None, Field(description="会前查摆出的班子问题数")] = None
    stated_member_issues: Annotated[Count | None, Field(description="会前查摆出的成员问题数")] = None
