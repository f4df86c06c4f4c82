"""会议方案."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.prose import Prose
from mzsh_model.model.documents import Title


class MeetingPlan(Prose):
    """民主生活会的方案：何时何地、谁参加、会前会上会后做什么."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="会议方案")

    kind: Annotated[Literal["MeetingPlan"], Field(description="文种")] = "MeetingPlan"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
