"""批评意见."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.rows import Rows
from mzsh_model.model.base import Name, Value
from mzsh_model.model.documents import Title
from mzsh_model.model.items import Id


class CriticismRow(Value):
    """一条相互批评意见."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="一条相互批评意见")

    id: Id = ""
    number: Annotated[str | None, Field(description="序号，按原文")] = None
    critic: Annotated[Name | None, Field(description="批评人")] = None
    target: Annotated[Name | None, Field(description="被批评人")] = None
    text: Annotated[str | None, Field(description="批评意见，按原文")] = None
    response: Annotated[str | None, Field(description="被批评人的表态，按原文")] = None
    measure: Annotated[str | None, Field(description="整改打算，按原文")] = None
    remark: Annotated[str | None, Field(description="备注，按原文")] = None


class CriticismSheet(Rows):
    """相互批评意见表."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="批评意见")

    kind: Annotated[Literal["CriticismSheet"], Field(description="文种")] = "CriticismSheet"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    criticisms: Annotated[tuple[CriticismRow, ...], Field(description="各行")] = ()
