"""Papers of the other kinds, as lines of text: plans, minutes, scripts and remarks; lists, sheets and forms.

A paper is drawn from its structure (levels, ways of numbering, headings that run into their text, columns, blanks), its
wording and its kind; a table is a Markdown table, two paragraphs of a cell stand on both sides of `<br>`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from hypothesis import strategies as st

from mzsh_model.testing.papers import reports
from mzsh_model.testing.wording import DUES, FAULTS, MEASURES, NUMBERS, OWNERS

_UNITS = ["某局党组", "某县教育局党委", "某公司党委"]
_TITLES = {
    "MeetingPlan": ["{}2025年度民主生活会方案", "{}领导班子2025年度民主生活会工作方案"],
    "PreparationReport": ["{}2025年度民主生活会会前准备情况报告", "{}关于2025年度民主生活会准备工作情况的报告"],
    "HostScript": ["{}2025年度民主生活会主持词", "在{}2025年度民主生活会上的主持讲话"],
    "Minutes": ["{}2025年度民主生活会会议记录", "{}2025年度民主生活会会议纪要"],
    "RectificationPlan": ["{}2025年度民主生活会整改方案", "{}领导班子2025年度民主生活会整改落实方案"],
    "SupervisorRemarks": ["对{}2025年度民主生活会的点评意见", "在{}2025年度民主生活会上的点评讲话"],
}
_ADDRESSED = ["市委组织部：", "各位同志：", "同志们："]
_TOPICS = ["总体要求", "会议主题", "时间地点", "学习研讨", "征求意见", "谈心谈话", "撰写材料", "组织领导", "有关要求"]
_SAID = [
    "围绕“加强党性修养”主题，深入查摆问题",
    "组织集中学习4次，学深悟透",
    "发放征求意见表30份，收到意见建议25条",
    "班子成员之间普遍开展谈心谈话，把问题谈开谈透",
    "由办公室牵头，各科室配合，3月底前办结",
    "严格审核把关，请督导组到会指导",
    "坚持问题导向，逐项整改到位",
    "与𠮷同志（挂职）一并通知",
]
_OPENINGS = ["为开好这次民主生活会，现将有关事项说明如下。", "根据上级通知精神，结合实际，作如下安排。"]
_LABELLED = ["时间：2026年1月12日", "地点：三楼会议室", "主持人：张三", "参加人员：李四、王小五"]
_SIGNED = [[], ["2026年1月10日"], ["某局党组", "2026年1月10日"]]
_HEADS: list[Callable[[int], str]] = [
    lambda n: f"{NUMBERS[n]}、",
    lambda n: f"（{NUMBERS[n]}）",
    lambda n: f"{n + 1}.",
]

_NAMES = ["张三", "李四", "王小五", "欧阳六", "𠮷七"]
_SHORT = ["座谈会", "意见箱", "书面征求", "已采纳", ""]
_REMARKS = ["已核实", "另附材料", ""]
_FAULTS = [f"{text}。" for text in FAULTS]
_DO = [f"{text}。" for text in MEASURES] + [""]
_DAYS = ["2026年1月3日", "1月4日下午", "2026.1.5", ""]

Column = tuple[Sequence[str], Sequence[str], bool]
"""What a column is called, what its cells say, and whether every such table has it."""

_NUMBER: Column = (("序号", "编号"), (), False)
_TABLES: dict[str, tuple[Sequence[str], Sequence[Column]]] = {
    "OpinionList": (
        ["{}2025年度民主生活会征求意见汇总表", "{}2025年度民主生活会意见建议清单"],
        (
            _NUMBER,
            (("意见建议", "具体意见建议", "意见建议（原文）"), _FAULTS, True),
            (("类别", "所属方面"), ["思想", "作风", ""], False),
            (("征求方式", "来源"), _SHORT, False),
            (("针对对象", "涉及对象"), [*_NAMES, "班子", ""], False),
            (("拟采取措施", "整改措施"), _DO, False),
            (("责任人", "责任领导"), OWNERS, False),
            (("时限", "完成时限"), DUES, False),
            (("备注",), _REMARKS, False),
        ),
    ),
    "TalkSummary": (
        ["{}2025年度民主生活会谈心谈话情况汇总表", "{}谈心谈话登记表"],
        (
            _NUMBER,
            (("谈话人", "谈话领导"), _NAMES, True),
            (("谈话对象", "对象"), _NAMES, True),
            (("时间", "谈话时间"), _DAYS, False),
            (("地点",), ["办公室", "三楼会议室", ""], False),
            (("主要内容", "谈话内容"), [*_FAULTS, ""], False),
            (("指出问题", "意见建议"), [*_FAULTS, ""], False),
            (("备注",), _REMARKS, False),
        ),
    ),
    "CriticismSheet": (
        ["{}2025年度民主生活会批评意见表", "{}民主生活会相互批评意见汇总"],
        (
            _NUMBER,
            (("批评人", "提出人"), _NAMES, True),
            (("被批评人", "批评对象"), _NAMES, True),
            (("批评意见", "具体意见"), _FAULTS, True),
            (("是否接受", "表态"), ["接受", "诚恳接受，立即改正", ""], False),
            (("整改打算", "改进措施"), _DO, False),
            (("备注",), _REMARKS, False),
        ),
    ),
    "PriorAccount": (
        ["{}2024年度民主生活会整改落实情况表", "{}上年度民主生活会整改措施落实情况汇报"],
        (
            _NUMBER,
            (("上年度问题", "查摆问题"), _FAULTS, True),
            (("落实情况", "整改情况"), ["已学完4本书。", "下乡12次，回访20户。", "修订制度3项。"], True),
            (("完成情况", "完成状态"), ["已完成", "长期坚持", ""], False),
            (("责任人",), OWNERS, False),
            (("备注",), _REMARKS, False),
        ),
    ),
}
_FORMS: dict[str, tuple[Sequence[str], Sequence[tuple[Sequence[str], Sequence[str]]]]] = {
    "TalkRecord": (
        ["谈心谈话记录", "{}谈心谈话记录表"],
        (
            (("谈话时间", "时间"), ["2026年1月3日", "1月4日下午"]),
            (("谈话地点", "地点"), ["办公室", "三楼会议室"]),
            (("谈话人", "主谈人"), _NAMES),
            (("谈话对象", "被谈话人"), _NAMES),
            (("谈话类型",), ["班子成员之间", "会前谈心"]),
            (("谈话内容", "主要内容"), _FAULTS),
            (("对方意见", "意见建议"), _FAULTS),
        ),
    ),
    "OpinionForm": (
        ["{}2025年度民主生活会征求意见表"],
        (
            (("单位", "填表单位"), ["办公室", "人事处"]),
            (("填表时间",), ["2026年1月2日"]),
            (("姓名", "填表人"), _NAMES),
            (("对领导班子的意见建议", "对班子的意见建议"), _FAULTS),
            (("对班子成员的意见建议",), _FAULTS),
            (("意见和建议",), _FAULTS),
        ),
    ),
}


@st.composite
def prose_papers(draw: st.DrawFn, kind: str) -> list[str]:
    """A paper of headings and paragraphs: a plan, minutes, a script, remarks."""
    lines = [draw(st.sampled_from(_TITLES[kind])).format(draw(st.sampled_from(_UNITS)))]
    if kind != "Minutes" and draw(st.booleans()):
        lines.append(draw(st.sampled_from(_ADDRESSED)))
    lines += draw(st.lists(st.sampled_from(_LABELLED if kind == "Minutes" else _OPENINGS), max_size=2, unique=True))
    topics = draw(st.lists(st.sampled_from(_TOPICS), min_size=2, max_size=4, unique=True))
    said = iter(draw(st.permutations(_SAID)))
    depth = draw(st.integers(1, 2))
    runs_in = draw(st.booleans())
    for n, topic in enumerate(topics):
        lines.append(f"{_HEADS[0](n)}{topic}")
        form = draw(st.sampled_from(_HEADS[1:]))
        for k in range(draw(st.integers(1, 2))):
            text = f"{next(said)}。"
            label = form(k) if depth > 1 else ""
            if label and not runs_in:
                lines.append(f"{label}{topic}之{NUMBERS[k]}")
                label = ""
            lines.append(f"{label}{topic}{k + 1}组。{text}" if label else text)
    return lines + draw(st.sampled_from(_SIGNED))


@st.composite
def tabled_papers(draw: st.DrawFn, kind: str) -> list[str]:
    """A paper that is one table: the columns it needs and some of the others, empty cells, cells of two paragraphs."""
    titles, columns = _TABLES[kind]
    lines = [draw(st.sampled_from(titles)).format(draw(st.sampled_from(_UNITS)))]
    lines += draw(st.sampled_from([[], ["经梳理汇总，情况如下。"]]))
    shown = [column for column in columns if column[2] or draw(st.booleans())]
    lines.append(f"| {' | '.join(draw(st.sampled_from(names)) for names, _, _ in shown)} |")
    lines.append(f"|{'---|' * len(shown)}")
    for n in range(draw(st.integers(1, 4))):
        cells = [draw(_cells(pool)) if pool else str(n + 1) for _, pool, _ in shown]
        lines.append(f"| {' | '.join(cells)} |")
    return lines + draw(st.sampled_from([[], ["以上意见已逐条反馈。"]]))


@st.composite
def _cells(draw: st.DrawFn, pool: Sequence[str]) -> str:
    text = draw(st.sampled_from(pool))
    if text in _FAULTS and draw(_RARELY):
        return f"{text}<br>{draw(st.sampled_from(pool))}".removesuffix("<br>")
    return text


_RARELY = st.integers(0, 4).map(lambda n: n == 0)


@st.composite
def form_papers(draw: st.DrawFn, kind: str) -> list[str]:
    """A paper that is one form: its blanks at the beginning of lines or in the cells of a table, not all filled in."""
    titles, blanks = _FORMS[kind]
    lines = [draw(st.sampled_from(titles)).format(draw(st.sampled_from(_UNITS)))]
    filled = [
        (draw(st.sampled_from(names)), draw(st.sampled_from(pool)) if draw(st.integers(0, 4)) else "")
        for names, pool in blanks
    ]
    if draw(st.booleans()):
        return [*lines, *(f"{name}：{held}" for name, held in filled)]
    pairs = draw(st.integers(1, 2))
    cells = [f"{name} | {held}" for name, held in filled]
    rows = [cells[n : n + pairs] for n in range(0, len(cells), pairs)]
    rows[-1] += [" | "] * (pairs - len(rows[-1]))
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows)]


def circulars() -> st.SearchStrategy[list[str]]:
    """Draw circulars: reports on the meeting, addressed downwards."""

    def sent_down(lines: list[str]) -> list[str]:
        return ["关于某局党组2025年度民主生活会情况的通报", "各科室：", *lines[2:]]

    return reports().map(sent_down)


_MAKERS: dict[str, Callable[[], st.SearchStrategy[list[str]]]] = {
    **{kind: partial(prose_papers, kind) for kind in _TITLES},
    "Circular": circulars,
    **{kind: partial(tabled_papers, kind) for kind in _TABLES},
    **{kind: partial(form_papers, kind) for kind in _FORMS},
}
KINDS = tuple(_MAKERS)
"""The names of the kinds."""


def other_papers(*kinds: str) -> st.SearchStrategy[list[str]]:
    """Draw the lines of a paper of one of these kinds, by their names; of any of them where none is given."""
    return st.one_of(*(_MAKERS[kind]() for kind in kinds or KINDS))
