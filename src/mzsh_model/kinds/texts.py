"""The texts of a value by their paths: lines, items, what is said under headings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar, cast

from mzsh_model.kernel.path import ROOT
from mzsh_model.kinds.spec import Texts
from mzsh_model.model.base import Role, Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.parts import Section

V = TypeVar("V", bound=DocumentValue)


def line_texts(value: DocumentValue, name: str) -> Texts:
    """Yield the texts of a list that holds nothing but texts."""
    for index, text in enumerate(cast(tuple[str, ...], value.__dict__[name])):
        yield ROOT / name / index, text


def item_texts(value: DocumentValue, name: str) -> Texts:
    """Yield the texts of the items of a list."""
    for index, item in enumerate(cast(tuple[Value, ...], value.__dict__[name])):
        yield ROOT / name / index / "text", cast(str, item.__dict__["text"])


def remark_texts(value: DocumentValue, roles: Iterable[Role]) -> Texts:
    """Yield what is said under the headings of these roles."""
    wanted = frozenset(roles)
    for index, section in enumerate(cast(tuple[Section, ...], value.__dict__["sections"])):
        if section.role in wanted:
            for at, remark in enumerate(section.remarks):
                yield ROOT / "sections" / index / "remarks" / at, remark


def said_in_prose(value: DocumentValue) -> str:
    """Return what stands before the headings and below them, a paragraph a line."""
    sections = cast(tuple[Section, ...], value.__dict__["sections"])
    return "\n".join([*value.__dict__["preamble"], *(remark for section in sections for remark in section.remarks)])


def with_opening(value: V, told: str) -> V:
    """Return the value with one more opening paragraph; as it is for none."""
    return value.model_copy(update={"preamble": (*value.__dict__["preamble"], told)}) if told else value


def with_remark(value: V, index: int, told: str, *, first: bool = False) -> V:
    """Return the value with one more paragraph under a heading, as the `first` or the last of them."""
    sections = cast(tuple[Section, ...], value.__dict__["sections"])
    held = sections[index].remarks
    section = sections[index].model_copy(update={"remarks": (told, *held) if first else (*held, told)})
    return value.model_copy(update={"sections": (*sections[:index], section, *sections[index + 1 :])})
