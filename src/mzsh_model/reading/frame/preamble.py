"""The figures that the opening paragraphs state: opinions collected, talks held, last year's account."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Placeholder
from mzsh_model.model.parts import Channel, OpinionSummary, PriorSummary, TalkCount
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Draft, Span, joined_place
from mzsh_model.reading.told_facts import count_value

_X = r"[xX×＊*ｘ]"
_N = rf"(\d{{1,6}}|[一二两三四五六七八九十百千零〇]{{1,7}}|{_X}{{1,4}}|_{{2,}}|若干)"
_ENDS = r"(?=\s*[，,；;。.（(）)]|$)"
"""How a number ends where telegrams leave its unit out: 问题8;完成7."""
_MANY = r"\s*(?:余|多|来)?\s*"
_SUM = r"(?:[，,：:]?\s*(?:总数|数量|条数|共|合计|总计|累计|共计|总共|计|达|有)){0,2}"
_GOT = r"(?:[，,]?\s*(?:总共|一共|共计|合计|累计|共)?(?:收到|收集|征集|征求|听取|整理|汇总)(?:到|了|上来)?)?"
_NOT_MUTUAL = "".join(f"(?<!{one}{verb})" for one in "互相" for verb in ("提", "提了", "提出", "提出了"))
_OPINIONS = rf"(?<!批评){_NOT_MUTUAL}(?:意见(?:和|与|、|及)?建议|意见|建议)"
_TOTAL = lazy_pattern(
    rf"{_OPINIONS}(?:{_SUM}|{_GOT})\s*[（(]?{_N}{_MANY}[条个项]|(?<!\d){_NOT_MUTUAL}{_N}{_MANY}[条个项]次?(?:具体|原汁原味的?|书面)?(?:意见|建议)(?!箱|征?求?[表函])|{_OPINIONS}(?:条数|数量|总数)\s*{_N}(?![\d条个项份])|意见[：:][^。：:]{{0,80}}?(?:合计|共计|共)\s*{_N}\s*条"
)
_NEAR = 30
_IN_ALL = lazy_pattern(r"(?:共|合计|总计|累计)[^，,。；;、]{0,12}$")
_MERGED = lazy_pattern(
    rf"(?:归纳|归并|梳理|整理|合并|汇总|归集|同类项)+(?:后|为|成|出|形成|共|有)+\s*(?:[\d一二两三四五六七八九十]{{1,3}}\s*个?(?:大)?方面(?:共)?)?{_N}{_MANY}(?:[条项类]|大类)(?!方面)"
)
_ASPECTS = lazy_pattern(rf"(?:意见|建议|征集|征求|归纳|梳理|包含|涉及)[^。；]{{0,20}}?{_N}{_MANY}个方面(?!(?:的)?问题)")
_ABOUT = r"(?:对|涉及|针对|关于|给|说|提|其中[：:]?|，|,|、|；|;|（|\()\s*"
_OF_UNIT = r"(?:领导|党[组委]|党工委|党总支|[党总]支部|常委会?|支委会?|委员会|局|院|校|公司|两委|“两委”)*"
_OF_THEM = r"(?:的)?(?:意见(?:和|与)?(?:建议)?)?(?:有|共)?"
_FOR_TEAM = lazy_pattern(
    rf"{_ABOUT}{_OF_UNIT}(?:班子(?:集体|整体)?|(?:党[组委]|支部|常委会|支委会)(?:集体)?|(?<=[对及于])集体)(?:方面)?{_OF_THEM}\s*{_N}{_MANY}[条个项]|意见[：:][^。：:]{{0,80}}?[；;，,]\s*班子\s*{_N}{_ENDS}"
)
_FOR_MEMBERS = lazy_pattern(
    rf"{_ABOUT}{_OF_UNIT}(?:(?:班子)?成员(?:个人|本人)?|个人|(?<=[对及于给])[^，。；、]{{0,4}}(?:常委|委员|班子|领导)同志)(?:方面)?{_OF_THEM}\s*{_N}{_MANY}[条个项]|意见[：:][^。：:]{{0,80}}?[；;，,]\s*(?:成员|个人)\s*{_N}{_ENDS}"
)
_ADOPTED = lazy_pattern(
    rf"(?<![未不])采纳(?:了|的)?(?:意见|建议|合理化)*(?:有|共)?\s*{_N}{_MANY}[条个项]|{_N}{_MANY}[条个项](?:意见|建议)*(?:已|均|被|予以|得到)+采纳"
)
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
            rf"(?:征求)?意见(?:征求)?[表函]\s*{_N}{_MANY}[份张]|{_N}{_MANY}[份张](?:征求)?意见(?:征求)?[表函]|征求意见[表函]|意见征求[表函]"
        ),
    ),
    ("意见箱", lazy_pattern(rf"意见箱\s*{_N}{_MANY}个|意见箱")),
    (
        "个别访谈",
        lazy_pattern(
            rf"(?:个别访谈|个别谈话|走访)(?:[^，。；、]{{0,8}}?){_N}{_MANY}[人户名次家个]|个别访谈|个别谈话|走访"
        ),
    ),
    (
        "网络",
        lazy_pattern(
            rf"(?:线上|网络|电子)问卷\s*{_N}{_MANY}[份张]|网络(?:平台|征求|问卷)|线上(?:征求|问卷)|电子邮箱|微信(?:群)?征求"
        ),
    ),
    (
        "调查问卷",
        lazy_pattern(
            rf"(?<!线上)(?<!网络)(?<!电子)(?:调查)?问卷(?:调查)?\s*{_N}{_MANY}[份张]|{_N}{_MANY}[份张](?:调查)?问卷|调查问卷|问卷调查"
        ),
    ),
)
_TALK = r"(?:谈心谈话|交心谈心|谈心交心|谈心|谈话|互谈|谈了|(?<![座漫洽商访面会])谈(?=\s*\d))"
_TALKS = lazy_pattern(
    rf"{_TALK}(?:活动|方面|情况|工作)?(?:(?:[：:]|[，,])?\s*(?:人均|每人)[^，,。；;]{{0,6}}\d{{1,3}}\s*(?:人次|次|人)[，,])?{_SUM}\s*[（(]?{_N}{_MANY}(?:余)?\s*(?:人次|次)"
    rf"|{_TALK}(?:活动|方面|情况|工作)?[：:]{_SUM}(?:开展|进行)?\s*{_N}{_MANY}(?:人次|次)|{_TALK}(?:总)?人次(?:数|合计|共计)?[：:]?\s*{_N}(?!\d)"
    rf"|(?<=谈)[^。；;]{{1,80}}[，,、](?:累计|共计|合计|总计|总共|共|前后加起来有?|加起来(?:共有?|有)?)(?:谈心谈话|谈心|谈话|谈)?\s*{_N}{_MANY}(?:人次)"
)
_TALKS_BELOW = lazy_pattern(rf"{_TALK}(?:活动|方面|情况|工作)?[。]\s*{_SUM}(?:开展|进行)?\s*{_N}{_MANY}(?:人次)")
"""A number right below its heading: 谈心方面。44人次。"""
_TALKS_BETWEEN = lazy_pattern(
    r"(?P<between>(?:[^，,。；;、：:]{2,16}之间、)*[^，,。；;、：:]{2,20}?(?:之间|相互)|(?:[^，,。；;、：:]{2,16}之间、)*[^，,。；;、：:与同和]{0,10}[与同和](?!会)(?:[^，,。；;、：:与]{2,10}、)?[^，,。；;、：:与]{2,20}?)(?:互相|相互|分别|普遍)*(?:开展|进行)?(?:了)?"
    rf"{_TALK}?{_SUM}\s*(?P<count>\d{{1,6}}|[一二两三四五六七八九十百千零〇]{{1,7}}|{_X}{{1,4}}){_MANY}(?:人次|次)"
)
_SPEAKS_OF_TALKS = lazy_pattern("谈心|谈话|谈了|(?<![座漫洽商访面会])谈(?![判到起及论吐])")
_AT_TIMES = lazy_pattern(r"每(?:年|半年|季度?|月|周|名|位|人)")
_PRIOR_HINT = lazy_pattern(r"上年度?|上一年度?|上次|去年|反馈|整改|(?:19|20)\d\d年度")
_PRIOR_CLAUSE = lazy_pattern(
    r"[^。；]*(?:通报了?[^。；，]{0,24}生活会[^。；，]{0,16}整改|上年度?|上一年度?|上次|上一次|去年|(?P<year>(?:19|20)\d\d)年度?(?:[^。；，]{0,12}(?:生活会|查摆|检视)|整改(?:落实|[^。；，]{0,6}情况)|的?\s*\d{1,3}[个项条](?:方面)?(?:的)?问题))[^。；）)]*"
    r"(?:[；）)](?=其中|目前|已|正在|仍|另|剩余|完成|推进|整改|长期|\d+[个项条])[^。；）)]*|。(?=(?:其中|目前)?(?:查摆|检视)?(?:出)?(?:的)?\s*\d+[个项条](?:具体|主要|突出)?(?:问题|措施)?(?:中|[，,]?(?:已|均|全部|都|目前|完成|整改|销号|改好|办结))|(?:一年来|截[至止]|目前|至今|会后|经过)[^。；]{0,80}\d+[个项条](?:问题)?(?:[^。；，]{0,12}(?:完成|整改|销号)|正在|推进))[^。；）)]*)*"
)
_PRIOR_SIGN = lazy_pattern(r"通报|上年|上一年|上次|上一次|去年|(?:19|20)\d\d年")
"""What no such clause is without: few paragraphs have it."""
_PRIOR_ISSUES = lazy_pattern(
    rf"{_N}{_MANY}[个项条](?:方面)?(?:的)?(?:具体|突出|主要)?(?:问题|毛病|整改任务)|问题(?:共|合计)?\s*{_N}(?:{_MANY}[个项条]|{_ENDS})"
)
_PRIOR_MEASURES = lazy_pattern(rf"(?:整改)?措施\s*{_N}{_MANY}[条项个]|{_N}{_MANY}[条项个](?:整改)?措施")
_PRIOR_DONE = lazy_pattern(
    rf"(?:已|目前)?(?:全部)?(?:(?:完成|整改|销号|办结|落实)+(?:到位|了|的)?|(?<!整)改(?:(?:好|掉|完|正)了?|了)|解决了)\s*{_N}{_MANY}[条项个]|(?<=[;；,，：:])完成\s*{_N}{_ENDS}"
    rf"|{_N}{_MANY}[条项个](?:目前|均|都)*(?:(?:已经?)?(?:全部)?(?:完成整改|整改到位|整改完毕|整改完成|完成销号)|已经?(?:全部)?(?:完成|销号|办结|改))(?=[，,。；;、（(]|并|$)"
)
_PRIOR_ALL = lazy_pattern(
    r"(?:均|都|全部)(?:已经?|都|均)?(?:全部)?(?:按时|如期)?(?:完成|整改|办结|销号|落实)(?:整改|到位|完成|完毕|销号|了)*(?=[，,。；;）)]|$)"
)
"""All of the problems that are stated are done: 查摆的8个问题均已整改."""
_PRIOR_ONGOING = lazy_pattern(
    rf"(?:正在|持续|继续|有序|加快|仍在)*(?:推进|整改中|办理中|进行中)(?:的|中)?(?:有)?\s*{_N}{_MANY}[条项个]"
    rf"|{_N}{_MANY}[条项个](?:问题|措施)?(?:正在|仍在|还在|持续|正)(?:有序|加快|抓紧)?(?:推进|整改|办理|落实)"
    rf"|(?:正在|仍在|持续)整改(?:的)?\s*{_N}{_MANY}[条项个]"
)

_PRIOR_STANDING = lazy_pattern(rf"长期坚持(?:的)?(?:有)?\s*{_N}{_MANY}[条项个]|{_N}{_MANY}[条项个](?:需要?)?长期坚持")

_Hit = tuple[int | Placeholder, Span]
_RATE = lazy_pattern(r"(?:完成|整改|办结|销号|落实)率(?:为|达到?|约)?\s*(\d{1,3}(?:\.\d+)?\s*[%％])")


def rate_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a stretch tells which share of a whole is done: 完成率76%."""
    found = _RATE.search(text, start, end)
    return None if found is None else found.span(1)


