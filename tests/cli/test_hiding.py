"""Where redacted papers go: never two into one file, never over one that was read, always in their folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import MEMBER, TEAM, assert_refused, contents, mzsh
from tests.document.test_redaction import holds

TEXT = "王五说，电话13800000000。"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "稿"
    for name in ("甲/材料.docx", "乙/材料.docx"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes((MEMBER if "甲" in name else TEAM).read_bytes())
    return folder


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("name", ["出.docx", "出.DOCX", "出.txt"])
def test_several_papers_are_not_written_into_one_file(drafts: Path, name: str, there: bool) -> None:
    out = drafts.parent / name
    if there:
        out.write_bytes(b"old")
    before = contents(drafts.parent)
    papers = sorted(drafts.rglob("*.docx"))
    for paths in (papers, [drafts], [drafts, papers[0]]):
        assert_refused(mzsh("redact", *paths, "-o", out, "--force"), "target-file")
        assert contents(drafts.parent) == before
        assert not out.is_dir()


def test_a_file_in_the_place_of_the_folder_is_said(drafts: Path) -> None:
    out = drafts.parent / "已有"
    out.write_bytes(b"old")
    assert_refused(mzsh("redact", drafts, "-o", out), "target-file")
    run = mzsh("redact", drafts, "-o", out / "里面")
    assert run.code == 2
    assert run.err.count("save-failed") == 2
    assert out.read_bytes() == b"old"


def test_papers_of_one_name_stay_apart_in_their_folders(drafts: Path) -> None:
    out = drafts.parent / "出"
    run = mzsh("redact", drafts, "-o", out, "--name", "王五")
    assert run.code == 0, run.err
    assert sorted(contents(out)) == ["乙/材料.docx", "甲/材料.docx"]
    other = drafts.parent / "又"
    assert mzsh("redact", *sorted(drafts.rglob("*.docx")), "-o", other).code == 0
    assert sorted(contents(other)) == ["乙/材料.docx", "甲/材料.docx"]


@pytest.mark.parametrize(("one", "other"), [("王五.txt", "王 五.txt"), ("王五.txt", "王·五.txt"), ("a.txt", "A.txt")])
def test_papers_whose_names_become_one_are_refused_before_any_is_written(tmp_path: Path, one: str, other: str) -> None:
    drafts, out = tmp_path / "稿", tmp_path / "出"
    drafts.mkdir()
    for name in (one, other):
        (drafts / name).write_text(TEXT, encoding="utf-8")
    if len(list(drafts.iterdir())) < 2:
        pytest.skip("this disk takes both for one name")
    run = mzsh("redact", drafts, "-o", out, "--name", "王五", "--force")
    assert_refused(run, "target-twice")
    assert not out.exists()


def test_no_result_takes_the_place_of_another_paper_that_was_read(tmp_path: Path) -> None:
    first, second = tmp_path / "王五.txt", tmp_path / "出" / "人员01.txt"
    second.parent.mkdir()
    for path in (first, second):
        path.write_text(TEXT, encoding="utf-8")
    run = mzsh("redact", first, second, "-o", second.parent, "--name", "王五", "--force")
    assert run.code == 2
    assert run.err.count("target-is-input") == 1
    assert {path.read_text(encoding="utf-8") for path in (first, second)} == {TEXT}
    assert sorted(contents(second.parent)) == ["人员01.txt", "出/人员01.txt"]


def test_names_and_numbers_go_from_the_names_of_files_and_folders(tmp_path: Path) -> None:
    folder = tmp_path / "稿" / "王 五"
    folder.mkdir(parents=True)
    (folder / "王五13800000000.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "稿" / "乙.txt").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "出"
    run = mzsh("redact", tmp_path / "稿", "-o", out, "--name", "王五")
    assert run.code == 0, run.err
    assert sorted(contents(out)) == ["乙.txt", "人员01/人员01联系方式01.txt"]


@pytest.mark.parametrize(
    "line",
    [
        "王 五",
        "王五",
        "姓名：王·五",
        "李四、王五",
        "李四\t王五",
        "人员：王　五",
        "1.王五（女）",
        "王五科长",
        "姓名\n王五",
    ],
)
def test_lists_are_read_as_they_are_typed(tmp_path: Path, line: str) -> None:
    draft, listed, out = tmp_path / "a.docx", tmp_path / "名单.txt", tmp_path / "b.docx"
    draft.write_bytes(MEMBER.read_bytes())
    listed.write_text(f"{line}\n", encoding="utf-8")
    note = tmp_path / "说明.txt"
    note.write_text("王　五和王五。", encoding="utf-8")
    run = mzsh("redact", draft, note, "-o", tmp_path / "出", "--names", listed)
    assert run.code == 0, run.err
    told = (tmp_path / "出" / "说明.txt").read_text(encoding="utf-8")
    assert "五" not in told
    assert not out.exists()
    assert not holds((tmp_path / "出" / "a.docx").read_bytes(), "王五")


def test_listed_names_that_stand_nowhere_are_said(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text(TEXT, encoding="utf-8")
    run = mzsh("redact", draft, "-o", tmp_path / "b.txt", "--name", "王 五", "--name", "赵六", "--name", "孙、七")
    assert run.code == 0
    assert "2 个" in run.err
    assert "赵六" in run.err
    assert "王" not in run.err
