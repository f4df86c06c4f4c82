"""What a regular file holds that a person named: a draft, settings, a list, a baseline."""

from __future__ import annotations

import errno
import os
import stat

_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def regular_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return all of a file.

    Raises:
        OSError: it cannot be read, or is none: a pipe would hold us until somebody writes, a device may have no end.
    """
    handle = os.open(path, os.O_RDONLY | _FLAGS)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(handle)
