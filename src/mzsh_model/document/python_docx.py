"""Documents of python-docx, in and out. It is imported when somebody hands one over or asks for one, never before."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, TypeVar, cast

from mzsh_model.kernel.errors import BadPackage, WrongKind

if TYPE_CHECKING:
    from docx.document import Document as PythonDocx


Other = TypeVar("Other")


def saved(source: Other | PythonDocx) -> Other | bytes:
    """Return the file that a document of python-docx is, anything else as it is; the document is not changed.

    Raises:
        BadPackage: python-docx cannot save it.
    """
    if "docx.document" not in sys.modules:  # whoever has such a document has imported it
        return cast(Other, source)
    from docx.document import Document as PythonDocx

    if not isinstance(source, PythonDocx):
        return source
    buffer = io.BytesIO()
    try:
        source.save(buffer)
    except Exception as error:  # whatever another library raises
        said = f"python-docx 存不了这份文档（{type(error).__name__}）。请先用它的 save 存成文件看看"
        raise BadPackage("docx-unsaved", said) from error
    return buffer.getvalue()


def as_python_docx(data: bytes | None) -> PythonDocx:
    """Return the Word file `data` as python-docx opens it; None stands for a file that is not Word.

    Raises:
        WrongKind: it is not a Word file.
        BadPackage: python-docx cannot open it, which is so for templates and files with macros.
    """
    if data is None:
        raise WrongKind("docx-not-word", "只有 Word 文件能交给 python-docx。请先用 mz.write 写成 Word 再打开")
    import docx

    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # whatever another library raises
        said = f"python-docx 打不开这份文件（{type(error).__name__}）。它只认 .docx，请另存为 .docx"
        raise BadPackage("docx-refused", said) from error
