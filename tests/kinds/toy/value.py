"""学习记录."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from mzsh_model.kinds.rows import Rows
from mzsh_model.model.base import Name, Value
from mzsh_model.model.documents import Title
from mzsh_model.model.items import Id


class Session(Value):
    """一次学习."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="Session")

    id: Id = ""
    when: Annotated[str | None, Field(description="时间，按原文")] = None
    text: Annotated[str | None, Field(description="学习内容，按原文")] = None
    leader: Annotated[Name | None, Field(description="领学人")] = None


class StudyLog(Rows):
    """学习记录：会前集中学习的一览."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="StudyLog")

    kind: Annotated[Literal["StudyLog"], Field(description="文种")] = "StudyLog"
    title: Title = None
    sessions: Annotated[tuple[Session, ...], Field(description="各次学习")] = ()
