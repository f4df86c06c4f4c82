"""Make the pictures of docs/kinds.md: a synthetic paper of every kind, written anew, as LibreOffice sets its first page.

Needs what `make_tour.py` needs. Run `python -m tools.make_kind_pictures`; names of kinds behind it make only theirs.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops
from tests.dossier import nine, rest_of_nine
from tools.make_tour import as_pdf

import mzsh_model as mz
from mzsh_model.kinds.page import picture_of
from mzsh_model.kinds.registry import kind_of

ROOT = Path(__file__).parents[1]
SCALE = 0.9  # pixels a point: a page is read as a page, not letter by letter
GREYS = 8
EDGE = 12
MOST_BYTES = 60_000


def main(names: list[str]) -> None:
    """Draw the first paper of each kind in the meeting of nine."""
    papers: dict[str, mz.DocumentValue] = {}
    for value in (nine.team_paper(), *nine.papers().values(), *rest_of_nine.papers().values()):
        papers.setdefault(str(kind_of(value).kind), value)
    for name, value in papers.items():
        if names and name not in names:
            continue
        path = ROOT / "docs" / picture_of(kind_of(value))
        drawn(mz.write(value)).save(path, optimize=True)
        size = path.stat().st_size
        print(path.name, size)
        if size > MOST_BYTES:
            raise SystemExit(f"{path.name} is larger than {MOST_BYTES} bytes")


def drawn(data: bytes) -> Image.Image:
    """The first page in a few greys, without the white around what stands on it."""
    pages = pypdfium2.PdfDocument(as_pdf(data))
    image = pages[0].render(scale=SCALE).to_pil().convert("L")
    box = ImageChops.invert(image).getbbox() or (0, 0, *image.size)
    left, top, right, bottom = (
        max(0, box[0] - EDGE), max(0, box[1] - EDGE), min(image.width, box[2] + EDGE), min(image.height, box[3] + EDGE)
    )  # fmt: skip
    return image.crop((left, top, right, bottom)).quantize(GREYS)


if __name__ == "__main__":
    main(sys.argv[1:])
