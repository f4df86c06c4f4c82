"""From a value to a fresh Word document."""

from __future__ import annotations

from typing import TypeVar, cast

from mzsh_model.fresh.package import word_file
from mzsh_model.fresh.page import Page
from mzsh_model.kernel.errors import BadEdit, WrongKind, expect
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.registry import kind_of, kinds
from mzsh_model.kinds.reviewed import telling_reviews
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.walk import walk

V = TypeVar("V", bound=DocumentValue)
_UNSTORABLE = lazy_pattern("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document can hold (production 2)."""


def write(value: DocumentValue) -> bytes:
    """Return a new Word file (.docx) that holds `value`: page and styles by GB/T 9704-2012, numbers as typed text.

    The same value gives the same bytes. The law NewGet: the file reads back as `complete(value)`, up to

    - ids, which a reader counts anew;
    - links, which a reader infers from the texts;
    - notices, which are about the file (its page numbers are named in them) and no part of the value.

    It holds for values that a reader gave. In a value made or changed by hand a field may say what its text does not (a
    statement that is not its first sentence) or a text may look like something else (一、 at its beginning): such a value
    comes back different, so a caller reads the file and compares. Owner and time limit of a measure of a
    self-examination that its text does not name, as in one out of a table, are added to the text in brackets.

    A ledger is a table on pages turned sideways, one row a measure.

    Raises:
        WrongKind: no writer for this kind yet.
        BadEdit: a text with characters that Word cannot store; the message names its path.
    """
    expect(value, (Value,), "参数", "读出或做好的值")
    for path, node in walk(value):
        for name, held in node.__dict__.items():
            _check(f"{path}/{name}", held)
    return word_file(page_of(value))


def complete(value: V) -> V:
    """Return the value as it stands on paper: every item under a heading, headings and enumerations with their numbers.

    Given what is missing: numbers (those of their neighbours' form go on, else 一、（一）1.（1） for headings and 一是 for
    items; prose under a heading and a lone paragraph have none), headings for items that stand under none, the catalogue's
    ids of aspects with them, and in a report sentences for facts that no text tells. Nothing else changes; a value in which
    nothing is missing is equal to what is returned. A number that only Word's automatic numbering shows counts as missing.
    """
    return _laid_out(value)[0]


def page_of(value: DocumentValue) -> Page:
    """Return the page of a fresh document that holds `value`.

    Raises:
        WrongKind: no layout for this kind.
    """
    return _laid_out(value)[1]


def _laid_out(value: V) -> tuple[V, Page]:
    kind = kind_of(value)
    if kind.lay_out is None:
        can = "、".join(one.zh for one in kinds() if one.lay_out is not None)
        raise WrongKind("write-kind", f"{kind.zh}还不能写成新的 Word 文件，能写的有{can}")
    return kind.lay_out(telling_reviews(value))


def _check(path: str, held: object) -> None:
    if isinstance(held, tuple):
        for index, one in enumerate(cast(tuple[object, ...], held)):
            _check(f"{path}/{index}", one)
    elif isinstance(held, str) and _UNSTORABLE.search(held):
        raise BadEdit("text-character", f"{path} 里有 Word 存不了的控制字符，没有写出任何内容。请删去后再写")
