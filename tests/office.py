"""Files opened and saved by LibreOffice, where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
_SECONDS = 120
WORD, OLD_WORD, OPEN = "MS Word 2007 XML", "MS Word 97", "writer8"
"""What LibreOffice calls the formats it writes."""

Step = tuple[str | bool, ...]
Job = tuple[str, Sequence[Step], Sequence[tuple[str, str]]]
"""A file, what a person does in it, and where it is saved in which formats (see `editors/uno_edit.py`)."""

_SYSTEM_PYTHON = "/usr/bin/python3"  # the one that has LibreOffice's `uno`
_EDITING = Path(__file__).parent / "editors" / "uno_edit.py"
_LONG = 400


def saved_by_libreoffice(files: Mapping[str, bytes], *, via: str = "docx", to: str = "docx") -> dict[str, bytes]:
    """Return what LibreOffice makes of documents, by the stems of their names; over another format with `via`.

    Skips the test where there is no LibreOffice. One that cannot be opened is not in the result.
    """
    if SOFFICE is None:
        pytest.skip("LibreOffice (soffice) is not installed: what it does to our files was NOT tested")
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        (at / "docx").mkdir()
        for name, data in files.items():
            (at / "docx" / f"{name}.docx").write_bytes(data)
        now, suffix = at / "docx", "docx"
        for n, then in enumerate([to] if via == to else [via, to]):
            into = at / f"{n}{then}"
            paths = sorted(map(str, now.glob(f"*.{suffix}")))
            profile = f"-env:UserInstallation=file://{at}/profile"
            _ = subprocess.run(
                [
                    SOFFICE,
                    profile,
                    "--headless",
                    "--convert-to",
                    _FILTERS.get(then, then),
                    "--outdir",
                    str(into),
                    *paths,
                ],
                check=True,
                capture_output=True,
                timeout=_SECONDS,
            )
            now, suffix = into, then
        return {path.stem: path.read_bytes() for path in now.glob(f"*.{to}")}


_FILTERS = {"docx": "docx:MS Word 2007 XML"}


def needs_uno(what: str) -> None:
    """Skip the test, saying `what` was not tested, where LibreOffice cannot be driven."""
    if SOFFICE is None or not Path(_SYSTEM_PYTHON).exists():
        pytest.skip(f"LibreOffice (soffice) is not installed: {what} was NOT tested")
    if subprocess.run([_SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
        pytest.skip(f"python3-uno is not installed: {what} was NOT tested")


def work_in_libreoffice(jobs: Sequence[Job], folder: Path) -> None:
    """Do the jobs one after the other in one office, whose profile is in `folder`."""
    listed = folder / "jobs.json"
    listed.write_text(json.dumps(jobs), encoding="utf-8")
    profile = folder / f"mzsh-{folder.parent.name}-{folder.name}"
    command = [_SYSTEM_PYTHON, str(_EDITING), str(profile), str(listed)]
    done = subprocess.run(command, capture_output=True, timeout=_LONG, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
