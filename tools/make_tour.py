"""Make the pictures of docs/tour.md: run the page's own commands, let LibreOffice set the files, and draw what the page shows.

Needs LibreOffice (`soffice`), `fc-match`, a CJK font, and `pip install pypdfium2 pillow`. Comments stand in the margin as Word
shows them: LibreOffice without a screen leaves them out of the page, so they are drawn from what the file says.

Run `python tools/make_tour.py`.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib.resources import files
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

import mzsh_model as mz
from mzsh_model.document.document import Document

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "tour.md"
PICTURES = ROOT / "docs" / "pictures"
SHOWN = {  # picture: the file, and the beginnings of the first and the last line that it shows
    "annotated": ("批注/发出.批注.docx", "五、下一步整改措施", "2026年1月"),
    "tracked": ("修订稿.docx", "五、下一步整改措施", "（五）"),
    "final": ("定稿.docx", "五、下一步整改措施", "2026年1月"),
}
SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
SCALE = 1.5  # pixels a point
MARGIN, NOTE, GAP = 16, 330, 10
COLOURS = {"必改": "#c0392b", "建议": "#b9770e", "提示": "#2471a3", "汇总": "#555555"}
_STEP = re.compile(r"```python\n(.*?)```|```console\n(\$ mzsh .*?)```", re.DOTALL)


@dataclass(frozen=True)
class Glyph:
    """A character on a page: its box in pixels from the page's upper left corner, and its place in the document if it has one."""

    page: int
    box: tuple[float, float, float, float]
    at: tuple[int, int] | None


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        run_page()
        for name, (path, first, last) in SHOWN.items():
            picture(mz.open(path), first, last).save(PICTURES / f"{name}.png", optimize=True)
            print(PICTURES / f"{name}.png", (PICTURES / f"{name}.png").stat().st_size)


def run_page() -> None:
    """Run every command and every block of the page, top to bottom, in the current folder."""
    for example in Path(str(files("mzsh_model.examples"))).glob("*.docx"):
        Path(example.name).write_bytes(example.read_bytes())
    for code, console in _STEP.findall(PAGE.read_text(encoding="utf-8")):
        if code:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(code, str(PAGE), "exec"), {})
        for command in re.findall(r"^\$ mzsh (.*)", console, re.MULTILINE):
            subprocess.run(
                [sys.executable, "-m", "mzsh_model", *shlex.split(command)], capture_output=True, check=False
            )


