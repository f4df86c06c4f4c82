"""Profiles of hypothesis, the folder of real material, and no network."""

from __future__ import annotations

import os
import socket
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "real"

collect_ignore_glob = ["uno_*.py", "*/uno_*.py"]  # run by the Python that LibreOffice belongs to

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("dev", max_examples=30, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("ci", max_examples=80, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile(
    "night", max_examples=int(os.environ.get("NIGHT_EXAMPLES", "20000")), deadline=None, suppress_health_check=_SLOW
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud what was not tested for want of a program."""
    skipped = [report.longrepr for report in terminalreporter.stats.get("skipped", [])]
    wanting = Counter(reason[2] for reason in skipped if isinstance(reason, tuple) and "NOT tested" in reason[2])
    for reason, count in wanting.items():
        terminalreporter.write_line(f"NOT TESTED ({count}): {reason}", yellow=True, bold=True)


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
