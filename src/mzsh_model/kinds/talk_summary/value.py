"""谈心谈话汇总."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.rows import Rows
from mzsh_model.model.base import Name, Value
from mzsh_model.model.documents import Title
from mzsh_model.model.items import Id


class Talk(Value):
    """一次谈心谈话."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="一次谈心谈话")

    id: Id = ""
    number: Annotated[str | None, Field(description="序号，按原文")] = None
    talker: Annotated[Name | None, Field(description="谈话人")] = None
    talked: Annotated[Name | None, Field(description="谈话对象")] = None
    when: Annotated[str | None, Field(description="时间，按原文")] = None
    place: Annotated[str | None, Field(description="地点，按原文")] = None
    text: Annotated[str | None, Field(description="主要内容，按原文")] = None
    issue: Annotated[str | None, Field(description="指出的问题或提出的意见，按原文")] = None
    remark: Annotated[str | None, Field(description="备注，按原文")] = None


class TalkSummary(Rows):
    """谈心谈话的汇总、一览."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="谈心谈话汇总")

    kind: Annotated[Literal["TalkSummary"], Field(description="文种")] = "TalkSummary"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    talks: Annotated[tuple[Talk, ...], Field(description="各行")] = ()
