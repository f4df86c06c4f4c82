"""From a file, bytes or a text to a document."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

from mzsh_model.document.document import Document
from mzsh_model.document.python_docx import saved
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.model.documents import DocumentValue
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.package import open_package
from mzsh_model.opc.sniff import Format, refusal, sniff
from mzsh_model.opc.source import Source, read_source
from mzsh_model.opc.workbook import is_workbook, read_workbook

if TYPE_CHECKING:
    from docx.document import Document as PythonDocx

_PACKAGES = (".docx", ".docm", ".dotx", ".dotm", ".xlsx")
"""What a file of plain text is not, whatever its name says."""


def open_document(
    source: str | os.PathLike[str] | bytes | BinaryIO | PythonDocx, *, limits: Limits | None = None
) -> Document:
    """Open a Word file, a workbook, a text, Markdown or CSV file from a path, bytes, or a binary file object.

    A document of python-docx is opened as what its `save` would write; it stays as it is.

    A workbook (.xlsx, extra `excel`) and a CSV file are read only: their tables are read like those of a Word file.

    Raises:
        BadPackage: it is something else, damaged, encrypted, or over a limit; one line says what and what to do.
    """
    bounds = limits or Limits()
    got = read_source(saved(source), bounds)
    zipped = sniff(got.data) is Format.ZIP
    if not zipped and got.name.lower().endswith(_PACKAGES):
        raise refusal("text")
    if zipped and is_workbook(got.data):
        document = Document(got, None, read_workbook(got.data, bounds))
    else:
        document = Document(got, open_package(got.data, bounds) if zipped else None)
    _ = document.outline
    return document


def read_text(text: str) -> Outcome[DocumentValue]:
    """Read a text (or Markdown) as a document.

    >>> read_text("个人对照检查材料\\n一、存在的问题\\n一是学习不够。\\n二是调研不深。").value.kind
    'SelfExamination'
    """
    return Document(Source(text.encode("utf-8", "replace"), ""), None).read()