def _hits(pattern: re.Pattern[str], spans: Sequence[Span]) -> Iterator[tuple[_Hit, bool]]:
    """What is counted, in order, each with whether its clause says that it is all of it: 以上共征求意见163条."""
    for span in spans:
        for found in pattern.finditer(span.block.text, span.start, span.end):
            group = next((i for i in range(1, found.re.groups + 1) if found[i] is not None), None)
            if group is not None:
                at = found.start(group)
                hit = count_value(found[group]), Span(span.block, *found.span(group))
                yield hit, _IN_ALL.search(span.block.text, max(span.start, at - _NEAR), at) is not None


def _first(pattern: re.Pattern[str], spans: Sequence[Span]) -> _Hit | None:
    return next((hit for hit, _ in _hits(pattern, spans)), None)


def _in_all(pattern: re.Pattern[str], spans: Sequence[Span]) -> _Hit | None:
    """The first number, or a later and greater one that is said to be all of it."""
    first: _Hit | None = None
    for hit, whole in _hits(pattern, spans):
        number = hit[0]
        if first is None and whole:
            return hit
        greater = first is not None and isinstance(number, int) and isinstance(first[0], int) and number > first[0]
        if whole and greater:
            return hit
        first = first or hit
    return first


def read_opinions(spans: Sequence[Span], draft: Draft, path: str) -> OpinionSummary | None:
    """Return what `spans` state about the opinions collected; None where they say nothing."""
    counts: dict[str, int | Placeholder] = {}
    for name, pattern in (
        ("total", _TOTAL),
        ("merged", _MERGED),
        ("aspects", _ASPECTS),
        ("for_team", _FOR_TEAM),
        ("for_members", _FOR_MEMBERS),
        ("adopted", _ADOPTED),
    ):
        if hit := (_in_all if name == "total" else _first)(pattern, spans):
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


