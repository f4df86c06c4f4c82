"""A unit's own settings: words added, rules named by code or name, files as Windows writes them, found beside the drafts."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import BadProfile
from mzsh_model.rules.finding import Level
from mzsh_model.rules.origins import settings_of
from mzsh_model.rules.profile import Profile, default_profile, find_profile, load_profile
from mzsh_model.rules.registry import all_rules
from mzsh_model.rules.rule import Rule


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


def test_a_project_file_speaks_of_us_in_its_own_table(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text("[tool.other]\nquorum = 1\n", encoding="utf-8")
    assert find_profile([tmp_path]) is None
    project.write_text('[tool.mzsh]\noff = ["ISS008"]\n', encoding="utf-8")
    assert find_profile([tmp_path]) == project
    assert load_profile(project).off == ("ISS008",)
    nearer = written(tmp_path, "")
    assert find_profile([tmp_path]) == nearer


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", {"quorum": "默认", "off": "默认", "vague_owners": "默认"}),
        ("quorum = 0.5\n", {"quorum": "{}", "off": "默认"}),
        ('[extend]\nvague_owners = ["甲"]\n', {"quorum": "默认", "vague_owners": "默认，加上 {} 的 [extend]"}),
        ('[levels]\nMEA003 = "提示"\n', {"levels.MEA003": "{}"}),
        ('[verdict_words]\nfail = "退回"\n', {"verdict_words.fail": "{}"}),
    ],
)
def test_every_setting_tells_where_it_was_said(tmp_path: Path, text: str, wanted: dict[str, str]) -> None:
    path = written(tmp_path, text)
    told = {one.key: one for one in settings_of(path)}
    assert {key: told[key].origin for key in wanted} == {key: said.format(path) for key, said in wanted.items()}
    plain = {field.name for field in dataclasses.fields(Profile)} - {"levels", "units", "verdict_words"}
    assert plain <= told.keys()
    assert {one.origin for one in settings_of(None)} == {"默认"}
    assert {one.key: one.origin for one in settings_of(path, {"off": ["ISS008"]})}["off"] == "命令行"


def test_the_words_for_verdicts_are_of_those_that_there_are(tmp_path: Path) -> None:
    assert load_profile(written(tmp_path, '[verdict_words]\nfail = "退回"\n')).verdict_words == {"fail": "退回"}
    with pytest.raises(BadProfile, match="fail、revise、pass"):
        load_profile(written(tmp_path, '[verdict_words]\nfailed = "退回"\n'))


@pytest.mark.parametrize("rule", [one for one in all_rules() if not one.compares], ids=lambda rule: rule.code)
def test_a_rule_switched_off_is_told_and_a_regulation_more_so(rule: Rule) -> None:
    """Whoever reads the result sees that nobody asked; where a regulation asks, that it still does."""
    value = mz.read_text("个人对照检查材料\n一、存在的问题\n一是学习不够。二是调研不深。").value
    result = mz.check(value, profile=dataclasses.replace(default_profile(), off=(rule.code,)))
    (told,) = [one.reason for one in result.unchecked if one.what.startswith(rule.code)]
    assert ("关闭不等于没有这项要求" in told) is any(basis.grade == "规定" for basis in rule.basis)


def test_a_name_means_one_unit(tmp_path: Path) -> None:
    profile = load_profile(written(tmp_path, '[units]\n"某县教育局" = ["教体局"]\n"某县水利局" = ["水务局"]\n'))
    assert [profile.unit_of(name) for name in ("中共教体局党组", "水务局领导班子", "某县教育局", "别的局")] == [
        "某县教育局",
        "某县水利局",
        "某县教育局",
        "别的局",
    ]
    for text in ('"甲局" = ["县局"]\n"乙局" = ["县局党组"]', '"甲局" = ["乙局"]\n"乙局" = []', '"甲局" = "县局"'):
        with pytest.raises(BadProfile) as refused:
            load_profile(written(tmp_path, f"[units]\n{text}\n"))
        assert refused.value.code == "profile-value"


def test_the_page_of_the_docs_tells_every_setting() -> None:
    page = (Path(__file__).parents[2] / "docs" / "profile.md").read_text(encoding="utf-8")
    assert [field.name for field in dataclasses.fields(Profile) if f"`{field.name}`" not in page] == []
