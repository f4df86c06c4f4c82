"""征求意见表."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.form import Form
from mzsh_model.model.base import Name
from mzsh_model.model.documents import Title


class OpinionForm(Form):
    """发给人填写的征求意见表."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="征求意见表")

    kind: Annotated[Literal["OpinionForm"], Field(description="文种")] = "OpinionForm"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    unit: Annotated[Name | None, Field(description="填写的单位")] = None
    person: Annotated[Name | None, Field(description="填写的人；不记名的为空")] = None
    team: Annotated[str | None, Field(description="对班子的意见，按原文")] = None
    members: Annotated[str | None, Field(description="对成员的意见，按原文")] = None
    text: Annotated[str | None, Field(description="其他意见，按原文")] = None
