"""How the benchmarks take the time of a job."""

from __future__ import annotations

import ctypes
import gc
import sys
import time
from collections.abc import Callable


def cpu_time(job: Callable[[], object]) -> float:
    """Run a job as if in a process of its own, and return the seconds of CPU time it took."""
    gc.collect()
    _give_back()
    start = time.process_time()
    job()
    return time.process_time() - start


def _give_back() -> None:
    """Give free memory back to the system.

    glibc keeps what a job frees, some of it in pieces. Whoever runs next pays for putting them together, or saves the
    system calls for new memory: the same job differed by a third, with the one that had run before it.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
