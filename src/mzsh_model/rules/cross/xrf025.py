"""XRF025 reviewed-version-changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mzsh_model.chinese.reviews import agrees
from mzsh_model.kernel.spelling import fold
from mzsh_model.model.base import Value
from mzsh_model.model.items import Cause, Issue, Measure
from mzsh_model.model.parts import Review
from mzsh_model.rules.cross.preconditions import unread
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers, Paper
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_ITEMS: tuple[type[Value], ...] = (Issue, Cause, Measure)


@rule(
    code="XRF025",
    name="reviewed-version-changed",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("审核把关：会上使用的应当是审核同意的那一稿，改了的要再审", "惯例"),
    zh=Message(
        "审核同意的是另一稿，这一稿和它有{count}处不同，没有写明再审。",
        "审的和用的不是一稿，等于没有审。",
        "改动送审核人再看，写明审核意见；或者用审过的那一稿。",
        "审核人：李四；审核时间：2026年1月15日；审核意见：同意",
    ),
    en=Message(
        "Another version was agreed to; this one differs from it in {count} places and tells of no review.",
        "What is used is not what was reviewed.",
        "Have the changes reviewed, or use the version that was.",
        "审核人：李四；审核时间：2026年1月15日；审核意见：同意",
    ),
)
def reviewed_version_changed(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """会上用的一稿，应当就是审核同意的那一稿。

    只看写明了审核意见、同意使用的；审核的几行、稿次和标题不算改动。用的一稿自己写明审核同意的不查；没有读全的不查。
    """
    apart = {paper.path for pair in meeting.doubles for paper in pair[1:]}
    for used in meeting.papers:
        older = [one for one in meeting.others if _is_of(one, used) and one.path not in apart]
        agreed = [one for one in older if _agreed(one)]
        if not agreed or _agreed(used):
            continue
        reviewed = max(agreed, key=lambda one: one.rank)
        yield from unread((used, reviewed))
        if not (used.is_read and reviewed.is_read):
            continue
        own, before = _lines(used), _lines(reviewed)
        changed = [line for line in own if line not in before] or [line for line in before if line not in own]
        if changed:
            review = next(at for at, one in reviewed.each(Review) if agrees(one.decision or ""))
            also = (hit(f"{review}/decision", paper=reviewed.path),)
            yield hit(_first_changed(used, reviewed), paper=used.path, also=also, count=len(changed))


def _is_of(one: Paper, used: Paper) -> bool:
    return (one.kind, one.scope, one.member) == (used.kind, used.scope, used.member)


def _agreed(paper: Paper) -> bool:
    return any(agrees(one.decision or "") for _, one in paper.each(Review))


def _lines(paper: Paper) -> list[str]:
    """What a paper says, line by line; without its title and the lines that tell of reviews."""
    anchors = paper.context.anchors
    left = {
        part.line
        for at, place in anchors.items()
        if at == "/title" or at.startswith("/reviews")
        for part in place.parts
    }
    folded = (fold(text) for number, text in paper.lines if number not in left)
    return [text for text in folded if text]


def _first_changed(used: Paper, reviewed: Paper) -> str:
    """The first item that the reviewed version has not, the title where all of them are there."""
    known = {fold(text) for kind in _ITEMS for text in _texts(reviewed, kind)}
    for kind in _ITEMS:
        for (at, _), text in zip(used.each(kind), _texts(used, kind), strict=True):
            if fold(text) not in known:
                return f"{at}/text"
    return "/title"


def _texts(paper: Paper, kind: type[Value]) -> Sequence[str]:
    return [str(node.__dict__["text"]) for _, node in paper.each(kind)]
