"""An Open Packaging Conventions package (ECMA-376 part 2): parts, content types, relationships."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, count

from mzsh_model.kernel.errors import BadEdit, BadPackage
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.archive import Archive, open_archive
from mzsh_model.opc.content_types import CONTENT_TYPES, declared_parts, declared_type, with_declared, without_declared
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.prolog import decoded, has_dtd
from mzsh_model.opc.relationships import (
    NO_RELATIONSHIPS,
    RELATIONSHIPS_TYPE,
    ROOT,
    Relationship,
    meant,
    read_relationships,
    relationships_part,
    source_of,
    with_relationship,
    without_relationships,
)
from mzsh_model.opc.rewrite import rewrite
from mzsh_model.opc.xml import dtd_in

_MAIN = "/officeDocument"
_SIGNED = "/digital-signature/origin"
_SEGMENT = r"""[^\x00-\x20\x7f/\\%?#:"<>|*\[\]^`{}]*[^\x00-\x20\x7f/\\%?#:"<>|*\[\]^`{}.]"""
_PART_NAME = lazy_pattern(f"{_SEGMENT}(?:/{_SEGMENT})*")
_XML = (".xml", ".rels", ".vml")
_BLIND = "customxml/"
"""Data of other programs, carried along unread."""
_HEAD = 512
_WORD = ("wordprocessingml", "ms-word", "kingsoft")
_OTHERS = {"spreadsheetml": "Excel 表格", "ms-excel": "Excel 表格", "presentationml": "PowerPoint 演示文稿"}


@dataclass(slots=True)
class Package:
    """A package as a value: the archive it was opened from, the parts that differ from it, views made when asked for."""

    archive: Archive
    _changed: Mapping[str, bytes | None] = field(default_factory=dict[str, bytes | None], repr=False)
    _content: dict[str, bytes] = field(default_factory=dict[str, bytes], repr=False, compare=False)
    _names: dict[str, str] = field(default_factory=dict[str, str], repr=False, compare=False)
    _relations: dict[str, tuple[Relationship, ...]] = field(
        default_factory=dict[str, tuple[Relationship, ...]], repr=False, compare=False
    )
    _main: str | None = field(default=None, compare=False)
    _bytes: bytes | None = field(default=None, repr=False, compare=False)

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
        name = self._actual(name) or name
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
        found = self._relations.get(part)
        if found is None:
            name = self._actual(relationships_part(part))
            found = () if name is None else read_relationships(self.read(name), part, self._actual)
            self._relations[part] = found
        return found

    def content_type(self, part: str) -> str:
        """Return the declared content type of a part, empty where none is declared.

        Raises:
            BadPackage: the content types part is missing or damaged.
        """
        return declared_type(self.read(CONTENT_TYPES), part)

    @property
    def signed(self) -> bool:
        """Whether the package is digitally signed: any change breaks the signature (OPC 10)."""
        return any(r.type.endswith(_SIGNED) and r.part is not None for r in self.relationships(""))

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

    def add_part(
        self, name: str, content: bytes, content_type: str, *, source: str, relationship: str
    ) -> tuple[Package, str]:
        """Return the package with a new part, its content type, and a relationship to it from `source`, and that one's id.

        `source` is a part, or '' for the package itself; `relationship` is the type of the relationship.

        Raises:
            BadEdit: no fit name, or one that is used; no such source; content types or relationships not in UTF-8.
            BadPackage: content types or relationships are damaged.
        """
        if not _PART_NAME.fullmatch(name) or source_of(name) is not None:
            raise BadEdit("part-name", f"部件不能叫 {name}（OPC 6.2.2.2）。请换一个名字")
        if name.casefold() in self._taken():
            raise BadEdit("part-exists", f"文件里已有部件 {name}，或已有指向这个名字的登记。请换一个名字")
        if source and self._actual(source) is None:
            raise BadEdit("part-missing", f"文件里没有部件 {source}，不能从它引用新部件。请核对名字")
        types = with_declared(self.read(CONTENT_TYPES), name, content_type)
        holder = self._actual(relationships_part(source))
        relationships = NO_RELATIONSHIPS if holder is None else self.read(holder)
        if holder is None:
            holder = relationships_part(source)
            if self.content_type(holder) != RELATIONSHIPS_TYPE:
                types = with_declared(types, holder, RELATIONSHIPS_TYPE)
        relationships, id = with_relationship(relationships, source, name, relationship)
        return self.with_parts({CONTENT_TYPES: types, holder: relationships, name: content}), id

    def remove_part(self, name: str) -> Package:
        """Return the package without a part, its content type, its own relationships, and every relationship that leads to it.

        What `add_part` did is undone to the byte.

        Raises:
            BadEdit: no such part; content types or relationships to be changed are not in UTF-8.
            BadPackage: the content types are damaged.
        """
        part = self._actual(name)
        if part is None:
            raise BadEdit("part-missing", f"文件里没有部件 {name}，不能删除。请核对名字")
        parts: dict[str, bytes | None] = {part: None}
        own = self._actual(relationships_part(part))
        if own is not None:
            parts[own] = None
        for holder, source in self._holders():
            if holder == own:
                continue
            before = self.read(holder)
            try:
                after = without_relationships(before, source, part)
            except BadPackage:
                continue
            if after != before:
                parts[holder] = after if after != NO_RELATIONSHIPS else None
        types = self.read(CONTENT_TYPES)
        for gone in [name for name, content in parts.items() if content is None]:
            types = without_declared(types, gone)
        return self.with_parts({CONTENT_TYPES: types, **parts})

    def unused_name(self, pattern: str, *, numbered: bool = False) -> str:
        """Return the first name that `pattern` gives which nothing in the package has, declares, or leads to.

        Nothing, then 2, 3, … stand for its `{}`; with `numbered` 1, 2, ….

        Raises:
            BadPackage: the content types are damaged.
        """
        taken = self._taken()
        numbers = chain(() if numbered else ("",), map(str, count(1 if numbered else 2)))
        return next(name for number in numbers if (name := pattern.format(number)).casefold() not in taken)

    def to_bytes(self) -> bytes:
        """Return the package's bytes: of an unchanged one the very bytes it was opened from.

        Raises:
            BadEdit: a name or a size that the archive cannot hold.
            BadPackage: the result is over a limit.
        """
        if self._bytes is None:
            self._bytes = rewrite(self.archive, self._changed)
        return self._bytes

    def _holders(self) -> Iterator[tuple[str, str]]:
        """The relationships parts, each with the part whose relationships it holds."""
        for name in self.names:
            source = source_of(name)
            if source is not None:
                yield name, source

    def _taken(self) -> set[str]:
        """The case-folded names that a new part may not have: what is there, declared, or led to by some relationship.

        A part put where a dangling relationship leads would be found through it, too.
        """
        taken = {*self._folded, *declared_parts(self.read(CONTENT_TYPES))}
        for holder, source in self._holders():
            taken.add(source.casefold())  # relationships of a part that is not there are not those of a new one
            try:
                relationships = read_relationships(self.read(holder), source, self._actual)
            except BadPackage:
                continue
            folder = posixpath.dirname(source)
            taken |= {name.casefold() for r in relationships if not r.external for name in meant(folder, r.target)}
        return taken

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
                kind = self.content_type(relationship.part).strip().lower()  # types of media have no case (RFC 2045)
                if any(word in kind for word in _WORD) or not kind or kind in ("application/xml", "text/xml"):
                    return relationship.part
                raise self._not_word(kind)
        raise self._not_word()

    def _not_word(self, kind: str = "") -> BadPackage:
        names = set(self._folded)
        for word, what in _OTHERS.items():
            if word in kind:
                return BadPackage("package-other-office", f"这是{what}，不是 Word 文件。请提供 .docx 文件")
        if "mimetype" in names and "content.xml" in names:
            return BadPackage("package-odf", "这是 OpenDocument 文件（.odt/.ods）。请另存为 .docx")
        if "ofd.xml" in names:
            return BadPackage("package-ofd", "这是 OFD 版式文件。请向作者索取 Word 原稿")
        if not names & {CONTENT_TYPES.casefold(), ROOT}:
            return BadPackage("package-not-word", "这是普通压缩包，不是 Word 文件。请解压后提供其中的 .docx")
        return BadPackage("package-no-document", "文件里找不到 Word 正文。请用 Word 打开修复后另存")


def open_package(data: bytes, limits: Limits | None = None) -> Package:
    """Open a Word package from its bytes.

    Raises:
        BadPackage: not a sound zip, over a limit, not a Word document, or one with a DTD in any part but carried data.
    """
    package = Package(open_archive(data, limits or Limits()))
    _ = package.main_part
    for name in package.names:
        if name.lower().endswith(_XML) and not name.lower().startswith(_BLIND) and _has_dtd(package.archive, name):
            raise dtd_in(name)
    return package


def _has_dtd(archive: Archive, name: str) -> bool:
    found = has_dtd(decoded(archive.head(name, _HEAD)))
    return has_dtd(decoded(archive.read(name))) is True if found is None else found
