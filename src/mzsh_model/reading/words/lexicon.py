"""The words by which a reader tells what a heading is for and what a sentence says.

Drawn from the genre (headings and faults as drafts of many units put them), never from one file: a heading is matched by
its role, a problem by the way Chinese says that something falls short.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mzsh_model.chinese.faults import has_fault
from mzsh_model.chinese.fields import field_names
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.model.base import Role

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        Role.PRIOR,
        lazy_pattern(
            r"(?:上年度?|上一年度?|上次|上一次|去年|前次|历年).{0,16}(?:整改|落实|完成|问题)|整改.{0,6}(?:回头看|交账)"
            r"|(?:反馈|交办|巡[视察]).{0,8}(?:整改|落实).{0,4}(?:进展|情况|完成)|整改.{0,6}(?:落实|完成|进展).{0,2}情况|整改进展$"
            r"|(?:问题|措施|任务|民主生活会).{0,6}整改.{0,4}情况"
        ),
    ),
    (Role.CASE, lazy_pattern(r"典型案例|案例(?:剖析|警示|分析|反思)|以案(?:为鉴|促改|促治|示警)|反面典型|深刻警示")),
    (
        Role.MATTERS,
        lazy_pattern(
            r"个人有关事项|个人.{0,4}事项|需要?(?:向组织)?(?:说明|报告)的?(?:有关|个人)*(?:问题|事项|情况)|谈话函询|重大事项报告|有关(?:事项|情况)的?说明"
        ),
    ),
    # problems told each with its cause and its measures: the parts are named below
    (
        Role.ISSUES,
        lazy_pattern(
            r"(?:问题|不足|差距)(?:及其?|和|与|以及)(?:(?:产生|存在)的?)?(?:主要|思想|整改|改进|剖析|分析|查找)*(?:原因|根源|成因|症结|措施)"
        ),
    ),
    (
        Role.CAUSES,
        lazy_pattern(
            r"原因|根源|成因|症结|为什么|为何|为啥|何在$|根子|根儿|病[根灶因]|思想源头|[溯追寻探][源根]|刨根|挖根|[查析究找探]因|之[源根]"
            r"|(?:主观|客观)因素|(?:自我|深层|深刻|深度|党性|思想)剖析|反思"
        ),
    ),
    (
        Role.MEASURES,
        lazy_pattern(
            r"措施|举措|整改(?:方向|思路|打算|目标|任务|落实|方案|计划|清单)?(?:$|和|及|与)|努力方向|改进(?:方向|思路|办法|作风)?"
            r"|下一?步|今后|往后|打算|整改|怎么[改办做]|如何[改做]|咋[改办]|意见建议$"
        ),
    ),
    (
        Role.ISSUES,
        lazy_pattern(
            r"问题|不足|差距|检视|查摆|对照检查|对照检视|缺点|短板|弱项|自我批评|剖析|薄弱环节|(?:具体|突出|主要)表现|不严不实|对照.{0,12}(?:找|查)"
        ),
    ),
    (
        Role.OTHER,
        lazy_pattern(
            r"(?:批评|互相|相互|征求的?)(?:意见|建议|批评)|(?:对|给).{1,16}(?:同志|成员).{0,6}(?:意见|批评|建议)"
        ),
    ),
)

_FIELDS = {"issue": Role.ISSUES, "cause": Role.CAUSES, "measure": Role.MEASURES}
_LONGEST_LABEL = 30
_CAUSES_LEAD = lazy_pattern("(?:原因|根源|根子|成因|症结)[^，,。；;：:]{0,12}(?:[，,][^，,。；;：:]{0,14})?[：:，,]$")
_CAUSES_TOLD = lazy_pattern(
    "(?:剖析|分析|查找|深挖|反思|挖掘|探究|追溯|追问|查)[^，,。；;：:查检]{0,16}(?:原因|根源|根子|成因|症结|病根)[。.]$"
)
"""A whole sentence that says that causes were looked for, before those: 会议深刻剖析了问题产生的根源。"""
_FIRST = lazy_pattern(r"[^。；;：:]{2,60}[：:。]")
_LOOKED = lazy_pattern("(?:查摆|检视|查找|梳理)[^，。；]{0,16}(?:问题|不足)(?!的?(?:产生|存在)?的?(?:原因|根源))")
_PLANS_LEAD = lazy_pattern(
    "(?:下一?步|今后|接下来).{0,40}(?:整改|改进|努力|措施|抓好|做好|着手|入手)[^。；;：:]{0,12}[：:，,]$"
)
_NOT_A_PART = lazy_pattern(
    r"成效|成绩|成果|主要做法|做法|基本情况|总体情况|工作情况|学习情况|开展情况|收获|体会|意义|指导思想|组织领导|基本信息"
    r"|总体(?:评价|印象|要求|思路)|(?:整改|工作|总体)(?:目标|原则)$"
)

_AND = "[和与及、]"
_ROLE_LABEL = lazy_pattern(
    r"(?:(?:目前|当前|我|班子|个人|自身|本人)*(?:还?存在[的着]?|(?:查摆|检视|自查)(?:出(?:来)?)?的?)?"
    rf"(?P<issues>(?:主要|突出|具体|有关)*(?:问题|不足|差距|短板|表现)(?:{_AND}(?:问题|不足|差距)|表现)?|问题(?:查摆|检视))"
    r"|(?:剖析|分析|究其|查找)?(?:产生|存在)?(?:上述|以上|这些)?(?:问题|不足)?(?:产生|存在)?的?(?:主要|思想|深层次?|具体)*"
    r"(?P<causes>(?:原因|根源|成因|症结|病根|根子)(?:所在|剖析|分析|查找)?)"
    r"|(?:下一?步|今后)?(?:的|工作)*"
    rf"(?P<measures>(?:整改|改进|具体|主要|努力|落实)*的?(?:措施|举措|打算|方向)(?:{_AND}(?:整改|改进|具体)*(?:措施|举措|打算))?|整改(?:落实)?(?:措施)?))"
    r"[，,]?(?:主要)?(?:有|是|为|在于|如下|包括|表现[为在]|体现[为在])?(?:以下)?(?:[几一二三四五六两]个?(?:方面|点))?"
)
"""A heading, or the words before a colon, that is nothing but the name of a part."""


@lru_cache(maxsize=4096)
def roles_of_heading(heading: str) -> tuple[Role, ...]:
    """Return the parts that a heading has words of, the one that they speak for most first."""
    text = fold(heading.replace("、", "和"))
    no_part = _NOT_A_PART.search(text) is not None
    weak = (Role.MEASURES, Role.ISSUES) if no_part else ()
    found = [role for role, pattern in _ROLES if role not in weak and pattern.search(text)]
    return tuple(dict.fromkeys([*found, Role.OTHER] if no_part else found))


def role_of_heading(heading: str) -> Role | None:
    """Return what a heading's words say it is for, None where they do not tell."""
    return next(iter(roles_of_heading(heading)), None)


