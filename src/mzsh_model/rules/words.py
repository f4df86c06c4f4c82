"""The word lists of a profile, looked for all at once."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=64)
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of `words`, wherever it stands; with no words it finds nothing.

    >>> any_of(("编制", "户口")).search("受户口限制") is not None
    True
    """
    return re.compile("|".join(map(re.escape, words)) if words else r"(?!)")
