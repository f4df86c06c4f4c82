"""Relationships: which part leads to which, where that is written down, and how a target is spelled (OPC 6.5)."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from urllib.parse import unquote

from lxml import etree

from mzsh_model.opc.children import with_child, without_children
from mzsh_model.opc.xml import parse_xml

ROOT = "_rels/.rels"
RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
NO_RELATIONSHIPS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships  >'
)
"""What a relationships part of ours begins as; one that is back to it is not needed any more. The blanks tell it is ours."""
_OURS = "rIdMzsh"


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


def source_of(name: str) -> str | None:
    """Return the part whose relationships the part `name` holds, None where it is no relationships part.

    >>> source_of("word/_rels/document.xml.rels"), source_of("_rels/.rels"), source_of("word/document.xml")
    ('word/document.xml', '', None)
    """
    folder, file = posixpath.split(name)
    parent, last = posixpath.split(folder)
    if last.casefold() != "_rels" or not file.casefold().endswith(".rels"):
        return None
    return posixpath.join(parent, file[: -len(".rels")])


def read_relationships(xml: bytes, source: str, actual: Callable[[str], str | None]) -> tuple[Relationship, ...]:
    """Return the relationships of `source`; `actual` tells the member of a name, whatever its case.

    Raises:
        BadPackage: the part is damaged.
    """
    folder = posixpath.dirname(source)
    found: list[Relationship] = []
    for element in parse_xml(xml, relationships_part(source)):
        target = element.get("Target", "")
        external = _leads_outside(element)
        names = () if external else meant(folder, target)
        part = next((member for name in names if (member := actual(name)) is not None), None)
        found.append(Relationship(element.get("Id", ""), element.get("Type", ""), target, external, part))
    return tuple(found)


def with_relationship(xml: bytes, source: str, part: str, kind: str) -> tuple[bytes, str]:
    """Return the relationships of `source` with one to `part`, and its id, unused there; the target is spelled as Word does.

    Raises:
        BadEdit: they are not in UTF-8.
        BadPackage: they are damaged.
    """
    name = relationships_part(source)
    used = {element.get("Id") for element in parse_xml(xml, name)}
    unused = next(id for n in count(1) if (id := f"{_OURS}{n}") not in used)
    target = posixpath.relpath("/" + part, "/" + posixpath.dirname(source))
    return with_child(xml, name, "Relationship", {"Id": unused, "Type": kind, "Target": target}), unused


def without_relationships(xml: bytes, source: str, part: str) -> bytes:
    """Return the relationships of `source` without those that lead to `part`.

    Raises:
        BadEdit: they are not in UTF-8.
        BadPackage: they are damaged.
    """

    def leads_there(element: etree._Element) -> bool:
        names = meant(posixpath.dirname(source), element.get("Target", ""))
        return not _leads_outside(element) and part.casefold() in map(str.casefold, names)

    return without_children(xml, relationships_part(source), leads_there)


def _leads_outside(element: etree._Element) -> bool:
    return element.get("TargetMode", "") == "External"


def meant(folder: str, target: str) -> tuple[str, ...]:
    """Return the member names that a target may mean: relative to its source's folder, never above the package.

    A name in hanzi is spelled in the archive as it is, or as the target spells it (OPC 6.2.2.2, 7.3.4).

    >>> meant("word", "../customXml/item1.xml"), meant("word", "/docProps/app.xml"), meant("", "a%20b.xml")
    (('customXml/item1.xml',), ('docProps/app.xml',), ('a b.xml', 'a%20b.xml'))
    """
    spelled = target.strip().partition("#")[0]
    names: dict[str, None] = {}
    for path in (unquote(spelled).replace("\\", "/"), spelled.replace("\\", "/")):
        joined = path if path.startswith("/") else posixpath.join("/", folder, path)
        names[posixpath.normpath(joined).lstrip("/")] = None
    return tuple(names)
