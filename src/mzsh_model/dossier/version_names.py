"""The names of the versions of a document, as files and titles have them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class VersionName:
    """A version of a document (初稿 … 定稿), its place in the order of reviewing, and the words that tell it."""

    name: str
    rank: int
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def _versions() -> tuple[VersionName, ...]:
    table = tomllib.loads(files("mzsh_model.dossier").joinpath("version_names.toml").read_text(encoding="utf-8"))
    return tuple(VersionName(row["name"], row["rank"], tuple(row["words"])) for row in table["version"])


def version_of(*hints: str) -> VersionName | None:
    """Return the version that any of the texts (the file's name, the lines above the title) tells, the first text first.

    >>> version_of("张三对照检查材料（督导组审核稿）.docx").name
    '督导组审核稿'
    """
    for hint in hints:
        if found := next(_told(hint), None):
            return found
    return None


def _told(hint: str) -> Iterator[VersionName]:
    """Those whose words a text has, the longest word first: 书记审核稿 is no 审核稿."""
    pairs = sorted(((word, one) for one in _versions() for word in one.words), key=lambda pair: -len(pair[0]))
    yield from (one for word, one in pairs if word in hint)
