"""整改方案."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.prose import Prose
from mzsh_model.model.documents import Title


class RectificationPlan(Prose):
    """整改方案."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="整改方案")

    kind: Annotated[Literal["RectificationPlan"], Field(description="文种")] = "RectificationPlan"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
