"""By what a finding is known again in another version of its document: what it says, never where it stands.

The words decide, folded as for every tolerant comparison and without the enumerator before them, so paragraphs may move and
be numbered anew. Short words (`xx`, `三是`) say too little: there the line around them speaks too. Numbers in what the rule
fills in count for nothing, for they may be numbers of lines. The same said of the same words again is told apart by order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.outline.labels import label_at
from mzsh_model.rules.finding import Finding

_DIGITS = 16
_ENOUGH = 8
"""So many folded characters tell their place by themselves."""
_NUMBER = lazy_pattern("[0-9０-９〇零一二三四五六七八九十百]+")


def seed(code: str, quote: str, line: str, details: Iterable[str]) -> str:
    """Return the digits of one finding, before equal ones are told apart; `details` are what its rule filled in."""
    words = _bare(quote)
    around = "" if len(words) >= _ENOUGH else _bare(line)
    return _hashed(code, words, around, *(fold(_NUMBER.sub("#", one)) for one in details))


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, in their order, with those alike told apart: the first keeps its digits."""
    seen: Counter[str] = Counter()
    told: list[Finding] = []
    for one in findings:
        again = seen[one.fingerprint]
        seen[one.fingerprint] += 1
        told.append(replace(one, fingerprint=_hashed(one.fingerprint, str(again))) if again else one)
    return tuple(told)


def _bare(text: str) -> str:
    label = label_at(text.lstrip())
    return fold(text.lstrip()[label.end if label else 0 :])


def _hashed(*parts: str) -> str:
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
