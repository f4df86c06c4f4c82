"""The lines of a journal as they are read back: what is not of their shape is none of ours, whoever wrote it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, ValidationError

from mzsh_model.rules.finding import Level, Verdict


class _Told(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, strict=True)


class Found(_Told):
    """One finding, without its words."""

    code: str
    name: str
    level: Level


class File(_Told):
    """What was found in one file; where `verdict` is None it has none."""

    path: str
    verdict: Verdict | None
    findings: tuple[Found, ...]


class Held(_Told):
    """What tells whether a line still holds; of a head, by which rules it was begun."""

    by: str = ""
    content: str = ""
    day: str = ""
    dated: bool = False
    whole: bool = True

    def is_of_another_day(self, day: date) -> bool:
        """Tell whether a rule asked the day, and it was another one."""
        return self.dated and self.day != day.isoformat()


class Line(_Told):
    """One line: of a file, or the head or the sums (`file` is None)."""

    file: File | None = None
    resume: Held = Held()


def parsed(line: bytes) -> Line | None:
    """Return what a line says, None where it is none of ours."""
    try:
        return Line.model_validate_json(line)
    except ValidationError:
        return None
