"""Blank forms for a roster: each is known for what it is, holds nothing but names, and can be filled in."""

from __future__ import annotations

import datetime
from itertools import combinations
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.rules.papers_samples import consistent_folder
from tests.cli.running import mzsh
from tests.dossier.folders import lay_out, only
from tests.fresh.test_laws import bare

NAMES = ("张三", "李四", "王五", "欧阳六")
MADE = mz.blank_forms(NAMES, organisation="某县教育局", year=2025)
_FRAME = {"kind", "title", "year", "organisation", "columns", "remarks"}


def test_there_is_one_for_opinions_one_for_every_two_and_one_for_each() -> None:
    talks = [f"谈心谈话记录/{one}—{other}" for one, other in combinations(NAMES, 2)]
    assert list(MADE) == ["征求意见表", *talks, *(f"批评意见表/{name}" for name in NAMES)]


@pytest.mark.parametrize("name", MADE)
def test_it_reads_as_what_it_is_and_holds_names_alone(name: str) -> None:
    doc = mz.open(mz.write(MADE[name]))
    value = doc.read().value
    assert type(value) is type(MADE[name])
    assert bare(value) == bare(mz.complete(MADE[name]))
    held = {field for field, said in value.__dict__.items() if said not in (None, ())} - _FRAME
    assert held <= {"talker", "talked", "criticisms"}


@pytest.mark.parametrize(
    ("name", "path", "said"),
    [
        ("征求意见表", "/team", "多到村小看一看。"),
        ("征求意见表", "/when", "2026年1月5日"),
        ("谈心谈话记录/张三—欧阳六", "/text", "就学位缺口交换意见。"),
        ("谈心谈话记录/李四—王五", "/signed", "李四、王五"),
        ("批评意见表/李四", "/criticisms/1/text", "答复来信慢，去年有3件拖过一个月。"),
        ("批评意见表/欧阳六", "/criticisms/2/response", "接受"),
    ],
)
def test_what_is_filled_in_is_read(name: str, path: str, said: str) -> None:
    doc = mz.open(mz.write(MADE[name]))
    filled = doc.write(mz.replace(doc.read().value, path, said))
    assert mz.resolve(filled.read().value, path) == said


def test_blank_forms_among_the_papers_say_nothing(tmp_path: Path) -> None:
    summary = (
        "某县教育局党组2025年度民主生活会谈心谈话情况汇总表\n序号|谈话人|谈话对象|谈话时间|主要内容\n"
        "1|张三|李四|2026年1月5日|交换意见\n2|张三|王五|2026年1月5日|交换意见\n"
    )
    lay_out(tmp_path, consistent_folder())
    before = only(mz.open_dossier(tmp_path, today=datetime.date(2026, 3, 1)))
    lay_out(tmp_path, {"谈心谈话汇总.txt": summary})
    for name, value in mz.blank_forms(before.roster.names, organisation="某县教育局", year=2025).items():
        path = tmp_path / f"空白表/{name}.docx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(mz.write(value))
    meeting = only(mz.open_dossier(tmp_path, today=datetime.date(2026, 3, 1)))
    assert (before.findings, meeting.roster.names) == ((), before.roster.names)
    # who only has a form with another has not talked with him
    assert [(one.code, one.message[:14]) for one in meeting.findings] == [("XRF026", "谈心谈话汇总里有1对班子成员")]


@pytest.mark.parametrize("roster", [(), ("张三",), ("张三", "张 三"), ("张三", " ")])
def test_a_roster_that_is_none_is_refused(roster: tuple[str, ...]) -> None:
    with pytest.raises(mz.BadModel, match="班子名单"):
        mz.blank_forms(roster)


def test_the_command_takes_the_roster_of_the_papers_and_that_of_the_settings(tmp_path: Path) -> None:
    papers, settings = tmp_path / "会", tmp_path / "会前"
    lay_out(papers, consistent_folder())
    lay_out(settings, {"mzsh.toml": 'roster = ["张三", "李四"]\n'})
    told = mzsh("write", "--kind", "forms", str(papers), "-o", str(tmp_path / "甲"))
    assert (told.code, sorted(one.name for one in (tmp_path / "甲").rglob("*.docx"))[-1]) == (0, "王五.docx")
    assert mz.open(tmp_path / "甲" / "征求意见表.docx").read().value.title == "某县教育局2025年度民主生活会征求意见表"
    told = mzsh("write", "--kind", "forms", str(settings), "-o", str(tmp_path / "乙"))
    assert len(list((tmp_path / "乙").rglob("*.docx"))) == 4
    again = mzsh("write", "--kind", "forms", str(settings), "-o", str(tmp_path / "乙"))
    assert (again.code, "没有覆盖" in again.err) == (2, True)
