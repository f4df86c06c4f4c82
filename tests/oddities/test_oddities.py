"""Odd Word files: each is read as what it shows or refused by name, and every verb is done with its law or says why not."""

from __future__ import annotations

from collections import Counter

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import BadPackage
from tests.oddities.catalogue import ODDITIES
from tests.oddities.oddity import Oddity
from tests.oddities.refusals import REFUSALS
from tests.oddities.specimen import PAPER, paper, zipped
from tests.oddities.trial import refusals

_READ = [one for one in ODDITIES if one.refused is None]
_LEAST = 380


@pytest.mark.parametrize("odd", [one for one in ODDITIES if one.refused is not None], ids=lambda odd: odd.name)
def test_what_is_no_word_file_is_refused_by_name(odd: Oddity) -> None:
    with pytest.raises(BadPackage) as caught:
        mz.open(odd.make())
    assert caught.value.code == odd.refused
    assert "\n" not in str(caught.value)
    assert str(caught.value).rstrip("。").count("。"), "no remedy"


@pytest.mark.parametrize("odd", _READ, ids=lambda odd: odd.name)
def test_what_shows_is_read_and_every_verb_keeps_its_law_or_says_why_not(odd: Oddity) -> None:
    data = odd.make()
    doc = mz.open(data)
    assert doc.to_bytes() is data
    assert tuple(line.text for line in doc.lines if line.story in ("body", "textbox")) == odd.shows
    told = {notice.code for notice in doc.read().notices}
    assert odd.told is None or odd.told in told
    assert refusals(doc) == REFUSALS.get(odd.name, {})


def test_each_oddity_has_its_name_and_differs_from_the_paper() -> None:
    names = Counter(odd.name for odd in ODDITIES)
    assert max(names.values()) == 1
    assert len(names) >= _LEAST
    assert set(REFUSALS) <= {odd.name for odd in _READ}
    plain = zipped(paper())
    assert [odd.name for odd in ODDITIES if odd.make() == plain] == []
    assert mz.open(plain).text.split("\n") == list(PAPER)
