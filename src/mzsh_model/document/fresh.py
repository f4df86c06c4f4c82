"""A value as a new Word file, sure to be read back."""

from __future__ import annotations

from typing import Literal

from mzsh_model.binding.put.verify import with_ids_of
from mzsh_model.document.making import complete, made
from mzsh_model.document.opening import open_document
from mzsh_model.document.workbook import workbook_of
from mzsh_model.edit.compare import changes
from mzsh_model.edit.made import is_bare
from mzsh_model.kernel.errors import BadEdit, expect
from mzsh_model.kinds.registry import kind_of
from mzsh_model.kinds.write import page_of
from mzsh_model.kinds.write import write as written
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue


def write(value: DocumentValue, form: Literal["docx", "xlsx"] = "docx") -> bytes:
    """Return a new Word file that says `value`; the same value gives the same bytes.

    A ledger can be a workbook too (`form="xlsx"`, extra `excel`). What was written is read back before this returns: all
    but ids and links, which a reader counts and infers anew, must be there.

    Raises:
        WrongKind: no writer for this kind of document yet, or none in this form.
        BadModel: a value made in code contradicts itself; see `complete`.
        BadEdit: a part of the value that the text would not bear out; the message names its path.
    """
    expect(value, (Value,), "参数", "读出或做好的值")
    if is_bare(value):
        value, data = made(value)
        return data if form == "docx" else write(value, form)
    data = written(value) if form == "docx" else workbook_of(page_of(value))
    wanted = complete(value)
    got = open_document(data).read().value
    if type(got) is not type(wanted):
        raise BadEdit("fresh-kind", f"写成新文件后读不出是这种文种。请改标题，如“……{kind_of(value).zh}”")
    for change in changes(wanted, with_ids_of(wanted, got)):
        path = change.path or change.target
        if path.parts[0] != "links":
            raise BadEdit(
                "fresh-reads-otherwise", f"{path} 写成新文件后会读成别的样子。请改它的文字，或补上它所在的标题"
            )
    return data
