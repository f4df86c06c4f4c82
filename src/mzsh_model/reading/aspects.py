"""Which headings and phrases name a 方面, and which one of the year's catalogue."""

from __future__ import annotations

from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.catalogue import match_aspect
from mzsh_model.model.items import Aspect
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import sentences
from mzsh_model.outline.tree import Node
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.words.lexicon import role_of_label

_IN_ITEM = lazy_pattern(
    r"在?(?P<name>带头[^。；：:]{2,90}?)方面(?=[，,。：:、；;]|还|仍|也|存|有|主要|$)|(?P<from>在)(?P<other>[^。；：:，,]{2,40}?(?<![个下些几等多]))方面(?=[，,：:])"
    r"|(?P<bare>[^。；：:，,]{2,20}?(?<![个下些几等多]))方面(?=[：:，,])"
)
_REST = r"(?:的|存在|还|有|主要|突出|问题|不足|差距|情况|短板|和|及)"
_OPENS = lazy_pattern("在?带头[^。；：:]{2,90}?方面(?=[。：:])")
_SHORTEST = 12
_HEAD = lazy_pattern(rf"(?:关于|在|聚焦|围绕)?[^。；：:]{{2,90}}?方面(?=[。：:，,；;\s]|{_REST}+(?:[。：:；;\s]|$)|$)")


class AspectFinder:
    """Knows the aspects of one document, by its year; aspects are told apart by where they stand."""

    def __init__(self, year: int | None) -> None:
        self.year = year

    def of_heading(self, node: Node) -> tuple[int, int] | None:
        """Return the stretch of a heading that names an aspect, None where it names none."""
        if node.block is None:
            return None
        text, (start, end) = node.block.text, node.title
        found = _HEAD.match(text, start, end)
        if found:
            return start, found.end()
        if node.has_body and end - start <= _SHORTEST and (behind := _OPENS.match(text, *node.body)):
            return behind.span()  # 照信仰。带头……方面：
        bare = text[start:end].rstrip("。.：:；;，,、 ")
        if role_of_label(bare) is not None or len(bare) > 80:
            return None
        if not node.is_bare_heading and "带头" not in bare and label_at(text, node.body[0]) is None:
            return None  # the first sentence of an item, unless the notice words it so, or a list follows
        if match_aspect(bare, self.year) is not None:
            return start, start + len(bare)
        return None


RUN_IN_ASPECT = lazy_pattern("在[^。；：:]{2,90}方面")
"""An aspect that its problem goes on with after a comma: 在作风方面，下乡少。"""
ONE_SENTENCE = ("存在", "还", "仍")
"""How what is said of an aspect goes on with its name in one sentence: 在学习方面，还存在……"""
POINTS = ("对照", "聚焦", "围绕")
"""How a clause begins that only says against what a problem was found: 对照党章党规，……"""
_NOTHING_MORE = lazy_pattern(rf"[，,]?{_REST}*(?:(?:是|为|在于|[表体]现[为在])[：:]|[。：:；;])?")


_OPENER = lazy_pattern(
    r"(?:在|围绕|聚焦|对照|关于)?(?P<name>带头(?:(?!方面)[^。；;：:]){2,90}?|(?:(?!方面)[^。；;：:，,]){2,60}?(?<![个下些几等多]))方面(?:的)?(?:主要|突出)?(?:问题|不足)?(?=[：:，,。—]|还|仍|存在|主要|(?<=方面)是(?!否|非))"
    r"|(?:围绕|聚焦|对照)(?P<by>[^。；;：:，,]{2,60})[，,](?=(?:主要)?(?:查摆|检视|查找|梳理|剖析|存在|发现)[^。；;：:，,]{0,12}[：:])"
)
_POINTED = lazy_pattern(
    r"(?P<how>聚焦|围绕|对照|[谈讲说提]到|[谈论]及)(?P<by>[^。；;：:，,]{2,30})[，,：:]"
    r"(?:[^。；;：:，,“”]{1,6}(?:说|讲|谈|坦言|认为|检讨)[，,：:]|[^。；;：:“”]{2,16}[：:])?"
)
"""How clauses begin that are of an aspect each, where several begin so: 聚焦党性修养，……；谈到担当作为，他说，……"""
_NAMED = lazy_pattern(r"(?P<by>[^。；;：:，,]{4,40})[，,：:](?:[^。；;：:，,]{0,6}是(?:因为)?)?")
"""How a clause begins with the bare wording of an aspect: 形式主义，照出来的是……；官僚主义，是……"""
_FIRST = lazy_pattern(r"(?<=问题|不足|毛病|短板|差距|缺点)[，,]|(?<=[题足病板距点][是有为])[，,]?")
"""Behind which words of a sentence the first of several aspects may begin: 查出三个方面四个问题，学习方面是……；作风方面是……"""
_LEADS = lazy_pattern(
    r"[，,]?(?:主要|还|仍|班子|我们?|党[组委]|支部|总支)*(?:查摆|检视|查找|梳理|剖析|存在|发现|表现)[^。；;：:，,]{0,12}[：:]"
)


_OF_MEETING = lazy_pattern(
    "(?:会议|会前|会后)?(?:准备|筹备|召开)(?:工作|情况)?$|^(?:会议|会前|会后)|(?:原因|根源|措施)(?:分析|剖析)?$"
)
"""What names a part of a report and no aspect: 会议准备方面."""


