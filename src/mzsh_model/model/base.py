"""The base of every value, and the words all of them share."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema

from mzsh_model.kernel.errors import CallerError

SCHEMA_VERSION = "1.8"
"""Version of the model that values are written by; a newer one in a file is refused."""


def _take_lists(schema: object) -> None:
    """Let the tuples of a schema be given as lists: what stands in them is as strict as before."""
    if isinstance(schema, dict):
        parts = cast(dict[str, object], schema)
        if parts.get("type") == "tuple":
            parts["strict"] = False
        for part in parts.values():
            _take_lists(part)
    elif isinstance(schema, list):
        for part in cast(list[object], schema):
            _take_lists(part)


_NAMES = frozenset({"id", "kind", "issue", "cause", "measure", "of"})
"""Fields whose words are ours."""


class _Told(str):
    """A shape, printed without quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _shape(held: object) -> object:
    if isinstance(held, str) and not isinstance(held, StrEnum):
        return _Told(f"{len(held)} 字")
    return _Told(f"{len(cast(tuple[object, ...], held))} 项") if isinstance(held, tuple) else held


class Value(BaseModel):
    """A frozen, closed, strictly typed value; sequences are tuples, and may be given as lists.

    Validators are built when the first value is: to import the types of all kinds of document builds none. Whoever
    misspells a field or gives what does not belong there is told so by the constructor as by `load`: `BadModel` names the
    field and the nearest one there is. pydantic's own `model_validate` raises pydantic's own `ValidationError`.

    Raises:
        BadModel: a field is unknown, missing or of another type.
        CallerError: something is given without the name of its field.
    """

    if not TYPE_CHECKING:  # to type checkers each value has the constructor that its fields make

        def __init__(self, /, *unnamed: object, **fields: object) -> None:
            if unnamed:
                name = type(self).__name__
                raise CallerError("call-unnamed", f"mz.{name} 的各项要写明名字，如 mz.{name}(字段=内容)")
            try:
                super().__init__(**fields)
            except ValidationError as error:
                from mzsh_model.model.misfit import unfit

                raise unfit(error, type(self)) from None

        __init__.__pydantic_base_init__ = True  # what is loaded is validated whole, not value by value

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    def __repr_args__(self) -> Iterator[tuple[str, object]]:
        """What a value prints as: its shape, and none of its words, which are people's and end up in logs and traces."""
        for name in type(self).model_fields:
            held: object = getattr(self, name)
            if held is not None and held != ():
                yield name, held if name in _NAMES else _shape(held)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[BaseModel], handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        _take_lists(schema)
        return schema


class Placeholder(Value):
    """占位：作者还没有填写的地方（xx、某、××、【】、待补充），不当作姓名，也不当作零."""

    model_config: ClassVar[ConfigDict] = ConfigDict(title="占位")

    raw: Annotated[str, Field(description="原文写法，如 xxx、××、待补充")]
    of: Annotated[
        Literal["person", "org", "date", "count", "place", "text"],
        Field(description="占的是什么：person 人、org 单位、date 日期、count 数量、place 地点、text 其他文字"),
    ]


Name = Annotated[str | Placeholder, Field(description="名称；没有填写的是占位")]
Count = Annotated[int | Placeholder, Field(description="数量；没有填写的是占位")]


class Kind(str):
    """Which document (文种) a file is, by the name of its value type; `zh` is what people call it.

    New kinds are described in `kinds/`, so this is no closed list; those that are always there have a name here.
    """

    zh: str
    _known: ClassVar[dict[str, Kind]] = {}
    SELF_EXAMINATION: ClassVar[Kind]
    MEETING_REPORT: ClassVar[Kind]
    LEDGER: ClassVar[Kind]
    UNKNOWN: ClassVar[Kind]

    def __new__(cls, name: str, zh: str) -> Kind:
        """Return the kind of this name, one and the same each time."""
        made = cls._known.get(name)
        if made is None:
            made = cls._known[name] = super().__new__(cls, name)
            made.zh = zh
        return made

    def __reduce__(self) -> tuple[type[Kind], tuple[str, str]]:
        """What makes it again from a pickle or a copy: the one there is."""
        return Kind, (str(self), self.zh)


Kind.SELF_EXAMINATION = Kind("SelfExamination", "对照检查材料")
Kind.MEETING_REPORT = Kind("MeetingReport", "情况报告")
Kind.LEDGER = Kind("Ledger", "整改台账")
Kind.UNKNOWN = Kind("Unknown", "未认出的文种")


class Role(StrEnum):
    """部分的作用：由标题和其中的内容看出，不靠固定说法."""

    ISSUES = "issues"
    CAUSES = "causes"
    MEASURES = "measures"
    PRIOR = "prior"
    CASE = "case"
    MATTERS = "matters"
    PREPARATION = "preparation"
    MEETING = "meeting"
    CRITICISM = "criticism"
    SUPERVISION = "supervision"
    FOLLOWUP = "followup"
    OTHER = "other"
