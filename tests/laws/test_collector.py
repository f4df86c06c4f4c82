"""Whoever imports the library keeps the garbage collector as it was; only our own command holds it back, a file at a time."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.cli.main import main
from tests.heavy import heavy

DRAFT = [
    "2025年度民主生活会个人对照检查材料",
    "一、存在的问题",
    "一是学习不够系统，列入计划的4本书只读了2本。",
    "二、整改措施",
    "一是加强学习，2026年6月底前读完4本书。",
]


def test_no_verb_of_the_library_touches_the_collector(monkeypatch: pytest.MonkeyPatch) -> None:
    touched: list[str] = []
    for switch in ("disable", "enable", "freeze", "unfreeze", "set_threshold", "collect"):
        monkeypatch.setattr(gc, switch, lambda *_, switch=switch: touched.append(switch))
    doc = mz.open(heavy(DRAFT))
    value = doc.read().value
    result = mz.check(value, doc)
    other = mz.replace(value, "/issues/0/text", "学习不够深，只读了1本书。")
    for written in (doc.annotate(result), doc.write(other), doc.bind(value), doc.finalize()):
        assert written.to_bytes()
    mz.write(value)
    mz.merge(value, other, value)
    assert touched == []


def test_our_command_holds_the_collector_back_and_lets_it_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    held: list[bool] = []
    opened = mz.open
    monkeypatch.setattr("mzsh_model.batch.run.open_draft", lambda *given: held.append(gc.isenabled()) or opened(*given))
    for name in ("甲.docx", "乙.docx"):
        (tmp_path / name).write_bytes(heavy(DRAFT))
    monkeypatch.setattr(sys, "argv", ["mzsh", "check", str(tmp_path)])
    with pytest.raises(SystemExit):
        main()
    assert "甲.docx" in capsys.readouterr().out
    assert held == [False, False]
    assert gc.isenabled()