class ByAspect(NamedTuple):
    """A part of a paragraph that is of one aspect: where it begins, where the aspect is named, where what is said of it stands."""

    start: int
    name: tuple[int, int]
    said: tuple[int, int]


def parts_by_aspect(text: str, start: int, end: int) -> list[ByAspect]:
    """Return the parts of a paragraph that begin, each in a sentence or clause of its own, with the name of an aspect.

    >>> text = "查摆的问题有：在政治建设方面，学得浅；在作风建设方面，一是下乡少；二是会多。"
    >>> [(text[slice(*part.name)], text[slice(*part.said)]) for part in parts_by_aspect(text, 0, len(text))]
    [('在政治建设方面', '学得浅；'), ('在作风建设方面', '一是下乡少；二是会多。')]
    """
    opened: list[tuple[int, tuple[int, int], int]] = []
    lows = [low for low, _ in sentences(text, start, end, clauses=True)]
    lows += [at + 1 for at in range(start, end - 1) if text[at] in "：:"]
    firsts = {found.end() for found in _FIRST.finditer(text, start, end)} - {*lows}
    lows += firsts
    for low in sorted(set(lows)):
        found = _OPENER.match(text, low, end)
        if found is not None and found["name"] and _OF_MEETING.search(found["name"]):
            continue
        if found is not None and low in firsts and text[found.end() : found.end() + 1] != "是":
            continue
        if found is None or (opened and low < opened[-1][2]) or label_at(text, low) is not None:
            continue
        name = (low, found.end("name") + 2) if found["name"] else found.span("by")
        lead = _LEADS.match(text, found.end(), end)
        at = after_marks(text, lead.end() if lead else found.end())
        opened.append((low, name, at + (text[at : at + 1] == "是")))  # 学习方面是读得少
    if not opened:
        bare = [low for low in sorted(set(lows)) if label_at(text, low) is None]
        named = [one for low in bare if (one := _NAMED.match(text, low, end)) is not None]
        wordings = [one for one in named if match_aspect(one["by"], None) is not None] if len(named) > 1 else []
        opened = [(one.start(), one.span("by"), one.end()) for one in wordings] if len(wordings) > 1 else []
    if not opened:
        pointed = [one for low in sorted(set(lows)) if (one := _POINTED.match(text, low, end)) is not None]
        if len(pointed) > 1 and len({one["how"] for one in pointed}) == 1:
            opened = [(one.start(), one.span("by"), one.end()) for one in pointed]
    ends = (*(low for low, _, _ in opened[1:]), end)
    return [
        ByAspect(low, name, (at, close)) for (low, name, at), close in zip(opened, ends, strict=False) if at < close
    ]


def begins_with_aspect(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph begins with the name of an aspect."""
    return next((part.start == start for part in parts_by_aspect(text, start, end)), False)


def behind_aspect(text: str, at: int, end: int) -> int:
    """Return where a paragraph goes on behind an aspect that heads it, and behind words that only say that it has problems."""
    rest = _NOTHING_MORE.match(text, at, end)
    at = rest.end() if rest and text[rest.end() - 1] in "。：:；;" else at
    while at < end and text[at] in "。：:，, ":
        at += 1
    return at


def names_nothing_more(text: str, start: int, end: int) -> bool:
    """Tell whether what stands behind an aspect in its heading only says that it has problems: …方面的问题, …方面存在的不足."""
    return _NOTHING_MORE.fullmatch(text, start, end) is not None


def aspect_in_item(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where an item names its own aspect: `在带头……方面，还存在……问题`."""
    found = _IN_ITEM.match(text, start, end)
    if found is None:
        return None
    return found.start(), text.index("方面", found.start()) + 2 if found["name"] is None else found.end()


def after_marks(text: str, at: int) -> int:
    """Return where the text goes on behind the marks that close a heading."""
    while at < len(text) and (text[at].isspace() or text[at] in "。.．：:，,；;、）)】—"):
        at += 1
    return at


def behind_lead(text: str, at: int, end: int) -> int:
    """Return where a paragraph goes on behind its aspect, and behind words that only say who looked for what: 党委检视到：……"""
    at = after_marks(text, at)
    lead = _LEADS.match(text, at, end)
    return lead.end() if lead is not None and lead.end() < end else at


def aspect_value(name: str, year: int | None) -> Aspect:
    """Return the aspect that `name` names, with its entry in the year's catalogue where there is one."""
    entry = match_aspect(name, year)
    return Aspect(name=name) if entry is None else Aspect(id=entry.id, name=name, canonical=entry.canonical)


class AspectList:
    """The aspects of a document in order; `at` gives the one at a heading, noting it at first sight."""

    def __init__(self, year: int | None, draft: Draft, path: str = "/aspects") -> None:
        self._year = year
        self._draft = draft
        self._path = path
        self._at: dict[object, int] = {}
        self.values: list[Aspect] = []

    def at(self, key: object, span: Span) -> Aspect:
        """Return the aspect that the stretch names; `key` tells headings apart."""
        if key not in self._at:
            self._at[key] = len(self.values)
            name = self._draft.anchor_span(f"{self._path}/{len(self.values)}/name", span)
            self._draft.anchor(f"{self._path}/{len(self.values)}", span.place())
            self.values.append(aspect_value(name, self._year))
        return self.values[self._at[key]]
