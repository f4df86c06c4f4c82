"""`mzsh check --annotate`: copies with comments, in a folder that repeats the folders of the drafts."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.rules.finding import CheckResult
from tests.cli.running import LEDGER, MEMBER, TEAM, assert_refused, contents, mzsh
from tests.cli.test_cli import GOOD


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder as a clerk has it: two drafts, a text, and a file that is none."""
    folder = tmp_path / "材料"
    (folder / "子").mkdir(parents=True)
    (folder / "张三.docx").write_bytes(MEMBER.read_bytes())
    (folder / "子" / "班子.docx").write_bytes(TEAM.read_bytes())
    (folder / "说明.txt").write_text(GOOD, encoding="utf-8")
    (folder / "坏.docx").write_bytes(b"PK\3\4 cut off")
    return folder


def comments(path: Path) -> list[str]:
    return [comment.text for comment in mz.open(path).comments]


def test_copies_repeat_the_folders_and_drafts_stay(drafts: Path) -> None:
    before = contents(drafts)
    run = mzsh("check", drafts, "--annotate", drafts / "批注")
    assert run.code == 2  # one file is damaged
    after = contents(drafts)
    assert {name: after[name] for name in before} == before
    assert sorted(set(after) - set(before)) == ["批注/子/班子.批注.docx", "批注/张三.批注.docx"]
    result = mz.check(mz.open(MEMBER).read().value, mz.open(MEMBER))
    told = comments(drafts / "批注" / "张三.批注.docx")
    assert all(any(finding.message in text for text in told) for finding in result.findings)
    assert f"批注稿：{drafts}/批注/张三.批注.docx" in run.out
    assert f"没有写批注稿：{drafts}/说明.txt：纯文本文件里放不下批注" in run.err


def test_again_is_once(drafts: Path) -> None:
    mzsh("check", drafts, "--annotate", drafts / "批注")
    before = contents(drafts)
    stamps = {path: path.stat().st_mtime_ns for path in drafts.rglob("*.批注.docx")}
    run = mzsh("check", drafts, "--annotate", drafts / "批注")
    assert run.out.count("批注稿：") == 2
    assert contents(drafts) == before
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps


def test_a_file_that_has_our_comments_gets_no_second_ones(tmp_path: Path) -> None:
    first, second = tmp_path / "一", tmp_path / "二"
    assert mzsh("check", MEMBER, "--annotate", first).code == 1
    (copy,) = first.iterdir()
    assert mzsh("check", copy, "--annotate", second).code == 1
    assert contents(first) == contents(second)


def test_a_text_file_without_a_copy_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    run = mzsh("check", tmp_path, "--annotate", tmp_path / "批注", "--fail-on", "never")
    assert run.code == 0
    assert "没有写批注稿" in run.err
    assert not (tmp_path / "批注").exists()


def test_json_tells_where_the_copies_are(drafts: Path) -> None:
    run = mzsh("check", drafts, "--annotate", drafts / "批注", "--format", "json")
    told = {Path(one["path"]).name: one for one in json.loads(run.out)["files"]}
    assert told["张三.docx"]["annotated"] == f"{drafts}/批注/张三.批注.docx"
    assert (told["坏.docx"]["annotated"], told["坏.docx"]["not_annotated"]) == (None, None)
    assert told["说明.txt"]["annotated"] is None
    assert told["说明.txt"]["not_annotated"]["code"] == "edit-text-file"
    plain = json.loads(mzsh("check", drafts, "--format", "json").out)
    assert "annotated" not in plain["files"][0]


def test_a_copy_in_which_somebody_worked_is_kept(tmp_path: Path) -> None:
    draft = tmp_path / "张三.docx"
    draft.write_bytes(MEMBER.read_bytes())
    mzsh("check", draft, "--annotate", tmp_path)
    copy = tmp_path / "张三.批注.docx"
    doc = mz.open(copy)
    worked = doc.write(mz.replace(doc.read().value, "/measures/0/due", "2026-09")).to_bytes()
    copy.write_bytes(worked)
    run = mzsh("check", draft, "--annotate", tmp_path)
    assert run.code == 2
    assert "没有覆盖" in run.err
    assert "批注稿：" not in run.out
    assert copy.read_bytes() == worked
    assert mzsh("check", draft, "--annotate", tmp_path, "--force").code == 1
    assert mz.open(copy).clean().to_bytes() == draft.read_bytes()


