"""A process that reads a long document holds no more than a multiple of its main part."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.heavy import draft, heavy, peak

MIB = 1 << 20


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells what a process held at most")
def test_reading_5000_paragraphs_holds_at_most_64_mib_and_12_times_the_main_part() -> None:
    data = heavy(draft(5000))
    part = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml").file_size
    assert peak(data) <= 64 + 12 * part / MIB
