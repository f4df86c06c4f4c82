"""Only what changed is checked again; what did not still counts."""

from __future__ import annotations

import json
import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from mzsh_model.batch.memory import MEMORY_NAME, Memory
from mzsh_model.batch.run import check_file
from mzsh_model.batch.selection import Selection
from mzsh_model.rules.profile import default_profile, profile_with
from tests.cli.running import LEDGER, MEMBER, TEAM, Run, mzsh


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for source in (MEMBER, TEAM):
        shutil.copy(source, tmp_path / source.name)
    return tmp_path


def again(drafts: Path, *more: str) -> tuple[Run, list[str]]:
    run = mzsh("check", drafts, "--only-changed", "--format", "json", *more)
    told = json.loads(run.out)
    names = [Path(one["path"]).name for one in told["files"]]
    assert told["summary"]["skipped"]["unchanged"] == 2 - len(names)
    return run, names


def test_what_did_not_change_is_not_checked_again_and_still_counts(drafts: Path) -> None:
    assert again(drafts)[1] == [MEMBER.name, TEAM.name]
    run, names = again(drafts)
    assert (run.code, names) == (1, [])
    assert again(drafts, "--fail-on", "never")[0].code == 0
    shutil.copy(LEDGER, drafts / TEAM.name)
    assert again(drafts)[1] == [TEAM.name]
    text = mzsh("check", drafts, "--only-changed").out
    assert text == "没有变、没有再查的 2 个文件：有必改 2\n"


def test_one_changed_draft_is_told_in_full(drafts: Path) -> None:
    again(drafts)
    shutil.copy(LEDGER, drafts / TEAM.name)
    out = mzsh("check", drafts, "--only-changed").out
    assert "怎么改：" in out
    assert "没有变、没有再查的 1 个文件" in out


def test_other_rules_or_settings_check_everything_anew(drafts: Path) -> None:
    again(drafts)
    assert len(again(drafts, "--select", "NUM")[1]) == 2
    (drafts / "mzsh.toml").write_text('off = ["ISS008"]\n', encoding="utf-8")
    assert len(again(drafts)[1]) == 2
    assert again(drafts)[1] == []


def test_other_code_checks_everything_anew(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again(drafts)
    monkeypatch.setattr("mzsh_model.batch.memory.code_digits", lambda: "other")
    assert len(again(drafts)[1]) == 2


def test_what_is_accepted_since_does_not_count(drafts: Path) -> None:
    again(drafts)
    for draft in (drafts / MEMBER.name, drafts / TEAM.name):
        told = json.loads(mzsh("check", draft, "--format", "json").out)["files"][0]["findings"]
        options = [word for one in told if one["level"] == "必改" for word in ("--id", one["fingerprint"])]
        assert mzsh("accept", draft, *options, "--reason", "会上定了").code == 0
    run, names = again(drafts)
    assert (run.code, names) == (0, [])


def test_what_could_not_be_checked_is_told_every_time(drafts: Path) -> None:
    (drafts / TEAM.name).write_bytes(b"PK\x03\x04")
    for _ in range(2):
        run = mzsh("check", drafts, "--only-changed")
        assert run.code == 2
        assert TEAM.name in run.out


def test_a_result_that_asked_the_day_holds_on_that_day_only(tmp_path: Path) -> None:
    for source, dated in ((LEDGER, True), (MEMBER, False)):
        draft = tmp_path / source.name
        shutil.copy(source, draft)
        memory = Memory.of(tmp_path, default_profile(), Selection(), date(2026, 7, 1))
        one = check_file(draft, profile=default_profile(), today=date(2026, 7, 1))
        assert one.result.dated is dated
        memory.keep(one, sha256(draft.read_bytes()).hexdigest())
        memory.save()
        for day in (1, 2):
            held = Memory.of(tmp_path, default_profile(), Selection(), date(2026, 7, day)).recall(draft)
            assert (held is None) is (dated and day == 2)


def test_it_keeps_no_word_of_a_draft_and_a_broken_one_is_as_good_as_none(drafts: Path) -> None:
    again(drafts)
    text = (drafts / MEMORY_NAME).read_text(encoding="utf-8")
    told = json.loads(mzsh("check", drafts, "--format", "json").out)
    for one in told["files"]:
        for finding in one["findings"]:
            assert finding["fingerprint"] in text
            assert finding["message"] not in text
    (drafts / MEMORY_NAME).write_text("{", encoding="utf-8")
    assert len(again(drafts)[1]) == 2
    other = Memory.of(drafts, profile_with({"quorum": 0.5}), Selection(), date.today())
    assert other.recall(drafts / MEMBER.name) is None
