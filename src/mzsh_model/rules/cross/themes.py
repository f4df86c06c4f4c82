"""The theme of the meeting as a paper's lines state it: 会议主题为“…”, 紧扣“…”主题, a heading 会议主题 with its line."""

from __future__ import annotations

from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.parts import Meeting
from mzsh_model.rules.papers import Paper

_QUOTED = '[“"「](?P<theme>[^”"」]{8,200})[”"」]'
_STATED = (
    lazy_pattern(rf"主题(?:[\u4e00-\u9fff]{{0,4}}[是为：:]|[：:])?\s*{_QUOTED}"),
    lazy_pattern(rf"(?:围绕|紧扣|聚焦|突出|把握|以)\s*{_QUOTED}\s*(?:这一|这个|为|的)?\s*(?:会议)?主题"),
    lazy_pattern(r"会议主题(?:是|为|：|:)\s*(?P<theme>[^“”\"。；]{8,200})"),
)
_HEADING = lazy_pattern(
    r"^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])?\s*(?:会议)?主题\s*$"
)


class Theme(NamedTuple):
    """A theme and where it stands: line (1-based) and characters."""

    text: str
    line: int
    start: int
    end: int


def theme_of(paper: Paper) -> Theme | None:
    """Return the first theme that a paper states, None where it states none; what its reader took for it goes first."""
    anchors = paper.context.anchors
    for at, held in paper.each(Meeting):
        place = anchors.get(f"{at}/theme")
        if held.theme and place is not None:
            return Theme(held.theme, place.line, place.start, place.end)
    heading = False
    for number, text in paper.lines:
        if heading and len(text.strip()) >= 8:
            bare = text.strip().strip("“”。；")
            start = text.index(bare)
            return Theme(bare, number, start, start + len(bare))
        heading = _HEADING.match(text) is not None
        for pattern in _STATED if "主题" in text else ():
            if found := pattern.search(text):
                return Theme(found["theme"], number, *found.span("theme"))
    return None
