"""What stands already where a report is to be written: a draft, or a list that somebody filled in, is never lost to it."""

from __future__ import annotations

import os
from pathlib import Path

from mzsh_model.batch.ours import is_report
from mzsh_model.carriers.decisions import read_decisions
from mzsh_model.document.opening import open_document
from mzsh_model.kernel.errors import BadModel, InputError, SaveError

_PEOPLES = frozenset(
    (".docx", ".docm", ".dotx", ".dotm", ".doc", ".wps", ".xlsx", ".xls", ".et", ".pdf", ".ofd", ".odt")
)
"""In such files people keep their work; what stands in another is a result of a program, and may be written anew."""


def refuse_loss(path: Path, *, hint: str = "") -> None:
    """Refuse to write over work of people; `hint` says how it can be done all the same.

    Raises:
        SaveError: there is a file of a kind that people write, and it is no report of ours, or has decisions in it.
    """
    if path.suffix.lower() not in _PEOPLES or not os.path.isfile(path):
        return
    try:
        document = open_document(path)
        ours = is_report(document)
    except InputError:
        ours, document = False, None
    if document is None or not ours:
        raise SaveError(
            "target-exists", f"已经有 {path}，不是本工具写的报告，没有覆盖。请换一个文件名，要覆盖请加 --force"
        )
    if document.sheets is not None and _is_filled(path):
        said = f"{path} 里已经填了处理意见，没有覆盖。先用 mzsh accept --from 导入，或换一个文件名{hint}"
        raise SaveError("target-filled", said)


def _is_filled(path: Path) -> bool:
    try:
        told = read_decisions(path)
    except BadModel:
        return True  # somebody changed it
    return bool(told.decided or told.skipped)
