"""Every rule on a meeting's papers is tested by small folders: one fault in three phrasings, told alone and at its places."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.rules.comparing import compare
from mzsh_model.rules.doubts import Doubts
from mzsh_model.rules.finding import Unchecked
from mzsh_model.rules.papers_samples import FolderSample, consistent_folder, folder_samples
from mzsh_model.rules.registry import all_rules, find_rule
from mzsh_model.rules.rule import CODE, NAME, Rule
from tests.dossier.folders import lay_out, opened

RULES = [rule for rule in all_rules() if rule.compares]
CASES = [(rule, n, sample) for rule in RULES for n, sample in enumerate(folder_samples(rule.code))]


def meeting_of(folder: Path, sample: FolderSample) -> mz.DossierMeeting:
    return opened(folder, sample.files).meetings[0]


def test_there_are_rules_on_papers_and_the_others_are_not() -> None:
    assert len(RULES) >= 20
    assert {rule.code[:3] for rule in RULES} == {"XRF"}


@pytest.mark.parametrize(("rule", "n", "sample"), CASES, ids=[f"{r.code}-{n}" for r, n, _ in CASES])
def test_a_planted_fault_is_told_alone_and_at_its_places(
    rule: Rule, n: int, sample: FolderSample, tmp_path: Path
) -> None:
    """All rules judge: what is planted for one is nobody else's to tell."""
    meeting = meeting_of(tmp_path, sample)
    told = [(one.code, tuple((at.path, at.quote) for at in one.places)) for one in meeting.findings]
    assert told == [(rule.code, places) for places in sample.findings]
    assert not [one for one in meeting.unchecked if "出错" in one.reason]
    for finding in meeting.findings:
        for at in finding.places:
            line = meeting.documents[at.path].lines[at.line - 1].text if at.path in meeting.documents else ""
            assert not line or line[at.start : at.end] == at.quote


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_on_papers_is_whole(rule: Rule, tmp_path: Path) -> None:
    samples = folder_samples(rule.code)
    assert sum(bool(one.findings) for one in samples) >= 3
    assert any(not one.findings for one in samples)
    assert CODE.fullmatch(rule.code)
    assert NAME.fullmatch(rule.name)
    assert rule.title.endswith("。")
    assert set(rule.zh.cases) == set(rule.en.cases)
    assert rule.basis
    assert all(basis.grade in ("规定", "通知", "惯例") for basis in rule.basis)
    for n, sample in enumerate(samples):
        for one in compare(meeting_of(tmp_path / str(n), sample).papers, rules=[rule], english=True).findings:
            assert not re.search("[\u4e00-\u9fff]", re.sub("“.*?”", "", one.message)), one.message


def test_the_consistent_folder_has_no_findings_and_is_judged_twice_alike(tmp_path: Path) -> None:
    meeting = opened(tmp_path, consistent_folder()).meetings[0]
    assert meeting.findings == ()
    assert compare(meeting.papers) == meeting.comparison
    assert {one.what.partition(" ")[0] for one in meeting.unchecked} == {"XRF018", "XRF019"}


def test_a_rule_switched_off_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "mzsh.toml").write_text('off = ["XRF001"]\n[levels]\nXRF004 = "提示"\n', encoding="utf-8")
    meeting = meeting_of(tmp_path, folder_samples("XRF001")[0])
    assert meeting.findings == ()
    assert any(one.what.startswith("XRF001") and "关闭" in one.reason for one in meeting.unchecked)
    (finding,) = meeting_of(tmp_path / "数", folder_samples("XRF004")[0]).findings
    assert finding.level is mz.Level.HINT


def test_a_rule_that_breaks_stops_nothing_else(tmp_path: Path) -> None:
    def breaking(_: object) -> object:
        raise ValueError

    broken = Rule(**{**{slot: getattr(RULES[0], slot) for slot in Rule.__slots__}, "judge": breaking})
    meeting = meeting_of(tmp_path, folder_samples("XRF004")[0])
    result = compare(meeting.papers, rules=[broken, *RULES[1:]])
    assert [one.code for one in result.findings] == ["XRF004"]
    assert any("规则出错（ValueError）" in one.reason for one in result.unchecked)


@pytest.mark.parametrize(
    ("code", "n", "name"),
    [
        ("XRF005", 0, "个人/李四.txt"),
        ("XRF005", 0, "台账.txt"),
        ("XRF006", 0, "个人/王五.txt"),
        ("XRF010", 0, "班子.txt"),
    ],
)
def test_what_was_not_read_whole_is_not_said_to_lack_anything(code: str, n: int, name: str, tmp_path: Path) -> None:
    papers = meeting_of(tmp_path, folder_samples(code)[n]).papers
    assert [one.code for one in compare(papers).findings] == [code]
    doubts = Doubts(parts=(Unchecked("没有读进去的内容", "这一行没有读成条目", 3),))
    unread = [replace(one, doubts=doubts) if one.path == name else one for one in papers.papers]
    result = compare(replace(papers, papers=tuple(unread)))
    assert code not in [one.code for one in result.findings]
    assert any(one.what == f"{find_rule(code).called}：{name}" for one in result.unchecked)


def test_what_must_be_mended_rests_on_papers_of_a_sure_kind(tmp_path: Path) -> None:
    papers = meeting_of(tmp_path, folder_samples("XRF004")[0]).papers
    assert [one.level for one in compare(papers).findings] == [mz.Level.MUST]
    unsure = [replace(one, doubts=Doubts(kind_sure=False)) if one.path == "班子.txt" else one for one in papers.papers]
    assert [one.level for one in compare(replace(papers, papers=tuple(unsure))).findings] == [mz.Level.SHOULD]


def test_findings_stand_in_both_files_as_comments(tmp_path: Path) -> None:
    texts = folder_samples("XRF017")[0].files
    for name in ("个人/李四", "个人/王五"):
        value = mz.open(texts[f"{name}.txt"].encode()).read().value
        assert not isinstance(value, mz.Unrecognised)
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.docx").write_bytes(mz.write(value))
    lay_out(tmp_path, {name: text for name, text in texts.items() if name not in ("个人/李四.txt", "个人/王五.txt")})
    (meeting,) = mz.open_dossier(tmp_path).meetings
    marked = meeting.annotated()
    assert sorted(marked) == ["个人/李四.docx", "个人/王五.docx"]
    for name, other in (("个人/李四.docx", "个人/王五.docx"), ("个人/王五.docx", "个人/李四.docx")):
        summary, comment = marked[name].comments
        assert "各份材料之间" in summary.text
        assert other in comment.text
        assert "好人" not in comment.text
