"""督导点评."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.parted import Parted
from mzsh_model.model.documents import Title
from mzsh_model.model.items import Issue, Measure


class SupervisorRemarks(Parted):
    """督导组的点评：总体评价在各级标题下，指出的不足和提出的要求各成一条."""

    at_meeting: ClassVar[bool] = True
    model_config: ClassVar[ConfigDict] = ConfigDict(title="督导点评")

    kind: Annotated[Literal["SupervisorRemarks"], Field(description="文种")] = "SupervisorRemarks"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    issues: Annotated[tuple[Issue, ...], Field(description="指出的不足")] = ()
    measures: Annotated[tuple[Measure, ...], Field(description="提出的要求和建议")] = ()
