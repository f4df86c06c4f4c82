"""Spoiled files: each verb answers or refuses with an error of ours, whatever a file holds. `tools/fuzz.py` runs many more."""

from __future__ import annotations

import pytest

from tests.mutants import mutant, seeds
from tests.trials import tried

_SEEDS = seeds()
_RUNS = 60


@pytest.mark.parametrize("group", range(6))
def test_mutants_are_read_or_refused_with_an_error_of_ours(group: int) -> None:
    faults = {
        n: fault
        for n in range(group * _RUNS, (group + 1) * _RUNS)
        if (fault := tried(mutant(_SEEDS[n % len(_SEEDS)], n))) is not None
    }
    assert faults == {}


def test_the_same_seed_gives_the_same_file() -> None:
    assert [mutant(_SEEDS[0], n) for n in range(20)] == [mutant(_SEEDS[0], n) for n in range(20)]
    assert len({mutant(_SEEDS[0], n) for n in range(50)}) > 40


def test_a_fault_is_seen() -> None:
    from unittest.mock import patch

    with patch("mzsh_model.document.document.read_revisions", side_effect=KeyError("x")):
        fault = tried(_SEEDS[0])
    assert fault is not None
    assert (fault.verb, fault.what) == ("read", "KeyError: 'x'")
