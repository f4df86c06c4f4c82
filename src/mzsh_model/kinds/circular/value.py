"""通报."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.model.documents import MeetingReport


class Circular(MeetingReport):
    """会后的通报：与情况报告写法相同，发给下级."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="通报")

    kind: Annotated[Literal["Circular"], Field(description="文种")] = "Circular"  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleVariableOverride]
