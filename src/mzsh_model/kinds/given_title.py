"""The title that the genre gives a paper whose value has none."""

from __future__ import annotations

from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.people import Member, Team


def given_title(value: DocumentValue, zh: str) -> str:
    """Return the title of a value, else unit or team, year, and what people call its kind: 某局2025年度民主生活会整改台账."""
    if value.title is not None:
        return value.title
    subject, unit = value.__dict__.get("subject"), value.__dict__.get("organisation")
    whose = "个人" if isinstance(subject, Member) else ""
    name = subject.name if isinstance(subject, Team) else unit.__dict__["name"] if isinstance(unit, Value) else ""
    year = value.__dict__.get("year")
    said = name.raw if isinstance(name, Placeholder) else str(name)
    return f"{said}{f'{year}年度' if year else ''}民主生活会{whose}{zh}"
