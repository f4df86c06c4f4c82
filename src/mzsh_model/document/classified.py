"""Papers with a secrecy mark: nothing of ours may go into them, and no copy of them be made."""

from __future__ import annotations

from collections.abc import Iterable

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.secrecy import secrecy_mark
from mzsh_model.outline.lines import Line


def refuse_classified(lines: Iterable[Line]) -> None:
    """Refuse to write a document with those lines.

    Raises:
        BadEdit: one of them, headers and notes included, carries a secrecy mark.
    """
    if any(secrecy_mark(line.text) for line in lines):
        raise BadEdit("edit-classified", "文件标有密级，不能在这里改写、批注或做记号。请按保密规定处理")
