"""What a problem or a measure is about, in the dozen themes that the years' aspects come back to.

Two texts of this genre share half their words whatever they say; a shared theme tells more than shared characters.
"""

from __future__ import annotations

from mzsh_model.kernel.patterns import lazy_pattern

_THEMES = {
    "政治": "政治站位 政治忠诚 政治能力 政治判断力 政治领悟力 政治执行力 政治意识 政治纪律 政治规矩 政治建设 政治素质 政治方向 政治敏锐 两个确立 讲政治",
    "学习": "理论 学习 研讨 学用 思想武装 凝心铸魂 中心组 读书",
    "党性": "党性 组织生活 固本培元 三会一课 批评和自我批评 民主集中制 议事规则 会前",
    "请示": "请示 报告制度 规章制度 规矩 程序 纪律 法纪 依法 变更 签批",
    "群众": "群众 职工 服务对象 人民 窗口 诉求 企业反映 便民 办事 食堂 热线",
    "调研": "调研 调查研究 基层 一线 现场 蹲点 走访",
    "担当": "担当 担责 畏难 攻坚 破难 创新 改革 干事创业 硬骨头 遗留 转型 迎难",
    "节约": "紧日子 节约 浪费 勤俭 压减 经费 预算 招待",
    "作风": "作风 形式主义 官僚主义 四风 文风 会风 会议 文件 发文",
    "治党": "从严治党 管党治党 廉政 廉洁 党风 一岗双责 主体责任 监督 执纪 警示教育 家属 责任清单 谈话提醒 提醒谈话",
    "队伍": "队伍 干部培养 年轻干部 人才 选人用人 轮岗 带教 梯",
    "": "安全感",
    "安全": "安全生产 隐患 安全 稳定 风险防控 意识形态",
    "整改": "巡视 巡察 问题整改 举一反三 回头看 长效机制 整改结果",
}
"""The words of each theme; a text may hold one that looks like a theme's and is none's."""

_THEME_OF = {word: theme for theme, words in reversed(_THEMES.items()) for word in words.split()}
# one flat choice of plain words: the engine skips every character that none begins with
_ANY = lazy_pattern("|".join(word for words in _THEMES.values() for word in words.split()))


def themes_of(text: str, *, least: int = 1) -> frozenset[str]:
    """Return the themes that `text` names at least `least` times; a word counts for the first theme that has it."""
    found = [theme for word in _ANY.findall(text) if (theme := _THEME_OF[word])]
    return frozenset(found if least == 1 else (theme for theme in found if found.count(theme) >= least))
