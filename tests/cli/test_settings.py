"""`config`: what is in force, and who said so."""

from __future__ import annotations

import json
from pathlib import Path

from mzsh_model.batch.accepted import ACCEPTED_NAME
from mzsh_model.rules.profile import load_profile
from tests.cli.running import MEMBER, assert_refused, mzsh


def test_every_value_stands_with_its_origin_and_can_be_pasted(tmp_path: Path) -> None:
    own = tmp_path / "mzsh.toml"
    own.write_text(
        'quorum = 0.5\n[units]\n"某县教育局" = ["县教体局"]\n[extend]\nvague_owners = ["有关处室"]\n', encoding="gbk"
    )
    (tmp_path / ACCEPTED_NAME).write_text('[[accepted]]\nid = "0123456789abcdef"\nreason = "不改"\n', encoding="utf-8")
    run = mzsh("config", tmp_path, "--ignore", "issue-aspect-misworded,NUM002")
    assert (run.code, run.err) == (0, "")
    lines = run.out.splitlines()
    assert lines[0] == f"配置文件：{own}"
    assert f"quorum = 0.5    # {own}" in lines
    assert 'off = ["ISS004", "NUM002"]    # 命令行' in lines
    assert lines[-1] == f"接受的提示：{tmp_path / ACCEPTED_NAME}，1 条"
    pasted = tmp_path / "抄.toml"
    pasted.write_text("\n".join(line for line in lines[2:-1]), encoding="utf-8")
    assert load_profile(pasted).vague_owners == load_profile(own).vague_owners
    assert load_profile(pasted).off == ("ISS004", "NUM002")
    assert load_profile(pasted).units == {"某县教育局": ("县教体局",)}


def test_programs_get_the_same_and_a_wrong_file_is_refused(tmp_path: Path) -> None:
    told = json.loads(mzsh("config", tmp_path, "--format", "json").out)
    assert told["profile"] is None
    assert {one["origin"] for one in told["settings"]} == {"默认"}
    (tmp_path / "mzsh.toml").write_text("quorun = 1\n", encoding="utf-8")
    assert_refused(mzsh("config", tmp_path), "profile-key")


def test_the_units_own_words_for_verdicts_are_told(tmp_path: Path) -> None:
    draft = tmp_path / "张三.docx"
    draft.write_bytes(MEMBER.read_bytes())
    (tmp_path / "mzsh.toml").write_text('roster = ["李四"]\n[verdict_words]\nfail = "退回修改"\n', encoding="utf-8")
    assert "结论：退回修改" in mzsh("check", draft).out
    out = mzsh("check", draft, tmp_path / "没有.docx").out
    assert "退回修改" in out.splitlines()[1]
    assert any(line.startswith("李四") and "没有交" in line for line in out.splitlines())
    assert json.loads(mzsh("check", draft, "--format", "json").out)["files"][0]["verdict"] == "不达标"
