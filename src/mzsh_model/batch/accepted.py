"""What a unit accepted: a file of fingerprints with reasons that stands beside the drafts and that people may edit."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import ClassVar, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from mzsh_model.batch.beside import named_from
from mzsh_model.kernel.errors import BadPackage, BadProfile
from mzsh_model.kernel.printable import printable
from mzsh_model.kernel.regular import regular_bytes
from mzsh_model.kernel.tables import table_of
from mzsh_model.opc.save import save_bytes
from mzsh_model.opc.sniff import decode_text

ACCEPTED_NAME = "mzsh.accepted.toml"
_HEAD = "# 接受了、不再计入的提示，各有理由。由 mzsh accept 写，也可以手改；file 相对于本文件，不写则对所有材料有效。\n"


class Acceptance(BaseModel):
    """One finding that is accepted: its fingerprint, why, and of which file (of all where None); the rest is for people."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: str = Field(pattern="^[0-9a-f]{16}$")
    reason: str = Field(min_length=1)
    file: str | None = None
    code: str | None = None
    who: str | None = None
    when: date | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """The acceptances of one file, and where it stands."""

    path: Path
    entries: tuple[Acceptance, ...] = ()

    def reasons(self, draft: str) -> dict[str, str]:
        """Return by fingerprint what is accepted in a draft."""
        name = named_from(self.path.parent, draft)
        return {one.id: one.reason for one in self.entries if one.file in (None, name)}


def load_accepted(path: Path) -> Accepted:
    """Return the acceptances that a file tells; one that is not there yet tells none.

    Raises:
        BadProfile: not TOML, an entry without a reason or a fingerprint, an unknown key (the nearest one is named).
    """
    if not os.path.exists(path):
        return Accepted(path)
    try:
        told = table_of(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise BadProfile("accepted-syntax", f"{path.name} 不是合法的 TOML。请检查引号、等号和 [[accepted]]") from error
    if unknown := sorted(told.keys() - {"accepted"}):
        raise BadProfile("accepted-key", f"{path.name} 里有不认识的项 {unknown[0]}。每条写在 [[accepted]] 下面")
    held: object = told.get("accepted", [])
    listed = cast(list[object], held) if isinstance(held, list) else [held]
    entries = [_entry(path, number, one) for number, one in enumerate(listed, 1)]
    return Accepted(path, tuple(entries))


def accept(path: Path, new: Iterable[Acceptance]) -> tuple[Acceptance, ...]:
    """Add acceptances to a file, which is made where there is none; what it says already stays, to the letter.

    Returns:
        Those that were added: one that is there already, for the same file or for all, is not.

    Raises:
        BadProfile: the file cannot be read.
        SaveError: it cannot be written.
    """
    held = load_accepted(path)
    known = {(one.id, one.file) for one in held.entries}
    added: list[Acceptance] = []
    for one in new:
        if not {(one.id, one.file), (one.id, None)} & known:
            known.add((one.id, one.file))
            added.append(one)
    if added:
        text = (_text(path) if os.path.exists(path) else _HEAD).rstrip("\n") + "\n" + "".join(map(_toml, added))
        save_bytes(path, text.encode("utf-8", "backslashreplace"))
    return tuple(added)


def _toml(one: Acceptance) -> str:
    told = {key: value for key, value in one.model_dump(mode="json").items() if value is not None}
    # a day is a value of its own in TOML; the strings of JSON without control characters are strings of TOML
    lines = (f"{k} = {v if k == 'when' else json.dumps(printable(v), ensure_ascii=False)}\n" for k, v in told.items())
    return "\n[[accepted]]\n" + "".join(lines)


def _text(path: Path) -> str:
    try:
        return decode_text(regular_bytes(path))[0].replace("\r\n", "\n")
    except OSError as error:
        raise BadProfile("accepted-unreadable", f"读不了 {path.name}。请检查权限") from error
    except BadPackage as error:
        raise BadProfile("accepted-encoding", f"{path.name}：{error.message}") from error


def _entry(path: Path, number: int, told: object) -> Acceptance:
    try:
        return Acceptance.model_validate(told)
    except ValidationError as error:
        first = error.errors()[0]
        key = str(first["loc"][0]) if first["loc"] else ""
        near = get_close_matches(key, Acceptance.model_fields, 1)
        hint = f"，是不是 {near[0]}" if near and key not in Acceptance.model_fields else ""
        said = "id（16 位指纹）和 reason（理由）必须写，when 写日期，其余写文字"
        raise BadProfile("accepted-entry", f"{path.name} 第{number}条的 {key} 不合要求{hint}。{said}") from error
