"""整改方案."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.parted import Parted
from mzsh_model.model.documents import Causes, LedgerCounts, Links, Measures, Title
from mzsh_model.model.items import Issue


class RectificationPlan(Parted):
    """会后的整改方案：改哪些问题，怎样改，谁负责，何时完成."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="整改方案")

    kind: Annotated[Literal["RectificationPlan"], Field(description="文种")] = "RectificationPlan"  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Title = None
    stated: Annotated[LedgerCounts | None, Field(description="文字写明的问题数、措施数")] = None
    issues: Annotated[tuple[Issue, ...], Field(description="要整改的问题")] = ()
    causes: Causes = ()
    measures: Measures = ()
    links: Links = ()
