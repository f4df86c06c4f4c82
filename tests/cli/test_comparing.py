"""`mzsh diff` and `mzsh merge`: two or three states of one document, in the domain's words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination
from mzsh_model.testing.word_files import R, W
from tests.cli.running import LEDGER, TEAM, assert_refused, mzsh

Edit = Callable[[SelfExamination], SelfExamination]


def edited(source: Path, target: Path, edit: Edit) -> Path:
    """The file as somebody changed it, saved under another name."""
    doc = mz.open(source)
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    doc.write(edit(value)).save(target)
    return target


def as_json(source: Path, target: Path) -> Path:
    target.write_text(mzsh("read", source, "--json").out, encoding="utf-8")
    return target


def later(value: SelfExamination) -> SelfExamination:
    return mz.replace(value, "/measures/0/due", "2026-09")


def much_later(value: SelfExamination) -> SelfExamination:
    return mz.replace(value, "/measures/0/due", "2026-12")


def visits(value: SelfExamination) -> SelfExamination:
    """One measure more, one problem less: everything behind them is renumbered."""
    return mz.remove(mz.insert(value, "/measures/1", "建立回访制度，长期坚持。"), "/issues/5")


def fewer(value: SelfExamination) -> SelfExamination:
    return mz.remove(value, "/measures/2")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "原稿.docx"
    path.write_bytes(TEAM.read_bytes())
    return path


@pytest.fixture(params=["plain", "bound"])
def either(request: pytest.FixtureRequest, base: Path, tmp_path: Path) -> Path:
    """The draft as it was sent round: as it is, or with its items marked."""
    if request.param == "plain":
        return base
    mzsh("bind", base, "-o", tmp_path / "发出.docx")
    return tmp_path / "发出.docx"


def test_diff_speaks_the_domains_words(either: Path, tmp_path: Path) -> None:
    new = edited(either, tmp_path / "新.docx", lambda value: visits(later(value)))
    run = mzsh("diff", either, new)
    assert (run.code, run.err) == (1, "")
    told = run.out.splitlines()
    assert "措施1 的完成时限由 2026年6月底前 改为 2026年9月底前" in told
    assert any("建立回访制度" in line and line.startswith("新增") for line in told)
    assert any(line.startswith("删去问题6") for line in told)
    assert len(told) == 3


def test_diff_of_the_same(either: Path, tmp_path: Path) -> None:
    assert mzsh("diff", either, either) == (0, "没有不同\n", "")
    assert mzsh("diff", either, as_json(either, tmp_path / "值.json")) == (0, "没有不同\n", "")


def test_diff_as_json_gives_the_typed_changes(base: Path, tmp_path: Path) -> None:
    new = edited(base, tmp_path / "新.docx", later)
    run = mzsh("diff", base, new, "--json")
    told = json.loads(run.out)
    assert run.code == 1
    assert told["kind"] == "SelfExamination"
    assert {
        "kind": "changed",
        "path": "/measures/0/due",
        "target": "/measures/0/due",
        "old": "2026年6月底前",
        "new": "2026年9月底前",
    } in told["changes"]
    assert told["sentences"] == mzsh("diff", base, new).out.splitlines()
    added = json.loads(mzsh("diff", base, edited(base, tmp_path / "增.docx", visits), "--json").out)["changes"]
    items = [one["new"] for one in added if one["kind"] == "added" and one["target"].startswith("/measures/")]
    assert [item["text"] for item in items] == ["建立回访制度，长期坚持。"]


def test_a_bound_item_that_was_written_anew_is_the_same_item(base: Path, tmp_path: Path) -> None:
    """Nothing in its words tells that: only the bookmark does."""
    bound = tmp_path / "发出.docx"
    mzsh("bind", base, "-o", bound)

    def anew(value: SelfExamination) -> SelfExamination:
        return mz.replace(value, "/issues/9/text", "台账底数不清，有7项没有登记。")

    assert mzsh("diff", bound, edited(bound, tmp_path / "新.docx", anew)).out.startswith("问题10 的全文")
    assert "新增问题10" in mzsh("diff", base, edited(base, tmp_path / "另.docx", anew)).out


def test_what_is_not_written_is_told_apart(base: Path, tmp_path: Path) -> None:
    value = json.loads(as_json(base, tmp_path / "值.json").read_text(encoding="utf-8"))
    value["value"]["links"] = value["value"]["links"][1:]
    (tmp_path / "值.json").write_text(json.dumps(value), encoding="utf-8")
    run = mzsh("diff", base, tmp_path / "值.json")
    assert run.code == 1
    assert "推断出来的（对应关系等）有" in run.out


def test_different_kinds_are_refused(base: Path) -> None:
    assert_refused(mzsh("diff", base, LEDGER), "compare-kind")
    assert_refused(mzsh("diff", base, base.with_name("没有.docx")), "source-missing")


def test_a_model_that_is_none_is_named(base: Path, tmp_path: Path) -> None:
    (tmp_path / "乙.json").write_text("{}", encoding="utf-8")
    run = mzsh("diff", base, tmp_path / "乙.json")
    assert_refused(run, "model-kind")
    assert run.err.startswith("乙.json：")


def test_merge_joins_what_both_did(either: Path, tmp_path: Path) -> None:
    ours = edited(either, tmp_path / "甲.docx", lambda value: fewer(later(value)))
    theirs = edited(either, tmp_path / "乙.docx", visits)
    out = tmp_path / "合.docx"
    run = mzsh("merge", either, ours, theirs, "-o", out)
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines()[-1] == f"并进来的改动 2 处，写到 {out}"
    value = mz.open(out).read().value
    assert isinstance(value, SelfExamination)
    assert value.measures[0].due == "2026年9月底前"
    assert value.measures[1].text == "建立回访制度，长期坚持。"
    assert [m.label for m in value.measures] == ["（一）", "（二）", "（三）", "（四）"]
    assert len(value.issues) == 9


def test_merge_names_conflicts_and_keeps_ours(either: Path, tmp_path: Path) -> None:
    ours = edited(either, tmp_path / "甲.docx", later)
    theirs = edited(either, tmp_path / "乙.docx", lambda value: visits(much_later(value)))
    run = mzsh("merge", either, ours, theirs, "-o", tmp_path / "合.docx")
    assert (run.code, run.err) == (1, "")
    conflicts = [line for line in run.out.splitlines() if line.startswith("冲突：")]
    assert len(conflicts) == 1
    assert "2026年9月" in conflicts[0]
    assert "2026年12月" in conflicts[0]
    value = mz.open(tmp_path / "合.docx").read().value
    assert isinstance(value, SelfExamination)
    assert value.measures[0].due == "2026年9月底前"
    assert value.measures[1].text == "建立回访制度，长期坚持。"


def test_merge_may_be_tracked(either: Path, tmp_path: Path) -> None:
    ours = edited(either, tmp_path / "甲.docx", later)
    theirs = edited(either, tmp_path / "乙.docx", visits)
    out = tmp_path / "合.docx"
    assert mzsh("merge", either, ours, theirs, "-o", out, "--tracked", "办公室").code == 0
    doc = mz.open(out)
    assert {revision.author for revision in doc.revisions} == {"办公室"}
    assert_refused(mzsh("merge", either, ours, theirs, "-o", ours, "--force"), "target-is-input")


def test_merge_of_nothing_new_gives_our_bytes(either: Path, tmp_path: Path) -> None:
    ours = edited(either, tmp_path / "甲.docx", later)
    run = mzsh("merge", either, ours, either, "-o", tmp_path / "合.docx")
    assert (run.code, run.out) == (0, f"并进来的改动 0 处，写到 {tmp_path / '合.docx'}\n")
    assert (tmp_path / "合.docx").read_bytes() == ours.read_bytes()


def test_comments_of_the_other_side_that_are_not_carried_over_are_named(base: Path, tmp_path: Path) -> None:
    said = '<w:comment w:id="1" w:author="李四"><w:p><w:r><w:t>补充自查</w:t></w:r></w:p></w:comment>'
    package = mz.open(base).package
    assert package is not None
    part = f'<w:comments xmlns:w="{W}">{said}</w:comments>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    package, _ = package.add_part(
        "word/comments.xml", part, kind, source=package.main_part, relationship=f"{R}/comments"
    )
    theirs = tmp_path / "乙.docx"
    theirs.write_bytes(package.to_bytes())
    ours = edited(base, tmp_path / "甲.docx", later)
    run = mzsh("merge", base, ours, theirs, "-o", tmp_path / "合.docx")
    assert (run.code, run.err) == (1, "批注没有并进来，请自己抄过去：李四“补充自查”\n")
    run = mzsh("merge", theirs, ours, theirs, "-o", tmp_path / "旧.docx")
    assert (run.code, run.err) == (0, "")
    run = mzsh("merge", base, theirs, ours, "-o", tmp_path / "反.docx")
    assert (run.code, run.err) == (0, "")


def test_values_merge_as_files_do(base: Path, tmp_path: Path) -> None:
    ours = edited(base, tmp_path / "甲.docx", later)
    theirs = as_json(edited(base, tmp_path / "乙.docx", visits), tmp_path / "乙.json")
    assert mzsh("merge", as_json(base, tmp_path / "原.json"), ours, theirs, "-o", tmp_path / "合.docx").code == 0
    fresh = tmp_path / "新.docx"
    assert mzsh("merge", base, as_json(ours, tmp_path / "甲.json"), theirs, "-o", fresh).code == 0
    assert mzsh("diff", tmp_path / "合.docx", fresh) == (0, "没有不同\n", "")


def test_items_that_were_known_by_their_words_are_told(base: Path, tmp_path: Path) -> None:
    def reworded(value: SelfExamination) -> SelfExamination:
        text = "聚焦政治忠诚，抓实学习。每月开展1次专题研讨，形成学习清单。"
        return mz.replace(value, "/measures/0/text", text)

    ours = edited(base, tmp_path / "甲.docx", later)
    theirs = edited(base, tmp_path / "乙.docx", reworded)
    run = mzsh("merge", base, ours, theirs, "-o", tmp_path / "合.docx")
    assert "按文字认的，请核对：措施1 有改动" in run.err


def test_bound_items_are_known_whatever_they_say(base: Path, tmp_path: Path) -> None:
    bound = tmp_path / "发出.docx"
    mzsh("bind", base, "-o", bound)

    def anew(value: SelfExamination) -> SelfExamination:
        return mz.replace(value, "/issues/9/text", "台账底数不清，有7项没有登记。")

    def gone(value: SelfExamination) -> SelfExamination:
        return mz.remove(value, "/issues/9")

    ours = edited(bound, tmp_path / "甲.docx", anew)
    run = mzsh("merge", bound, ours, edited(bound, tmp_path / "乙.docx", later), "-o", tmp_path / "合.docx")
    assert (run.code, run.err) == (0, "")
    assert len(run.out.splitlines()) == 2
    run = mzsh("merge", bound, ours, edited(bound, tmp_path / "丙.docx", gone), "-o", tmp_path / "冲.docx")
    assert (run.code, run.err) == (1, "")
    assert "删去了问题10" in run.out


def test_merge_refuses_other_kinds_and_writes_nothing(base: Path, tmp_path: Path) -> None:
    ours = edited(base, tmp_path / "甲.docx", later)
    out = tmp_path / "合.docx"
    assert_refused(mzsh("merge", base, ours, LEDGER, "-o", out), "merge-kind")
    assert_refused(mzsh("merge", base, ours, tmp_path / "没有.docx", "-o", out), "source-missing")
    assert not out.exists()
    out.write_bytes(b"old")
    assert_refused(mzsh("merge", base, ours, base, "-o", out), "target-exists")
    assert out.read_bytes() == b"old"
