"""TOML that people wrote."""

from __future__ import annotations

import tomllib


def table_of(text: str) -> dict[str, object]:
    """Return what a text of TOML says.

    Raises:
        TOMLDecodeError: it is none, or more of one than Python reads (nested a thousand deep, numbers of thousands of digits).
    """
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise tomllib.TOMLDecodeError("not TOML that can be read") from error
