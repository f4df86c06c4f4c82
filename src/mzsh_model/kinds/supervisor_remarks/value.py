"""督导点评."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.prose import Prose
from mzsh_model.model.documents import Title


class SupervisorRemarks(Prose):
    """督导组的点评."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="督导点评")

    kind: Annotated[Literal["SupervisorRemarks"], Field(description="文种")] = "SupervisorRemarks"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
