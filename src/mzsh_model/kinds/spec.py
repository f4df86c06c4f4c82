"""What the library knows of one kind of document: the questions that every other part asks, and each kind answers once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from mzsh_model.fresh.page import Page
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.column import Column
from mzsh_model.kinds.phrase import AnyPhrase
from mzsh_model.kinds.seen import Seen
from mzsh_model.model.base import Kind
from mzsh_model.model.documents import DocumentValue
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.reading.draft import Span
from mzsh_model.reading.roles import Chapter
from mzsh_model.reading.skeleton import Skeleton
from mzsh_model.reading.tables.column_names import LedgerTable
from mzsh_model.reading.tables.grids import Grids

V = TypeVar("V", bound=DocumentValue)
Texts = Iterator[tuple[ModelPath, str]]
"""Paths of a value and the texts that stand there."""


class Verb(StrEnum):
    """What can be done with a document of a kind; a kind that refuses one says why (`KindSpec.refuses`)."""

    WRITE = "write"
    REPLACE = "replace"
    INSERT = "insert"
    REMOVE = "remove"
    TRACK = "track"
    BIND = "bind"
    MERGE = "merge"
    ANNOTATE = "annotate"
    CHECK = "check"


class AspectsIn(StrEnum):
    """Where the aspect of an item stands."""

    HEADINGS = "headings"
    TEXTS = "texts"
    CELLS = "cells"
    NOWHERE = "nowhere"


class Sign(NamedTuple):
    """Something that speaks for a kind, or with a weight below zero against it; `says` it in Chinese."""

    says: str
    weight: int
    holds: Callable[[Seen], bool]


class Tabular(NamedTuple):
    """A list whose items are rows of tables.

    `name` is the list; `places` tells in the lines of a document, by table, at which position the column of each field
    stands; `texts` what the cells of a new row say, by field, where the table has these columns: it raises `BadEdit` where
    no row can hold the item.
    """

    name: str
    places: Callable[[Sequence[Line]], Mapping[int, Mapping[str, int]]]
    texts: Callable[[Any, Collection[str]], Mapping[str, str]]


class Paper(NamedTuple):
    """What a reader is given: the lines, their tables, their skeleton, the tables of problems and measures, and the chapters.

    `linked`: whether it is asked what answers which problem, which costs a third of a reading.
    """

    outline: Outline
    grids: Grids
    skeleton: Skeleton
    tables: tuple[LedgerTable, ...]
    chapters: Sequence[Chapter] = ()
    linked: bool = True


def _no_blanks(_: Sequence[Line]) -> Mapping[str, tuple[int, int]]:
    return {}


def _no_texts(_: DocumentValue) -> Texts:
    return iter(())


def _as_it_is(value: V) -> V:
    return value


def _nothing_told(_: DocumentValue, _skeleton: Skeleton, _spans: Mapping[ModelPath, Span]) -> dict[str, object]:
    return {}


@dataclass(frozen=True, kw_only=True)
class KindSpec(Generic[V]):
    """One kind of document.

    Attributes:
        value: The type of its values; the default of its field `kind` is the kind's name.
        zh: What people call it.
        signs: What speaks for a document being of this kind.
        read: From a paper to a value, with anchors and notices; content never raises.
        proof: Lists of which one must hold something where the kind is not sure: else it is not this kind.
        lay_out: From a value to the value as it stands on paper, and its page; None where `refuses` says why.
        items: Its lists of items, with the letter of their ids.
        texts: The texts that state facts of the whole document, in about its order.
        told: Those facts, by field, as the reader finds them in the texts (given with their spans).
        bearing: The fields whose texts bear on such facts; None for all of them.
        aspects: Where the aspect of an item stands.
        in_cells: Whether every field of an item has a cell of its own.
        cells: The fields that are a cell or a blank each, with the column or blank that they are.
        open_blanks: Where the blanks of a form that hold nothing would be filled in, by field: line and offset.
        tabular: The list whose items are rows of tables, None where there is none.
        tells_closing: Whether a closing paragraph is told from others by its words.
        judged: Lists, or the meeting, of which one must hold something for a verdict to be possible.
        needed: Lists without anything in which nothing can pass: what the kind is written for.
        phrases: The facts that its prose tells, each with what reads it and what words it.
        telling: Gives a value sentences for the facts that it holds and none of its texts tells, where such papers say them.
        partly: What alone is judged of it, in Chinese, where that is not everything: nothing of the kind passes.
        refuses: Verbs that it does not bear, with the reason in Chinese.
    """

    value: type[V]
    zh: str
    signs: tuple[Sign, ...]
    read: Callable[[Paper], Outcome[V]]
    proof: tuple[str, ...] = ()
    lay_out: Callable[[V], tuple[V, Page]] | None = None
    items: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    texts: Callable[[V], Texts] = _no_texts
    told: Callable[[V, Skeleton, Mapping[ModelPath, Span]], dict[str, object]] = _nothing_told
    bearing: frozenset[str] | None = frozenset()
    aspects: AspectsIn = AspectsIn.NOWHERE
    in_cells: bool = False
    cells: Mapping[str, Column] = field(default_factory=lambda: MappingProxyType({}))
    tabular: Tabular | None = None
    open_blanks: Callable[[Sequence[Line]], Mapping[str, tuple[int, int]]] = _no_blanks
    tells_closing: bool = False
    judged: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    phrases: tuple[AnyPhrase, ...] = ()
    telling: Callable[[V], V] = _as_it_is
    partly: str = ""
    refuses: Mapping[Verb, str] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def kind(self) -> Kind:
        """The kind's name."""
        return Kind(str(self.value.model_fields["kind"].default), self.zh)

    def bears(self, name: str) -> bool:
        """Tell whether the texts of a field state facts of the whole document."""
        return self.bearing is None or name in self.bearing
