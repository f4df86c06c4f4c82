"""上年度整改落实情况."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.rows import Rows
from mzsh_model.model.base import Name, Value
from mzsh_model.model.documents import Title
from mzsh_model.model.items import Id
from mzsh_model.model.parts import PriorSummary


class PriorAccountRow(Value):
    """上年度一个问题的整改落实."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="上年度一个问题的整改落实")

    id: Id = ""
    number: Annotated[str | None, Field(description="序号，按原文")] = None
    issue: Annotated[str | None, Field(description="上年度问题，按原文")] = None
    measure: Annotated[str | None, Field(description="整改措施，按原文")] = None
    done: Annotated[str | None, Field(description="落实情况，按原文")] = None
    status: Annotated[str | None, Field(description="完成情况，按原文")] = None
    owner: Annotated[Name | None, Field(description="责任人")] = None
    remark: Annotated[str | None, Field(description="备注，按原文")] = None


class PriorAccount(Rows):
    """上年度民主生活会查摆问题的整改落实情况."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="上年度整改落实情况")

    kind: Annotated[Literal["PriorAccount"], Field(description="文种")] = "PriorAccount"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    prior: Annotated[PriorSummary | None, Field(description="文字写明的总数：几个问题、完成几个、完成率")] = None
    accounts: Annotated[tuple[PriorAccountRow, ...], Field(description="各行")] = ()
