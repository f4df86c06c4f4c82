"""MEA003 measure-without-due."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.chinese.unsaid import is_unsaid
from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.model.documents import MeetingReport, SelfExamination
from mzsh_model.model.items import Measure
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.quoting import brief
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import sense
from mzsh_model.rules.words import any_of

_OFTEN = lazy_pattern(r"每(?:个|半|两|逢)?(?:年|季度?|月|周|天|日|旬)[^，。；]{0,6}")
_AIM = lazy_pattern(r"\s*(?:年度?)?(?:远景|目标|规划|愿景)")
"""What stands behind a year that is only part of a plan's name: 2035年远景目标."""
_DAY = lazy_pattern(
    r"\d{1,2}\s*月(?:份|的)|第[一二三四五六七八九十\d]{1,3}(?:周|季度)|[日节会][”’》]?(?:那天|当天|之前|以前)|节前"
)


@rule(
    code="MEA003",
    name="measure-without-due",
    on=Measure,
    within=(SelfExamination, MeetingReport),
    level=Level.SHOULD,
    basis=Basis("整改的通行要求：明确责任主体、规定完成时限、全程销号管理", "惯例"),
    zh=Message(
        "整改措施“{title}”没有写明完成时限。",
        "没有时限的措施无法督办，年底也无法对账。",
        "写明到哪一天完成；需要长期坚持的，写“长期坚持”并写明阶段目标。",
        "2026年6月底前完成权属登记遗留事项的分类处置。",
        {"often": "整改措施“{title}”只写了多久做一次，没有写做到什么时候。"},
    ),
    en=Message(
        "The measure “{title}” has no time limit.",
        "A measure without a limit cannot be followed up.",
        "Say by when; for a standing measure write 长期坚持 and name stages.",
        "2026年6月底前完成权属登记遗留事项的分类处置。",
        {"often": "The measure “{title}” says how often, and not by when."},
    ),
)
def measure_without_due(measure: Measure, at: str, ctx: Context) -> Iterator[Hit]:
    """整改措施应当写明完成时限。

    “立行立改”“长期坚持”也算，“2026年4月起执行”“国庆节前”“在6月的会上报告”也算；只写每月、每季度的是频次，只作提示。台账另有规则。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    一是加强学习，读完4本书。
    二是深入调研，每月到联系点1次。
    ```

    → 「加强学习，读完4本书。」「深入调研，每月到联系点1次。」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    一是加强学习，2026年6月底前读完4本书。
    二是深入调研，每月到联系点1次，长期坚持。
    ```
    """
    if (
        (measure.due is None or is_unsaid(measure.due, "due"))
        and not _tells_when(measure.text)
        and not _told_for_all(ctx)
    ):
        title = brief(measure.title or measure.text)
        often = _OFTEN.search(measure.text) is not None
        level, case = (Level.HINT, "often") if often else (None, "")
        yield hit(f"{at}/title" if measure.title else at, level=level, case=case, title=title)


def _told_for_all(ctx: Context) -> bool:
    """Whether the heading of the measures, or what stands beside them, gives one time limit for all: 以下各项均于3月底前完成."""
    beside = [text for one in ctx.sections if one.role is Role.MEASURES for text in (one.heading, *one.remarks)]
    common = any_of(sense("for_all", "words"))
    return any(common.search(text) and find_dates(text) for text in (*beside, *ctx.closing))


def _tells_when(text: str) -> bool:
    """Whether it says when, though not by when: 2026年4月起执行, 从下周一起, 国庆节前, 在6月的会上报告; how often is no such day."""
    once = _OFTEN.sub("", text)
    dates = any(_AIM.match(once, found.end) is None for found in find_dates(once))
    return bool(dates or _DAY.search(once) or any_of(sense("when", "words")).search(once))
