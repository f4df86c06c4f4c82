"""An Open Packaging Conventions package (ECMA-376 part 2): parts, content types, relationships."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from mzsh_model.kernel.errors import BadEdit, BadPackage
from mzsh_model.opc.archive import Archive, open_archive
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.relationships import ROOT, Relationship, relationships_part, resolved
from mzsh_model.opc.rewrite import rewrite
from mzsh_model.opc.xml import parse_xml

_TYPES = "[Content_Types].xml"
_MAIN = "/officeDocument"
_WORD = ("wordprocessingml", "ms-word", "kingsoft")
_OTHERS = {"spreadsheetml": "Excel 表格", "ms-excel": "Excel 表格", "presentationml": "PowerPoint 演示文稿"}


@dataclass(slots=True)
class Package:
    """A package as a value: the archive it was opened from, the parts that differ from it, views made when asked for."""

    archive: Archive
    _changed: Mapping[str, bytes | None] = field(default_factory=dict[str, bytes | None])
    _content: dict[str, bytes] = field(default_factory=dict[str, bytes])
    _names: dict[str, str] = field(default_factory=dict[str, str])
    _main: str | None = None
    _bytes: bytes | None = None

    @property
    def data(self) -> bytes:
        """The bytes the package was opened from."""
        return self.archive.data

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, in directory order, added ones last."""
        return tuple(self._folded.values())

    def read(self, name: str) -> bytes:
        """Return a member's content, inflated once.

        Raises:
            BadPackage: no such member, or damaged.
        """
        content = self._changed[name] if name in self._changed else self._original(name)
        if content is None:
            raise BadPackage("part-missing", f"文件里没有部件 {name}，文件不完整。请用 Word 打开修复后另存")
        return content

    @property
    def main_part(self) -> str:
        """The name of the main document part, found through the package's relationships, not by name.

        Raises:
            BadPackage: another kind of Office file, or no main part.
        """
        if self._main is None:
            self._main = self._find_main()
        return self._main

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Return the relationships of a part; none where it has no relationships part. Dangling targets are tolerated.

        Raises:
            BadPackage: the relationships part is damaged.
        """
        name = self._actual(relationships_part(part))
        if name is None:
            return ()
        folder = posixpath.dirname(part)
        found: list[Relationship] = []
        for element in parse_xml(self.read(name), name):
            target = element.get("Target", "")
            external = element.get("TargetMode", "") == "External"
            to = None if external else self._actual(resolved(folder, target))
            found.append(Relationship(element.get("Id", ""), element.get("Type", ""), target, external, to))
        return tuple(found)

    def content_type(self, part: str) -> str:
        """Return the declared content type of a part, empty where none is declared.

        Raises:
            BadPackage: the content types part is missing or damaged.
        """
        extension = part.rpartition(".")[2].lower()
        default = ""
        for element in parse_xml(self.read(_TYPES), _TYPES):
            tag = str(element.tag).rpartition("}")[2]
            if tag == "Override" and element.get("PartName", "").lstrip("/").casefold() == part.casefold():
                return element.get("ContentType", "")
            if tag == "Default" and element.get("Extension", "").lower() == extension:
                default = element.get("ContentType", "")
        return default

    def with_parts(self, parts: Mapping[str, bytes | None]) -> Package:
        """Return the package with the content of some parts replaced, added (names it has not), or removed (None).

        Content types and relationships stay as they are: `add_part` and `remove_part` see to them.

        Raises:
            BadEdit: a part to be removed is not there.
        """
        changed, names = dict(self._changed), dict(self._folded)
        for given, content in parts.items():
            name = (
                names.setdefault(given.casefold(), given) if content is not None else names.pop(given.casefold(), None)
            )
            if name is None:
                raise BadEdit("part-missing", f"文件里没有部件 {given}，不能删除。请核对名字")
            if content is None and name not in self.archive.entries:
                del changed[name]
            else:
                changed[name] = content
        return Package(self.archive, changed, self._content)

    def to_bytes(self) -> bytes:
        """Return the package's bytes: of an unchanged one the very bytes it was opened from.

        Raises:
            BadEdit: a name or a size that the archive cannot hold.
            BadPackage: the result is over a limit.
        """
        if self._bytes is None:
            self._bytes = rewrite(self.archive, self._changed)
        return self._bytes

    @property
    def _folded(self) -> dict[str, str]:
        """The members by their case-folded names: part names are equivalent whatever their case (OPC 6.2.2.3)."""
        if not self._names:
            names = [n for n in self.archive.entries if self._changed.get(n, b"") is not None]
            names += [n for n in self._changed if n not in self.archive.entries]
            self._names = {n.casefold(): n for n in names}
        return self._names

    def _original(self, name: str) -> bytes | None:
        if name not in self._content and name in self.archive.entries:
            self._content[name] = self.archive.read(name)
        return self._content.get(name)

    def _actual(self, name: str) -> str | None:
        return self._folded.get(name.casefold())

    def _find_main(self) -> str:
        if self._actual(ROOT) is None:
            raise self._not_word()
        for relationship in self.relationships(""):
            if relationship.type.endswith(_MAIN) and relationship.part is not None:
                kind = self.content_type(relationship.part)
                if any(word in kind for word in _WORD) or not kind or kind in ("application/xml", "text/xml"):
                    return relationship.part
                raise self._not_word(kind)
        raise self._not_word()

    def _not_word(self, kind: str = "") -> BadPackage:
        names = set(self.names)
        for word, what in _OTHERS.items():
            if word in kind:
                return BadPackage("package-other-office", f"这是{what}，不是 Word 文件。请提供 .docx 文件")
        if "mimetype" in names and "content.xml" in names:
            return BadPackage("package-odf", "这是 OpenDocument 文件（.odt/.ods）。请另存为 .docx")
        if not names & {_TYPES, ROOT}:
            return BadPackage("package-not-word", "这是普通压缩包，不是 Word 文件。请解压后提供其中的 .docx")
        return BadPackage("package-no-document", "文件里找不到 Word 正文。请用 Word 打开修复后另存")


def open_package(data: bytes, limits: Limits | None = None) -> Package:
    """Open a Word package from its bytes.

    Raises:
        BadPackage: not a sound zip, over a limit, or not a Word document.
    """
    package = Package(open_archive(data, limits or Limits()))
    _ = package.main_part
    return package
