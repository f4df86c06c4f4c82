"""谈心谈话记录."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.form import Form
from mzsh_model.model.base import Name
from mzsh_model.model.documents import Title


class TalkRecord(Form):
    """一次谈心谈话的记录."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="谈心谈话记录")

    kind: Annotated[Literal["TalkRecord"], Field(description="文种")] = "TalkRecord"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    place: Annotated[str | None, Field(description="地点，按原文")] = None
    talker: Annotated[Name | None, Field(description="谈话人")] = None
    talked: Annotated[Name | None, Field(description="谈话对象")] = None
    department: Annotated[str | None, Field(description="谈话对象的部门或职务，按原文")] = None
    category: Annotated[str | None, Field(description="类型，按原文")] = None
    text: Annotated[str | None, Field(description="内容，按原文")] = None
    opinion: Annotated[str | None, Field(description="谈话对象的意见，按原文")] = None
    signed: Annotated[str | None, Field(description="签字，按原文")] = None
