"""What opens the page: a token in its address, and a door for the browser that is opened, good for one time."""

from __future__ import annotations

import secrets

_LENGTH = 32
_DOOR = "open"


class Key:
    """A token of 256 random bits.

    Programs of other people on this machine can see with which address a browser was started: that one has another secret,
    which is void once it was used.
    """

    def __init__(self) -> None:
        self.token: str = secrets.token_urlsafe(_LENGTH)
        self._once = secrets.token_urlsafe(_LENGTH)

    @property
    def home(self) -> str:
        """The path of the page."""
        return f"/{self.token}/"

    @property
    def door(self) -> str:
        """The path that leads there one time."""
        return f"/{_DOOR}/{self._once}"

    def fits(self, path: str) -> bool:
        """Tell whether a path begins with the token."""
        return _same(path.removeprefix("/").partition("/")[0], self.token)

    def enter(self, path: str) -> bool:
        """Tell whether a path is the door, and close it."""
        if not self._once or not _same(path, self.door):
            return False
        self._once = ""
        return True


def _same(given: str, held: str) -> bool:
    """Compare in a time that does not tell how much was right."""
    return secrets.compare_digest(given.encode("utf-8", "replace"), held.encode())
