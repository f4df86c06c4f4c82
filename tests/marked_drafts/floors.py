"""Below which figure no field of the open drafts may fall."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from tests.marked_drafts.draft import HERE

_FILE = HERE / "floors.toml"
SLACK = 0.01
"""How far under a figure its floor lies: one draft read otherwise is no decay. Where drafts change, delete the file and raise anew."""


def floors() -> dict[str, float]:
    """By field, the F1 or share that must not be undercut."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8")) if _FILE.exists() else {}


def raise_floors(now: Mapping[str, float]) -> None:
    """Write the floors anew: up where a figure rose, never down."""
    had = floors()
    told = {what: max(had.get(what, 0.0), round(figure - SLACK, 3)) for what, figure in now.items()}
    lines = ["# 公开的一份各项得分的下限：只升不降，由 benchmarks/reading_quality.py --raise-floors 写出。"]
    lines += [f'"{what}" = {max(floor, 0.0):.3f}' for what, floor in told.items()]
    _FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
