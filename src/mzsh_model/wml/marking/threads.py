"""Which comment answers which, and what is resolved: the part commentsExtended (MS-DOCX, commentEx).

It speaks of comments by the id of their last paragraph (w14:paraId).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_YES = frozenset({"1", "true", "on"})


class ThreadState(NamedTuple):
    """A comment in its thread: the comment it answers, as an index, and whether the thread is resolved."""

    parent: int | None
    resolved: bool


def read_threads(comments: Sequence[etree._Element], extended: etree._Element | None, w: str) -> list[ThreadState]:
    """Return the state of each w:comment.

    A comment whose answer chain comes back to itself is cut loose. Resolved is what is marked so or answers such a one:
    Word resolves threads, and an answer written afterwards by another program may lack the mark.
    """
    entries: dict[str, etree._Element] = {}
    if extended is not None:
        for entry in extended.iterchildren(W15 + "commentEx"):
            entries.setdefault(entry.get(W15 + "paraId", "").upper(), entry)
    owners: dict[str, int] = {}
    own: list[etree._Element | None] = []
    for index, comment in enumerate(comments if entries else ()):
        idents = [ident.upper() for p in comment.iter(w + "p") if (ident := p.get(W14 + "paraId", ""))]
        for ident in idents:
            owners.setdefault(ident, index)
        own.append(next((entries[ident] for ident in reversed(idents) if ident in entries), None))
    if not own:
        return [ThreadState(None, False)] * len(comments)
    answered = [None if e is None else owners.get(e.get(W15 + "paraIdParent", "").upper()) for e in own]
    done = [e is not None and e.get(W15 + "done", "").strip().lower() in _YES for e in own]
    return _states(answered, done)


def _states(parents: list[int | None], done: list[bool]) -> list[ThreadState]:
    """Follow every chain of answers once, from where it is not known yet."""
    found: list[ThreadState | None] = [None] * len(parents)
    for index in range(len(parents)):
        chain: dict[int, None] = {}
        at: int | None = index
        while at is not None and at not in chain and found[at] is None:
            chain[at] = None
            at = parents[at]
        before = None if at is None or at in chain else at
        known = found[before] if before is not None else None
        resolved = known is not None and known.resolved
        for link in reversed(chain):
            resolved = resolved or done[link]
            found[link] = ThreadState(before, resolved)
            before = link
    return [state for state in found if state is not None]
