"""The one XML parser of the library: no entities, no DTD, no network, nothing recovered.

libxml2's own bounds stay on (`huge_tree=False`): elements nest at most 256 deep, a text node holds at most 10 MB.
Comments and processing instructions are left out, so that they cut no text.
"""

from __future__ import annotations

from lxml import etree

from mzsh_model.kernel.errors import BadPackage
from mzsh_model.kernel.patterns import lazy_pattern

_ASCII = frozenset({"ASCII", "US-ASCII"})
_ENCODINGS = frozenset({"UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", *_ASCII})
_OVER = etree.ErrorTypes.ERR_RESOURCE_LIMIT
_DEEPEST = 256
_DECLARED = lazy_pattern(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")


def parse_xml(data: bytes, part: str) -> etree._Element:
    """Return the root of an XML part.

    Raises:
        BadPackage: a DTD (OPC M1.18), an encoding other than UTF-8 or UTF-16 (M1.17), or not well-formed.
    """
    if _declared(data) not in _ENCODINGS:
        raise BadPackage("xml-encoding", f"部件 {part} 的编码不是 UTF-8 或 UTF-16（OPC M1.17）。请用 Word 重新保存")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:  # what the parser says quotes the part
        if b"<!DOCTYPE" in data:
            raise dtd_in(part) from None
        if isinstance(error, etree.XMLSyntaxError) and error.code == _OVER:
            raise _over(str(error.msg), part) from None
        raise BadPackage("xml-damaged", f"部件 {part} 不是完整的 XML，文件已损坏。请用 Word 打开修复后另存") from None
    # asked of the tree, not of the bytes: text in a CDATA section may speak of a DOCTYPE
    if root.getroottree().docinfo.internalDTD is not None:
        raise dtd_in(part)
    return root


def says_ascii(xml: bytes) -> bool:
    """Whether a part says that it is in ASCII, as some programs write whole texts by references alone."""
    return _declared(xml) in _ASCII


def fitted(new: bytes, xml: bytes) -> bytes:
    """Return text or elements in UTF-8 as the part `xml` can hold them: by references where it says that it is ASCII."""
    if new.isascii() or not says_ascii(xml):
        return new
    return new.decode().encode("ascii", "xmlcharrefreplace")


def _declared(xml: bytes) -> str:
    """The encoding that a part declares, in capitals."""
    found = _DECLARED.match(xml.removeprefix(b"\xef\xbb\xbf"))
    return "UTF-8" if found is None else found[1].decode("ascii").upper()


def _over(said: str, part: str) -> BadPackage:
    """The error for a part that is well-formed as far as it was read, and over a bound of the parser."""
    if "depth" in said:
        return BadPackage(
            "xml-depth",
            f"部件 {part} 里的内容（如表格套表格）嵌套超过 {_DEEPEST} 层，不能读入。请在 Word 里减少嵌套的层数",
        )
    return BadPackage("xml-length", f"部件 {part} 里有一段文字或一个属性超过 1000 万字节，不能读入。请核实文件来源")


def dtd_in(part: str) -> BadPackage:
    """Return the error for a part with a DTD."""
    return BadPackage("xml-dtd", f"部件 {part} 含有 DTD，Word 文件不允许（OPC M1.18）。请核实文件来源")
