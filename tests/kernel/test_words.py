from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.kernel.errors import BadPackage, MzshError, one_line
from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.kernel.placeholders import find_blanks
from mzsh_model.kernel.spelling import find_aliases, fold, spell_out


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("书记xxx同志", ["xxx"]),
        ("包含xx个方面共xx条", ["xx", "xx"]),
        ("×××（职务待补充）", ["×××", "（职务待补充）"]),
        ("深入基层____次", ["____"]),
        ("【此处补充具体事例】", ["【此处补充具体事例】"]),
        ("x月x日", ["x", "x"]),
        ("李某某同志", ["某某"]),
        ("张某和他", ["某"]),
    ],
)
def test_blanks(text: str, raws: list[str]) -> None:
    assert [blank.raw for blank in find_blanks(text)] == raws


@pytest.mark.parametrize(
    "text", ["https://a.example/xxx.html", "excel表格", "3×5米", "某些同志", "某种倾向", "X中央", "**重点**"]
)
def test_no_blanks(text: str) -> None:
    assert find_blanks(text) == ()


@given(st.text(max_size=60) | st.text(alphabet="xX×*_＿【】（）某待填补充张年月日条3 ，", max_size=30))
def test_blanks_are_where_they_say(text: str) -> None:
    found = find_blanks(f"{text}，由____牵头")
    assert found[-1].raw == "____"
    for blank in found:
        assert f"{text}，由____牵头"[blank.start : blank.end] == blank.raw
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_aliases_are_spelled_out_as_words_only() -> None:
    assert spell_out("mzshh和dangshi，ZZ站位，X中央，全面从严治X") == "民主生活会和党史，政治站位，党中央，全面从严治党"
    assert find_aliases("pizza buzzword mzshhx") == ()


def test_fold_drops_what_typing_varies() -> None:
    assert fold("（一）带头 坚决扛起“管党治党”责任，") == fold("(一)带头坚决扛起管党治党责任")


@given(st.text(max_size=600))
def test_errors_are_one_printable_line(text: str) -> None:
    shown = one_line(text)
    assert len(shown) <= 400
    assert (
        shown.isprintable() or not shown or all(not c.isspace() or c in " \u3000\xa0" or c.isprintable() for c in shown)
    )
    assert "\n" not in shown
    assert isinstance(BadPackage("package-x", text), MzshError)


@given(st.lists(st.text(min_size=1, max_size=8), max_size=5))
def test_paths_take_apart_what_they_put_together(parts: list[str]) -> None:
    path = ROOT
    for part in parts:
        path = path / part
    assert path.parts == tuple(parts)
    assert ModelPath(str(path)) == path
