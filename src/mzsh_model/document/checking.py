"""A value judged, with the document it was read from or without."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mzsh_model.document.document import Document
from mzsh_model.model.documents import DocumentValue
from mzsh_model.rules.engine import check_value
from mzsh_model.rules.finding import CheckResult
from mzsh_model.rules.profile import Profile, load_profile


def check(
    value: DocumentValue,
    doc: Document | None = None,
    *,
    profile: Profile | str | Path | None = None,
    today: date | None = None,
    english: bool = False,
) -> CheckResult:
    """Judge a value; with the document it was read from, findings point at its words and its text is judged too.

    `profile` is a profile, or the path of a TOML file laid over the shipped one; `today` decides what is overdue.
    With `english` the messages are in English; levels, verdicts and what is quoted stay Chinese.

    Raises:
        BadProfile: the profile cannot be used.
        StaleAnchor: `doc` is another kind of document than `value`.
    """
    setting = profile if isinstance(profile, Profile) else load_profile(profile)
    source = None if doc is None else doc.source_of(value)
    return check_value(value, source, profile=setting, today=today, english=english)
