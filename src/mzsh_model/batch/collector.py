"""Python's cyclic garbage collector, held back by our own command while it works on a file.

It belongs to the whole process: the library leaves that of whoever imports it alone. It looks through all young objects
every few hundred allocations and through all of them now and then; of a reading nearly all live on, so that on a long
document a quarter of the time went there for nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def collector_held() -> Generator[None]:
    """Hold the collector back inside; left as it was found. With threads, the first that leaves lets it go for all.

    >>> with collector_held():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
