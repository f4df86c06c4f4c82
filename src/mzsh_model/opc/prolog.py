"""What stands before the root of an XML part: a DTD there is looked for in every part, before any of them is read (OPC M1.18)."""

from __future__ import annotations

import re

from mzsh_model.kernel.patterns import lazy_pattern

_PROLOG = lazy_pattern(r"(?:\s+|<!--.*?-->|<\?.*?\?>)*", re.DOTALL)


def has_dtd(head: str) -> bool | None:
    """Tell whether a DTD stands in the prolog of a part that begins with `head`, None where `head` ends before that is known.

    >>> has_dtd("<?xml version='1.0'?><!-- a --><w:p>"), has_dtd("<!DOCTYPE a>"), has_dtd("<!-- <!DOCTYPE")
    (False, True, None)
    """
    found = _PROLOG.match(head)
    rest = head[found.end() :] if found is not None else head
    if rest.startswith("<!DOCTYPE"):
        return True
    opened = len(rest) > 1 and rest[0] == "<" and rest[1] not in "!?"
    return False if opened or (rest and rest[0] != "<") else None


def decoded(head: bytes) -> str:
    """Return the beginning of a part as text: UTF-16 by its mark or by the zeros of its first characters, else byte for byte."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    if head[1:2] == b"\0" or head[:1] == b"\0":
        return head.decode("utf-16-le" if head[1:2] == b"\0" else "utf-16-be", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
