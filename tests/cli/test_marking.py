"""`mzsh clean`, `bind`, `fates`, `finalize`: what the tool leaves beside the text, and how it goes again."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

import mzsh_model as mz
from tests.cli.running import LEDGER, MEMBER, TEAM, assert_refused, mzsh


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    mzsh("check", TEAM, "--annotate", tmp_path)
    return tmp_path / f"{TEAM.stem}.批注.docx"


def with_comment(source: Path, target: Path) -> Path:
    """The file with a comment of somebody else, as another program saves it."""
    other = docx.Document(str(source))
    other.add_comment(other.paragraphs[1].runs, text="请再核对数字。", author="李四")
    other.save(str(target))
    return target


def test_clean_takes_our_comments_out_and_names_the_copy(annotated: Path) -> None:
    count = len(mz.open(annotated).comments)
    target = annotated.with_name(f"{TEAM.stem}.清洁.docx")
    assert mzsh("clean", annotated) == (0, f"取下批注 {count} 条，写到 {target}\n", "")
    assert target.read_bytes() == TEAM.read_bytes()
    assert_refused(mzsh("clean", annotated), "target-exists")
    assert mzsh("clean", annotated, "--force").code == 0
    assert_refused(mzsh("clean", annotated, "-o", annotated, "--force"), "target-is-input")


def test_clean_leaves_the_comments_of_others(annotated: Path, tmp_path: Path) -> None:
    out = tmp_path / "净.docx"
    assert mzsh("clean", with_comment(annotated, tmp_path / "李四批注.docx"), "-o", out).code == 0
    assert [comment.author for comment in mz.open(out).comments] == ["李四"]


def test_clean_of_what_has_none_of_ours(tmp_path: Path) -> None:
    out = tmp_path / "净.docx"
    assert mzsh("clean", TEAM, "-o", out) == (0, f"取下批注 0 条，写到 {out}\n", "")
    assert out.read_bytes() == TEAM.read_bytes()


@pytest.mark.parametrize("source", [TEAM, MEMBER, LEDGER], ids=lambda path: path.stem)
def test_bind_and_finalize_are_a_round(source: Path, tmp_path: Path) -> None:
    bound, final = tmp_path / "发出.docx", tmp_path / "定稿.docx"
    run = mzsh("bind", source, "-o", bound)
    assert (run.code, run.err) == (0, "")
    assert run.out == f"做了记号的有 {len(mz.open(bound).fates)} 条，写到 {bound}\n"
    assert mz.open(bound).text == mz.open(source).text
    assert mzsh("finalize", bound, "-o", final).code == 0
    assert final.read_bytes() == source.read_bytes()
    assert "没有本工具留下的东西" in mzsh("finalize", source, "-o", final, "--force").out


def test_finalize_takes_our_comments_as_well(annotated: Path, tmp_path: Path) -> None:
    both = tmp_path / "都有.docx"
    mzsh("bind", annotated, "-o", both)
    mzsh("finalize", both, "-o", tmp_path / "定稿.docx")
    assert (tmp_path / "定稿.docx").read_bytes() == TEAM.read_bytes()


def test_level_full_remembers_sentences(tmp_path: Path) -> None:
    sentence = mz.open(TEAM).read().value.model_dump()["issues"][0]["text"]
    for level, there in (("ids", False), ("full", True)):
        out = tmp_path / f"{level}.docx"
        assert mzsh("bind", TEAM, "-o", out, "--level", level).code == 0
        package = mz.open(out).package
        assert package is not None
        parts = [package.read(name).decode() for name in package.names if name.startswith("customXml/item")]
        assert any(sentence in part for part in parts) is there
    run = mzsh("bind", TEAM, "-o", tmp_path / "x.docx", "--level", "all")
    assert (run.code, run.err) == (2, "--level 只能是 ids 或 full\n")


def test_fates_say_what_became_of_the_items(tmp_path: Path) -> None:
    bound, back = tmp_path / "发出.docx", tmp_path / "收回.docx"
    mzsh("bind", TEAM, "-o", bound)
    doc = mz.open(bound)
    value = mz.replace(doc.read().value, "/measures/0/due", "2026-09")
    value = mz.remove(mz.insert(value, "/measures/-", "建立回访制度，长期坚持。"), "/issues/5")
    doc.write(value).save(back)
    assert mzsh("fates", bound) == (0, f"没有变的 {len(doc.fates)} 条\n", "")
    run = mzsh("fates", back)
    assert run.code == 0
    told = run.out.splitlines()
    line = mz.open(back).read().anchors["/measures/0"].line
    assert f"措施1 有改动（第{line}行）" in told
    assert "问题6 被删去了" in told
    assert any(one.startswith("新增了措施5（第") for one in told)
    assert told[-1] == f"没有变的 {len(doc.fates) - 2} 条"
    as_json = json.loads(mzsh("fates", back, "--json").out)["fates"]
    assert [one["message"] for one in as_json] == [fate.message for fate in mz.open(back).fates]
    assert {"id", "item", "kinds", "paths", "origin", "basis", "score", "sure", "message"} == set(as_json[0])


def test_fates_that_are_only_likely_ask_for_a_look(tmp_path: Path) -> None:
    """Without bookmarks texts are compared, and of two that are alike none is certain."""
    bound, back = tmp_path / "发出.docx", tmp_path / "收回.docx"
    mzsh("bind", TEAM, "-o", bound)
    other = docx.Document(str(bound))
    for paragraph in other.paragraphs:
        for mark in paragraph._p.xpath("w:bookmarkStart | w:bookmarkEnd"):
            mark.getparent().remove(mark)
        if paragraph.text.startswith("（一）聚焦政治忠诚"):
            for run in paragraph.runs[1:]:
                run.text = ""
            paragraph.runs[0].text = "（一）聚焦政治忠诚，抓实学习。每月开展1次专题研讨，形成学习清单。"
    other.save(str(back))
    run = mzsh("fates", back)
    assert run.code == 1
    assert "请核对" in run.out


def test_fates_of_a_file_that_was_never_bound() -> None:
    run = mzsh("fates", TEAM)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"{TEAM.name} 没有做过记号。")


def test_fates_of_a_file_that_lost_everything(tmp_path: Path) -> None:
    bound, back = tmp_path / "发出.docx", tmp_path / "收回.docx"
    mzsh("bind", TEAM, "-o", bound)
    package, plain = mz.open(bound).package, mz.open(TEAM).package
    assert package is not None
    assert plain is not None
    lost = package.with_parts({package.main_part: plain.read(plain.main_part)})
    item = next(name for name in lost.names if name.startswith("customXml/item") and "Props" not in name)
    back.write_bytes(lost.remove_part(item).to_bytes())
    run = mzsh("fates", back)
    assert (run.code, run.out) == (2, "")
    assert "认不出原来的条目" in run.err


@pytest.mark.parametrize("command", ["bind", "finalize", "clean"])
def test_files_stay_as_they_are_where_nothing_can_be_done(command: str, tmp_path: Path) -> None:
    out = tmp_path / "新.docx"
    assert_refused(mzsh(command, tmp_path / "没有.docx", "-o", out), "source-missing")
    assert_refused(mzsh(command, TEAM, "-o", tmp_path / "新.txt"), "target-suffix")
    out.write_bytes(b"old")
    assert_refused(mzsh(command, TEAM, "-o", out), "target-exists")
    assert out.read_bytes() == b"old"


def test_a_text_file_holds_no_marks(tmp_path: Path) -> None:
    text = tmp_path / "旧.txt"
    text.write_text(mz.open(TEAM).text, encoding="utf-8")
    assert_refused(mzsh("bind", text, "-o", tmp_path / "新.txt"), "edit-text-file")
    assert not (tmp_path / "新.txt").exists()
