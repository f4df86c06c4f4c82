"""Sentences and clauses of Chinese prose, whatever width its punctuation has."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mzsh_model.kernel.patterns import lazy_pattern

_CLOSERS = {
    "（": "）",
    "(": ")",
    "“": "”",
    "《": "》",
    "【": "】",
    "〔": "〕",
    "‘": "’",
    "「": "」",
    "『": "』",
    '"': '"',
}
_REACH = 200
"""A bracket or quotation mark that is not closed within so many characters closes nothing: people forget them."""

_HAN = lazy_pattern(r"[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0003ffff”’）》】%％\d]")
_STOP = lazy_pattern(r"[。！？!?；;.．（(“《【〔‘「『\"]")


def is_full_stop(text: str, at: int) -> bool:
    """Tell whether the half-width or full-width dot at `at` ends a sentence.

    Drafts typed with half-width punctuation use `.` as 。; a dot after a hanzi and before no digit or Latin letter is one.
    """
    if at == 0 or not _HAN.match(text[at - 1]):
        return False
    if text[at - 1].isdigit():
        return at + 1 >= len(text) and at > 1
    after = text[at + 1 : at + 2]
    return not (after.isascii() and after.isalpha())


def stops(text: str, start: int, end: int, *, clauses: bool) -> Iterator[int]:
    """Yield the positions just after each sentence end in `text[start:end]`, and after each `；` if `clauses`.

    Marks inside brackets and quotation marks end nothing; a quotation mark right after an end belongs to the sentence.
    """
    while (start := _stop(text, start, end, clauses=clauses)) >= 0:
        yield start


def _stop(text: str, at: int, end: int, *, clauses: bool) -> int:
    """The position just after the first end in `text[at:end]`, -1 where there is none."""
    while found := _STOP.search(text, at, end):
        at = found.end()
        char = found[0]
        if char in _CLOSERS:
            close = text.find(_CLOSERS[char], at, min(end, at - 1 + _REACH))
            at = max(at, close + 1)
        elif not (char in ".．" and not is_full_stop(text, at - 1)) and (clauses or char not in "；;"):
            while at < end and text[at] in '”’"。！？!?；;）':
                at += 1
            return at
    return -1


def sentences(text: str, start: int = 0, end: int | None = None, *, clauses: bool = False) -> Iterator[tuple[int, int]]:
    """Yield `(start, end)` of each sentence of `text[start:end]`, blank ends trimmed; with `clauses`, `；` ends one too.

    >>> [ '学习不深。讲“严。”不多；调研少'[a:b] for a, b in sentences('学习不深。讲“严。”不多；调研少', clauses=True) ]
    ['学习不深。', '讲“严。”不多；', '调研少']
    """
    stop = len(text) if end is None else end
    at = start
    while (low := at) < stop:
        if (at := _stop(text, low, stop, clauses=clauses)) < 0:
            at = stop
        high = at
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if low < high:
            yield low, high


@lru_cache(maxsize=512)
def first_sentence(text: str, start: int, end: int) -> int:
    """Return the end of the first sentence of `text[start:end]`, its mark included."""
    close = _stop(text, start, end, clauses=False)
    return end if close < 0 else close


def listed_in(text: str, start: int, end: int, mark: str = "、") -> Iterator[tuple[int, int]]:
    """Yield what `text[start:end]` names one after the other with 、 or another mark, quotations and brackets whole.

    >>> text = "学习不深入、“等靠要”、“推拖绕”思想严重"
    >>> [text[low:high] for low, high in listed_in(text, 0, len(text))]
    ['学习不深入', '“等靠要”', '“推拖绕”思想严重']
    """
    depth, low = 0, start
    for at in range(start, end):
        depth += (text[at] in "“（《‘(") - (text[at] in "”）》’)")
        if text[at] == mark and depth == 0:
            yield low, at
            low = at + 1
    yield low, end
