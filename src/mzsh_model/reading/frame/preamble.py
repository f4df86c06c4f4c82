"""The figures that the opening paragraphs state: opinions collected, talks held, last year's account."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Placeholder
from mzsh_model.model.parts import Channel, OpinionSummary, PriorSummary
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.told_facts import count_value

_X = r"[xX×＊*ｘ]"
_N = rf"(\d{{1,6}}|[一二两三四五六七八九十百千零〇]{{1,7}}|{_X}{{1,4}}|_{{2,}}|若干)"
_MANY = r"\s*(?:余|多|来)?\s*"
_TOTAL = lazy_pattern(
    rf"(?:意见(?:和|与|、)?建议|意见|建议)(?:共|合计|总计|累计|共计)?\s*{_N}{_MANY}[条个项]|{_N}{_MANY}[条个项](?:具体|原汁原味的?|书面)?(?:意见|建议)"
)
_ASPECTS = lazy_pattern(rf"(?:意见|建议|征集|征求|归纳|梳理|包含|涉及)[^。；]{{0,20}}?{_N}{_MANY}个方面(?!(?:的)?问题)")
_FOR_TEAM = lazy_pattern(rf"对(?:领导)?班子(?:的)?(?:意见(?:建议)?)?\s*{_N}{_MANY}[条个项]")
_FOR_MEMBERS = lazy_pattern(rf"对(?:班子)?成员(?:个人)?(?:的)?(?:意见(?:建议)?)?\s*{_N}{_MANY}[条个项]")
_CHANNELS = (
    (
        "座谈会",
        lazy_pattern(
            rf"(?:召开|组织|举办)[^，。；、]{{0,8}}?{_N}{_MANY}[场次个](?:[^，。；、]{{0,8}})座谈会|座谈会\s*{_N}{_MANY}[场次个]|座谈会"
        ),
    ),
    (
        "征求意见表",
        lazy_pattern(
            rf"(?:征求)?意见(?:征求)?表\s*{_N}{_MANY}[份张]|{_N}{_MANY}[份张](?:征求)?意见(?:征求)?表|征求意见表|征求意见函|意见征求表"
        ),
    ),
    ("意见箱", lazy_pattern(rf"意见箱\s*{_N}{_MANY}个|意见箱")),
    (
        "个别访谈",
        lazy_pattern(rf"(?:个别访谈|个别谈话|走访)(?:[^，。；、]{{0,8}}?){_N}{_MANY}[人户名次]|个别访谈|个别谈话"),
    ),
    ("网络", lazy_pattern(r"网络(?:平台|征求|问卷)|线上(?:征求|问卷)|电子邮箱|微信(?:群)?征求|调查问卷|问卷调查")),
)
_TALKS = lazy_pattern(
    rf"(?:谈心谈话|谈心|交心谈心|谈话)(?:活动)?(?:共|累计|达|共计)?\s*{_N}{_MANY}(?:余)?\s*(?:人次|次)"
)
_PRIOR_HINT = lazy_pattern(r"上年度?|上一年度?|上次|去年|反馈|整改")
_PRIOR_ISSUES = lazy_pattern(
    rf"{_N}{_MANY}[个项条](?:方面)?(?:的)?(?:具体|突出|主要)?(?:问题|整改任务)|问题(?:共|合计)?\s*{_N}{_MANY}[个项条]"
)
_PRIOR_MEASURES = lazy_pattern(rf"(?:整改)?措施\s*{_N}{_MANY}[条项个]|{_N}{_MANY}[条项个](?:整改)?措施")
_PRIOR_DONE = lazy_pattern(
    rf"(?:已(?:全部)?(?:完成|整改|销号|整改到位|整改完成)|目前完成|完成整改)(?:到位)?\s*{_N}{_MANY}[条项个]"
)

_Hit = tuple[int | Placeholder, Span]


def _first(pattern: re.Pattern[str], spans: Sequence[Span]) -> _Hit | None:
    for span in spans:
        found = pattern.search(span.block.text, span.start, span.end)
        if found is not None and found.lastindex:
            group = next(i for i in range(1, found.re.groups + 1) if found[i] is not None)
            return count_value(found[group]), Span(span.block, *found.span(group))
    return None


def read_opinions(spans: Sequence[Span], draft: Draft, path: str) -> OpinionSummary | None:
    """Return what `spans` state about the opinions collected; None where they say nothing."""
    counts: dict[str, int | Placeholder] = {}
    for name, pattern in (
        ("total", _TOTAL),
        ("aspects", _ASPECTS),
        ("for_team", _FOR_TEAM),
        ("for_members", _FOR_MEMBERS),
    ):
        if hit := _first(pattern, spans):
            counts[name] = hit[0]
            draft.anchor_span(f"{path}/{name}", hit[1])
    channels: list[Channel] = []
    for name, pattern in _CHANNELS:
        for span in spans:
            if found := pattern.search(span.block.text, span.start, span.end):
                group = next((i for i in range(1, found.re.groups + 1) if found[i] is not None), 0)
                at = f"{path}/channels/{len(channels)}"
                draft.anchor_span(at, Span(span.block, *found.span()))
                if group:
                    draft.anchor_span(f"{at}/count", Span(span.block, *found.span(group)))
                channels.append(Channel(name=name, count=count_value(found[group]) if group else None))
                break
    if not counts and not channels:
        return None
    return OpinionSummary(channels=tuple(channels), **counts)


def read_talks(spans: Sequence[Span], draft: Draft, path: str) -> int | Placeholder | None:
    """Return how many talks `spans` state; None where they say nothing."""
    hit = _first(_TALKS, spans)
    if hit is None:
        return None
    draft.anchor_span(path, hit[1])
    return hit[0]


def read_prior(spans: Sequence[Span], draft: Draft, path: str) -> PriorSummary | None:
    """Return what `spans` state about last year's account; None where they say nothing."""
    near = [s for s in spans if _PRIOR_HINT.search(s.text)]
    counts: dict[str, int | Placeholder] = {}
    for name, pattern in (("issues", _PRIOR_ISSUES), ("measures", _PRIOR_MEASURES), ("done", _PRIOR_DONE)):
        if hit := _first(pattern, near):
            counts[name] = hit[0]
            draft.anchor_span(f"{path}/{name}", hit[1])
    return PriorSummary(**counts) if counts else None
