"""Papers without the names of whom they speak: the same person has the same placeholder in all files of a run."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from types import NoneType
from typing import TYPE_CHECKING

from mzsh_model.binding.annotation.notes import AUTHOR
from mzsh_model.chinese.codes import Sort, is_code
from mzsh_model.document.classified import refuse_classified
from mzsh_model.document.redacting.discovery import named_as_author, named_in
from mzsh_model.document.redacting.substitutes import Substitutes, bare_word
from mzsh_model.kernel.errors import BadEdit, CallerError, expect
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.package import Package
from mzsh_model.opc.packing import packed
from mzsh_model.opc.sniff import decode_text, encode_text
from mzsh_model.wml.editing.protection import require_writable
from mzsh_model.wml.hiding.embedded import contents_of, without_parts
from mzsh_model.wml.hiding.replace import Swap, swapped
from mzsh_model.wml.hiding.traces import authors, scrubbed
from mzsh_model.wml.hiding.words import left_in, with_words

if TYPE_CHECKING:
    from mzsh_model.document.document import Document

_USUAL = frozenset(Sort) - {Sort.DATE}
_ROUNDS = 3
"""How often what is left is replaced: where a word is gone, what stood around it may make another one."""
_NUMBERED = lazy_pattern(r"\s*[一二三四五六七八九十]$")
_BEHIND_NUMBER = "、是．.，"


@dataclass(slots=True)
class Redaction:
    """What one run replaces. Files that belong together are learned first, all of them, then redacted one by one.

    `names`, `units` and `posts` are words that shall go, beside those that the reader finds. `keep` are sorts that stay;
    `dates` replaces dates as well, which takes the time limits of measures along.

    Raises:
        CallerError: a word of one character, or an unknown sort.
    """

    names: Iterable[str] = ()
    units: Iterable[str] = ()
    posts: Iterable[str] = ()
    keep: Collection[Sort | str] = ()
    dates: bool = False
    substitutes: Substitutes = field(init=False, repr=False)
    _listed: dict[str, frozenset[str]] = field(init=False, repr=False, default_factory=dict[str, frozenset[str]])

    def __post_init__(self) -> None:
        if unknown := [one for one in self.keep if one not in tuple(Sort)]:
            raise CallerError("redact-sort", f"没有 {unknown[0]} 这一类。可以保留的有：{'、'.join(Sort)}")
        asked = frozenset(Sort) if self.dates else _USUAL
        self.substitutes = Substitutes(asked - {Sort(one) for one in self.keep})
        for sort, given in ((Sort.PERSON, self.names), (Sort.UNIT, self.units), (Sort.POST, self.posts)):
            expect(None if isinstance(given, str) else given, (Iterable,), "要隐去的姓名和名称", "列表，一项一个")
            for word in given:
                expect(word, (str,), "要隐去的姓名和名称", "文字")
                if len(bare_word(word)) < 2:
                    raise CallerError("redact-word", "要隐去的姓名和名称至少两个字，一个字会把别的话也改掉")
                if any(bare_word(word) in one for one in Sort):
                    raise CallerError("redact-word", f"代号里就有“{word.strip()}”，不能隐去。请从名单里去掉")
                told = (word, *(named_as_author(word) if sort is Sort.PERSON else ()))
                self._listed[word] = frozenset(map(bare_word, told))
                for one in told:
                    self.substitutes.know(sort, one)

    @property
    def unmet(self) -> tuple[str, ...]:
        """The words of the lists that stood in none of the files so far, as they were given."""
        return tuple(word for word, told in self._listed.items() if told.isdisjoint(self.substitutes.met))

    def learn(self, document: Document) -> None:
        """Take note of whom and what a document names, and of who wrote it, commented on it or changed it."""
        self.substitutes.spare(document.text)
        for sort, word in named_in(document.read().value):
            self.substitutes.know(sort, word)
        for author in () if document.package is None else authors(document.package):
            for word in named_as_author(author):
                self.substitutes.know(Sort.PERSON, word)


def redacted(document: Document, redaction: Redaction | None, *, drop_embedded: bool) -> Document:
    """Return the document with all that a redaction replaces replaced in every part, and without the traces of its authors.

    Raises:
        BadEdit: nobody may write into it, it holds files of other programs that shall not be dropped, a word would be left
            in some part; nothing was written.
        BadPackage: a part is damaged.
    """
    expect(redaction, (Redaction, NoneType), "redact 的参数", "mz.Redaction(…)")
    refuse_classified(document.lines)
    redaction = redaction or Redaction()
    redaction.learn(document)
    given = redaction.substitutes
    if document.package is None:
        return _text(document, given)
    require_writable(document.package)
    package = document.package
    if embedded := contents_of(package).embedded:
        if not drop_embedded:
            named = "、".join(embedded[:3])
            raise BadEdit(
                "redact-embedded",
                f"里面有 {len(embedded)} 个别的程序的文件（{named}），读不了也改不了。可以连同显示它的对象一起取下：加 --drop-embedded（drop_embedded=True）",
            )
        package = without_parts(package, embedded)
    package = scrubbed(package, lambda author: _author(author, given))
    left: list[str] = []
    for _ in range(_ROUNDS):
        package = packed(package, with_words(package, given))
        if not (left := list(left_in(package, given))):
            break
    _refuse_left(left)
    made = replace(document, origin=replace(document.origin, data=package.to_bytes(), identity=None), package=package)
    said = (*(line.text for line in made.lines), *(one.text for one in made.comments))
    if any(given.known(text) for text in said):
        _refuse_left(["正文"])
    return made


def scrub(document: Document) -> Document:
    """Return the document without what Word notes of its authors; what people wrote stays.

    Raises:
        BadEdit: nobody may write into it.
        BadPackage: a part is damaged.
    """
    refuse_classified(document.lines)
    if document.package is None:
        return document
    require_writable(document.package)
    numbers: dict[str, str] = {}
    package = scrubbed(document.package, lambda author: _numbered(author, numbers))
    package = packed(package, {name: package.read(name) for name in package.names})
    return replace(document, origin=replace(document.origin, data=package.to_bytes(), identity=None), package=package)


def unseen_parts(package: Package) -> tuple[str, ...]:
    """Return the pictures of a package, in which nobody looks for words."""
    return contents_of(package).pictures


def _author(author: str, given: Substitutes) -> str:
    if author == AUTHOR or is_code(author):
        return author
    return given.placeholder(Sort.PERSON, author)


def _numbered(author: str, numbers: dict[str, str]) -> str:
    return author if author == AUTHOR else numbers.setdefault(author, f"作者{len(numbers) + 1}")


def _text(document: Document, given: Substitutes) -> Document:
    if document.sheets is not None:
        raise BadEdit("edit-sheet", "Excel 文件只能读，不能在里面改。请另存为 .csv 或 .docx 再用")
    text, _ = decode_text(document.origin.data)
    lines = text.splitlines(keepends=True)
    made = "".join(swapped(line, given.all) for line in lines)
    for found in given.known(made):
        if not _is_number(made, found):  # a name broken over two lines
            _refuse_left([f"第 {made.count(chr(10), 0, found.start) + 1} 行起的正文"])
    data = encode_text(made, document.origin.data)
    return replace(document, origin=replace(document.origin, data=data, identity=None))


def _is_number(text: str, found: Swap) -> bool:
    """Whether what ends a name is the number of the next line: 紧张 and 三、整改措施 are no 张三."""
    before, _, behind = text[found.start : found.end].rpartition("\n")
    return bool(before and _NUMBERED.fullmatch(behind)) and text[found.end : found.end + 1] in tuple(_BEHIND_NUMBER)


def _refuse_left(parts: list[str]) -> None:
    if parts:
        named = "、".join(parts[:3])
        raise BadEdit("redact-left", f"要隐去的字还留在 {named}，没有写出。请先在 Word 里处理这些地方，再试一次")
