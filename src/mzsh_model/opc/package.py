"""An Open Packaging Conventions package (ECMA-376 part 2): parts, content types, relationships."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from urllib.parse import unquote

from mzsh_model.kernel.errors import BadPackage
from mzsh_model.opc.archive import Archive, open_archive
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.xml import parse_xml

_TYPES = "[Content_Types].xml"
_ROOT = "_rels/.rels"
_MAIN = "/officeDocument"
_WORD = ("wordprocessingml", "ms-word", "kingsoft")
_OTHERS = {"spreadsheetml": "Excel 表格", "ms-excel": "Excel 表格", "presentationml": "PowerPoint 演示文稿"}


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship of a part; `part` is the member it leads to, None where it leads outside or nowhere."""

    id: str
    type: str
    target: str
    external: bool
    part: str | None


@dataclass(slots=True)
class Package:
    """A package as a value: its bytes, and views of them made when asked for."""

    archive: Archive
    _content: dict[str, bytes] = field(default_factory=dict[str, bytes])
    _names: dict[str, str] = field(default_factory=dict[str, str])
    _main: str | None = None

    @property
    def data(self) -> bytes:
        """The bytes the package was opened from."""
        return self.archive.data

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, in directory order."""
        return tuple(self.archive.entries)

    def read(self, name: str) -> bytes:
        """Return a member's content, inflated once.

        Raises:
            BadPackage: no such member, or damaged.
        """
        content = self._content.get(name)
        if content is None:
            if name not in self.archive.entries:
                raise BadPackage("part-missing", f"文件里没有部件 {name}，文件不完整。请用 Word 打开修复后另存")
            content = self._content[name] = self.archive.read(name)
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
        folder, name = posixpath.split(part)
        return self._relationships(posixpath.join(folder, "_rels", name + ".rels"), folder)

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

    def to_bytes(self) -> bytes:
        """Return the package's bytes: of an unchanged one the very bytes it was opened from."""
        return self.archive.data

    def _relationships(self, name: str, folder: str) -> tuple[Relationship, ...]:
        name = self._actual(name) or name
        if name not in self.archive.entries:
            return ()
        found: list[Relationship] = []
        for element in parse_xml(self.read(name), name):
            target = element.get("Target", "")
            external = element.get("TargetMode", "") == "External"
            part = None if external else self._actual(_resolve(folder, target))
            found.append(Relationship(element.get("Id", ""), element.get("Type", ""), target, external, part))
        return tuple(found)

    def _actual(self, name: str) -> str | None:
        """The member of that name; part names are equivalent whatever their case (OPC 6.2.2.3)."""
        if name in self.archive.entries:
            return name
        if not self._names:
            self._names = {n.casefold(): n for n in self.archive.entries}
        return self._names.get(name.casefold())

    def _find_main(self) -> str:
        if self._actual(_ROOT) is None:
            raise self._not_word()
        for relationship in self._relationships(_ROOT, ""):
            if relationship.type.endswith(_MAIN) and relationship.part is not None:
                kind = self.content_type(relationship.part)
                if any(word in kind for word in _WORD) or not kind or kind in ("application/xml", "text/xml"):
                    return relationship.part
                raise self._not_word(kind)
        raise self._not_word()

    def _not_word(self, kind: str = "") -> BadPackage:
        names = set(self.archive.entries)
        for word, what in _OTHERS.items():
            if word in kind:
                return BadPackage("package-other-office", f"这是{what}，不是 Word 文件。请提供 .docx 文件")
        if "mimetype" in names and "content.xml" in names:
            return BadPackage("package-odf", "这是 OpenDocument 文件（.odt/.ods）。请另存为 .docx")
        if not names & {_TYPES, _ROOT}:
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


def _resolve(folder: str, target: str) -> str:
    """The member name that a relationship target means: relative to its source's folder, never above the package."""
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    joined = path if path.startswith("/") else posixpath.join("/", folder, path)
    return posixpath.normpath(joined).lstrip("/")