def read_talks(
    spans: Sequence[Span], draft: Draft, path: str = "/talks", parts: str = "/talk_counts"
) -> tuple[int | Placeholder | None, tuple[TalkCount, ...]]:
    """Return how many talks `spans` state in all, and by who talked with whom; where only the parts are told, their sum."""
    counted: list[tuple[Span, Span]] = []
    total: Span | None = None
    for span in spans:
        text = span.block.text
        if text.find("谈", span.start, span.end) < 0:
            continue
        for low, high in sentences(text, span.start, span.end):
            if not _SPEAKS_OF_TALKS.search(text, low, high):
                continue
            here = [
                (Span(span.block, *m.span("between")), Span(span.block, *m.span("count")))
                for m in _TALKS_BETWEEN.finditer(text, low, high)
                if not _AT_TIMES.search(m[0]) and not m["between"].endswith("谈") and not _sums_up(text, m, high)
            ]
            ends = {count.end for _, count in here}
            counted += here
            for found in _TALKS.finditer(text, low, high):
                count = next(n for n in range(1, found.re.groups + 1) if found[n] is not None)
                at = max(low, text.rfind("，", low, found.start(count)))
                if (
                    total is None
                    and found.end(count) not in ends
                    and not _AT_TIMES.search(text, at, found.start(count))
                ):
                    total = Span(span.block, *found.span(count))
        if total is None and (told := _TALKS_BELOW.search(text, span.start, span.end)):
            total = Span(span.block, *told.span(1))
    if total is None and len(counted) == 1:
        total = counted[0][1]
    counts = tuple(
        TalkCount(
            between=draft.anchor_span(f"{parts}/{n}/between", _bare(between)),
            count=count_value(draft.anchor_span(f"{parts}/{n}/count", count)),
        )
        for n, (between, count) in enumerate(counted)
    )
    if total is not None:
        return count_value(draft.anchor_span(path, total)), counts
    numbers = [one.count for one in counts if isinstance(one.count, int)]
    if not counts or len(numbers) < len(counts):
        return None, counts
    draft.anchor(path, joined_place([count for _, count in counted]))
    return sum(numbers), counts


