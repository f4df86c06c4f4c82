"""Model paths: taken apart and put together as RFC 6901 has it, and refused where they are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.kernel.errors import BadPath
from mzsh_model.kernel.path import ROOT, ModelPath


@given(st.lists(st.text(max_size=5), max_size=5))
def test_what_is_put_together_is_taken_apart(parts: list[str]) -> None:
    path = ROOT
    for part in parts:
        path = path / part
    assert path.parts == tuple(parts)
    assert (path / "x").parent == path


@pytest.mark.parametrize("path", ["measures/2/due", "measures", " /measures"])
def test_a_path_that_does_not_begin_with_a_slash_is_refused(path: str) -> None:
    with pytest.raises(BadPath, match="/measures/2/due"):
        _ = ModelPath(path).parts


def test_the_root_is_its_own_parent() -> None:
    assert ROOT.parent == ROOT
    assert ROOT.parts == ()
