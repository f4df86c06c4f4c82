"""Makes the pictures of docs/tour.md: one shipped draft through check, annotate, a colleague's edit and a tracked write.

Needs LibreOffice (`soffice`) and `pdftoppm`; the pictures are LibreOffice's pages with whatever Chinese fonts the machine has.
"""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import mzsh_model as mz

ROOT = Path(__file__).parents[1]
DRAFT = ROOT / "src/mzsh_model/examples/班子对照检查材料.docx"
NOW = datetime.datetime(2026, 1, 20, 9, tzinfo=datetime.UTC)
MARGIN = json.dumps(
    {
        "ExportNotes": {"type": "boolean", "value": "false"},
        "ExportNotesInMargin": {"type": "boolean", "value": "true"},
    }
)


def picture(doc: mz.Document, name: str, folder: Path, crop: tuple[int, int, int, int]) -> None:
    """Show the first page of a document; `crop` is left, top, width, height in pixels at 90 dots an inch."""
    doc.save(folder / f"{name}.docx")
    office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
    subprocess.run([*office, f"pdf:writer_pdf_Export:{MARGIN}", "--outdir", str(folder), str(folder / f"{name}.docx")], check=True)
    x, y, width, height = map(str, crop)
    target = ROOT / "docs/pictures" / name
    subprocess.run(
        ["pdftoppm", "-r", "90", "-f", "1", "-l", "1", "-png", "-singlefile", "-x", x, "-y", y, "-W", width, "-H", height]
        + [str(folder / f"{name}.pdf"), str(target)],
        check=True,
    )


def main() -> int:
    """Make every picture."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        doc = mz.open(DRAFT)
        value = doc.read().value
        picture(doc.annotate(mz.check(value, doc, today=NOW.date()), now=NOW), "annotated", folder, (0, 90, 744, 560))
        mended = mz.replace(value, "/issues/0/text", value.issues[0].text.replace("不到三分之一", "只有2次"))
        mended = mz.insert(mended, "/issues/1", "对意识形态工作研究不够。全年党组会只专题研究1次。")
        picture(doc.write(mended, tracked="办公室", now=NOW), "tracked", folder, (60, 330, 684, 280))
    return 0


if __name__ == "__main__":
    sys.exit(main())