def _sums_up(text: str, found: re.Match[str], high: int) -> bool:
    """Whether a number is that of all, whose parts follow: 成员之间、成员与科室谈话，总计108人次，其中……42人次"""
    return (
        _IN_ALL.search(text, found.end("between"), found.start("count")) is not None
        and "其中" in text[found.end() : high]
    )


def _bare(between: Span) -> Span:
    """Who talked with whom, without what only leads in: 其中班子成员之间, 开展班子成员之间."""
    lead = re.match("(?:其中|开展|组织|会前|认真|深入|先后|广泛|普遍)*", between.text)
    return between if lead is None else Span(between.block, between.start + lead.end(), between.end)


def read_prior(spans: Sequence[Span], draft: Draft, path: str, year: int | None = None) -> PriorSummary | None:
    """Return what `spans` state about last year's account, those that name no year but the document's aside; None where they say nothing."""
    own = f"{year}年度"
    return read_account(
        [s for s in spans if any(found[0] != own for found in _PRIOR_HINT.finditer(s.text))], draft, path
    )


def read_account(spans: Sequence[Span], draft: Draft, path: str) -> PriorSummary | None:
    """Return what `spans`, all of which speak of last year's account, state about it; None where they state no number."""
    counts: dict[str, int | Placeholder] = {}
    for name, pattern in (
        ("issues", _PRIOR_ISSUES),
        ("measures", _PRIOR_MEASURES),
        ("done", _PRIOR_DONE),
        ("ongoing", _PRIOR_ONGOING),
        ("standing", _PRIOR_STANDING),
    ):
        if hit := _first(pattern, spans):
            counts[name] = hit[0]
            draft.anchor_span(f"{path}/{name}", hit[1])
    if isinstance(counts.get("issues"), int) and not counts.keys() & {"done", "ongoing"}:
        whole = ((s.block, found) for s in spans if (found := _PRIOR_ALL.search(s.block.text, s.start, s.end)))
        for block, found in islice(whole, 1):
            counts["done"] = counts["issues"]
            draft.anchor(f"{path}/done", block.place(*found.span()))
    rate = next((Span(s.block, *at) for s in spans if (at := rate_in(s.block.text, s.start, s.end))), None)
    told = None if rate is None else draft.anchor_span(f"{path}/rate", rate)
    return PriorSummary(rate=told, **counts) if counts or told else None


def prior_clauses(spans: Sequence[Span], year: int | None) -> list[Span]:
    """The clauses that speak of last year's account, by 上年度 or by a year before `year`, and nothing around them."""
    found: list[Span] = []
    for span in spans:
        said = span.text
        for match in _PRIOR_CLAUSE.finditer(said) if _PRIOR_SIGN.search(said) else ():
            if match["year"] is None or (year is not None and int(match["year"]) < year):
                found.append(Span(span.block, span.start + match.start(), span.start + match.end()))
    return found
