"""How much of a file is taken before it is refused, each limit by name."""

from __future__ import annotations

from dataclasses import dataclass

from mzsh_model.kernel.errors import BadPackage

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, counts in pieces. A ratio alone misfires on honest repetitive text, so it counts past `ratio_from`."""

    file_size: int = 256 * MIB
    members: int = 10_000
    part_size: int = 128 * MIB
    total_size: int = 512 * MIB
    ratio: int = 250
    ratio_from: int = 8 * MIB
    paragraphs: int = 1_000_000

    def over(self, name: str, what: str, found: int) -> BadPackage:
        """Return the error for a file that is over the limit `name`."""
        return BadPackage(
            "package-limit",
            f"{what}（{found}）超过上限 {name}={getattr(self, name)}。请确认文件来源，或在调用时放宽这一上限",
        )