def lead_role(text: str) -> Role | None:
    """Return the part that the words before a list lead in: 剖析以上问题产生的根源，主要在于："""
    if _CAUSES_LEAD.search(text) or (_CAUSES_TOLD.search(text) and not _LOOKED.search(text)):
        return Role.CAUSES
    return Role.MEASURES if _PLANS_LEAD.search(text) else None


def causes_led_in(text: str, start: int, end: int) -> int | None:
    """Return where causes begin in `text[start:end]` if it begins with a clause that leads them in: 从思想根源上剖析，主要原因：……

    >>> causes_led_in("剖析了问题产生的根源：宗旨意识淡薄。", 0, 18)
    11
    """
    found = _FIRST.match(text, start, end)
    return found.end() if found is not None and lead_role(found[0]) is Role.CAUSES else None


def role_of_label(text: str) -> Role | None:
    """Return the part that `text` names if it names nothing else: 主要问题, 产生原因, 整改措施."""
    return _role_of_label(text) if len(text) <= _LONGEST_LABEL else None


@lru_cache(maxsize=1024)
def _role_of_label(text: str) -> Role | None:
    bare = fold(text)
    found = _ROLE_LABEL.fullmatch(bare)
    if found is not None and found.lastgroup:
        return Role(next(name for name in ("issues", "causes", "measures") if found[name]))
    return next((role for name, role in _FIELDS.items() if bare in field_names()[name].prose), None)


