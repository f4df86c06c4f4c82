"""What two independent checkers of Office files have against an output that they had not against its input."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import ooxml_integrity
from ooxml_integrity import Severity
from openxml_audit import FileFormat, OpenXmlValidator

_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


def new_findings(before: bytes, after: bytes) -> list[str]:
    """Return what the checkers find in `after` and not in `before`, and what they miss in it that `before` had.

    A fault that the input has already is no new one where it stands twice: a run that is cut in two hands its own on.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder) / "before.docx", Path(folder) / "after.docx"
        for path, data in zip(paths, (before, after), strict=True):
            path.write_bytes(data)
        old, new = map(_found, paths)
        lost = [f"lost: {each}" for each in ooxml_integrity.compare(*paths) if each.severity is not Severity.INFO]
    return sorted(new - old) + lost


def complaints(path: Path) -> list[str]:
    """Return what the checkers find in a file that was made anew."""
    return sorted(_found(path))


def _found(path: Path) -> set[str]:
    # a validator gives stale results for a second file: a fresh one for each
    judged = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path)
    audited = [f"audit: {e.part_uri} {e.id} {e.description}" for e in judged.errors]
    # a finding about a text is the same one when the text is cut
    checked = [f"integrity: {f.part} {f.code} {_QUOTED.sub('…', f.message)}" for f in ooxml_integrity.check(path)]
    return {*audited, *checked}
