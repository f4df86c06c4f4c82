"""XRF011 theme-differs."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.spelling import fold
from mzsh_model.rules.cross.themes import theme_of
from mzsh_model.rules.cross.wording import alike
from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, rule

_SAME_THEME = 0.8


@rule(
    code="XRF011",
    name="theme-differs",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("民主生活会按确定的主题召开，各份材料的主题应当一致", "惯例"),
    zh=Message(
        "这里写的会议主题与另一份材料不一样：“{theme}”。",
        "一次会只有一个主题，写得不一样，会被看作抄了别处或往年的。",
        "按上级通知的主题统一。",
        "会议主题：锲而不舍落实中央八项规定精神，推进作风建设常态化长效化。",
    ),
    en=Message(
        "The theme “{theme}” is not the one that another paper states.",
        "A meeting has one theme; another one looks copied from elsewhere.",
        "Use the theme of the notice everywhere.",
        "会议主题：锲而不舍落实中央八项规定精神，推进作风建设常态化长效化。",
    ),
)
def theme_differs(meeting: MeetingPapers) -> Iterator[Hit]:
    """一次会的各份材料，写到的会议主题应当一样。

    只写一部分的不算不一样，差几个字的也不算；与写得最多的那个比。
    """
    told = [(paper, theme) for paper in meeting.papers if (theme := theme_of(paper)) is not None]
    if len(told) < 2:
        return
    likes = [sum(_same(theme.text, other.text) for _, other in told) for _, theme in told]
    at = likes.index(max(likes))
    chosen, wanted = told[at]
    for paper, theme in told:
        if not _same(theme.text, wanted.text):
            also = (Hit("", wanted.line, wanted.start, wanted.end, paper=chosen.path),)
            values = (("theme", theme.text),)
            yield Hit("", theme.line, theme.start, theme.end, values=values, paper=paper.path, also=also)


def _same(one: str, other: str) -> bool:
    bare, rest = fold(one), fold(other)
    return bare in rest or rest in bare or alike(one, other) >= _SAME_THEME