def test_a_copy_of_a_draft_that_changed_is_kept(tmp_path: Path) -> None:
    draft = tmp_path / "张三.docx"
    draft.write_bytes(MEMBER.read_bytes())
    mzsh("check", draft, "--annotate", tmp_path)
    before = (tmp_path / "张三.批注.docx").read_bytes()
    draft.write_bytes(TEAM.read_bytes())
    run = mzsh("check", draft, "--annotate", tmp_path)
    assert run.code == 2
    assert "没有覆盖" in run.err
    assert (tmp_path / "张三.批注.docx").read_bytes() == before


def test_whatever_else_stands_there_is_kept(tmp_path: Path) -> None:
    for junk in (b"", b"PK\3\4 cut off", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        (tmp_path / f"{MEMBER.stem}.批注.docx").write_bytes(junk)
        run = mzsh("check", MEMBER, "--annotate", tmp_path)
        assert run.code == 2
        assert "没有覆盖。要覆盖请加 --force" in run.err
        assert (tmp_path / f"{MEMBER.stem}.批注.docx").read_bytes() == junk


def test_an_older_copy_follows_what_is_found_now(tmp_path: Path) -> None:
    """The draft is the same, the profile is not: what is not found any more goes, what is found still keeps its date."""
    profile = tmp_path / "p.toml"
    profile.write_text('off = ["NUM002"]\n', encoding="utf-8")
    mzsh("check", MEMBER, "--annotate", tmp_path)
    (copy,) = tmp_path.glob("*.批注.docx")
    assert any("〔NUM002" in text for text in comments(copy))
    assert mzsh("check", MEMBER, "--annotate", tmp_path, "--profile", profile).code == 1
    assert not any("〔NUM002" in text for text in comments(copy))


def test_two_folders_keep_their_names(tmp_path: Path) -> None:
    for name in ("甲局", "乙局"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "张三.docx").write_bytes(MEMBER.read_bytes())
    mzsh("check", tmp_path / "甲局", tmp_path / "乙局", "--annotate", tmp_path / "批注")
    assert sorted(contents(tmp_path / "批注")) == ["乙局/张三.批注.docx", "甲局/张三.批注.docx"]


def test_a_copy_never_takes_the_place_of_a_draft_or_of_another_copy(tmp_path: Path) -> None:
    mzsh("check", MEMBER, "--annotate", tmp_path)
    (copy,) = tmp_path.iterdir()
    draft = tmp_path / MEMBER.name
    draft.write_bytes(MEMBER.read_bytes())
    before = contents(tmp_path)
    run = mzsh("check", draft, copy, "--annotate", tmp_path, "--force")
    assert run.code == 2
    assert run.err.count("是这次要检查的文件") == 2
    assert contents(tmp_path) == before
    run = mzsh("check", draft, copy, "--annotate", tmp_path / "批注")
    assert run.code == 2
    assert run.err.count("已经是另一份文件的批注稿") == 1
    assert len(contents(tmp_path / "批注")) == 1


def test_the_folder_of_drafts_is_refused_as_the_folder_of_copies(drafts: Path) -> None:
    before = contents(drafts)
    assert_refused(mzsh("check", drafts, "--annotate", drafts), "target-is-input")
    assert_refused(mzsh("check", drafts, "--annotate", drafts / "子" / ".."), "target-is-input")
    assert contents(drafts) == before


def test_a_file_is_refused_as_the_folder_of_copies(drafts: Path) -> None:
    assert_refused(mzsh("check", drafts, "--annotate", drafts / "说明.txt"), "target-file")


def test_a_folder_that_cannot_be_made_is_told_for_each_file(drafts: Path) -> None:
    run = mzsh("check", drafts, "--annotate", drafts / "说明.txt" / "批注")
    assert run.code == 2
    assert run.err.count("建不了文件夹") == 2


def test_our_own_slip_in_one_copy_does_not_stop_the_rest(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    annotate = Document.annotate

    def broken(self: Document, result: CheckResult) -> Document:
        if self.name == "张三.docx":
            raise KeyError(self.text)
        return annotate(self, result)

    monkeypatch.setattr(Document, "annotate", broken)
    run = mzsh("check", drafts, "--annotate", drafts / "批注")
    assert "程序出错（KeyError）" in run.err
    assert "对照检查" not in run.err
    assert list(contents(drafts / "批注")) == ["子/班子.批注.docx"]


def test_drafts_without_a_folder_in_common_are_refused(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def apart(paths: object) -> str:
        raise ValueError("Paths don't have the same drive")

    monkeypatch.setattr(os.path, "commonpath", apart)
    assert_refused(mzsh("check", drafts, LEDGER, "--annotate", drafts / "批注"), "target-apart")
