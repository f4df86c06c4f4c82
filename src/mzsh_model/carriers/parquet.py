"""A run as Parquet: one row a file, the columns those of the JSON contract, so that a province's files are asked in SQL.

Rows are written some hundreds at a time: memory does not grow with their number.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import import_module
from itertools import islice
from types import NoneType
from typing import BinaryIO, Literal, Protocol, cast, get_args, get_origin

from pydantic import BaseModel

from mzsh_model.batch.review import Review
from mzsh_model.carriers.contract import CHECK_VERSION, ToldFile
from mzsh_model.carriers.told import told_file, told_profile, told_tool
from mzsh_model.kernel.errors import BadEdit

_ROWS = 256
"""Files in a group of rows."""
_RUN = "mzsh_model"
"""The key of the file's metadata under which stands what the head of the lines of JSON tells of the run."""


class _Schema(Protocol):
    def with_metadata(self, metadata: dict[str, str]) -> _Schema: ...


class _Arrow(Protocol):
    """What is used of pyarrow, which says nothing of its types."""

    def string(self) -> object: ...
    def int64(self) -> object: ...
    def bool_(self) -> object: ...
    def list_(self, held: object) -> object: ...
    def map_(self, key: object, held: object) -> object: ...
    def struct(self, fields: Sequence[tuple[str, object]]) -> object: ...
    def schema(self, fields: Sequence[tuple[str, object]]) -> _Schema: ...


class _Table(Protocol):
    def from_pylist(self, rows: Sequence[dict[str, object]], schema: _Schema) -> object: ...


class _Writer(Protocol):
    def write_table(self, table: object) -> None: ...
    def close(self) -> None: ...


def parquet_into(review: Review, out: BinaryIO) -> None:
    """Write the run; the same run gives the same bytes.

    Raises:
        BadEdit: pyarrow (extra `parquet`) is not installed.
    """
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise BadEdit("parquet-extra", "写 Parquet 要先安装：pip install 'mzsh-model[parquet]'") from error
    head = {
        "schema_version": CHECK_VERSION,
        "tool": told_tool().model_dump(),
        "profile": told_profile(review.profile).model_dump(),
        "day": review.day.isoformat(),
    }
    schema = cast(_Arrow, arrow).schema(_fields(ToldFile, cast(_Arrow, arrow)))
    schema = schema.with_metadata({_RUN: json.dumps(head, ensure_ascii=False)})
    writer = cast(_Writer, parquet.ParquetWriter(out, schema, compression="zstd"))
    try:
        files = iter(review.files)
        while rows := [_row(told_file(one, with_copy=review.has_copies)) for one in islice(files, _ROWS)]:
            writer.write_table(cast(_Table, arrow.Table).from_pylist(rows, schema))
    finally:
        writer.close()


def _row(told: ToldFile) -> dict[str, object]:
    row: dict[str, object] = told.model_dump()
    for name, field in ToldFile.model_fields.items():
        if get_origin(field.annotation) is dict:  # pairs are what a map is made of
            row[name] = list(cast(dict[str, int], row[name]).items())
    return {name: _stored(held) for name, held in row.items()}


def _stored(held: object) -> object:
    """A value with half a surrogate pair spelled out, as in the other files that we write: UTF-8 has no room for it."""
    if isinstance(held, str):
        return held if held.isascii() else held.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(held, list):
        return [_stored(one) for one in cast(list[object], held)]
    if isinstance(held, dict):
        return {name: _stored(one) for name, one in cast(dict[str, object], held).items()}
    return held


def _fields(model: type[BaseModel], arrow: _Arrow) -> list[tuple[str, object]]:
    return [(name, _type(field.annotation, arrow)) for name, field in model.model_fields.items()]


def _type(told: object, arrow: _Arrow) -> object:
    """The type of a column whose values the contract tells so: words, numbers, and lists, pairs and parts of them."""
    inner = [one for one in get_args(told) if one is not NoneType]
    if told is bool:
        return arrow.bool_()
    if told is int:
        return arrow.int64()
    if told is str or get_origin(told) is Literal:
        return arrow.string()
    if get_origin(told) is list:
        return arrow.list_(_type(inner[0], arrow))
    if get_origin(told) is dict:
        return arrow.map_(_type(inner[0], arrow), _type(inner[1], arrow))
    if isinstance(told, type) and issubclass(told, BaseModel):
        return arrow.struct(_fields(told, arrow))
    return _type(inner[0], arrow)
