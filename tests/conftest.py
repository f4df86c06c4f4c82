"""Profiles of hypothesis, the folder of real material, and no network."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "real"

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("dev", max_examples=30, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("ci", max_examples=80, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("night", max_examples=20_000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in this library talks to anyone."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a test tried to open a network connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def real_files(pattern: str) -> list[Path]:
    """Real material beside the repository, none where there is none."""
    return sorted(REAL.glob(pattern))


@pytest.fixture
def real() -> Path:
    if not REAL.exists():
        pytest.skip("no real material beside the repository")
    return REAL
