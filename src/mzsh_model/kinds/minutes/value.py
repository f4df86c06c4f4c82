"""会议记录."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.prose import Prose
from mzsh_model.model.documents import Title
from mzsh_model.model.parts import Criticism, Response


class Minutes(Prose):
    """会议记录."""

    at_meeting: ClassVar[bool] = True
    model_config: ClassVar[ConfigDict] = ConfigDict(title="会议记录")

    kind: Annotated[Literal["Minutes"], Field(description="文种")] = "Minutes"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    criticisms: Annotated[tuple[Criticism, ...], Field(description="相互批评意见")] = ()
    responses: Annotated[tuple[Response, ...], Field(description="被批评的成员的表态")] = ()
