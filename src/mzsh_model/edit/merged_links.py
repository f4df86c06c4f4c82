"""Two people's links joined: what hangs on where items stand is nobody's to drop, what somebody told or dropped is."""

from __future__ import annotations

from mzsh_model.model.items import Link, LinkBasis

_Links = tuple[Link, ...]


def merged_links(base: _Links, ours: _Links, theirs: _Links, *, gone: tuple[set[str], set[str]]) -> _Links:
    """Return the links of both sides, but for those that one dropped; `gone` are the ids of the items that each removed.

    One that went with its item stays if the item does, and so does one that hangs on what else is said. What both sides
    tie for different reasons is one tie.
    """
    if ours == base == theirs:
        return ours
    (lost_here, lost_there), was, mine, others = gone, set(base), set(ours), set(theirs)

    def stays(link: Link, lost: set[str]) -> bool:
        return hangs(link) or link not in was or not lost.isdisjoint(_ends(link))

    kept = [link for link in ours if link in others or stays(link, lost_there)]
    tied = {_ends(link) for link in mine if hangs(link)}
    came = (link for link in theirs if link not in mine and not (hangs(link) and _ends(link) in tied))
    return (*kept, *(link for link in came if stays(link, lost_here)))


def hangs(link: Link) -> bool:
    """Tell whether a link follows from where its items stand and what they say, so that it is nobody's to drop."""
    return link.basis not in (LinkBasis.ID, LinkBasis.LABEL)


def _ends(link: Link) -> frozenset[str]:
    return frozenset(end for end in (link.issue, link.cause, link.measure) if end is not None)
