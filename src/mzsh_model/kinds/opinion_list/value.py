"""征求意见清单."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.rows import Rows
from mzsh_model.model.base import Name, Value
from mzsh_model.model.documents import Title
from mzsh_model.model.items import Id
from mzsh_model.model.parts import OpinionSummary


class Opinion(Value):
    """征求到的一条意见."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="征求到的一条意见")

    id: Id = ""
    number: Annotated[str | None, Field(description="序号，按原文")] = None
    text: Annotated[str | None, Field(description="意见，按原文")] = None
    category: Annotated[str | None, Field(description="类别或方面，按原文")] = None
    channel: Annotated[str | None, Field(description="怎样征求到的，按原文")] = None
    target: Annotated[Name | None, Field(description="对班子还是对哪位成员")] = None
    claimed_by: Annotated[Name | None, Field(description="谁认领")] = None
    adopted: Annotated[str | None, Field(description="采纳情况，按原文")] = None
    measure: Annotated[str | None, Field(description="怎样回应，按原文")] = None
    owner: Annotated[Name | None, Field(description="责任人")] = None
    due: Annotated[str | None, Field(description="时限，按原文")] = None
    remark: Annotated[str | None, Field(description="备注，按原文")] = None


class OpinionList(Rows):
    """征求到的意见建议：清单、汇总."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="征求意见清单")

    kind: Annotated[Literal["OpinionList"], Field(description="文种")] = "OpinionList"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    stated: Annotated[OpinionSummary | None, Field(description="文字写明的总数：共几条、对谁几条、采纳几条")] = None
    opinions: Annotated[tuple[Opinion, ...], Field(description="各行")] = ()
