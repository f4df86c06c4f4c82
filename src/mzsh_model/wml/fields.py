"""Complex fields in a paragraph: from the run of their begin to that of their end (ECMA-376 17.16.18)."""

from __future__ import annotations

from mzsh_model.wml.markup import Stretch, Tag
from mzsh_model.wml.spans import refused

_ELSEWHERE = ("txbxContent", "del", "moveFrom")


def field_around(stretch: Stretch, w: str, opened: int, at: int) -> Tag | None:
    """Return the bytes of the outermost complex field around byte `at` of a paragraph, None where there is none.

    `opened` is how many fields are open where the paragraph begins.

    Raises:
        BadEdit: the field begins or ends in another paragraph.
    """
    elsewhere = tuple(w + name for name in _ELSEWHERE)
    start = stretch.span.start if opened else None
    outside = bool(opened)
    for mark in stretch.root.iter(w + "fldChar"):
        kind = mark.get(w + "fldCharType")
        run = next(mark.iterancestors(w + "r"), None)
        if run is None or kind not in ("begin", "end") or next(mark.iterancestors(elsewhere), None) is not None:
            continue
        tag = stretch.tags[run]
        if kind == "begin":
            if not opened:
                start = tag.start
            opened += 1
        elif opened:
            opened -= 1
            if not opened and start is not None:
                if start <= at < tag.end:
                    if outside:
                        raise refused("field")
                    return Tag(start, start, tag.end, tag.end)
                start, outside = None, False
    if start is not None and start <= at:
        raise refused("field")
    return None
