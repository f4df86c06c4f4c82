"""What a problem or a measure is about, in the dozen themes that the years' aspects come back to.

Two texts of this genre share half their words whatever they say; a shared theme tells more than shared characters.
"""

from __future__ import annotations

import re

_THEMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "政治",
        re.compile(r"政治(?:站位|忠诚|能力|判断力|领悟力|执行力|意识|纪律|规矩|建设|素质|方向|敏锐)|两个确立|讲政治"),
    ),
    ("学习", re.compile(r"理论|学习|研讨|学用|思想武装|凝心铸魂|中心组|读书")),
    ("党性", re.compile(r"党性|组织生活|固本培元|三会一课|批评和自我批评|民主集中制|议事规则|会前")),
    ("请示", re.compile(r"请示|报告制度|规章制度|规矩|程序|纪律|法纪|依法|变更|签批")),
    ("群众", re.compile(r"群众|职工|服务对象|人民|窗口|诉求|企业反映|便民|办事|食堂|热线")),
    ("调研", re.compile(r"调研|调查研究|基层|一线|现场|蹲点|走访")),
    ("担当", re.compile(r"担当|担责|畏难|攻坚|破难|创新|改革|干事创业|硬骨头|遗留|转型|迎难")),
    ("节约", re.compile(r"紧日子|节约|浪费|勤俭|压减|经费|预算|招待")),
    ("作风", re.compile(r"作风|形式主义|官僚主义|四风|文风|会风|会议|文件|发文")),
    (
        "治党",
        re.compile(
            r"从严治党|管党治党|廉政|廉洁|党风|一岗双责|主体责任|监督|执纪|警示教育|家属|责任清单|谈话提醒|提醒谈话"
        ),
    ),
    ("队伍", re.compile(r"队伍|干部培养|年轻干部|人才|选人用人|轮岗|带教|梯")),
    ("安全", re.compile(r"安全生产|隐患|安全(?!感)|稳定|风险防控|意识形态")),
    ("整改", re.compile(r"巡[视察]|问题整改|举一反三|回头看|长效机制|整改结果")),
)


_ANY = re.compile("|".join(f"(?P<t{n}>{pattern.pattern})" for n, (_, pattern) in enumerate(_THEMES)))
_NAMES = {f"t{n}": name for n, (name, _) in enumerate(_THEMES)}


def themes_of(text: str, *, least: int = 1) -> frozenset[str]:
    """Return the themes that `text` names at least `least` times; a word counts for the first theme that has it."""
    found = [_NAMES[match.lastgroup] for match in _ANY.finditer(text) if match.lastgroup]
    return frozenset(found if least == 1 else (name for name in found if found.count(name) >= least))
