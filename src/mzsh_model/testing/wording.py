"""What papers of the genre are made of: invented sentences, headings, ways of numbering."""

from __future__ import annotations

from collections.abc import Callable

ASPECTS = ["强化政治忠诚、提高政治能力", "固本培元、增强党性", "敬畏人民、敬畏组织、敬畏法纪", "干事创业、担当作为"]
FAULTS = [
    "理论学习不够系统，列入计划的4本书只读了2本",
    "调研不够深入，听汇报多、看现场少",
    "担当精神不强，遇到难题“等一等、看一看”",
    "对窗口服务督促不够，群众来回跑了3趟",
    "过紧日子的思想树得不牢，两次培训安排在外地",
    "请示报告不够及时，有2项工作先办后报",
    "与𠮷同志沟通不够（包括会前）",
]
CAUSES = ["理论武装抓得不深", "宗旨意识有所淡化", "担当精神有所减退", "纪律观念不强"]
MEASURES = [
    "加强理论学习，2026年6月底前读完4本书",
    "深入基层，每月到联系点1次，长期坚持",
    "由办公室牵头，3月底前修订制度",
    "严肃组织生活，每季度开展1次",
]
HEADS = {
    "issues": ["存在的主要问题", "存在的突出问题", "检视存在的问题", "查摆出的问题和不足"],
    "causes": ["原因剖析", "产生问题的原因分析", "根源剖析"],
    "measures": ["整改措施", "下一步整改措施", "努力方向和整改措施"],
}
NUMBERS = "一二三四五六七八九"
TYPED: dict[str, Callable[[int], str]] = {
    "shi": lambda n: f"{NUMBERS[n]}是",
    "dot": lambda n: f"{n + 1}.",
    "comma": lambda n: f"{n + 1}、",
    "paren": lambda n: f"（{NUMBERS[n]}）",
    "half": lambda n: f"({NUMBERS[n]})",
    "ordinal": lambda n: f"第{NUMBERS[n]}，",
}
OWNERS = ["张三", "办公室", "分管领导李四", "xxx", ""]
DUES = ["2026年6月底前", "立行立改", "长期坚持", "2026年3月", ""]
STATES = ["已完成", "整改中", "未启动", ""]
CLOSED_ON = ["2026年6月20日", "2026.5.8", ""]
CLOSED_BY = ["张三", "机关纪委", "××", ""]
EVIDENCE = ["会议纪要3份", "台账1本", ""]
