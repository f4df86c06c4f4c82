"""`mzsh fix`: a copy in which the mechanical slips are put right, and a line for each."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

import mzsh_model as mz
from tests.cli.test_cli import mzsh

DRAFT = Path(str(files("mzsh_model.examples"))) / "个人对照检查材料.docx"


def test_a_copy_is_put_right_and_says_what_was_done(tmp_path: Path) -> None:
    before = DRAFT.read_bytes()
    run = mzsh("fix", DRAFT, "-o", tmp_path / "改.docx")
    assert run.returncode == 0
    assert DRAFT.read_bytes() == before
    doc = mz.open(tmp_path / "改.docx")
    assert {one.author for one in doc.revisions} == {"mzsh", "李四"}  # 李四 was there before
    kept = {"TXT002", "NUM001", "NUM002", "ISS004"}
    assert not kept & {found.code for found in mz.check(doc).findings}
    assert all(f" {code} " in run.stdout.decode() for code in kept)
    assert "改好 4 处，没有改 0 处" in run.stdout.decode()


def test_nothing_to_put_right_gives_the_same_bytes(tmp_path: Path) -> None:
    assert mzsh("fix", DRAFT, "-o", tmp_path / "一.docx", "--author", "办公室").returncode == 0
    assert {one.author for one in mz.open(tmp_path / "一.docx").revisions} == {"办公室", "李四"}
    run = mzsh("fix", tmp_path / "一.docx", "-o", tmp_path / "二.docx")
    assert (tmp_path / "一.docx").read_bytes() == (tmp_path / "二.docx").read_bytes()
    assert "改好 0 处，没有改 0 处" in run.stdout.decode()


@pytest.mark.parametrize("out", ["个人对照检查材料.docx", "改.txt"])
def test_the_input_is_never_overwritten_nor_its_format_changed(tmp_path: Path, out: str) -> None:
    copy = tmp_path / DRAFT.name
    copy.write_bytes(DRAFT.read_bytes())
    assert mzsh("fix", copy, "-o", tmp_path / out, "--force").returncode == 2
    assert copy.read_bytes() == DRAFT.read_bytes()
