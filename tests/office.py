"""Files opened and saved by LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
_SECONDS = 120


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
