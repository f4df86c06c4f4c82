"""How much a page takes before it refuses."""

from __future__ import annotations

from dataclasses import dataclass

from mzsh_model.kernel.errors import InputError
from mzsh_model.opc.limits import MIB


@dataclass(frozen=True, slots=True)
class Room:
    """Sizes in bytes, counts in pieces: of what one request brings, and of all that is held; seconds for one draft."""

    request_size: int = 128 * MIB
    request_files: int = 500
    held_size: int = 512 * MIB
    held_files: int = 2000
    seconds: float = 60.0


def too_much(what: str, most: str) -> InputError:
    """Return the error for what is over a limit."""
    return InputError("upload-limit", f"{what}超过上限 {most}。请分几次放进来，或改用命令行 mzsh check")


def mebibytes(size: int) -> str:
    """Return a size as it is told.

    >>> mebibytes(128 * MIB)
    '128 MiB'
    """
    return f"{size / MIB:g} MiB"
