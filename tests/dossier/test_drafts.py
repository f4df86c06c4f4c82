"""What a meeting's papers give of its ledger and its report, and a ledger between two states."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Literal

import pytest

import mzsh_model as mz
from mzsh_model.rules.papers_samples import consistent_folder
from tests.cli.running import mzsh
from tests.dossier.folders import edited, lay_out, only, opened

OLD = """某局党组2025年度民主生活会整改台账
序号|存在问题|整改措施|责任人|完成时限|进展情况|销号依据
1|理论学习不够系统|每季度研讨1次|张三|2026年6月底前|正在推进|
2|调研不够深入|每月到联系点1次|李四|2026年3月底前|正在推进|
3|服务不够主动|每月回访1次|王五|长期坚持|长期坚持|
4|档案不齐全|逐项补齐|赵六|2026年6月底前|未启动|
"""
NEW = """某局党组2025年度民主生活会整改台账
序号|存在问题|整改措施|责任人|完成时限|进展情况|销号依据
1|服务还不够主动|每月回访1次|王五|长期坚持|长期坚持|
2|理论学习不够系统|每季度研讨1次|张三|2026年6月底前|已完成|研讨记录2份
3|调研不够深入|每月到联系点1次|李四|2026年3月底前|正在推进|
4|食堂招标不规范|公开招标|钱一|2026年6月底前|已完成|
"""


def ledger(text: str) -> mz.Ledger:
    value = mz.read_text(text).value
    assert isinstance(value, mz.Ledger)
    return value


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_ledger_has_every_problem_and_agrees_with_its_papers(form: Literal["docx", "xlsx"], tmp_path: Path) -> None:
    texts = {name: text for name, text in consistent_folder().items() if name != "台账.txt"}
    drawn = mz.draft_ledger(only(opened(tmp_path, texts)))
    assert [(entry.member, entry.issue.text if entry.issue else "") for entry in drawn.entries][:4] == [
        ("班子", "理论学习联系教育实际不紧"),
        ("班子", "回应家长关切不够及时"),
        ("班子", "校舍改造推进缓慢"),
        ("张三", "理论学习不够系统深入"),
    ]
    assert [measure.owner for entry in drawn.entries for measure in entry.measures][:4] == [
        "张三",
        "李四",
        "王五",
        "张三",
    ]
    data = mz.write(drawn, form)
    (tmp_path / f"台账.{form}").write_bytes(data)
    meeting = only(mz.open_dossier(tmp_path, today=datetime.date(2026, 3, 1)))
    assert meeting.missing == ()
    assert meeting.findings == ()


def test_what_no_paper_says_is_left_to_be_filled_in(tmp_path: Path) -> None:
    changes = {
        "班子.txt": [["（三）其余2所学校2026年8月底前开工。（责任人：王五）", "（三）其余2所学校抓紧开工，定期调度。"]]
    }
    drawn = mz.draft_ledger(only(opened(tmp_path, edited(consistent_folder(), changes))))
    (measure,) = drawn.entries[2].measures
    assert measure.owner == mz.Placeholder(raw="【待补充】", of="person")
    assert measure.due == "【待补充】"
    assert mz.write(drawn)


def test_measures_tied_by_likeness_alone_are_nobodys(tmp_path: Path) -> None:
    changes = {"个人/李四.txt": [["（一）今后每次组织生活会至少指出两个具体毛病，2026年6月底前见效。\n", ""]]}
    meeting = only(opened(tmp_path, edited(consistent_folder(), changes)))
    value = meeting.documents["个人/李四.txt"].read().value
    assert isinstance(value, mz.SelfExamination)
    tied = {link.issue for link in value.links if link.measure and not link.inferred}
    rows = [entry for entry in mz.draft_ledger(meeting).entries if entry.member == "李四"]
    assert [bool(entry.measures) for entry in rows] == [issue.id in tied for issue in value.issues]


def test_the_frame_of_the_report_states_what_is_counted(tmp_path: Path) -> None:
    texts = {name: text for name, text in consistent_folder().items() if name != "情况报告.txt"}
    meeting = only(opened(tmp_path, texts))
    frame = mz.draft_report(meeting)
    data = mz.write(frame)
    said = mz.open(data).text
    for words in (
        "征求意见建议12条",
        "谈心谈话9人次",
        "3名班子成员",
        "回应家长关切不够及时",
        "答复家长来信拖延",
        "应到3人",
    ):
        assert words in said
    assert said.count("【待补充】") >= 2
    (tmp_path / "情况报告.docx").write_bytes(data)
    again = only(mz.open_dossier(tmp_path, today=datetime.date(2026, 3, 1)))
    assert [one.code for one in again.findings] == []


def test_nothing_can_be_drawn_up_from_nothing(tmp_path: Path) -> None:
    texts = {"方案.txt": consistent_folder()["方案.txt"]}
    meeting = only(opened(tmp_path, texts))
    with pytest.raises(mz.BadModel, match="列不出台账"):
        mz.draft_ledger(meeting)
    with pytest.raises(mz.BadModel, match="列不出情况报告"):
        mz.draft_report(meeting)


def test_progress_tells_what_moved_and_what_to_look_at() -> None:
    found = mz.progress(ledger(OLD), ledger(NEW), today=datetime.date(2026, 5, 1))
    assert [(one.measure, one.before, one.now) for one in found.moved] == [
        ("每季度研讨1次", "open", "done"),
        ("公开招标", None, "done"),
    ]
    assert [(one.measure, one.at) for one in found.overdue] == [("每月到联系点1次", "/entries/2/measures/0")]
    assert [one.measure for one in found.unproven] == ["公开招标"]
    assert (found.gone, found.added) == (("档案不齐全",), ("食堂招标不规范",))
    assert [found.count(state) for state in ("done", "open", "standing", None)] == [2, 1, 1, 0]


def test_progress_before_the_time_limit_has_nothing_overdue() -> None:
    assert mz.progress(ledger(OLD), ledger(OLD), today=datetime.date(2026, 3, 31)).overdue == ()
    same = mz.progress(ledger(OLD), ledger(OLD), today=datetime.date(2026, 4, 1))
    assert (same.moved, [one.measure for one in same.overdue]) == ((), ["每月到联系点1次"])


def test_progress_is_of_ledgers_only() -> None:
    paper = mz.read_text("个人对照检查材料\n一、存在的问题\n一是学习不够。\n二是调研不深。").value
    with pytest.raises(mz.WrongKind):
        mz.progress(ledger(OLD), paper)  # type: ignore[arg-type]


def test_the_verbs_write_and_progress(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "会", consistent_folder())
    run = mzsh("write", "--kind", "ledger", folder, "-o", tmp_path / "台账.xlsx")
    assert (run.code, run.out) == (0, f"新写一份：{tmp_path / '台账.xlsx'}\n")
    assert len(mz.open(tmp_path / "台账.xlsx").read().value.model_dump()["entries"]) == 9
    run = mzsh("write", "--kind", "report", folder / "个人", folder, "-o", tmp_path / "报告.docx")
    assert run.code == 0
    assert "【待补充】" in run.out
    for words in (
        ["--kind", "minutes", folder],
        ["--kind", "report", folder, "--tracked", "甲"],
        ["--kind", "ledger", tmp_path / "会" / "个人", folder, "--into", folder],
    ):
        assert mzsh("write", *words, "-o", tmp_path / "不.docx").code == 2
    (tmp_path / "旧.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "新.txt").write_text(NEW, encoding="utf-8")
    run = mzsh("progress", tmp_path / "旧.txt", tmp_path / "新.txt", "--today", "2026-05-01")
    assert run.code == 1
    assert run.out.splitlines()[0] == "有变化 2 条"
    assert run.out.splitlines()[-1] == "共 4 条措施：已完成 2 · 正在推进 1 · 长期坚持 1 · 没有写 0"
    assert mzsh("progress", tmp_path / "旧.txt", folder / "班子.txt").code == 2
    assert mzsh("progress", tmp_path / "旧.txt", tmp_path / "新.txt", "--today", "五月").code == 2
