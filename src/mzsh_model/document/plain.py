"""A value written into a file of plain text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mzsh_model.binding.put.write_text import write_text
from mzsh_model.document.seen import is_csv
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.model.documents import DocumentValue
from mzsh_model.opc.sniff import decode_text, encode_text

if TYPE_CHECKING:
    from mzsh_model.document.document import Document


def written_text(document: Document, value: DocumentValue, tracked: str | None) -> Document:
    """Return the document that says `value`, in the encoding that it has.

    Raises:
        BadEdit: a table, which is read only, tracked changes, which a text has not, or a change that cannot be stored.
    """
    if document.sheets is not None or is_csv(document.origin):
        if document.read().value == value:
            return document
        raise BadEdit("edit-sheet", "表格文件（.xlsx、.csv）只能读，不能写回。请用 write 另写一份新的")
    if tracked is not None:
        raise BadEdit("edit-text-tracked", "纯文本文件没有修订。请不带 tracked 再写，或另存为 .docx")
    text = decode_text(document.origin.data)[0]
    written = write_text(text, document.outline, document.read(), value)
    if written is text:
        return document
    return replace(document, origin=replace(document.origin, data=encode_text(written, document.origin.data)))
