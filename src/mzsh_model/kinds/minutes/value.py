"""会议记录."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.prepared import Prepared
from mzsh_model.model.base import Count
from mzsh_model.model.documents import Title
from mzsh_model.model.parts import Criticism, Response


class Minutes(Prepared):
    """会议记录."""

    at_meeting: ClassVar[bool] = True
    model_config: ClassVar[ConfigDict] = ConfigDict(title="会议记录")

    kind: Annotated[Literal["Minutes"], Field(description="文种")] = "Minutes"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    stated_team_issues: Annotated[Count | None, Field(description="会上讲的班子问题数（几方面问题）")] = None
    stated_criticisms: Annotated[Count | None, Field(description="写明的批评意见条数")] = None
    criticisms: Annotated[tuple[Criticism, ...], Field(description="相互批评意见")] = ()
    responses: Annotated[tuple[Response, ...], Field(description="被批评的成员的表态")] = ()
