"""Where prose turns from what is good to a problem, and how a sentence begins that goes on with the one before it."""

from __future__ import annotations

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.reading.words.lexicon import names_lack, states_fault

TURN = lazy_pattern(
    r"(?:(?:但(?:是)?|然而|(?<![\u4e00-\u9fff])不过|同时|与此同时)[，,]?(?:我们?|班子)?(?:也|还)?(?:要|应|必须|应该|应当)?(?:清醒|深刻|充分)?地?(?:看到|认识到|注意到)"
    r"|但(?:是)?|然而|(?<![\u4e00-\u9fff])不过|与此同时|(?=对照))[，,]?"
    r"(?:(?:认真|严格|深刻|深入|仔细|冷静|静心)*(?:对照|按照|对标|反思|剖析|检视|检查|审视|思考)[^，,。；：:]{0,24}[，,])?"
    r"\s*(?:我|本人|班子|党组|党委)?(?:仍然?|也|还|依然|同样|尚)*(?:存在|有)?(?:着)?(?:一些|不少|一定|以下|如下|较大|明显|许多|诸多)?(?:的)?"
    r"(?:差距|不足|问题|欠缺|薄弱环节)?(?:和(?:不足|差距|问题))?"
    r"(?:[：:，,]|(?=[^：:，,]))(?:主要(?:表现在|是|有|体现在)[：:，,]?)?"
)
_ANNOUNCED = lazy_pattern(
    r"(?:班子|本人|我|目前|当前|主要|突出|具体|集中|也|还|仍)*(?:存在|有|查摆|检视)?出?(?:的|着)?(?:以下|如下|一些)?(?:主要|突出|具体)*(?:问题|不足|差距|毛病|短板)?"
    r"(?:主要|集中|突出|具体|也|还)*(?:是|有|为|在于|表现(?:为|在)|体现(?:为|在))(?:以下|如下)?(?:几|[一二两三四五六七八九十]|\d{1,2})?个?(?:方面|问题)?[：:，,]"
)
"""The words that only announce a problem: 存在的主要问题是：…"""
ONLY_COMPARES = lazy_pattern(
    r"(?:但(?:是)?|然而|不过)?[，,]?(?:与|同|和|跟|距离?|对照|对标|对比|按照)[^。；]{2,60}[，,](?:我们?|本人|自己|班子)?(?:仍然?|还|也|依然|都|确实)*"
    r"(?:存在|有)着?[^，。；]{0,6}(?:差距|不足|问题)(?:和(?:差距|不足|问题))?[。.！!]?"
)
"""A sentence that says that there are shortcomings, not which: 与群众的期盼相比，还有不小差距。"""
_LEAD = lazy_pattern(
    "(?:以下|如下|(?:存在|有)[的着]?(?:一些|不少|诸多)?(?:主要|突出)?)[^。；;，,]{0,10}(?:不足|差距|问题|短板)[^。；;，,]{0,8}$"
)
_LONGEST_LEAD = 60

CONTINUES = lazy_pattern(
    r"(?:比如|例如|譬如|举个?例|如[，,：:]|再如|再比如|(?:去年|今年|前年)?有?[一几]次(?!性)|(?:去年|今年|前年)?有一[起件回天位名]|(?:记得|当时|那次|那天)|特别是|尤其是|同时[，,]|此外|另外|究其|反映出|这(?:些|说明|表明|反映|既|不仅|种)|说明|暴露|归根|说到底|对此|为此"
    r"|具体表现|主要表现|表现为|[（(]|其中|其间|结果|导致|致使|事后|会后)"
)
"""How a sentence begins that goes on with what the one before it says."""


def after_lead(text: str, start: int, end: int) -> int:
    """Return where the problem begins in a sentence that first says something else: after 但也存在, 存在的主要问题是：, 但."""
    for turn in TURN.finditer(text, start, end):
        if turn.end() > turn.start() and turn.end() < end and not states_fault(text[start : turn.start()]):
            return _after_announcement(text, turn.end(), end)
    return _after_announcement(text, start, end)


def _after_announcement(text: str, start: int, end: int) -> int:
    if found := _ANNOUNCED.match(text, start, end):
        return found.end() if found.end() < end else start
    for mark in "：:":
        colon = text.find(mark, start, min(end - 1, start + _LONGEST_LEAD))
        if colon > start and _LEAD.search(text, start, colon) and names_lack(text[start:colon]):
            return colon + 1
    return start
