"""The last item of a paper changes places as a tracked change: accepted, nothing of it stays where it stood."""

from __future__ import annotations

from itertools import permutations

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.model.documents import SelfExamination
from mzsh_model.testing.wording import FAULTS, MEASURES
from tests.laws.test_merge import _automatic, _typed

_AWKWARD = {(1, 3, 2, 0), (3, 1, 2, 0)}
"""One comes between the last, which goes, and the one before it, which stays: its mark would have to go with the last one's."""

NEW = "组织现场观摩，2026年10月底前完成。"


def _value(doc: mz.Document) -> SelfExamination:
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    return value


def _held(doc: mz.Document, new: SelfExamination) -> None:
    tracked = mz.open(doc.write(new, tracked="甲").to_bytes())
    assert [one.text for one in _value(tracked).measures] == [one.text for one in new.measures]
    assert tracked.accept().text == doc.write(new).text
    assert tracked.reject().text == doc.text


@pytest.mark.parametrize("make", [_automatic, _typed])
@pytest.mark.parametrize("order", list(permutations(range(4)))[1:])
def test_items_in_any_order(make: object, order: tuple[int, ...]) -> None:
    assert callable(make)
    doc = mz.open(make("1.", FAULTS[:3], MEASURES[:4]))
    value = _value(doc)
    new = mz.replace(value, "/measures", tuple(value.measures[n] for n in order))
    if order in _AWKWARD and make is _automatic:  # an empty paragraph with a number would be left
        with pytest.raises(BadEdit):
            doc.write(new, tracked="甲")
    elif order in _AWKWARD:
        tracked = doc.write(new, tracked="甲")
        assert tracked.accept().text.rstrip("\n") == doc.write(new).text
        assert tracked.reject().text == doc.text
    else:
        _held(doc, new)


@pytest.mark.parametrize("make", [_automatic, _typed])
@pytest.mark.parametrize("gone", [(3,), (2, 3), (1, 3)])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_the_last_goes_and_another_comes_further_up(make: object, gone: tuple[int, ...], at: int) -> None:
    assert callable(make)
    doc = mz.open(make("1.", FAULTS[:3], MEASURES[:4]))
    value = _value(doc)
    for n in reversed(gone):
        value = mz.remove(value, f"/measures/{n}")
    _held(doc, mz.insert(value, f"/measures/{min(at, len(value.measures))}", NEW))
