"""主持词."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.prepared import Prepared
from mzsh_model.model.documents import Title


class HostScript(Prepared):
    """会议的主持词."""

    at_meeting: ClassVar[bool] = True
    by_chair: ClassVar[bool] = True
    model_config: ClassVar[ConfigDict] = ConfigDict(title="主持词")

    kind: Annotated[Literal["HostScript"], Field(description="文种")] = "HostScript"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
