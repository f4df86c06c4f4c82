"""A unit's own settings: words added, rules named by code or name, files as Windows writes them, found beside the drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

from mzsh_model.kernel.errors import BadProfile
from mzsh_model.rules.finding import Level
from mzsh_model.rules.profile import default_profile, find_profile, load_profile


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "mzsh.toml"
    path.write_bytes(text.encode(encoding))
    return path


def test_extend_adds_words_and_keeps_the_rest(tmp_path: Path) -> None:
    profile = load_profile(written(tmp_path, '[extend]\nfixed_phrases = ["某某精神"]\n'))
    assert profile.fixed_phrases == (*default_profile().fixed_phrases, "某某精神")
    assert profile.third_person == default_profile().third_person


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16"])
def test_files_are_read_as_windows_writes_them(tmp_path: Path, encoding: str) -> None:
    profile = load_profile(written(tmp_path, 'spinner_words = ["甲乙"]\n', encoding))
    assert profile.spinner_words == ("甲乙",)


def test_a_level_is_set_by_code_or_name(tmp_path: Path) -> None:
    profile = load_profile(written(tmp_path, '[levels]\nmeasure-without-due = "提示"\n'))
    assert profile.level_of("MEA003", Level.SHOULD) is Level.HINT


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ('off = ["MEA03"]', "MEA003"),
        ('[levels]\nmeasure-without-du = "提示"', "measure-without-due"),
        ('[extend]\nvague_owner = ["甲"]', "vague_owners"),
        ("[extend]\nquorum = 1", "列表"),
        ("quorun = 1", "quorum"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest(tmp_path: Path, text: str, near: str) -> None:
    with pytest.raises(BadProfile, match=near):
        load_profile(written(tmp_path, text + "\n"))


def test_the_nearest_file_above_a_draft_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "材料" / "个人"
    inner.mkdir(parents=True)
    draft = inner / "张三.docx"
    draft.touch()
    upper = written(tmp_path, "")
    assert find_profile([draft]) == upper
    nearer = written(inner, "")
    assert find_profile([inner]) == find_profile([draft]) == nearer
    assert find_profile([]) is None