_NOTHING = lazy_pattern("(?:暂?无|没有|未发现|不存在)(?:明显|突出|此类|该类|相关|这方面的?)?(?:问题|不足|情况)?[。.]?")
_PROBLEMS = lazy_pattern(
    r"(?:存在|查摆|检视|梳理|查找|主要|突出|共性)(?:出)?(?:的|来的)?(?:主要|突出|共性|具体)?(?:问题|不足)(?:和不足|情况)?$"
)
_FOUND = lazy_pattern("问题|不足|差距|缺点|短板|弱项|薄弱环节|表现|不严不实|对照(?!检[查视]).{0,12}[找查]")
_BACK = lazy_pattern(
    r"[^。；：:，,]{0,6}(?:之所以(?:出现|产生|存在|会有)|究其|说到底|归根(?:到底|结底)|(?:上述|以上|上面|前述|前面|这些|种种|存在)[^，。；：:]{0,8}(?:问题|不足|毛病|差距|现象)"
    r"[^。；]{0,24}(?:原因|根源|根子|病根|症结|在于|归结|说到底|思想上|主观|自身|自己))"
)
_DIGIT = lazy_pattern(r"\d")
_LACK = lazy_pattern("不足|差距|问题|短板|欠缺|薄弱环节")
_GOOD = lazy_pattern(
    r"成效|成绩|成果|圆满|显著|有序|稳步|扎实推进|有效|明显(?:提升|好转|改善)|不断(?:加强|提升|深化|完善|增强)|持续(?:提升|向好)|取得|荣获|获评|被评为|获得"
    r"|先后|共?(?:开展|组织|召开|完成|印发|修订|签订|排查|追回|推进|约谈|通报|解决|办理|制定|建立|撰写|学习)[^，。；]{0,20}\d|已(?:全部)?(?:完成|整改|落实|建立)"
    r"|能够|始终坚持|坚持把|认真落实|严格落实|严格遵守|坚决维护|更加有力|更加牢固|全面完成|认真履行|注重|平稳|得到"
)
_ROOTS = lazy_pattern(
    "思想|信念|宗旨|意识|党性|修养|认识|站位|政绩观|权力观|世界观|价值观|境界|主观|锤炼|改造|初心|观念"
)
_PLAN = lazy_pattern(
    r"^(?:要|将|切实|进一步|持续|不断|大力|全面|认真|着力|严格|带头|积极|坚决|始终|继续|主动|自觉)?"
    r"(?:加强|强化|深化|提高|提升|增强|建立|健全|聚焦|严守|严格|推动|推进|完善|坚持|开展|压实|改进|改善|转变|锤炼|筑牢|夯实|狠抓|抓好|抓实|抓紧|落实|制定|修订|规范"
    r"|优化|创新|对标|着眼|围绕|紧扣|把握|拓宽|加大|注重|深入|组织|牢记|牢固|树牢|树立|整治|践行|履行|守住|守牢|保持|担当|勇于|敢于|严肃|关心|发挥|扎实|以|做|学|在.{1,12}上"
    r"|用好|带好|当好|管好|守好|扛起|扛牢|凝聚|培育|打造|构建|实施|统筹|攻坚|破解|解决|合力|跟踪|便民|从严|从实|切实|深刻|全力|常态)"
)
_PLAN_LEAD = lazy_pattern(
    r"下一?步|今后|将从|着手|着力|持续用力|(?:从|做好|抓好|落实|采取)以下.{0,8}(?:方面|措施|工作)|抓好整改|整改措施|努力方向|我将|我们(?:将|要)|要把|打算"
)
_DEMAND = lazy_pattern("必须|应当|应该|务必")
_OTHER_LEAD = lazy_pattern(
    r"意义|重要性|必要性|要求|认识到|体会|收获|做法|工作[：:]|必须|应当|应该|做到|做了|启示|启发|警示|教训|目标|感受|准备|流程|程序"
)


def names_problems(heading: str) -> bool:
    """Tell whether a heading only says that problems follow, perhaps whose: 查摆出的主要问题, 班子成员存在的共性问题."""
    return _PROBLEMS.search(heading) is not None


def names_act(heading: str) -> bool:
    """Tell whether a heading of problems names only the act of looking at oneself, and not what was found: 自我检视."""
    return _FOUND.search(fold(heading)) is None


def refers_back(text: str) -> bool:
    """Tell whether `text` begins by asking where the problems told before come from: 之所以出现以上问题，…, 说到底，…"""
    return _BACK.match(text) is not None


def has_digit(text: str) -> bool:
    """Tell whether `text` counts or dates anything in figures, as problems told with their instances do."""
    return _DIGIT.search(text) is not None


def states_problem(text: str) -> bool:
    """Tell whether `text` says that something falls short."""
    return has_fault(text)


def states_nothing(text: str) -> bool:
    """Tell whether `text` only says that there is nothing: 无, 未发现问题."""
    return _NOTHING.fullmatch(text) is not None


def states_fault(text: str) -> bool:
    """Tell whether `text` says that something falls short, by more than the bare words 问题 and 风险."""
    return states_problem(text.replace("问题", "").replace("风险", ""))


def names_lack(text: str) -> bool:
    """Tell whether `text` says that something falls short without saying what: 感到自己还有以下不足, 仍有差距."""
    return _LACK.search(text) is not None and not states_problem(_LACK.sub("", text))


def states_achievement(text: str) -> bool:
    """Tell whether `text` reports what was done or reached."""
    return _GOOD.search(text) is not None


def states_plan(text: str) -> bool:
    """Tell whether `text` begins as a measure does: with what shall be done."""
    return _PLAN.match(text) is not None


def states_demand(text: str) -> bool:
    """Tell whether `text` says what must be done."""
    return _DEMAND.search(text) is not None


def names_roots(text: str) -> bool:
    """Tell whether `text` names what causes are found in: belief, conviction, purpose, cultivation."""
    return _ROOTS.search(text) is not None


def announces_plans(text: str) -> bool:
    """Tell whether `text` leads in what shall be done."""
    return _PLAN_LEAD.search(text) is not None


def announces_others(text: str) -> bool:
    """Tell whether `text` leads in what is no problem: plans, demands, steps, what a thing means or teaches."""
    return _PLAN_LEAD.search(text) is not None or _OTHER_LEAD.search(text) is not None


def sorts_of(text: str) -> tuple[bool, ...]:
    """Return which sorts of things `text` says: a fault, more than the bare word for it, a deed, a plan, a root, a lead to others."""
    signs = (
        states_problem,
        states_fault,
        states_achievement,
        states_plan,
        names_roots,
        announces_plans,
        announces_others,
    )
    return tuple(sign(text) for sign in signs)
