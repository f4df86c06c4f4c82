"""单位、领导班子、班子成员."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from mzsh_model.model.base import Name, Value


class Organisation(Value):
    """单位."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="单位")

    name: Annotated[Name, Field(description="单位名称，按原文")]


class Team(Value):
    """领导班子."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="领导班子")

    name: Annotated[Name, Field(description="班子名称，按原文，如“某局党组领导班子”")]


class Member(Value):
    """班子成员，或材料中写到姓名的其他同志."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="成员")

    name: Annotated[Name, Field(description="姓名；没有填写的是占位")]
    post: Annotated[str | None, Field(description="职务，按原文")] = None
