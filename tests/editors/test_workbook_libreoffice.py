"""The list of findings through LibreOffice: filled in there, saved there, taken over."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import xlsxwriter

from mzsh_model.batch.ours import FINDINGS, SHEETS
from mzsh_model.carriers.decisions import read_decisions
from mzsh_model.carriers.formats import as_bytes, carried
from mzsh_model.carriers.sheets import DECISION, FINDING_COLUMNS, ID, REASON
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.workbook import read_workbook
from tests.carriers.reviews import counted, review_of
from tests.office import SOFFICE

_SECONDS = 120
AT = {column.header: n for n, column in enumerate(FINDING_COLUMNS)}


def saved(path: Path, to: str) -> Path:
    """The file as LibreOffice saves it, opened and converted."""
    if SOFFICE is None:
        pytest.skip("LibreOffice (soffice) is not installed: what it does to our workbook was NOT tested")
    into = path.parent / to
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", to, "--outdir", str(into), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    return into / f"{path.stem}.{to}"


def test_it_opens_there_with_all_its_sheets_and_rows(tmp_path: Path) -> None:
    review = review_of(tmp_path)
    ours = tmp_path / "清单.xlsx"
    ours.write_bytes(as_bytes(carried("xlsx", review)))
    for form in ("ods", "xlsx"):
        theirs = saved(ours, form)
        if form == "xlsx":
            before, after = (read_workbook(path.read_bytes(), Limits()) for path in (ours, theirs))
            assert [sheet.name for sheet in after] == list(SHEETS)
            for one, other in zip(before, after, strict=True):
                assert one.rows == other.rows
        else:
            assert theirs.stat().st_size > 5000


def test_what_was_filled_in_is_taken_over_from_what_it_saved(tmp_path: Path) -> None:
    review = review_of(tmp_path)
    ours = tmp_path / "清单.xlsx"
    ours.write_bytes(as_bytes(carried("xlsx", review)))
    (sheet,) = (one for one in read_workbook(saved(ours, "xlsx").read_bytes(), Limits()) if one.name == FINDINGS)
    header, *rows = map(list, sheet.rows)
    rows[0][AT[DECISION]], rows[0][AT[REASON]] = "不采纳", "=会上定了"
    filled = tmp_path / "填好.xlsx"
    book = xlsxwriter.Workbook(str(filled))
    page = book.add_worksheet(FINDINGS)
    for number, row in enumerate([header, *rows]):
        for col, cell in enumerate(row):
            page.write_string(number, col, cell)
    book.close()
    back = tmp_path / "收回"
    back.mkdir()
    shutil.copy(filled, back / "填好.xlsx")
    told = read_decisions(saved(back / "填好.xlsx", "xlsx"))
    assert [(one.fingerprint, one.decision, one.reason) for one in told.decided] == [
        (rows[0][AT[ID]], "不采纳", "=会上定了")
    ]
    assert told.undecided == len(counted(review)) - 1
    assert told.skipped == ()
