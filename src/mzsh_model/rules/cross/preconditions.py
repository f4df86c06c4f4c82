"""What has to be there, and read, before papers can be compared; what is not is said under 没有检查."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mzsh_model.rules.finding import Unchecked
from mzsh_model.rules.papers import MeetingPapers, Paper


def unread(papers: Iterable[Paper]) -> Iterator[Unchecked]:
    """Yield those of the papers that were not read whole, with the reason."""
    for paper in papers:
        if not paper.is_read:
            yield Unchecked(paper.path, f"没有读全，没有和别的材料核对：{paper.unread}")


def unread_parts(papers: Iterable[Paper]) -> Iterator[Unchecked]:
    """Yield those of the papers parts of which were not read: what such a paper does not say is not sure.

    It asks less than `unread`: a plan or minutes list no problems, and are read whole all the same.
    """
    for paper in papers:
        if paper.doubts.parts:
            yield Unchecked(paper.path, f"没有读全，没有和别的材料核对：{paper.doubts.parts[0].reason}")


def lacking(meeting: MeetingPapers, *kinds: tuple[str, str]) -> Iterator[Unchecked]:
    """Yield the kinds, each with its name, of which the meeting has no paper."""
    for kind, name in kinds:
        if not meeting.of(kind):
            yield Unchecked(name, f"文件夹里没有认出{name}，没有可核对的")


def read_whole(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Return those of the papers that were read whole."""
    return tuple(paper for paper in papers if paper.is_read)
