"""LibreOffice accepts every change of a tracked writing and finds the plain one; rejects every change and finds the old."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.model.documents import DocumentValue
from tests.binding.test_write import NEW, ledger
from tests.conftest import ROOT
from tests.office import WORD, Job, needs_uno, work_in_libreoffice

NEW_TEXT = "新增的一条，2026年9月底前办3件。"
# Debian's LibreOffice without windows cannot show a file with comments, which one of the examples has
DRAFT = ROOT / "src/mzsh_model/examples/班子对照检查材料.docx"
REPORT = ROOT / "src/mzsh_model/examples/情况报告.docx"


def moved(value: DocumentValue, name: str) -> DocumentValue:
    first, *rest = getattr(value, name)
    return value.model_copy(update={name: (*rest, first)})


EDITS: dict[str, tuple[Callable[[], Document], Callable[[DocumentValue], DocumentValue]]] = {
    "text": (lambda: mz.open(DRAFT), lambda v: mz.replace(v, "/measures/1/text", NEW_TEXT)),
    "first": (lambda: mz.open(DRAFT), lambda v: mz.insert(v, "/measures/0", NEW_TEXT)),
    "middle": (lambda: mz.open(DRAFT), lambda v: mz.insert(v, "/measures/2", NEW_TEXT)),
    "last": (lambda: mz.open(REPORT), lambda v: mz.insert(v, "/measures/-", NEW_TEXT)),
    "gone": (lambda: mz.open(DRAFT), lambda v: mz.remove(mz.remove(v, "/measures/1"), "/measures/1")),
    "moved": (lambda: mz.open(DRAFT), lambda v: moved(v, "measures")),
    "running": (lambda: mz.open(DRAFT), lambda v: mz.insert(v, "/issues/5", "联系基层不够，全年只到2次")),
    "row": (ledger, lambda v: mz.insert(v, "/entries/1", NEW)),
    "row gone": (ledger, lambda v: mz.remove(v, "/entries/0")),
    "row moved": (ledger, lambda v: moved(v, "entries")),
}


def lines(data: bytes) -> list[str]:
    """The lines with text; numbers that are Word's own are left to it."""
    return [line.text[line.auto :].strip() for line in mz.open(data).lines if line.text.strip()]


def resolved(files: dict[str, bytes], step: str, folder: Path) -> dict[str, bytes]:
    jobs: list[Job] = []
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
        jobs.append((str(folder / f"{name}.docx"), [(step,)], [(str(folder / f"{name}.out.docx"), WORD)]))
    work_in_libreoffice(jobs, folder)
    return {name: (folder / f"{name}.out.docx").read_bytes() for name in files}


@pytest.mark.parametrize("accept", [True, False])
def test_libreoffice_resolves_what_was_tracked(accept: bool, tmp_path: Path) -> None:
    needs_uno("accepting tracked changes")
    tracked: dict[str, bytes] = {}
    wanted: dict[str, bytes] = {}
    for name, (make, edit) in EDITS.items():
        doc = make()
        value = edit(doc.read().value)
        tracked[name] = doc.write(value, tracked="办公室").to_bytes()
        wanted[name] = doc.write(value).to_bytes() if accept else doc.to_bytes()
    plain = {f"{name} plain": data for name, data in wanted.items()}
    got = resolved(tracked | plain, "accept" if accept else "reject", tmp_path)
    for name in EDITS:
        assert lines(got[name]) == lines(got[f"{name} plain"]), name
