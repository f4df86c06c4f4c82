"""What a reading returns: the value, where its parts stand, and what was not understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, TypeVar

from mzsh_model.kernel.place import Place

T_co = TypeVar("T_co", covariant=True)


def _nowhere() -> Mapping[str, Place]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Notice:
    """A doubt of the reader (阅读疑点): data, never an exception.

    `line` is 1-based, 0 where the whole document is meant.
    """

    code: str
    line: int
    text: str = field(repr=False)
    message: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """A value with its anchors (model path → place in the document) and the reader's notices."""

    value: T_co
    notices: tuple[Notice, ...] = ()
    anchors: Mapping[str, Place] = field(default_factory=_nowhere)
