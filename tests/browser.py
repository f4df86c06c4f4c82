"""Chromium, where it is installed, driven as a person drives it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_ALONE = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""It is to ask nobody for anything of its own accord."""


@contextmanager
def browsed(what: str, *, wide: int = 1180) -> Iterator[Page]:
    """A page in a browser that keeps nothing; skips the test, saying `what` was not tested, where there is none."""
    if CHROMIUM is None:
        pytest.skip(f"Chromium is not installed: {what} was NOT tested")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=_ALONE)
        try:
            yield browser.new_page(viewport={"width": wide, "height": 760}, locale="zh-CN", accept_downloads=True)
        finally:
            browser.close()
