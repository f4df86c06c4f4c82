"""`mzsh dossier`: one meeting's folder on the console, as JSON by its published schema, and as comments in copies."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import mzsh_model as mz
from mzsh_model.rules.papers_samples import consistent_folder, folder_samples
from tests.cli.running import contents, mzsh
from tests.dossier.folders import lay_out

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "v1" / "dossier.schema.json").read_text(encoding="utf-8"))


def folder_of(tmp_path: Path, code: str, n: int = 0) -> Path:
    return lay_out(tmp_path / "会", folder_samples(code)[n].files)


def test_the_consistent_meeting_on_the_console(tmp_path: Path) -> None:
    run = mzsh("dossier", lay_out(tmp_path, consistent_folder()))
    assert (run.code, run.err) == (0, "")
    lines = run.out.splitlines()
    assert lines[0] == "某县教育局2025年度民主生活会   材料 7 份"
    assert next(line.split() for line in lines if line.startswith("对照检查材料"))[:3] == [
        "对照检查材料",
        "班子",
        "不达标",
    ]
    assert "成员 3 名" in lines
    (row,) = [line.split() for line in lines if line.startswith("李四") and "答复家长来信拖延" in line]
    assert row == ["李四", "答复家长来信拖延", "同一序次", "同一序次", "—", "内容相近", "—"]
    assert lines[-2] == "各份材料之间共 0 处：必改 0 · 建议 0 · 提示 0"


def test_findings_are_told_with_all_their_places(tmp_path: Path) -> None:
    run = mzsh("dossier", folder_of(tmp_path, "XRF004"))
    assert run.code == 1
    lines = run.out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("必改 XRF004"))
    assert [line.split(" │ ")[1] for line in lines[at + 1 : at + 3]] == ["15", "12"]
    assert mzsh("dossier", tmp_path / "会", "--fail-on", "never").code == 0


def test_criticisms_stand_in_a_matrix(tmp_path: Path) -> None:
    lines = mzsh("dossier", folder_of(tmp_path, "XRF021")).out.splitlines()
    (row,) = [line.split() for line in lines if line.startswith("张三") and line.split()[1:2] == ["—"]]
    assert row == ["张三", "—", "1", "1"]


@pytest.mark.parametrize("code", ["XRF001", "XRF002", "XRF004", "XRF016", "XRF018", "XRF021"])
def test_json_keeps_the_contract(code: str, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, code)
    (folder / "便条.txt").write_text("明天上午开会。\n", encoding="utf-8")
    told = json.loads(mzsh("dossier", folder, "--format", "json").out)
    jsonschema.validate(told, SCHEMA)
    assert set(told) == {"schema_version", "tool", "meetings", "strays"}
    assert [one["path"] for one in told["strays"]] == ["便条.txt"]
    meeting = told["meetings"][0]
    assert (meeting["year"], meeting["organisation"], meeting["held_on"]) == (2025, "某县教育局", "2026-01-20")
    assert meeting["theme"] == "锲而不舍落实中央八项规定精神，推进作风建设常态化长效化"
    assert meeting["roster"] == ["张三", "李四", "王五"]
    assert [one["code"] for one in meeting["findings"]] == [code]
    every = json.loads(mzsh("dossier", folder, "--format", "json", "--all").out)
    jsonschema.validate(every, SCHEMA)
    assert len(every["meetings"][0]["findings"]) > 1


def test_an_issue_is_traced_to_its_row(tmp_path: Path) -> None:
    folder = lay_out(tmp_path, consistent_folder())
    told = json.loads(mzsh("dossier", folder, "--format", "json").out)["meetings"][0]["trace"]
    (steps,) = [one["steps"] for one in told if one["issue"] == {"path": "个人/李四.txt", "at": "/issues/1"}]
    assert [(step["kind"], step["path"], step["at"], step["basis"]) for step in steps] == [
        ("paper", "个人/李四.txt", "/issues/1", "id"),
        ("cause", "个人/李四.txt", "/causes/1", "order"),
        ("measure", "个人/李四.txt", "/measures/1", "order"),
        ("row", "台账.txt", "/entries/6/issue", "likeness"),
        ("row-measure", "台账.txt", "/entries/6/measures/0", "row"),
    ]
    dossier = mz.open_dossier(folder)
    (meeting,) = dossier.meetings
    assert [step.kind for step in dossier.trace(meeting.issues[0])][:1] == ["paper"]
    assert "report" in [step.kind for step in dossier.trace(meeting.issues[0])]
    with pytest.raises(mz.BadPath, match="不是对照检查材料里的问题"):
        dossier.trace(mz.IssueAt("台账.txt", "/entries/0/issue"))


def test_a_measure_that_is_done_is_the_last_step(tmp_path: Path) -> None:
    texts = dict(consistent_folder())
    rows = [
        f"{line}|{'进展情况' if n == 0 else '已完成' if '李四' in line else '正在推进'}"
        for n, line in enumerate(texts["台账.txt"].splitlines()[2:])
    ]
    texts["台账.txt"] = "\n".join([*texts["台账.txt"].splitlines()[:2], *rows]) + "\n"
    dossier = mz.open_dossier(lay_out(tmp_path, texts))
    (meeting,) = dossier.meetings
    last = {one.path: dossier.trace(one)[-1].kind for one in meeting.issues}
    assert last["个人/李四.txt"] == "close-out"
    assert last["个人/王五.txt"] == "row-measure"


def test_copies_have_the_findings_of_both_papers(tmp_path: Path) -> None:
    texts = folder_samples("XRF017")[0].files
    folder = lay_out(tmp_path / "会", {name: text for name, text in texts.items() if not name.startswith("个人")})
    (folder / "个人").mkdir()
    for name in ("张三", "李四", "王五"):
        value = mz.open(texts[f"个人/{name}.txt"].encode()).read().value
        assert not isinstance(value, mz.Unrecognised)
        (folder / "个人" / f"{name}.docx").write_bytes(mz.write(value))
    before = contents(folder)
    run = mzsh("dossier", folder, "--annotate", tmp_path / "批注")
    assert run.code == 0
    assert sorted(contents(tmp_path / "批注")) == ["个人/李四.批注.docx", "个人/王五.批注.docx"]
    assert contents(folder) == before
    assert any("XRF017" in one.text for one in mz.open(tmp_path / "批注" / "个人" / "李四.批注.docx").comments)


def test_a_folder_without_a_meeting_is_told(tmp_path: Path) -> None:
    run = mzsh("dossier", tmp_path)
    assert (run.code, run.out) == (2, "没有认出任何一次会的材料\n")
    assert mzsh("dossier", tmp_path / "没有").err.endswith("（dossier-folder）\n")


def test_the_day_is_given(tmp_path: Path) -> None:
    folder = lay_out(tmp_path, consistent_folder())
    rows = "序号|存在问题|整改措施|责任人|完成时限|进展情况\n1|答复慢|限时办结|李四|2026年3月底前|正在推进\n"
    lay_out(tmp_path, {"台账.txt": f"某县教育局党组2025年度民主生活会整改台账\n{rows}"})
    told = [mzsh("dossier", folder, "--all", "--today", day).out for day in ("2026-03-02", "2026-04-02")]
    assert ["LDG" in out for out in told] == [False, True]
    assert mzsh("dossier", folder, "--today", "四月").code == 2
