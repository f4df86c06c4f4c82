"""Folding and blanks take short cuts; both say the same as the long way round."""

from __future__ import annotations

from unicodedata import category, normalize

import pytest

from mzsh_model.kernel.placeholders import find_blanks
from mzsh_model.kernel.spelling import fold


def folded(text: str) -> str:
    """The definition: NFKC, then no punctuation, space, symbol or control of the first plane but + % * ×."""
    kept = (c for c in normalize("NFKC", text) if c in "+%*×" or c > "\uffff" or category(c)[0] not in "PZSC")
    return "".join(kept)


def test_folding_is_by_its_definition_for_every_character() -> None:
    chars = [chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000]
    for text in ("学{}，", "か{}，"):
        assert [c for c in chars if fold(text.format(c)) != folded(text.format(c))] == []


def test_a_lone_surrogate_stays() -> None:
    assert fold("学，\ud800") == "学\ud800"


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("20xx年xx月", ["xx", "xx"]), ("wxx.com 3×5 ××局", ["××"]), ("共*人，**粗体**，*****人", ["*"]),
        ("（填写）【姓名】〔单位〕［待补充］待填写", ["（填写）", "【姓名】", "〔单位〕", "待补充", "待填写"]),
        ("某某，张某些，李某", ["某某", "某"]), ("____人○○处", ["____", "○○"]), ("xA A.x", []),
    ],
)  # fmt: skip
def test_blanks(text: str, blanks: list[str]) -> None:
    assert [blank.raw for blank in find_blanks(text)] == blanks
