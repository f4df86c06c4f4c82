"""Children of an XML part's root, put in and taken out by bytes: no other byte of the part is written anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import NamedTuple

from lxml import etree

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.xml import fitted, parse_xml

_MARKUP = lazy_pattern(
    rb"""<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<(/?)([^\s/>]++)(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""", re.DOTALL
)
_OPENED = b" >"
"""How the end tag closes that an empty-element root is given for its first child: it tells what to give back."""


class _Root(NamedTuple):
    """Where a root's start tag ends, its end tag stands (the same place twice where it has none), and its children."""

    name: bytes
    opened: int
    closed: tuple[int, int]
    children: list[tuple[int, int]]


def with_child(xml: bytes, part: str, name: str, attributes: Mapping[str, str], content: bytes = b"") -> bytes:
    """Return a part with an element put in before its root's end tag, in the root's namespace and prefix.

    `content` is well-formed XML of other namespaces, which it declares itself.

    >>> with_child(b"<Types><!-- 1 --></Types>", "a.xml", "Default", {"Extension": "xml"})
    b'<Types><!-- 1 --><Default Extension="xml"/></Types>'

    Raises:
        BadEdit: the part is not in UTF-8.
        BadPackage: it is damaged.
    """
    parse_xml(xml, part)
    root = _scanned(xml, part)
    prefix = root.name.rpartition(b":")
    tag = prefix[0] + prefix[1] + name.encode()
    told = "".join(
        f' {key}="{escape(value, quote=False).replace(chr(34), "&quot;")}"' for key, value in attributes.items()
    )
    child = b"<" + tag + told.encode("ascii", "xmlcharrefreplace")
    child += b">" + fitted(content, xml) + b"</" + tag + b">" if content else b"/>"
    start, end = root.closed
    if start == end:
        return xml[: root.opened - 2] + b">" + child + b"</" + root.name + _OPENED + xml[root.opened :]
    return xml[:start] + child + xml[start:]


def without_children(xml: bytes, part: str, doomed: Callable[[etree._Element], bool]) -> bytes:
    """Return a part without those of its root's children; with none of them, the same bytes object.

    What `with_child` did is undone to the byte.

    Raises:
        BadEdit: the part is not in UTF-8.
        BadPackage: it is damaged.
    """
    gone = [n for n, element in enumerate(parse_xml(xml, part)) if doomed(element)]
    if not gone:
        return xml
    root = _scanned(xml, part)
    kept, at = b"", root.opened
    for start, end in (root.children[n] for n in gone):
        kept += xml[at:start]
        at = end
    kept += xml[at : root.closed[0]]
    tail = xml[root.closed[0] :]
    if not kept and tail.startswith(b"</" + root.name + _OPENED):
        return xml[: root.opened - 1] + b"/>" + xml[root.closed[1] :]
    return xml[: root.opened] + kept + tail


def _scanned(xml: bytes, part: str) -> _Root:
    """Walk the tags of a well-formed part without a DTD."""
    if b"\0" in xml[:4]:
        raise BadEdit("part-encoding", f"部件 {part} 不是 UTF-8 编码，不能改动。请用 Word 另存后再改")
    name, opened, closed = b"", 0, (0, 0)
    children: list[tuple[int, int]] = []
    depth = begun = 0
    for tag in _MARKUP.finditer(xml):
        if tag[2] is None:
            continue
        start, end = tag.span()
        whole = not tag[1] and xml[end - 2 : end] == b"/>"
        if not tag[1]:
            depth += 1
            if depth == 1:
                name, opened, closed = tag[2], end, (end, end)
            elif depth == 2:
                begun = start
        if tag[1] or whole:
            if depth == 2:
                children.append((begun, end))
            elif depth == 1 and not whole:
                closed = (start, end)
            depth -= 1
    return _Root(name, opened, closed, children)
