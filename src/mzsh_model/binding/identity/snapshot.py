"""What a file remembers of its items: enough to know them again after people edited it.

At level `ids` no text is kept: a snapshot with texts would keep sentences that their author deleted. A digest and a
sketch are kept, from which no text can be read, though whoever already has a sentence can tell that it stood there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from itertools import pairwise
from typing import Annotated, ClassVar, Literal, TypeVar, cast

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from mzsh_model.binding.identity.fingerprint import DIGEST_LENGTH, SKETCH_LENGTH, Fingerprint, canonical, fingerprint
from mzsh_model.binding.identity.ids import ID_FORM, is_minted, mint
from mzsh_model.binding.identity.items import Item, ItemKind, items_of
from mzsh_model.kernel.errors import BadModel, UnknownSchema
from mzsh_model.kernel.path import ModelPath
from mzsh_model.model.documents import DocumentValue

SCHEMA = "1"
_SKETCH_FORM = rf"^([A-Za-z0-9+/]{{{(SKETCH_LENGTH * 4 + 2) // 3}}}={{2}})?$"
_Id = Annotated[str, Field(pattern=f"^{ID_FORM}$")]
_WHAT = "文件里的快照"
_FOREIGN = {"extra_forbidden", "unexpected_keyword_argument"}  # errors whose place ends in a name from the file


class Level(StrEnum):
    """How much a snapshot keeps: `ids` for files that leave the house, `full` (with texts) for working copies."""

    IDS = "ids"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Known:
    """An item as it was. `order` counts all items from 0; `parent` is the id of the item around it.

    `digest` is the first 32 hexadecimal digits of the SHA-256 of the canonical text, `length` the number of characters
    of the folded text, `sketch` its minhash in base 64 (see `fingerprint`); `text` is there at level `full` only.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    id: _Id
    kind: ItemKind
    order: Annotated[int, Field(ge=0)]
    parent: _Id | None
    digest: Annotated[str, Field(pattern=f"^[0-9a-f]{{{DIGEST_LENGTH}}}$")]
    length: Annotated[int, Field(ge=0)]
    sketch: Annotated[str, Field(pattern=_SKETCH_FORM)]
    text: str | None = None

    @property
    def fingerprint(self) -> Fingerprint:
        """What is known of the text."""
        text = None if self.text is None else canonical(self.text)
        return Fingerprint(self.digest, self.length, text, self.sketch)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The items of one revision of a document, in order; the ids of earlier ones are `retired`, never to be reused."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    document: Annotated[str, Field(min_length=1)]
    revision: Annotated[int, Field(ge=0)]
    level: Level
    items: tuple[Known, ...] = ()
    retired: tuple[_Id, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """Every id that was ever given out."""
        return frozenset(self.retired).union(known.id for known in self.items)

    @property
    def checksum(self) -> str:
        """SHA-256 of the canonical text, hexadecimal; a document property can hold it when the snapshot is lost."""
        return sha256(_json(self).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Head:
    schema: Annotated[str, Field(pattern=r"^[0-9]{1,9}$")]


@dataclass(frozen=True, slots=True)
class _Envelope:
    __pydantic_config__ = ConfigDict(extra="forbid", strict=True)

    schema: Literal["1"]
    checksum: str
    snapshot: Snapshot


_Held = TypeVar("_Held")


@cache
def _adapter(kind: type[_Held]) -> TypeAdapter[_Held]:
    """Built when a file has a snapshot: few have."""
    return TypeAdapter(kind)


def snapshot_of(
    value: DocumentValue,
    *,
    document: str,
    revision: int,
    level: Level = Level.IDS,
    before: Snapshot | None = None,
    seed: str | None = None,
) -> Snapshot:
    """Return the snapshot of `value`: an item keeps the id it has if that is a minted one, else it gets a fresh one.

    The items stand in the order of `items_of`. `before` is the snapshot of the revision before: of its ids those that
    are gone are retired. `seed` makes fresh ids repeatable.

    Raises:
        BadModel: two items have one id.
    """
    items = list(items_of(value))
    given = [item.id for item in items if is_minted(item.id)]
    if len(set(given)) < len(given):
        raise BadModel("snapshot-id-twice", "有两个条目用同一个编号，不能生成快照。请给其中一个换新编号")
    past = before.ids if before else frozenset[str]()
    fresh = mint(past.union(given), seed=seed)
    ids = [item.id if is_minted(item.id) else next(fresh) for item in items]
    return Snapshot(document, revision, level, tuple(_known(items, ids, level)), tuple(sorted(past.difference(ids))))


def _known(items: Sequence[Item], ids: Sequence[str], level: Level) -> Iterator[Known]:
    at: dict[ModelPath, str] = {item.path: id for item, id in zip(items, ids, strict=True)}
    for order, (item, id) in enumerate(zip(items, ids, strict=True)):
        print_ = fingerprint(item.text)
        text = item.text if level is Level.FULL else None
        yield Known(id, item.kind, order, at.get(item.parent), print_.digest, print_.length, print_.written, text)


def to_text(snapshot: Snapshot) -> str:
    """Return the snapshot as canonical JSON: keys sorted, no white space, its checksum beside it."""
    return sealed(snapshot)[0]


def sealed(snapshot: Snapshot) -> tuple[str, str]:
    """Return what `to_text` does, and the checksum by itself."""
    body = _json(snapshot)
    checksum = sha256(body.encode()).hexdigest()
    return f'{{"checksum":"{checksum}","schema":"{SCHEMA}","snapshot":{body}}}', checksum


def from_text(text: str) -> Snapshot:
    """Return the snapshot that `text` writes; white space around it and between its parts does not matter.

    Raises:
        BadModel: it is damaged: not JSON, of another form, or not what its checksum says.
        UnknownSchema: a newer version of the library wrote it.
    """
    try:
        schema = cast(_Head, _adapter(_Head).validate_json(text)).schema
        if int(schema) > int(SCHEMA):
            raise UnknownSchema(
                "snapshot-newer", f"{_WHAT}是第 {schema} 版，本工具只认到第 {SCHEMA} 版。请升级 mzsh_model"
            )
        read: _Envelope = _adapter(_Envelope).validate_json(text)
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        place = first["loc"][: -1 if first["type"] in _FOREIGN else None]
        raise _damaged(f"{'/'.join(map(str, place)) or '开头'} 处格式不对") from None
    if sha256(_json(read.snapshot).encode()).hexdigest() != read.checksum:
        raise _damaged("内容与校验和不符")
    if not _consistent(read.snapshot):
        raise _damaged("编号或顺序自相矛盾")
    return read.snapshot


def _json(snapshot: Snapshot) -> str:
    held = _adapter(Snapshot).dump_python(snapshot, mode="json")
    return json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _consistent(snapshot: Snapshot) -> bool:
    """Tell whether each id names one item, orders rise, parents are there, and texts are kept as the level says."""
    ids = [known.id for known in snapshot.items]
    orders = [known.order for known in snapshot.items]
    return (
        len(set(ids).union(snapshot.retired)) == len(ids) + len(snapshot.retired)
        and all(a < b for a, b in pairwise(orders))
        and {known.parent for known in snapshot.items} <= {None, *ids}
        and all((known.text is not None) == (snapshot.level is Level.FULL) for known in snapshot.items)
    )


def _damaged(what: str) -> BadModel:
    return BadModel("snapshot-damaged", f"{_WHAT}读不了：{what}。可以不用快照，按文字重新认条目")
