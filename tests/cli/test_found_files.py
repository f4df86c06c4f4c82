"""Which files a run takes: each once, and none that only a link out of the folder leads to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mzsh_model.batch.files import find_documents
from tests.cli.running import MEMBER, mzsh


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inner = tmp_path / "材料"
    (inner / "下级").mkdir(parents=True)
    for name in ("张三.docx", "下级/李四.docx"):
        (inner / name).write_bytes(MEMBER.read_bytes())
    return inner


def test_a_file_named_twice_counts_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = folder / "张三.docx"
    monkeypatch.chdir(folder)
    named = [draft, folder / "下级" / ".." / "张三.docx", Path("张三.docx"), folder, folder / "下级", Path()]
    assert find_documents(named).paths == [draft, folder / "下级" / "李四.docx"]
    told = json.loads(mzsh("check", *named, "--format", "json").out)
    assert told["summary"]["files"] == 2


def test_a_link_to_a_file_that_is_met_is_that_file(folder: Path) -> None:
    (folder / "又.docx").symlink_to(folder / "张三.docx")
    found = find_documents([folder])
    assert len(found.paths) == 2
    assert found.links == 0


def test_links_out_of_the_folder_are_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "别处"
    outside.mkdir()
    (outside / "王五.docx").write_bytes(MEMBER.read_bytes())
    (folder / "王五.docx").symlink_to(outside / "王五.docx")
    (folder / "夹").symlink_to(outside)
    (folder / "材料2.docx").symlink_to(tmp_path / "材料2.docx")  # a name that begins like the folder's
    (tmp_path / "材料2.docx").write_bytes(MEMBER.read_bytes())
    found = find_documents([folder])
    assert [path.name for path in found.paths] == ["张三.docx", "李四.docx"]
    assert found.links == 2
    run = mzsh("check", folder)
    assert "指到文件夹外的链接 2 个" in run.err
    assert "王五" not in run.out
    by_hand = find_documents([folder / "王五.docx"])
    assert by_hand.paths == [folder / "王五.docx"]
    by_link = tmp_path / "也是"
    by_link.symlink_to(folder)
    assert len(find_documents([by_link]).paths) == 2


def test_a_link_of_which_the_system_does_not_say_where_it_leads_is_not_followed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "又.docx").symlink_to(folder / "张三.docx")
    (folder / "夹").symlink_to(folder / "下级")

    def refused(*_: object, **__: object) -> str:
        raise PermissionError

    monkeypatch.setattr("os.readlink", refused)
    found = find_documents([folder])
    assert [path.name for path in found.paths] == ["张三.docx", "李四.docx"]
    assert found.links == 1
    assert len(find_documents([folder / "又.docx"]).paths) == 1
