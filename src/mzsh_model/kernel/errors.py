"""Everything the library raises on purpose.

One tree, one line per message: what is wrong, where, what to do. A message never quotes the text of a document (it is
people's names and criticism) and never shows a path of the tool itself.
"""

from __future__ import annotations

_LONGEST = 400
_SPACES = "\u3000\xa0"


def one_line(text: str) -> str:
    """Return `text` as one printable line of at most 400 characters.

    Control, format, bidirectional, surrogate and rare space characters are shown as escapes, so that no log or terminal obeys them.
    """
    shown = "".join(c if c.isprintable() or c in _SPACES else c.encode("unicode_escape").decode("ascii") for c in text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"


class MzshError(Exception):
    """Base of every error raised on purpose.

    `code` is stable and kebab-case (`package-encrypted`); the message is one line in Chinese.
    """

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        self.message: str = one_line(message)
        super().__init__(self.message)

    def __reduce__(self) -> tuple[type[MzshError], tuple[str, str]]:
        return type(self), (self.code, self.message)  # from another process, too


class InputError(MzshError):
    """What came from outside cannot be used."""


class BadPackage(InputError):
    """Not a Word file we can read: another format, encrypted, damaged, or over a named limit."""


class BadModel(InputError):
    """JSON or a value that does not fit the model; the message names the path and what was expected."""


class UnknownSchema(InputError):
    """A model written by a newer schema than this library knows; the message names the version."""


class NewerSchema(UserWarning):
    """A model written by a newer minor version was read, without the fields that version added; the message names them."""


class WrongKind(InputError):
    """The file is another kind of document than the caller asked for."""


class CallerError(MzshError, ValueError):
    """The call is wrong."""


class BadPath(CallerError):
    """A model path that leads nowhere."""


class BadEdit(CallerError):
    """An edit that cannot be stored faithfully in this file; nothing was written."""


class UnknownRule(CallerError):
    """No rule has this code or name; the message offers the nearest ones."""


class BadProfile(CallerError):
    """A profile with an unknown key or an unfit value; the message offers the nearest key."""


class StaleAnchor(CallerError):
    """The document is not the one the value was read from."""


class SaveError(MzshError):
    """A file that could not be saved; the target is as it was before."""


class BrokenLaw(MzshError):
    """A bug of this library: names the law that does not hold."""


def expect(given: object, kinds: tuple[type, ...], name: str, wanted: str) -> None:
    """Refuse an argument of another type: who calls without a type checker is told in words what belongs there.

    Raises:
        CallerError: `given` is of none of `kinds`.
    """
    if not isinstance(given, kinds):
        said = f"{_joined(_joined(name, '应为'), wanted)}，给的是 {type(given).__name__}。请换成前者"
        raise CallerError("call-type", said)


def _joined(one: str, other: str) -> str:
    """Two pieces of a Chinese sentence, a space between them only where a Latin word meets a hanzi."""
    return f"{one}{' ' if one[-1].isascii() or other[0].isascii() else ''}{other}"