def picture(doc: Document, first: str, last: str) -> Image.Image:
    """The lines from the one that begins with `first` to the last one that begins with `last`, with their comments."""
    pages, glyphs = laid_out(doc)
    start = next(line.number for line in doc.lines if line.text.startswith(first))
    end = max(line.number for line in doc.lines if line.text.startswith(last))
    inside = [glyph for glyph in glyphs if glyph.at and start <= glyph.at[0] <= end]
    comments = [one for one in doc.comments if one.place and start <= one.place.line <= end]
    left, right = min(g.box[0] for g in glyphs) - MARGIN, max(g.box[2] for g in glyphs) + MARGIN
    strips, tops, height = [], {}, MARGIN
    for number in sorted({glyph.page for glyph in inside}):
        ys = [y for glyph in inside if glyph.page == number for y in (glyph.box[1], glyph.box[3])]
        top, bottom = min(ys) - 6, max(ys) + 6
        tops[number] = height - top
        strips.append((pages[number].crop((int(left), int(top), int(right), int(bottom))), height))
        height += bottom - top
    canvas = Image.new("RGB", (int(right - left) + (NOTE if comments else 0), int(height) + 400), "white")
    for strip, y in strips:
        canvas.paste(strip, (0, int(y)))
    draw = ImageDraw.Draw(canvas, "RGBA")
    note_bottom = MARGIN
    for comment in comments:
        words = [
            g for g in inside if g.at[0] == comment.place.line and comment.place.start <= g.at[1] < comment.place.end
        ]
        colour = next((c for level, c in COLOURS.items() if f"【{level}】" in comment.text), "#555555")
        for x0, y0, x1, y1 in rows(words, tops):
            draw.rectangle((x0 - left - 1, y0 - 3, x1 - left + 1, y1 + 3), fill=colour + "38")
        anchor = max(words, key=lambda g: (g.page, g.box[3], g.box[0]))
        y = anchor.box[3] + tops[anchor.page]
        box_top = max(note_bottom, words[0].box[1] + tops[words[0].page] - 4)
        note_bottom = note(draw, comment.text, colour, int(right - left), int(box_top)) + GAP
        draw.line(
            (anchor.box[2] - left, y + 3, right - left - 14, y + 3, right - left, box_top + 8),
            fill=colour + "90",
            width=1,
        )
    canvas = canvas.crop((0, 0, canvas.width, int(max(height, note_bottom) + MARGIN / 2)))
    small = canvas.quantize(160, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    palette = small.getpalette() or []
    paper = 3 * int(small.getpixel((0, 0)))
    small.putpalette([*palette[:paper], 255, 255, 255, *palette[paper + 3 :]])
    return small


def rows(glyphs: list[Glyph], tops: dict[int, float]) -> Iterator[tuple[float, float, float, float]]:
    """One box for each row that the characters stand in."""
    row: list[Glyph] = []
    for glyph in [*glyphs, None]:
        if row and (glyph is None or glyph.page != row[-1].page or glyph.box[0] < row[-1].box[0]):
            top = tops[row[0].page]
            xs = [x for one in row for x in (one.box[0], one.box[2])]
            yield min(xs), min(one.box[1] for one in row) + top, max(xs), max(one.box[3] for one in row) + top
            row = []
        if glyph is not None:
            row.append(glyph)


def note(draw: ImageDraw.ImageDraw, text: str, colour: str, x: int, y: int) -> int:
    """Draw a comment and return where it ends."""
    path, index = font_file(SANS)
    font = ImageFont.truetype(path, size=13, index=index)
    width = NOTE - MARGIN - 32
    lines = [part for paragraph in text.splitlines() for part in wrapped(paragraph, font, width)]
    bottom = y + 10 + 19 * len(lines)
    draw.rectangle((x, y, x + NOTE - MARGIN, bottom), fill="#fbfaf5", outline="#d8d4c4")
    draw.rectangle((x, y, x + 3, bottom), fill=colour)
    for n, line in enumerate(lines):
        draw.text((x + 11, y + 4 + 19 * n), line, font=font, fill=colour if line.startswith("【") else "#333333")
    return bottom


def wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    line = ""
    for character in text:
        if font.getlength(line + character) > width and character not in "，。；：、！？”）】〕":
            yield line
            line = ""
        line += character
    yield line


def laid_out(doc: Document) -> tuple[list[Image.Image], list[Glyph]]:
    """The pages as LibreOffice sets them, and where each character of the document stands on them."""
    pdf = pypdfium2.PdfDocument(as_pdf(doc.to_bytes()))
    images: list[Image.Image] = []
    boxes: list[tuple[str, int, tuple[float, float, float, float]]] = []
    for number, page in enumerate(pdf):
        images.append(page.render(scale=SCALE).to_pil().convert("RGB"))
        text, height = page.get_textpage(), page.get_height()
        for n in range(text.count_chars()):
            character = text.get_text_range(n, 1)
            if character.strip():
                x0, y0, x1, y1 = text.get_charbox(n)
                box = (x0 * SCALE, (height - y1) * SCALE, x1 * SCALE, (height - y0) * SCALE)
                boxes.append((character, number, box))
    said = [(c, (line.number, n)) for line in doc.lines for n, c in enumerate(line.text) if c.strip()]
    places: dict[int, tuple[int, int]] = {}
    matcher = SequenceMatcher(None, "".join(b[0] for b in boxes), "".join(c for c, _ in said), autojunk=False)
    for block in matcher.get_matching_blocks():
        places |= {block.a + k: said[block.b + k][1] for k in range(block.size)}
    return images, [Glyph(page, box, places.get(n)) for n, (_, page, box) in enumerate(boxes)]


def as_pdf(data: bytes) -> bytes:
    """The document as LibreOffice prints it, in one font whatever is installed, without comments."""
    options = '{"ExportNotes":{"type":"boolean","value":"false"}}'
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        (at / "page.docx").write_bytes(data)
        (at / "fonts.conf").write_text(
            '<fontconfig><include>/etc/fonts/fonts.conf</include><match target="pattern"><edit name="family" mode="prepend"'
            f' binding="strong"><string>{SERIF}</string></edit></match></fontconfig>',
            encoding="utf-8",
        )
        command = ["soffice", f"-env:UserInstallation=file://{at}/profile", "--headless", "--convert-to"]
        subprocess.run(
            [*command, f"pdf:writer_pdf_Export:{options}", "--outdir", folder, str(at / "page.docx")],
            env={**os.environ, "FONTCONFIG_FILE": str(at / "fonts.conf")},
            capture_output=True,
            check=True,
        )
        return (at / "page.pdf").read_bytes()


def font_file(family: str) -> tuple[str, int]:
    """The file of a font, and which of the faces in it."""
    found = subprocess.run(
        ["fc-match", "-f", "%{file}\n%{index}", f"{family}:regular"], capture_output=True, check=True
    )
    path, index = found.stdout.decode().split("\n")
    return path, int(index)


if __name__ == "__main__":
    main()
