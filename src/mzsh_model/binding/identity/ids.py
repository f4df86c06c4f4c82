"""The ids that items carry through edits: 16 Crockford base-32 characters, 80 bits, in lower case.

Letters and digits only, because they stand in bookmark names, which LibreOffice rewrites where they hold anything else
and cuts at 40 characters (measured).
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from hashlib import sha256
from itertools import count

from mzsh_model.kernel.patterns import lazy_pattern

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 16
_BYTES = 10
ID_FORM = rf"[{_DIGITS}]{{{_LENGTH}}}"
"""Regular expression of a minted id; the ids that readers count (`i1`) never match it."""

_FORM = lazy_pattern(ID_FORM)


def is_minted(text: str) -> bool:
    """Tell whether `text` has the form of a minted id."""
    return _FORM.fullmatch(text) is not None


def mint(taken: Collection[str] = (), *, seed: str | None = None) -> Iterator[str]:
    """Yield ids without end, none twice and none of `taken`: what was an id once is never another item's.

    From the system's randomness, or from `seed`: the same seed gives the same ids in the same order.

    >>> next(mint(seed="a")) == next(mint(seed="a")) != next(mint(seed="b"))
    True
    """
    given = set(taken)
    for number in count():
        drawn = os.urandom(_BYTES) if seed is None else sha256(f"{number}:{seed}".encode()).digest()[:_BYTES]
        fresh = _spelled(int.from_bytes(drawn, "big"))
        if fresh not in given:
            given.add(fresh)
            yield fresh


def _spelled(number: int) -> str:
    return "".join(_DIGITS[number >> 5 * place & 31] for place in reversed(range(_LENGTH)))
