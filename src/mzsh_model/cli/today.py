"""The day that a command takes for today."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from mzsh_model.cli.console import stop

Today = Annotated[str | None, typer.Option("--today", metavar="日期", help="逾期按这一天算，如 2026-09-30；不写按今天")]


def day_of(today: str | None) -> date | None:
    """Return the day that a person typed; None where none was. What is no day ends the command."""
    try:
        return date.fromisoformat(today) if today is not None else None
    except ValueError:
        stop("--today 要写成 2026-09-30 的样子")
