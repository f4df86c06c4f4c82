"""What stands around the text of every kind, in phrases that are lines: title, number, date below the title, who signs and when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mzsh_model.fresh import frame
from mzsh_model.fresh.paragraph_xml import Paragraph
from mzsh_model.kinds.phrase import AnyPhrase, Phrase
from mzsh_model.model.parts import Signature
from mzsh_model.reading.draft import paragraphs
from mzsh_model.reading.frame.front import Front, read_front
from mzsh_model.reading.frame.tail import read_date, read_tail

_ANY_TITLE = "对照检查材料"


class Above(NamedTuple):
    """What the title block of a paper says beside whose it is."""

    title: str | None
    number: str | None
    dated: str | None


def _above_in(text: str) -> Above:
    draft, spans = paragraphs(text)
    front = read_front([span.block for span in spans])
    number = front.number.text if front.number is not None else None
    return Above(front.title_text, number, read_date(draft, "/dated", front.date))


def _below_a_title_in(text: str) -> Above:
    return _above_in(f"{_ANY_TITLE}\n{text}")


def _signature_in(text: str) -> Signature | None:
    draft, spans = paragraphs(text)
    return read_tail(draft, [span.block for span in spans], Front())[0]


def _title(above: Above) -> str | None:
    return above.title


def _number(above: Above) -> str | None:
    return above.number


def _dated(above: Above) -> str | None:
    return above.dated


def _signature(signature: Signature | None) -> Signature | None:
    return signature


def _lines(laid: Iterable[Paragraph]) -> str:
    return "\n".join(paragraph.text for paragraph in laid)


def _titled(title: str | None) -> str:
    return _lines(frame.title(title, ()))


def _numbered(number: str | None) -> str:
    return number or ""


def _dated_on(edtf: str | None) -> str:
    return _lines((frame.date(edtf),)) if edtf else ""


def _signed(signature: Signature | None) -> str:
    return _lines(frame.tail((), signature))


FRAME: tuple[AnyPhrase, ...] = (
    Phrase("标题", _title, _above_in, _titled),
    Phrase("发文字号", _number, _above_in, _numbered),
    Phrase("标题下的日期", _dated, _below_a_title_in, _dated_on),
    Phrase("落款", _signature, _signature_in, _signed),
)
"""The lines around the text that are told by where they stand; how they look is laid out once, in `fresh.frame`."""
