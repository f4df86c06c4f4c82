"""A value judged, with the document it was read from or without."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import NoneType

from mzsh_model.document.document import Document
from mzsh_model.document.making import complete
from mzsh_model.edit.made import lacks_ids
from mzsh_model.kernel.errors import expect
from mzsh_model.kernel.outcome import Notice, Outcome
from mzsh_model.kinds.judging import needs_of
from mzsh_model.model.documents import DocumentValue
from mzsh_model.rules.engine import check_value
from mzsh_model.rules.finding import CheckResult
from mzsh_model.rules.profile import Profile, load_profile
from mzsh_model.rules.rule import Rule


def check(
    value: DocumentValue | Document | Outcome[DocumentValue],
    doc: Document | None = None,
    *,
    profile: Profile | str | Path | None = None,
    today: date | None = None,
    rules: Iterable[Rule] | None = None,
    english: bool = False,
) -> CheckResult:
    """Judge a value; with the document it was read from, findings point at its words and its text is judged too.

    A document is judged by what is read from it, an outcome by its value and what the reader doubted, a value made in code as `complete` has it.

    `profile` is a profile, or the path of a TOML file laid over the shipped one; `today` decides what is overdue.
    `rules` are the only ones to ask (own ones too), all that ship where there are none. With `english` the messages are in English; levels, verdicts and what is quoted stay Chinese.

    Raises:
        BadProfile: the profile cannot be used.
        StaleAnchor: `doc` is another kind of document than `value`.
        CallerError: an argument of another type.
    """
    notices: tuple[Notice, ...] = ()
    if isinstance(value, Document):
        doc, value = doc or value, value.read().value
    elif isinstance(value, Outcome):
        notices = value.notices
        value = value.value
    expect(value, (DocumentValue,), "check 的第一个参数", "读出或做好的值、文件（mz.open）或 doc.read() 的结果")
    expect(doc, (Document, NoneType), "doc", "mz.open 打开的文件")
    expect(profile, (Profile, str, Path, NoneType), "profile", "Profile 或 TOML 文件的路径")
    expect(today, (date, NoneType), "today", "datetime.date")
    if doc is None and lacks_ids(value):
        value = complete(value)
    setting = profile if isinstance(profile, Profile) else load_profile(profile)
    source = None if doc is None else doc.source_of(value)
    return check_value(
        value,
        source,
        notices=notices,
        profile=setting,
        today=today,
        rules=rules,
        english=english,
        needs=needs_of(value),
    )
