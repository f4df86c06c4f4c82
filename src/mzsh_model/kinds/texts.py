"""The texts of a value by their paths: lines, items, what is said under headings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from mzsh_model.kernel.path import ROOT
from mzsh_model.kinds.spec import Texts
from mzsh_model.model.base import Role, Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.parts import Section


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
