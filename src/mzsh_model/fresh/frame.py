"""What stands around the text of every kind: the title block above it, closing words and signature below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mzsh_model.fresh.paragraph_xml import Paragraph, Style
from mzsh_model.kernel.dates import plain
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import spell_out
from mzsh_model.model.base import Placeholder
from mzsh_model.model.catalogue import guess_year
from mzsh_model.model.parts import Signature

_LINE = 20
"""Characters of a title's line: 156 mm hold so many at size 二号."""

_LEAST = 8
_YEAR = lazy_pattern(r"(?:19|20)\d\d|二[〇零○O]")


def title(text: str | None, names: Sequence[str | Placeholder | None]) -> Iterator[Paragraph]:
    """Yield the title, broken after the unit or team that it begins with where one line does not hold it."""
    if text is None:
        return
    for name in names:
        rest = text.removeprefix(name) if isinstance(name, str) and name else text
        if len(text) > _LINE and _LEAST <= len(rest) < len(text) and not re.search(r"\s", rest):
            yield Paragraph(Style.TITLE, f"{name}\n{rest}")
            return
    yield Paragraph(Style.TITLE, text)


def date(edtf: str) -> Paragraph:
    """Return the date under the title, in brackets."""
    return Paragraph(Style.BYLINE, f"（{plain(edtf)}）")


def year(year: int | None, title: str | None, headings: list[str], texts: Sequence[str]) -> Iterator[Paragraph]:
    """Yield the year of account in brackets where neither title nor text says it."""
    if year is None or _YEAR.search(title or "") or guess_year(headings) == year:
        return
    if not any(str(year) in text and "生活会" in spell_out(text) for text in texts):
        yield Paragraph(Style.BYLINE, f"（{year}年度）")


def tail(closing: Sequence[str], signature: Signature | None) -> Iterator[Paragraph]:
    """Yield closing words and attachments, then who signs and when."""
    yield from (Paragraph(Style.CLOSING, text) for text in closing)
    if signature is not None and signature.name is not None:
        yield Paragraph(Style.SIGNER, raw(signature.name))
    if signature is not None and signature.on is not None:
        yield Paragraph(Style.SIGNED_ON, plain(signature.on))


def raw(name: str | Placeholder) -> str:
    """Return a name, or the blank in its place, as it is typed."""
    return name.raw if isinstance(name, Placeholder) else name
