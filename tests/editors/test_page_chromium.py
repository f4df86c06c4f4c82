"""The page in a browser: nothing to complain of on its console, nothing loaded beside it, and A4 where it is printed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from mzsh_model.carriers.formats import as_bytes, carried
from tests.carriers.reviews import counted, review_of

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_SECONDS = 90
_QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-logging=stderr"]
_ALONE = ["--disable-background-networking", "--disable-component-update", "--no-first-run", "--no-pdf-header-footer"]


def browsed(page: Path, *asked: str) -> subprocess.CompletedProcess[bytes]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: what a browser makes of our page was NOT tested")
    command = [CHROMIUM, *_QUIET, *_ALONE, f"--user-data-dir={page.parent}/profile", *asked, page.as_uri()]
    return subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "结果.html"
    path.write_bytes(as_bytes(carried("html", review_of(tmp_path))))
    return path


def test_it_shows_every_finding_and_its_console_stays_empty(page: Path, tmp_path: Path) -> None:
    run = browsed(page, "--dump-dom")
    assert b"CONSOLE" not in run.stderr
    wanted = [fingerprint for _, fingerprint in counted(review_of(tmp_path))]
    assert sorted(re.findall(rb'data-fingerprint="([0-9a-f]{16})"', run.stdout)) == sorted(w.encode() for w in wanted)
    assert b"<script" not in run.stdout


def test_a_page_that_asks_for_more_is_noticed_by_this_test(page: Path) -> None:
    asking = page.read_text(encoding="utf-8").replace("</body>", '<img src="https://example.invalid/a.png"></body>')
    page.write_text(asking, encoding="utf-8")
    assert b"CONSOLE" in browsed(page, "--dump-dom").stderr


def test_it_prints_on_a4(page: Path) -> None:
    out = page.with_suffix(".pdf")
    browsed(page, f"--print-to-pdf={out}")
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", out.read_bytes())
    assert boxes
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {(595, 842)}
