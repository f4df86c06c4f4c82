"""Relationships: which part leads to which, where that is written down, and how a target is spelled."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

ROOT = "_rels/.rels"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship of a part; `part` is the member it leads to, None where it leads outside or nowhere."""

    id: str
    type: str
    target: str
    external: bool
    part: str | None


def relationships_part(source: str) -> str:
    """Return the name of the part that holds the relationships of `source` ('' is the package itself).

    >>> relationships_part("word/document.xml"), relationships_part("")
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", name + ".rels")


def resolved(folder: str, target: str) -> str:
    """Return the member name that a target means: relative to its source's folder, never above the package.

    >>> resolved("word", "../customXml/item1.xml"), resolved("word", "/docProps/app.xml")
    ('customXml/item1.xml', 'docProps/app.xml')
    """
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    joined = path if path.startswith("/") else posixpath.join("/", folder, path)
    return posixpath.normpath(joined).lstrip("/")
